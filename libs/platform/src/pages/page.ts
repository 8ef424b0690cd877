import type { Config } from '../config.js';
import type { Locale } from '@wilma/domain';
import { translator } from '../messages/index.js';
import { type HtmlValue, html, type Markup } from './html.js';
import { de } from './messages/de.js';
import { en } from './messages/en.js';
import { style } from './style.js';

/** Who runs this installation, named at the foot of every page and mail. */
export interface Operator {
  readonly name: string;
  readonly imprintUrl: string;
  readonly publicUrl: string;
}

export const operatorOf = ({
  operatorName,
  imprintUrl,
  publicUrl,
}: Pick<Config, 'imprintUrl' | 'operatorName' | 'publicUrl'>): Operator => ({
  name: operatorName,
  imprintUrl,
  publicUrl,
});

/** What every page is given. */
export interface PageFrame {
  readonly locale: Locale;
  readonly operator: Operator;
}

export const pageText = translator({ de, en });

const rings = html`<svg
  width="32"
  height="32"
  viewBox="0 0 32 32"
  aria-hidden="true"
  focusable="false"
>
  <rect width="32" height="32" rx="8" fill="#0b5c6b" />
  <g fill="none" stroke-width="2.5">
    <circle cx="12.5" cy="16" r="5" stroke="#ffffff" />
    <circle cx="19.5" cy="16" r="5" stroke="#f0c25a" />
  </g>
</svg>`;

/**
 * A whole HTML document that needs nothing but itself and no script.
 * Sends no referrer, so that the link's token stays where it is; a form on it therefore posts with
 * `Origin: null`.
 */
export function renderPage(frame: PageFrame, title: string, body: HtmlValue): string {
  const { locale, operator } = frame;
  const text = pageText(locale);
  const page: Markup = html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} – Wilma</title>
        <style>
          ${style}
        </style>
      </head>
      <body>
        <header>
          <a class="brand" href="${operator.publicUrl}">${rings}<span>Wilma</span></a>
        </header>
        <main><div class="panel">${body}</div></main>
        <footer>
          <p>
            ${text('operatedBy', { operator: operator.name })}<br /><a href="${operator.imprintUrl}"
              >${text('imprint')}</a
            >
          </p>
        </footer>
      </body>
    </html> `;
  return page.toString();
}
