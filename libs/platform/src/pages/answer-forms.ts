import { Bounds, capitalised, DismissReason } from '@wilma/domain';
import { problemText, wordsOf } from '../messages/index.js';
import type { AnswerPage, Attempt } from './answer-view.js';
import { html, type HtmlValue, type Markup } from './html.js';
import { pageText } from './page.js';

export const fieldId = (answer: Attempt['answer'], path: string): string =>
  `${answer.toLowerCase()}-${path}`;

interface Field {
  readonly id: string;
  /** Ties the field to what is wrong with it; the first such field gets the focus. */
  readonly attributes: HtmlValue;
  readonly problem: HtmlValue;
}

function field(
  page: AnswerPage,
  answer: Attempt['answer'],
  path: string,
  attempt: Attempt | null,
): Field {
  const id = fieldId(answer, path);
  const found = attempt?.problems.find((problem) => problem.path === path);
  if (found === undefined) return { id, attributes: null, problem: null };
  const focus = attempt?.problems[0] === found && html` autofocus`;
  return {
    id,
    attributes: html` aria-invalid="true" aria-describedby="${id}-problem"${focus}`,
    problem: html`<p class="problem" id="${id}-problem">
      ${problemText(found.problem, page.locale, found.values)}
    </p>`,
  };
}

export function declineForm(page: AnswerPage, attempt: Attempt | null): Markup {
  const text = pageText(page.locale);
  const names = wordsOf(page.locale).reason;
  const reason = field(page, 'DECLINED', 'reason', attempt);
  const options = Object.values(DismissReason).map(
    (value) =>
      html`<option value="${value}" ${attempt?.reason === value && html` selected`}>
        ${capitalised(names[value])}
      </option>`,
  );
  return html`<details name="answer" ${attempt !== null && html` open`}>
    <summary>${text('ask.no')}</summary>
    <form method="post">
      <div>
        <label for="${reason.id}">${text('ask.reason')}</label>
        <select id="${reason.id}" name="reason" required${reason.attributes}>
          <option value="">${text('ask.chooseReason')}</option>
          ${options}</select
        >${reason.problem}
      </div>
      ${noteField(page, 'DECLINED', attempt)}
      <p class="soft">${text('ask.noNote')}</p>
      <button name="answer" value="DECLINED">${text('ask.sendNo')}</button>
    </form>
  </details>`;
}

export function questionForm(page: AnswerPage, attempt: Attempt | null): Markup {
  const text = pageText(page.locale);
  return html`<details name="answer" ${attempt !== null && html` open`}>
    <summary>${text('ask.question')}</summary>
    <form method="post">
      ${noteField(page, 'QUESTION', attempt)}
      <p class="soft">${text('ask.questionNote')}</p>
      <button name="answer" value="QUESTION">${text('ask.sendQuestion')}</button>
    </form>
  </details>`;
}

/** Replies to a question of the other side. */
export function replyForm(page: AnswerPage, attempt: Attempt | null): Markup {
  const text = pageText(page.locale);
  return html`<form method="post">
    ${noteField(page, 'REPLY', attempt)}
    <p class="soft">${text('exchange.privacy')}</p>
    <button class="main" name="answer" value="REPLY">${text('exchange.send')}</button>
  </form>`;
}

const NOTE_LABELS = {
  DECLINED: 'ask.note',
  QUESTION: 'ask.yourQuestion',
  REPLY: 'exchange.yourReply',
} as const;

function noteField(page: AnswerPage, answer: keyof typeof NOTE_LABELS, attempt: Attempt | null) {
  const { id, attributes, problem } = field(page, answer, 'note', attempt);
  const label = pageText(page.locale)(NOTE_LABELS[answer]);
  const required = answer !== 'DECLINED' && html` required`;
  // A browser drops the first line break inside a textarea: this one is for it.
  return html`<div>
    <label for="${id}">${label}</label>
    <textarea
      id="${id}"
      name="note"
      rows="4"
      maxlength="${Bounds.note.max}"
      ${required}${attributes}
    >
${attempt?.note ?? ''}</textarea
    >${problem}
  </div>`;
}
