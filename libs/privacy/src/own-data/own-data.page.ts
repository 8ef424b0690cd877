import type { Locale } from '@wilma/domain';
import { html, type HtmlValue, type Markup, type PageFrame, renderPage } from '@wilma/platform';
import { privacyText, wordFor } from '../messages/index.js';
import type { OwnRow, SectionData } from './own-data.reader.js';

/** Rows of a section that the page shows; the file holds the rest. */
const SHOWN = 200;

export interface OwnDataPage extends PageFrame {
  readonly sections: readonly SectionData[];
  readonly at: Date;
  /** Path of the same as JSON. */
  readonly fileUrl: string;
}

/** Everything that is known about the reader, to read and to print. */
export function ownDataPage(page: OwnDataPage): string {
  const { locale, sections, at, fileUrl } = page;
  const text = privacyText(locale);
  const title = text('ownData.title');
  const [full, empty] = [true, false].map((isFull) =>
    sections.filter(({ rows }) => rows.length > 0 === isFull),
  ) as [SectionData[], SectionData[]];
  return renderPage(
    page,
    title,
    html`<h1>${title}</h1>
      <p>${text('ownData.opening', { at })}</p>
      <p class="answers"><a href="${fileUrl}" download>${text('ownData.file')}</a></p>
      ${full.map((section) => sectionOf(section, locale))}
      ${
        empty.length > 0 &&
        html`<h2>${text('ownData.nothing')}</h2>
          <p>${empty.map(({ name }) => text(`section.${name}`)).join(' · ')}</p>`
      }
      <h2>${text('ownData.rights')}</h2>
      <p>${text('ownData.rightsText')}</p>`,
  );
}

function sectionOf({ name, rows, isCut }: SectionData, locale: Locale): Markup {
  const text = privacyText(locale);
  const more = isCut ? null : rows.length - SHOWN;
  return html`<h2>${text(`section.${name}`)}</h2>
    ${rows.slice(0, SHOWN).map((row) => rowOf(row, locale))}
    ${
      rows.length > SHOWN &&
      html`<p class="soft">${text('ownData.more', { more: more ?? rows.length - SHOWN })}</p>`
    }`;
}

const rowOf = (row: OwnRow, locale: Locale): Markup =>
  html`<dl class="record">
    ${Object.entries(row).map(
      ([field, value]) =>
        isSaid(value) &&
        html`<dt>${wordFor(field, locale)}</dt>
          <dd>${valueOf(value, locale)}</dd>`,
    )}
  </dl>`;

const isSaid = (value: unknown): boolean =>
  value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

function valueOf(value: unknown, locale: Locale): HtmlValue {
  const text = privacyText(locale);
  if (value instanceof Date) return text('value.moment', { at: value });
  if (typeof value === 'boolean') return text(value ? 'value.yes' : 'value.no');
  return typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value);
}
