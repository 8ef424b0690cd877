import { html } from './html.js';
import { type PageFrame, pageText, renderPage } from './page.js';

/** Asks whether digests are to end; its form posts to the address it stands at. */
export function unsubscribePage(frame: PageFrame): string {
  const text = pageText(frame.locale);
  const title = text('unsubscribe.title');
  return renderPage(
    frame,
    title,
    html`<h1>${title}</h1>
      <p>${text('unsubscribe.next')}</p>
      <form method="post"><button class="main">${text('unsubscribe.button')}</button></form>`,
  );
}

/** Says that digests have ended, and which mails go on. */
export function unsubscribedPage(frame: PageFrame): string {
  const text = pageText(frame.locale);
  const title = text('unsubscribed.title');
  return renderPage(
    frame,
    title,
    html`<h1>${title}</h1>
      <p>${text('unsubscribed.next')}</p>`,
  );
}
