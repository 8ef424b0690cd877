import {
  type Answer,
  Bounds,
  DismissReason,
  type FieldProblem,
  type MatchStrength,
  type Side,
} from '@wilma/domain';
import { type PostingView, postingFacts, problemText, wordsOf } from '../messages/index.js';
import { html, type HtmlValue, type Markup } from './html.js';
import { type PageFrame, pageText, renderPage } from './page.js';

export interface AnswerPage extends PageFrame {
  readonly recipientName: string;
  /** Which of the two postings is the reader's. */
  readonly side: Side;
  readonly ownTitle: string;
  readonly other: PostingView;
  readonly strength: MatchStrength;
  /** Sentences in the reader's language. */
  readonly reasons: readonly string[];
  readonly openQuestions: readonly string[];
  readonly deadline: Date;
  /** Whether the postings are examples. */
  readonly demo: boolean;
  /** What the reader did before, where they may answer again. */
  readonly notice?: 'TAKEN_BACK' | 'QUESTION_ASKED' | null;
}

/** What was posted and refused: shown again as it was typed. */
export interface Attempt {
  readonly answer: Answer;
  readonly reason: string;
  readonly note: string;
  /** Paths are `reason` and `note`. */
  readonly problems: readonly FieldProblem[];
}

/**
 * The page behind the link in a mail that asks. Its forms post to the address they stand at:
 * `answer` (INTERESTED, DECLINED, QUESTION), `reason` and `note`.
 */
export const answerPage = (page: AnswerPage): string => render(page, null);

/** The answer page after an answer was refused: what is wrong, and everything that was typed. */
export const problemPage = (page: AnswerPage, attempt: Attempt): string => render(page, attempt);

function render(page: AnswerPage, attempt: Attempt | null): string {
  const text = pageText(page.locale);
  const title = text('ask.title');
  return renderPage(
    page,
    title,
    html`${summaryOfProblems(page, attempt)}${noticeOf(page, attempt)}
      <h1>${title}</h1>
      ${page.demo && html`<p class="example">${text('ask.example')}</p>`}
      <p>${text('ask.greeting', { name: page.recipientName })}</p>
      <p>${text('ask.opening', { side: page.side, own: page.ownTitle })}</p>
      ${posting(page)}
      <h2>${text('ask.why')}</h2>
      <p class="strength">${wordsOf(page.locale).strength[page.strength]}</p>
      ${list(page.reasons)}
      ${
        page.openQuestions.length > 0 &&
        html`<h2>${text('ask.open')}</h2>
          ${list(page.openQuestions)}`
      }
      <h2>${text('ask.answer')}</h2>
      <p>${text('ask.deadline', { deadline: page.deadline })} ${text('ask.privacy')}</p>
      <div class="answers">
        <form method="post">
          <button class="main" name="answer" value="INTERESTED">${text('ask.yes')}</button>
        </form>
        ${declineForm(page, attempt?.answer === 'DECLINED' ? attempt : null)}
        ${questionForm(page, attempt?.answer === 'QUESTION' ? attempt : null)}
      </div>`,
  );
}

const list = (items: readonly string[]): HtmlValue =>
  items.length > 0 &&
  html`<ul>
    ${items.map((item) => html`<li>${item}</li>`)}
  </ul>`;

function posting({ other, locale }: AnswerPage): Markup {
  const rows = postingFacts(other, locale);
  return html`<section class="posting">
    <p class="kind">${wordsOf(locale).postingKind[other.kind]}</p>
    <h2>${other.title}</h2>
    <p>${other.summary}</p>
    <dl>
      ${rows.map(
        ({ label, value }) =>
          html`<dt>${label}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>
  </section>`;
}

const fieldId = (answer: Answer, path: string): string => `${answer.toLowerCase()}-${path}`;

function summaryOfProblems({ locale }: AnswerPage, attempt: Attempt | null): HtmlValue {
  if (attempt === null) return null;
  const lines = attempt.problems.map(({ path, problem, values }) => {
    const sentence = problemText(problem, locale, values);
    const field = path === 'reason' || path === 'note';
    return html`<li>
      ${field ? html`<a href="#${fieldId(attempt.answer, path)}">${sentence}</a>` : sentence}
    </li>`;
  });
  return html`<div class="problems" role="alert">
    <p>${pageText(locale)('ask.problem')}</p>
    <ul>
      ${lines}
    </ul>
  </div>`;
}

function noticeOf({ locale, notice }: AnswerPage, attempt: Attempt | null): HtmlValue {
  if (attempt !== null || notice === undefined || notice === null) return null;
  const key = notice === 'TAKEN_BACK' ? 'ask.takenBack' : 'ask.questionAsked';
  return html`<p class="notice" role="status">${pageText(locale)(key)}</p>`;
}

interface Field {
  readonly id: string;
  /** Ties the field to what is wrong with it; the first such field gets the focus. */
  readonly attributes: HtmlValue;
  readonly problem: HtmlValue;
}

function field(page: AnswerPage, answer: Answer, path: string, attempt: Attempt | null): Field {
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

function declineForm(page: AnswerPage, attempt: Attempt | null): Markup {
  const text = pageText(page.locale);
  const names = wordsOf(page.locale).dismissReason;
  const reason = field(page, 'DECLINED', 'reason', attempt);
  const options = Object.values(DismissReason).map(
    (value) =>
      html`<option value="${value}" ${attempt?.reason === value && html` selected`}>
        ${names[value]}
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

function questionForm(page: AnswerPage, attempt: Attempt | null): Markup {
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

function noteField(page: AnswerPage, answer: 'DECLINED' | 'QUESTION', attempt: Attempt | null) {
  const { id, attributes, problem } = field(page, answer, 'note', attempt);
  const label = pageText(page.locale)(answer === 'QUESTION' ? 'ask.yourQuestion' : 'ask.note');
  const required = answer === 'QUESTION' && html` required`;
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
