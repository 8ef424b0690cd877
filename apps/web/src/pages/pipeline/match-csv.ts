import type { PipelineCardFragment } from '../../graphql/generated/graphql.js';
import type { MessageId } from '../../lang/text.js';

interface Words {
  readonly t: (id: MessageId) => string;
}

const HEAD: readonly MessageId[] = [
  'pipeline.csv.state',
  'pipeline.csv.strength',
  'pipeline.csv.deadline',
  'pipeline.csv.created',
  'pipeline.csv.need',
  'pipeline.csv.needOwner',
  'pipeline.csv.offer',
  'pipeline.csv.offerOwner',
  'pipeline.csv.assignee',
  'pipeline.csv.link',
];

/** A spreadsheet must not take a title for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** One cell as RFC 4180 has it. */
export function cell(text: string): string {
  const plain = FORMULA.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/**
 * Matches as CSV, one a line under a line of headings, with semicolons and the mark by which
 * spreadsheets know UTF-8.
 * @param origin where links lead, e.g. `https://wilma.example`
 */
export function matchCsv(
  matches: readonly PipelineCardFragment[],
  { t }: Words,
  origin: string,
): string {
  const rows = matches.map(({ need, offer, ...match }) => [
    t(`matchState.${match.state}`),
    t(`strength.${match.strength}`),
    match.deadline ?? '',
    match.createdAt,
    need.title,
    need.organisation?.name ?? '',
    offer.title,
    offer.organisation?.name ?? '',
    match.assignee?.name ?? '',
    `${origin}/matches/${match.id}`,
  ]);
  const lines = [HEAD.map((id) => t(id)), ...rows].map((row) => row.map(cell).join(';'));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}
