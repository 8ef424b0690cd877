import {
  type EventName,
  MATCH_TRANSITIONS,
  POSTING_TRANSITIONS,
  QUESTION_TRANSITIONS,
  type ToldTransition,
} from '@wilma/domain';

type Row = ToldTransition<string, string, EventName>;

/** The tables under their headings. */
const TABLES: readonly (readonly [title: string, rows: readonly Row[]])[] = [
  ['Postings', POSTING_TRANSITIONS],
  ['Matches', MATCH_TRANSITIONS],
  ['Questions of one side of a match to the other', QUESTION_TRANSITIONS],
];

const HEAD = `<!-- Generated from the tables in libs/domain by \`npm run states\`. -->

# States

Every step that a posting, a match or a question can take, as the code has it: what is not here is refused as a conflict. \`SYSTEM\` is the clock or the worker, \`SIDE\` somebody of one of the two sides of a match, \`SAME_COORDINATOR\` the one who decided before.
`;

const COLUMNS = ['from', 'action', 'by whom', 'to', 'event', 'mail'] as const;

const code = (names: readonly string[]): string =>
  names.length === 0 ? '–' : names.map((name) => `\`${name}\``).join(', ');

const cellsOf = ({ from, action, by, to, event, mail }: Row): string[] => [
  code(from),
  code([action]),
  code(by),
  code([to]),
  code([event]),
  code(mail),
];

/** A table of Markdown whose columns are as wide as their widest cell. */
function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[], filler = ' '): string =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width, filler)).join(' | ')} |`;
  return [line(head), line([], '-'), ...rows.map((row) => line(row))].join('\n');
}

/** The text of docs/states.md. */
export function statesDocument(): string {
  const sections = TABLES.map(
    ([title, rows]) => `## ${title}\n\n${tableOf(COLUMNS, rows.map(cellsOf))}\n`,
  );
  return [HEAD, ...sections].join('\n');
}
