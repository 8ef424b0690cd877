import { html, raw } from '@wilma/platform';
import { type Fragment, mjml } from './mjml.js';

/** Styles of HTML that is filled into a mail after MJML, and so carries them itself. */
export const inline = {
  heading: 'margin:0;font-size:inherit;font-weight:inherit',
  list: 'margin:0;padding:0 0 0 20px',
  item: 'margin:0 0 4px',
  label: 'padding:3px 16px 3px 0;color:#54666b;white-space:nowrap',
  value: 'padding:3px 0;overflow-wrap:anywhere',
  link: 'color:#0b6b7e',
  softLink: 'color:#54666b',
} as const;

/** Shared things are amber, as in the web app. */
export const CHIP =
  'display:inline-block;padding:3px 12px;border-radius:14px;background-color:#fff3d6;' +
  'color:#6b4a00;font-size:15px;font-weight:600;line-height:1.4';

const css = raw(`
  :root {
    color-scheme: light dark;
    supported-color-schemes: light dark;
  }
  .ink div,
  .ink td {
    overflow-wrap: anywhere;
  }
  @media (max-width: 480px) {
    .block > table > tbody > tr > td {
      padding-left: 20px !important;
      padding-right: 20px !important;
    }
    .rows td {
      display: block !important;
      padding: 0 !important;
    }
    .rows td.value {
      padding-bottom: 8px !important;
    }
    .button,
    .button table {
      width: 100% !important;
    }
  }
  @media (prefers-color-scheme: dark) {
    .ground,
    .ground > div {
      background-color: #12181a !important;
    }
    .card,
    .card > table {
      background-color: #1a2225 !important;
    }
    .card > table > tbody > tr > td,
    .rule > table > tbody > tr > td {
      border-color: #2d393d !important;
    }
    .panel > table > tbody > tr > td {
      background-color: #202a2e !important;
    }
    .ink div,
    .ink td,
    .ink table {
      color: #e3ebed !important;
    }
    .soft div,
    .ink td.label,
    .soft a {
      color: #a3b4b9 !important;
    }
    .kind div,
    .ink a {
      color: #7cc4d2 !important;
    }
    .chip {
      background-color: #4a3a12 !important;
      color: #ffd98a !important;
    }
  }
`);

/** The head of every mail: title and preview, defaults of the components, both colour schemes. */
export const head = (title: string, preview: string): Fragment => mjml`<mj-head>
  <mj-title>${title}</mj-title>
  <mj-preview>${preview}</mj-preview>
  <mj-attributes>
    <mj-all font-family="'Source Sans 3', 'Segoe UI', Roboto, Helvetica, Arial, sans-serif" />
    <mj-section padding="0" />
    <mj-text font-size="16px" line-height="1.5" color="#16262b" padding="0" />
    <mj-table font-size="16px" line-height="1.4" color="#16262b" padding="0" />
    <mj-button
      font-size="17px" font-weight="600" inner-padding="13px 28px" border-radius="8px" padding="0" />
  </mj-attributes>
  <mj-raw>
    <meta name="color-scheme" content="light dark">
    <meta name="supported-color-schemes" content="light dark">
  </mj-raw>
  <mj-style>${css}</mj-style>
</mj-head>`;

const ring = (colour: string, left: number): string =>
  `display:inline-block;width:8px;height:8px;margin-left:${String(left)}px;` +
  `border:2px solid ${colour};border-radius:50%;vertical-align:middle`;

const TILE =
  'display:inline-block;width:30px;height:30px;margin-right:10px;border-radius:8px;' +
  'background-color:#0b5c6b;line-height:28px;text-align:center;vertical-align:middle';

const rings = html`<span aria-hidden="true" style="${TILE}"
  >${[
    html`<span style="${ring('#ffffff', 0)}"></span>`,
    html`<span style="${ring('#f0c25a', -4)}"></span>`,
  ]}</span
>`;

/** The mark and the name at the top. */
export const brand = mjml`<mj-text css-class="ink" font-size="18px" font-weight="700">
  ${rings}Wilma
</mj-text>`;
