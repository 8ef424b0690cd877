const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text made safe inside an element and inside a quoted attribute. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

/** HTML that was written by us, with every value in it escaped. Only `html` and `raw` make it. */
export class Markup {
  constructor(private readonly source: string) {}

  toString(): string {
    return this.source;
  }
}

/** What may stand in a template: text is escaped, null and false are left out. */
export type HtmlValue = string | number | Markup | null | false | readonly HtmlValue[];

/** The HTML of a value. */
export function htmlOf(value: HtmlValue): string {
  if (value === null || value === false) return '';
  if (value instanceof Markup) return value.toString();
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  return value.map(htmlOf).join('');
}

/** A template of HTML that escapes its values; lists are joined without separator. */
export function html(parts: TemplateStringsArray, ...values: HtmlValue[]): Markup {
  return new Markup(
    parts
      .map((part, index) => (index === 0 ? part : htmlOf(values[index - 1] ?? null) + part))
      .join(''),
  );
}

/** A constant of ours that is HTML or CSS already; never for what somebody typed. */
export const raw = (source: string): Markup => new Markup(source);
