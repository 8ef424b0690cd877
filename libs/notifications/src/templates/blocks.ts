import { type Fact, html, type Markup } from '@wilma/platform';
import { CHIP, inline } from './look.js';
import { type Fragment, mjml } from './mjml.js';
import { heading, oneLine, table, wrap } from './plain-text.js';

/** A part of a mail in both its forms, so that neither says what the other does not. */
export interface Block {
  readonly mjml: Fragment;
  readonly text: string;
}

const section = (content: Fragment): Fragment =>
  mjml`<mj-section css-class="block" padding="0 32px 20px">
    <mj-column>${content}</mj-column>
  </mj-section>`;

const headline = (text: string): Fragment =>
  mjml`<mj-text css-class="ink" font-size="18px" font-weight="700" padding="0 0 6px">
    <h2 style="${inline.heading}">${text}</h2>
  </mj-text>`;

export const paragraph = (text: string): Block => ({
  mjml: section(mjml`<mj-text css-class="ink">${text}</mj-text>`),
  text: wrap(text),
});

/** A line across and a heading above what follows in blocks of its own. */
export const title = (text: string): Block => ({
  mjml: mjml`<mj-section css-class="block" padding="10px 32px 8px">
    <mj-column css-class="rule" border-top="1px solid #d9e1e3" padding="18px 0 0">
      ${headline(text)}
    </mj-column>
  </mj-section>`,
  text: ['-'.repeat(8), wrap(text)].join('\n'),
});

/** A paragraph under a heading. */
export const passage = (title: string, text: string): Block => ({
  mjml: section(mjml`${headline(title)}<mj-text css-class="ink">${text}</mj-text>`),
  text: [heading(title), wrap(text)].join('\n'),
});

/** Says in a frame of its own that something is an example. */
export const example = (text: string): Block => ({
  mjml: section(
    mjml`<mj-text><span class="chip" style="${CHIP};font-weight:400">${text}</span></mj-text>`,
  ),
  text: wrap(text, '*** '),
});

export interface PanelRow extends Fact {
  /** Where the value leads in the HTML part. */
  readonly href?: string;
}

export interface Panel {
  readonly kind: string;
  readonly title: string;
  readonly summary: string;
  readonly rows: readonly PanelRow[];
}

/** What the mail is about: a posting or a person, in a box. */
export function panel({ kind, title, summary, rows }: Panel): Block {
  return {
    mjml: mjml`<mj-section css-class="block" padding="0 32px 24px">
      <mj-column
        css-class="panel" background-color="#f1f6f7" border-radius="8px" padding="18px 20px">
        <mj-text css-class="kind" color="#0b6b7e" font-size="14px" font-weight="600">
          ${kind}
        </mj-text>
        <mj-text css-class="ink" font-size="20px" font-weight="700" line-height="1.3">
          <h2 style="${inline.heading}">${title}</h2>
        </mj-text>
        <mj-text css-class="ink" padding="6px 0 0">${summary}</mj-text>
        <mj-table css-class="ink rows" padding="12px 0 0" role="presentation">
          ${rowsOf(rows)}
        </mj-table>
      </mj-column>
    </mj-section>`,
    text: [
      heading(kind),
      wrap(title),
      ...(summary === '' ? [] : [wrap(summary)]),
      '',
      table(rows),
    ].join('\n'),
  };
}

const rowsOf = (rows: readonly PanelRow[]): Markup =>
  html`${rows.map(
    ({ label, value, href }) =>
      html`<tr>
        <td class="label" valign="top" style="${inline.label}">${label}</td>
        <td class="value" valign="top" style="${inline.value}">
          ${href === undefined ? value : html`<a href="${href}" style="${inline.link}">${value}</a>`}
        </td>
      </tr>`,
  )}`;

interface List {
  readonly heading: string;
  /** A word or two that sum the list up. */
  readonly chip?: string;
  readonly items: readonly string[];
}

export function list({ heading: title, chip, items }: List): Block {
  const points = html`<ul style="${inline.list}">
    ${items.map((item) => html`<li style="${inline.item}">${item}</li>`)}
  </ul>`;
  const sum =
    chip === undefined
      ? []
      : [
          mjml`<mj-text padding="0 0 10px">
            <span class="chip" style="${CHIP}">${chip}</span>
          </mj-text>`,
        ];
  return {
    mjml: section(mjml`${headline(title)}${sum}<mj-text css-class="ink">${points}</mj-text>`),
    text: [
      heading(title),
      ...(chip === undefined ? [] : [wrap(chip)]),
      ...items.map((item) => wrap(item, '- ')),
    ].join('\n'),
  };
}

interface Links {
  readonly heading: string;
  readonly items: readonly { readonly title: string; readonly url: string }[];
  /** Says what the list leaves out. */
  readonly more: string | null;
}

/** A list whose points lead somewhere. */
export function links({ heading: title, items, more }: Links): Block {
  const points = html`<ul style="${inline.list}">
    ${items.map(
      (item) =>
        html`<li style="${inline.item}">
          <a href="${item.url}" style="${inline.link}">${item.title}</a>
        </li>`,
    )}
    ${more !== null && html`<li style="${inline.item}">${more}</li>`}
  </ul>`;
  return {
    mjml: section(mjml`${headline(title)}<mj-text css-class="ink">${points}</mj-text>`),
    text: [
      heading(title),
      ...items.flatMap((item) => [wrap(item.title, '- '), `  ${oneLine(item.url)}`]),
      ...(more === null ? [] : [wrap(more, '- ')]),
    ].join('\n'),
  };
}

/** Rows of a word and what follows from it. */
export const steps = (title: string, rows: readonly Fact[]): Block => ({
  mjml: section(
    mjml`${headline(title)}
    <mj-table css-class="ink rows" role="presentation">${rowsOf(rows)}</mj-table>`,
  ),
  text: [heading(title), table(rows)].join('\n'),
});

const remark = (text: string): Fragment =>
  mjml`<mj-text css-class="soft" color="#54666b" font-size="15px" padding="10px 0 0">
    ${text}
  </mj-text>`;

/** The one button of a mail. */
export const button = (label: string, url: string, hint: string | null): Block => ({
  mjml: section(
    mjml`<mj-button
      css-class="button" href="${url}" align="left" background-color="#0b6b7e" color="#ffffff">
      ${label}
    </mj-button>${hint === null ? [] : [remark(hint)]}`,
  ),
  text: [`${label}:`, oneLine(url), ...(hint === null ? [] : [wrap(hint)])].join('\n'),
});

export const regards = (words: string, sender: string): Block => ({
  mjml: section(mjml`<mj-text css-class="ink">${html`${words}<br />${sender}`}</mj-text>`),
  text: `${words}\n${oneLine(sender)}`,
});
