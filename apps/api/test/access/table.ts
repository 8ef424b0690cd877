import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Who looks. */
export const VIEWERS = [
  'visitor',
  'company',
  'researcher',
  'coordinator',
  'administrator',
] as const;
export type Viewer = (typeof VIEWERS)[number];
export type Kind = 'asked' | 'blinded' | 'met' | 'missing' | 'other' | 'own' | '–';

/** One row of docs/access.md. */
export interface Row {
  /** As it stands there, with its variant. */
  readonly name: string;
  /** The operation, route or field alone. */
  readonly operation: string;
  readonly kinds: readonly Kind[];
  /** One letter for each kind. */
  readonly cells: Readonly<Record<Viewer, readonly string[]>>;
}

const text = readFileSync(join(import.meta.dirname, '../../../../docs/access.md'), 'utf8');

const sections = new Map(
  text.split(/^## /m).map((section) => {
    const [title = ''] = section.split('\n', 1);
    return [title, section] as const;
  }),
);

/** The rows under a heading. */
export function rowsUnder(title: string): Row[] {
  const section = sections.get(title);
  if (section === undefined) throw new Error(`docs/access.md has no "${title}"`);
  const [, , ...rows] = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.map((line) => rowOf(line.split('|').map((cell) => cell.trim())));
}

function rowOf([, name = '', of = '', ...letters]: readonly string[]): Row {
  const kinds = of.split(' ') as Kind[];
  const cellsOf = (viewer: Viewer): string[] => {
    const cells = (letters[VIEWERS.indexOf(viewer)] ?? '').split(' ');
    const each = cells.length === 1 ? kinds.map(() => cells[0] ?? '') : cells;
    if (each.length !== kinds.length) throw new Error(`${name}: ${viewer} has too few letters`);
    return each;
  };
  const cells = Object.fromEntries(VIEWERS.map((viewer) => [viewer, cellsOf(viewer)]));
  const [operation = ''] = name.split(' · ');
  return { name, operation, kinds, cells: cells as unknown as Row['cells'] };
}

/** Each list under a heading, by the bold word before it: `**Type**: one, two`. */
export function listsUnder(title: string): ReadonlyMap<string, readonly string[]> {
  const lines = (sections.get(title) ?? '').matchAll(/^- \*\*(.+?)\*\*: (.+)$/gm);
  return new Map([...lines].map(([, name = '', list = '']) => [name, list.split(', ')]));
}

/** A row as it is tried: whatever there is no such thing of is left out. */
export const triedCells = ({ kinds, cells }: Row, viewer: Viewer): [Kind, string][] =>
  kinds
    .map((kind, at): [Kind, string] => [kind, cells[viewer][at] ?? ''])
    // A visitor has nothing of their own.
    .filter(([kind, letter]) => letter !== '.' && !(viewer === 'visitor' && kind === 'own'));
