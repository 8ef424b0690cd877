import type { Visibility } from '@wilma/domain';
import { describingFacts, type PostingView, translator, wordsOf } from '../messages/index.js';
import { html, type HtmlValue, type Markup } from './html.js';
import { postingDe } from './messages/posting-de.js';
import { postingEn } from './messages/posting-en.js';
import { type PageFrame, renderPage } from './page.js';

/** What pages about one's own posting show of it. */
export interface OwnPostingPage extends PageFrame {
  readonly recipientName: string;
  /** As everybody sees it. */
  readonly shown: PostingView;
  readonly description: string;
  /** Labels. */
  readonly tags: readonly string[];
  /** What the page speaks of; its buttons act on no other version. */
  readonly version: number;
  /** Whether it is an example. */
  readonly demo: boolean;
}

export interface ConfirmPage extends OwnPostingPage {
  /** Name of the owner. */
  readonly organisation: string;
  readonly visibility: Visibility;
  readonly contact: { readonly name: string; readonly mail: string; readonly phone: string | null };
  /** Whether it was changed while somebody read it. */
  readonly changed: boolean;
}

export interface RenewPage extends OwnPostingPage {
  /** When the listing ends; null where it has ended. */
  readonly endsOn: Date | null;
}

const postingText = translator({ de: postingDe, en: postingEn });

/**
 * The page on which somebody says whether a posting that was entered on their behalf may be
 * published. Its forms post to the address they stand at: `decision` (CONFIRM, REFUSE), `version`.
 */
export function confirmPage(page: ConfirmPage): string {
  const text = postingText(page.locale);
  const { kind } = page.shown;
  const { name, mail, phone } = page.contact;
  const title = text('confirm.title', { kind });
  return renderPage(
    page,
    title,
    html`${page.changed && html`<p class="notice" role="status">${text('confirm.changed')}</p>`}
      <h1>${title}</h1>
      ${opening(page, text('confirm.opening', { organisation: page.organisation }))}
      <h2>${text('confirm.shown')}</h2>
      <p>${text(`confirm.shown.${page.visibility}`)}</p>
      ${posting(page)}
      <h2>${text('confirm.contact')}</h2>
      <p>${name}<br />${mail}${phone !== null && html`<br />${phone}`}</p>
      <p class="soft">${text('confirm.contact.private')}</p>
      <h2>${text('confirm.answer')}</h2>
      <div class="answers">
        <form method="post">
          ${versionField(page)}
          <button class="main" name="decision" value="CONFIRM">${text('confirm.yes')}</button>
        </form>
        <details>
          <summary>${text('confirm.no')}</summary>
          <form method="post">
            ${versionField(page)}
            <p class="soft">${text('confirm.no.then')}</p>
            <button name="decision" value="REFUSE">${text('confirm.no.send')}</button>
          </form>
        </details>
      </div>`,
  );
}

/** The page on which a contact renews a posting. Its form posts `version`. */
export function renewPage(page: RenewPage): string {
  const text = postingText(page.locale);
  const title = text('renew.title');
  const state =
    page.endsOn === null ? text('renew.ended') : text('renew.ends', { day: page.endsOn });
  return renderPage(
    page,
    title,
    html`<h1>${title}</h1>
      ${opening(page, state)} ${posting(page)}
      <div class="answers">
        <form method="post">
          ${versionField(page)}
          <button class="main">${text('renew.button')}</button>
        </form>
      </div>
      <p class="soft">${text('renew.nothing')}</p>`,
  );
}

const opening = ({ locale, demo, recipientName }: OwnPostingPage, sentence: string): Markup => {
  const text = postingText(locale);
  return html`${demo && html`<p class="example">${text('example')}</p>`}
    <p>${text('greeting', { name: recipientName })}</p>
    <p>${sentence}</p>`;
};

const versionField = ({ version }: OwnPostingPage): Markup =>
  html`<input type="hidden" name="version" value="${version}" />`;

function posting({ locale, shown, description, tags }: OwnPostingPage): Markup {
  const rows = describingFacts(shown, locale);
  const labelled =
    tags.length === 0
      ? rows
      : [...rows, { label: postingText(locale)('tags'), value: tags.join(', ') }];
  return html`<section class="posting">
    <p class="kind">${wordsOf(locale).postingKind[shown.kind]}</p>
    <h3>${shown.title}</h3>
    ${shown.summary !== '' && html`<p>${shown.summary}</p>`} ${paragraphs(description)}
    <dl>
      ${labelled.map(
        ({ label, value }) =>
          html`<dt>${label}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>
  </section>`;
}

const paragraphs = (description: string): HtmlValue =>
  description
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => html`<p>${paragraph}</p>`);

/** Thanks for a yes and says what happens next. */
export const confirmedPage = (frame: PageFrame, isPublished: boolean): string =>
  plainPage(frame, ['confirmed.title', isPublished ? 'confirmed.published' : 'confirmed.review']);

/** Thanks for a no. */
export const refusedPage = (frame: PageFrame): string =>
  plainPage(frame, ['refused.title', 'refused.next']);

/** A posting that a coordinator is to change before it is asked about. */
export const restingPage = (frame: PageFrame): string =>
  plainPage(frame, ['resting.title', 'resting.next']);

/** A posting of which nothing is asked any more. */
export const overPage = (frame: PageFrame): string => plainPage(frame, ['over.title', 'over.next']);

/** Says until when the posting is listed now. */
export const renewedPage = (frame: PageFrame, expiresAt: Date): string =>
  plainPage(frame, ['renewed.title', 'renewed.next'], { day: expiresAt });

type Plain = [
  title: `${'confirmed' | 'over' | 'refused' | 'renewed' | 'resting'}.title`,
  next:
    | 'confirmed.published'
    | 'confirmed.review'
    | 'over.next'
    | 'refused.next'
    | 'renewed.next'
    | 'resting.next',
];

function plainPage(frame: PageFrame, [name, next]: Plain, values: { day?: Date } = {}): string {
  const text = postingText(frame.locale);
  const title = text(name);
  return renderPage(
    frame,
    title,
    html`<h1>${title}</h1>
      <p>${text(next, { ...values })}</p>`,
  );
}
