/** Width at which lines of a text part are broken. */
const WIDTH = 72;

const DIRECTION_MARKS = /[\u202A-\u202E\u2066-\u2069]/g;

/** A text on one line: breaks and controls become spaces, marks that reverse text are dropped. */
export const oneLine = (text: string): string =>
  text
    .replace(DIRECTION_MARKS, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();

const GRAPHEMES = new Intl.Segmenter();

/** The beginning of a text, cut between words; at most `max` characters with the ellipsis. */
export function shorten(text: string, max: number): string {
  const characters = Array.from(GRAPHEMES.segment(text), ({ segment }) => segment);
  if (characters.length <= max) return text;
  const cut = characters.slice(0, max - 1).join('');
  const space = cut.lastIndexOf(' ');
  const kept = space > max / 2 ? cut.slice(0, space) : cut;
  return `${kept.replace(/[\s,;:.–-]+$/u, '')}…`;
}

/** Breaks a text into lines; the first starts with `lead`, the others are indented as far. */
export function wrap(text: string, lead = ''): string {
  const indent = ' '.repeat(lead.length);
  const lines: string[] = [];
  let line = lead;
  let empty = true;
  for (const word of oneLine(text).split(' ')) {
    if (!empty && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = indent;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line].join('\n');
}

/** Rows of a label and a value, the values below each other. */
export function table(rows: readonly { label: string; value: string }[]): string {
  const width = Math.max(...rows.map(({ label }) => label.length)) + 2;
  return rows.map(({ label, value }) => wrap(value, `${label}:`.padEnd(width))).join('\n');
}

export const heading = (text: string): string => text.toLocaleUpperCase();
