import { capitalised } from '@wilma/domain';
import { postingFacts, problemText, wordsOf } from '../messages/index.js';
import { declineForm, fieldId, questionForm, replyForm } from './answer-forms.js';
import type { AnswerPage, Attempt } from './answer-view.js';
import { html, type HtmlValue, type Markup } from './html.js';
import { pageText, renderPage } from './page.js';

/**
 * The page behind the link in a mail that asks. Its forms post to the address they stand at:
 * `answer` (INTERESTED, DECLINED, QUESTION, REPLY), `reason` and `note`.
 */
export const answerPage = (page: AnswerPage): string => render(page, null);

/** The answer page after an answer was refused: what is wrong, and everything that was typed. */
export const problemPage = (page: AnswerPage, attempt: Attempt): string => render(page, attempt);

function render(page: AnswerPage, attempt: Attempt | null): string {
  const text = pageText(page.locale);
  const title = text(page.saidYes ? 'exchange.title' : 'ask.title');
  return renderPage(
    page,
    title,
    html`${summaryOfProblems(page, attempt)}${noticeOf(page, attempt)}
      <h1>${title}</h1>
      ${page.demo && html`<p class="example">${text('ask.example')}</p>`}
      <p>${text('ask.greeting', { name: page.recipientName })}</p>
      <p>${text('ask.opening', { side: page.side, own: page.ownTitle })}</p>
      ${exchanges(page, attempt)} ${posting(page)}
      <h2>${text('ask.why')}</h2>
      <p class="strength">${capitalised(wordsOf(page.locale).strength[page.strength])}</p>
      ${list(page.reasons)}
      ${
        page.openQuestions.length > 0 &&
        html`<h2>${text('ask.open')}</h2>
          ${list(page.openQuestions)}`
      }
      ${!page.saidYes && answers(page, attempt)}`,
  );
}

function answers(page: AnswerPage, attempt: Attempt | null): Markup {
  const text = pageText(page.locale);
  return html`<h2>${text('ask.answer')}</h2>
    <p>${text('ask.deadline', { deadline: page.deadline })} ${text('ask.privacy')}</p>
    <div class="answers">
      <form method="post">
        <button class="main" name="answer" value="INTERESTED">${text('ask.yes')}</button>
      </form>
      ${declineForm(page, attempt?.answer === 'DECLINED' ? attempt : null)}
      ${page.canAsk && questionForm(page, attempt?.answer === 'QUESTION' ? attempt : null)}
    </div>`;
}

const list = (items: readonly string[]): HtmlValue =>
  items.length > 0 &&
  html`<ul>
    ${items.map((item) => html`<li>${item}</li>`)}
  </ul>`;

/** What was asked: the reply to it is the first thing to do. */
function exchanges(page: AnswerPage, attempt: Attempt | null): HtmlValue {
  const text = pageText(page.locale);
  return page.exchanges.map(
    ({ by, question, answer, waits }) =>
      html`<section class="exchange">
        <h2>${text(`exchange.question.${by}`)}</h2>
        <blockquote>${question}</blockquote>
        ${
          answer !== null &&
          html`<h3>${text(`exchange.answer.${by}`)}</h3>
            <blockquote>${answer}</blockquote>`
        }
        ${waits && replyForm(page, attempt?.answer === 'REPLY' ? attempt : null)}
      </section>`,
  );
}

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
