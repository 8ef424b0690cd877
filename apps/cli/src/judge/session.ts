import type { Pair } from './pool.js';

/** 0 does not fit, 1 related, 2 fits, 3 fits very well. */
export type Gain = 0 | 1 | 2 | 3;

export interface Judgement extends Pair {
  readonly gain: Gain;
}

/** Somebody judging one pair after the other; it changes by keys alone. */
export interface Session {
  readonly pool: readonly Pair[];
  /** In the order in which they were given, those of earlier sessions first. */
  readonly judged: readonly Judgement[];
  /** For this session: they come back in the next. */
  readonly skipped: readonly Pair[];
  readonly isOver: boolean;
}

/** Goes on where the judgements end. */
export const begin = (pool: readonly Pair[], judged: readonly Judgement[]): Session =>
  settled({ pool, judged, skipped: [], isOver: false });

/** What is to be judged next; null where nothing is. */
export const current = ({ pool, judged, skipped }: Session): Pair | null =>
  pool.find((pair) => ![...judged, ...skipped].some((other) => isSame(pair, other))) ?? null;

/**
 * 0 to 3 judge, s skips, u takes the last judgement back (of earlier sessions, too), q ends.
 * Any other key changes nothing.
 */
export function press(session: Session, key: string): Session {
  const pair = current(session);
  if (key === 'q' || key === 'ctrl-c') return { ...session, isOver: true };
  if (key === 'u') return undone(session);
  if (pair === null) return session;
  if (key === 's') return settled({ ...session, skipped: [...session.skipped, pair] });
  if (!/^[0-3]$/.test(key)) return session;
  const judgement = { ...pair, gain: Number(key) as Gain };
  return settled({ ...session, judged: [...session.judged, judgement] });
}

/** What was skipped meanwhile stays skipped, except for the very pair that comes back. */
function undone(session: Session): Session {
  const last = session.judged.at(-1);
  if (last === undefined) return session;
  return {
    ...session,
    judged: session.judged.slice(0, -1),
    skipped: session.skipped.filter((pair) => !isSame(pair, last)),
    isOver: false,
  };
}

const settled = (session: Session): Session => ({ ...session, isOver: current(session) === null });

const isSame = (one: Pair, other: Pair): boolean =>
  one.need === other.need && one.offer === other.offer;

/** In TREC's format, in the order in which they were given: what did not fit is told, too. */
export const asQrels = (judged: readonly Judgement[]): string =>
  judged.map(({ need, offer, gain }) => `${need} 0 ${offer} ${String(gain)}\n`).join('');

/** @throws Error where a line is none */
export function fromQrels(text: string): Judgement[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [need = '', , offer = '', gain = ''] = line.split(/\s+/);
      if (!/^[0-3]$/.test(gain)) throw new Error(`no judgement: ${line}`);
      return { need, offer, gain: Number(gain) as Gain };
    });
}
