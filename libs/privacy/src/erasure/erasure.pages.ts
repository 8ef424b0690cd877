import { html, type PageFrame, renderPage } from '@wilma/platform';
import { privacyText } from '../messages/index.js';

/** Asks whether the account is to be kept; its form posts to the address it stands at. */
export function keepAccountPage(frame: PageFrame, dueAt: Date): string {
  const text = privacyText(frame.locale);
  const title = text('keep.title');
  return renderPage(
    frame,
    title,
    html`<h1>${title}</h1>
      <p>${text('keep.next', { dueAt })}</p>
      <form method="post"><button class="main">${text('keep.button')}</button></form>`,
  );
}

/** Says that the account stays. */
export function keptAccountPage(frame: PageFrame): string {
  const text = privacyText(frame.locale);
  const title = text('kept.title');
  return renderPage(
    frame,
    title,
    html`<h1>${title}</h1>
      <p>${text('kept.next')}</p>
      <p><a href="${frame.operator.publicUrl}">${text('kept.link')}</a></p>`,
  );
}
