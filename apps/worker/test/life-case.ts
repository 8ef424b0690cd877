import type { Actor, MatchAction, MatchState } from '@wilma/domain';
import type { Beginning, Life, Player } from './match-life-stage.js';

/** Who is refused by which code. */
export type Refused = Readonly<Partial<Record<Player, string>>>;

/** One row of the table from one state, as it must be: written by hand, derived from nothing. */
export interface LifeCase extends Beginning {
  readonly action: MatchAction;
  /** Each of them may, on a match of its own. */
  readonly by: readonly Player[];
  readonly refused: Refused;
  /** Whether the action names a version. */
  readonly versioned: boolean;
  readonly to: MatchState;
  /** The last one tells the step, as the table says. */
  readonly events: readonly string[];
  /** What else is told afterwards. */
  readonly later?: readonly string[];
  readonly mails: readonly string[];
  readonly act: (life: Life, actor: Actor, version: number) => Promise<unknown>;
}

export type Act = LifeCase['act'];

/** A coordinator of one of the organisations decides on none of its matches. */
export const FOR_COORDINATORS: Refused = {
  insider: 'FORBIDDEN',
  need: 'FORBIDDEN',
  offer: 'FORBIDDEN',
  stranger: 'NOT_FOUND',
};

/** Before a match was approved its sides know nothing of it. */
export const UNKNOWN_TO_SIDES: Refused = {
  insider: 'FORBIDDEN',
  need: 'NOT_FOUND',
  offer: 'NOT_FOUND',
  stranger: 'NOT_FOUND',
};

export const FOR_SIDES: Refused = { coordinator: 'FORBIDDEN', stranger: 'NOT_FOUND' };
