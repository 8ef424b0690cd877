import { html } from './html.js';
import { type PageFrame, pageText, renderPage } from './page.js';

export interface AnsweredPage extends PageFrame {
  /** INTRODUCED where this answer was the second yes. */
  readonly outcome: 'INTERESTED' | 'INTRODUCED' | 'DECLINED' | 'QUESTION';
  readonly otherTitle: string;
  /** Whether the yes may be taken back: a form that posts `answer=TAKE_BACK`. */
  readonly canTakeBack: boolean;
}

/** Thanks for an answer and says what happens next; shows no contact data in any case. */
export function answeredPage(page: AnsweredPage): string {
  const { outcome, otherTitle, canTakeBack } = page;
  const text = pageText(page.locale);
  const title = text(`answered.${outcome}.title`);
  const takeBack = html`<p>${text('answered.mayTakeBack')}</p>
    <form method="post">
      <button name="answer" value="TAKE_BACK">${text('answered.takeBack')}</button>
    </form>`;
  return renderPage(
    page,
    title,
    html`<h1>${title}</h1>
      <p class="soft">${text('answered.about', { title: otherTitle })}</p>
      <p>${text(`answered.${outcome}.next`)}</p>
      ${outcome === 'INTERESTED' && canTakeBack && takeBack}
      ${outcome === 'QUESTION' && html`<p><a href="">${text('answered.backToMatch')}</a></p>`}`,
  );
}

/** A match that takes no answer any more, whatever the cause. */
export const closedPage = (frame: PageFrame): string => plainPage(frame, 'closed');

/** A link that is forged, cut off or past its end. */
export const invalidLinkPage = (frame: PageFrame): string => plainPage(frame, 'invalid');

/** More forms than anybody sends by hand. */
export const tooMuchPage = (frame: PageFrame): string => plainPage(frame, 'tooMuch');

function plainPage(frame: PageFrame, name: 'closed' | 'invalid' | 'tooMuch'): string {
  const text = pageText(frame.locale);
  const title = text(`${name}.title`);
  return renderPage(
    frame,
    title,
    html`<h1>${title}</h1>
      <p>${text(`${name}.next`)}</p>
      <p><a href="${frame.operator.publicUrl}">${text('toWilma')}</a></p>`,
  );
}
