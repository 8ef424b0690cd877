import { formStyle } from './form-style.js';
import { raw } from './html.js';

/** The look of the pages, that of the web app and the mails: petrol, one column, both schemes. */
export const style = raw(`
  :root {
    color-scheme: light dark;
    --ground: #f6f8f8;
    --panel: #ffffff;
    --inset: #f1f6f7;
    --line: #d9e1e3;
    --field: #7f9298;
    --text: #16262b;
    --soft: #54666b;
    --petrol: #0b6b7e;
    --on-petrol: #ffffff;
    --link: #0b6b7e;
    --amber: #fff3d6;
    --amber-text: #6b4a00;
    --amber-line: #e0b44c;
    --bad: #b3261e;
    --bad-ground: #fdf0ef;
  }
  @media (prefers-color-scheme: dark) {
    :root {
      --ground: #12181a;
      --panel: #1a2225;
      --inset: #202a2e;
      --line: #2d393d;
      --field: #74868c;
      --text: #e3ebed;
      --soft: #a3b4b9;
      --petrol: #11778b;
      --link: #7cc4d2;
      --amber: #4a3a12;
      --amber-text: #ffd98a;
      --amber-line: #8a6a1d;
      --bad: #ff9d94;
      --bad-ground: #3a2120;
    }
  }
  * {
    box-sizing: border-box;
  }
  body {
    margin: 0;
    background: var(--ground);
    color: var(--text);
    -webkit-text-size-adjust: 100%;
    font:
      1.0625rem/1.5 'Source Sans 3',
      'Segoe UI',
      Roboto,
      Helvetica,
      Arial,
      sans-serif;
  }
  header,
  main,
  footer {
    max-width: 40rem;
    margin: 0 auto;
    padding: 0 1rem;
  }
  header {
    padding-top: 1.25rem;
    padding-bottom: 1rem;
  }
  .brand {
    display: inline-flex;
    align-items: center;
    gap: 0.625rem;
    font-weight: 700;
    color: inherit;
    text-decoration: none;
  }
  .panel {
    background: var(--panel);
    border: 1px solid var(--line);
    border-radius: 10px;
    padding: 1.5rem 1.25rem;
  }
  h1 {
    font-size: 1.5rem;
    line-height: 1.25;
    margin: 0 0 0.75rem;
    text-wrap: balance;
  }
  h2 {
    font-size: 1.125rem;
    line-height: 1.35;
    margin: 1.75rem 0 0.5rem;
  }
  p {
    margin: 0 0 0.75rem;
  }
  h1,
  h2,
  p,
  li,
  dd {
    overflow-wrap: anywhere;
  }
  a {
    color: var(--link);
  }
  .soft,
  footer {
    color: var(--soft);
    font-size: 0.9375rem;
  }
  footer {
    padding-top: 1.25rem;
    padding-bottom: 2.5rem;
  }
  .posting {
    background: var(--inset);
    border-radius: 8px;
    padding: 1rem 1.125rem;
    margin: 1.25rem 0;
  }
  .posting h2,
  .posting h3 {
    margin: 0 0 0.375rem;
    font-size: 1.25rem;
  }
  .kind {
    margin: 0 0 0.125rem;
    font-size: 0.875rem;
    font-weight: 600;
    color: var(--link);
  }
  dl {
    margin: 0.875rem 0 0;
    display: grid;
    grid-template-columns: max-content 1fr;
    gap: 0.375rem 1rem;
    font-size: 1rem;
  }
  dt {
    color: var(--soft);
  }
  dd {
    margin: 0;
  }
  .record {
    border-top: 1px solid var(--line);
    padding-top: 0.75rem;
    break-inside: avoid;
  }
  .record dd {
    white-space: pre-line;
  }
  ul {
    margin: 0 0 0.75rem;
    padding-left: 1.25rem;
  }
  li {
    margin-bottom: 0.25rem;
  }
  .strength,
  .example {
    display: inline-block;
    margin: 0 0 0.625rem;
    padding: 0.125rem 0.75rem;
    border-radius: 99px;
    font-size: 0.9375rem;
    font-weight: 600;
    background: var(--amber);
    color: var(--amber-text);
    border: 1px solid var(--amber-line);
  }
  .example {
    border-radius: 8px;
    font-weight: 400;
    margin-bottom: 1rem;
  }
  .exchange {
    margin-bottom: 1.5rem;
  }
  .exchange h3 {
    margin: 0.75rem 0 0.25rem;
    font-size: 1rem;
  }
  .exchange form {
    margin-top: 1rem;
  }
  blockquote {
    margin: 0;
    padding: 0.625rem 0.875rem;
    border-left: 4px solid var(--link);
    background: var(--inset);
    border-radius: 4px;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .notice {
    border-left: 4px solid var(--link);
    background: var(--inset);
    border-radius: 4px;
    padding: 0.625rem 0.875rem;
  }
  .problems {
    border-left: 4px solid var(--bad);
    background: var(--bad-ground);
    border-radius: 4px;
    padding: 0.75rem 1rem;
    margin-bottom: 1.25rem;
  }
  .problems p {
    margin: 0;
    font-weight: 600;
  }
  .problems a {
    color: inherit;
  }
  .problems ul {
    margin: 0.25rem 0 0;
  }
  .problem {
    color: var(--bad);
    font-weight: 600;
    margin: 0.25rem 0 0;
  }
  ${formStyle}
  :focus-visible {
    outline: 3px solid var(--link);
    outline-offset: 2px;
  }
  .answers + .soft {
    margin-top: 1rem;
  }
  @media (max-width: 26rem) {
    dl {
      grid-template-columns: 1fr;
      gap: 0;
    }
    dd {
      margin-bottom: 0.5rem;
    }
  }
  @media (min-width: 40rem) {
    .panel {
      padding: 2rem 2.25rem;
    }
  }
  @media print {
    .answers {
      display: none;
    }
  }
`);
