import type { DismissReason, MatchState } from '@wilma/domain';

/** What a reason speaks about: a part of the score, or the owner of the other posting. */
export type RefusedPart = 'MATURITY' | 'OWNER' | 'TIME' | 'TOPIC';

/**
 * Each reason acts on its own part and on nothing else. That somebody has no time at present, knows
 * the other side already or finds a text too vague says nothing about any part of the score.
 */
export const REFUSED_PART: Readonly<Record<DismissReason, RefusedPart | null>> = {
  TOPIC: 'TOPIC',
  MATURITY: 'MATURITY',
  TIMING: 'TIME',
  COMPETITOR: 'OWNER',
  CAPACITY: null,
  ALREADY_IN_CONTACT: null,
  TOO_VAGUE: null,
  OTHER: null,
};

/** What was decided on a pair. */
export type Verdict =
  { readonly kind: 'ACCEPTED' } | { readonly kind: 'REFUSED'; readonly part: RefusedPart };

export interface DecidedMatch {
  readonly state: MatchState;
  readonly dismissReason: DismissReason | null;
  readonly declineReason: DismissReason | null;
}

/**
 * A coordinator's yes that nobody took back is an acceptance, also where a side stayed silent or
 * nothing came of the introduction: both say little about how well two postings fit.
 */
const ACCEPTED: readonly MatchState[] = [
  'APPROVED',
  'EXPIRED',
  'INTRODUCED',
  'IN_PROGRESS',
  'COLLABORATION',
  'NO_COLLABORATION',
];

/** Null where nothing was decided, or for a reason that says nothing about any part. */
export function verdictOf({ state, dismissReason, declineReason }: DecidedMatch): Verdict | null {
  if (ACCEPTED.includes(state)) return { kind: 'ACCEPTED' };
  if (state !== 'DISMISSED' && state !== 'DECLINED') return null;
  const reason = state === 'DISMISSED' ? dismissReason : declineReason;
  const part = reason === null ? null : REFUSED_PART[reason];
  return part === null ? null : { kind: 'REFUSED', part };
}
