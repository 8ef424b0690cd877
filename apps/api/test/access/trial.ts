import type { GraphqlAnswer, Variables } from '@wilma/testing';
import type { Cell, Stage } from './stage.js';
import { type Row, triedCells, type Viewer, VIEWERS } from './table.js';

type Data = Record<string, unknown>;

/** A request about a fresh subject. */
export interface Trial {
  readonly query: string;
  readonly variables?: Variables;
  /** Whether the answer tells of the subject; that there is one, by default. */
  readonly shows?: (data: Data) => boolean;
}

/** Prepares a fresh subject for a cell and says how it is asked for. */
export type Call = (stage: Stage, cell: Cell) => Promise<Trial> | Trial;
export type Calls = Readonly<Record<string, Call>>;

const LETTERS: Readonly<Record<string, string>> = {
  UNAUTHENTICATED: 'U',
  FORBIDDEN: 'F',
  NOT_FOUND: 'N',
  CONFLICT: 'C',
  BAD_USER_INPUT: 'B',
};

export function letterOf({ data, errors }: GraphqlAnswer, { shows }: Trial): string {
  const [error] = errors ?? [];
  if (error !== undefined) return LETTERS[error.extensions.code] ?? error.extensions.code;
  const isShown = shows ?? ((found: Data) => Object.values(found)[0] !== null);
  return isShown(data ?? {}) ? '+' : '0';
}

/** A letter, and what is odd about it: written though refused, or without an event. */
async function letterOfMutation(stage: Stage, answer: GraphqlAnswer, trial: Trial) {
  const letter = letterOf(answer, trial);
  const written = await stage.written();
  if (letter !== '+') return written.length === 0 ? letter : `${letter} wrote ${written.join()}`;
  if (written.length === 0) return '0';
  const isTold = written.includes('event') || written.every((table) => table === 'notification');
  return isTold ? letter : `${letter} without an event: ${written.join()}`;
}

/** Tries one cell. */
export async function tryCell(stage: Stage, call: Call, cell: Cell): Promise<string> {
  const trial = await call(stage, cell);
  await stage.written();
  const { client } = stage.player(cell);
  const answer = await client.send(trial.query, trial.variables);
  return trial.query.trimStart().startsWith('mutation')
    ? letterOfMutation(stage, answer, trial)
    : letterOf(answer, trial);
}

export type Line = Readonly<Record<Viewer, string>>;

/** What the row says, without what there is not. */
export const expectedLine = (row: Row): Line =>
  lineOf((viewer) => triedCells(row, viewer).map(([kind, letter]) => `${kind} ${letter}`));

const lineOf = (cells: (viewer: Viewer) => string[]): Line =>
  Object.fromEntries(VIEWERS.map((viewer) => [viewer, cells(viewer).join(', ')])) as Line;

/** What a row's cells turn out to be. */
export async function triedLine(row: Row, attempt: (cell: Cell) => Promise<string>): Promise<Line> {
  const found = new Map<Viewer, string[]>();
  for (const viewer of VIEWERS) {
    const letters: string[] = [];
    for (const [kind] of triedCells(row, viewer)) {
      letters.push(`${kind} ${await attempt({ viewer, kind })}`);
    }
    found.set(viewer, letters);
  }
  return lineOf((viewer) => found.get(viewer) ?? []);
}
