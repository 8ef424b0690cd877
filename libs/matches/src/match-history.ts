import {
  answersAreOpen,
  type BothAnswers,
  type EventName,
  type MatchFacts,
  RELEASED,
  type Side,
} from '@wilma/domain';

/** One event of a match as it is stored. */
export interface StoredEvent {
  readonly id: string;
  readonly match: string;
  readonly name: EventName;
  readonly at: Date;
  readonly actor: string | null;
  readonly side: Side | null;
  /** The round of asking that an answer belongs to. */
  readonly round: number | null;
}

/** One step as a viewer may see it. */
export interface HistoryEntry {
  readonly id: string;
  readonly name: string;
  readonly at: Date;
  /** The account that acted, where the viewer may know it. */
  readonly actor: string | null;
  /** The side that acted, where the viewer may know it. */
  readonly side: Side | null;
}

/** Who looks: staff, or somebody of these sides. */
export interface HistoryViewer {
  readonly staff: boolean;
  readonly sides: readonly Side[];
}

/** What the sides hear of; the rest is the coordinators' work. */
const FOR_SIDES: readonly EventName[] = [
  'match.approved',
  'match.asked-again',
  'match.asked',
  'match.reminded',
  'match.answered',
  'match.answer-taken-back',
  'match.question-relayed',
  'match.question-replied',
  'match.question-answered',
  'match.introduced',
  'match.declined',
  'match.expired',
  'match.withdrawn',
  'match.started',
  'match.concluded',
  'match.outcome-corrected',
];

/** What stays between one side and the coordinators for good. */
const OF_ONE_SIDE: readonly EventName[] = [
  'match.answer-taken-back',
  'match.question-replied',
  'match.question-answered',
];

/**
 * The steps that a viewer may see. A side learns what the other said when both have answered, who
 * the other is when they are introduced, and never who declined.
 */
export function visibleHistory(
  events: readonly StoredEvent[],
  match: BothAnswers & Pick<MatchFacts, 'state'> & { readonly round: number },
  { staff, sides }: HistoryViewer,
): HistoryEntry[] {
  if (staff) return events.map(entryOf);
  const open = answersAreOpen(match) && match.state !== 'DECLINED';
  const released = RELEASED.includes(match.state);
  return events.flatMap((event): HistoryEntry[] => {
    if (!FOR_SIDES.includes(event.name)) return [];
    if (event.name === 'match.declined') return [{ ...entryOf(event), actor: null, side: null }];
    // The question reaches the other side as well; what became of it does not.
    if (event.name === 'match.question-relayed') return [entryOf(event)];
    if (event.side === null || sides.includes(event.side)) return [entryOf(event)];
    if (OF_ONE_SIDE.includes(event.name)) return [];
    // Of an earlier round it would tell who declined.
    if (!open || event.round !== match.round) return [];
    return [released ? entryOf(event) : { ...entryOf(event), actor: null }];
  });
}

const entryOf = ({ id, name, at, actor, side }: StoredEvent): HistoryEntry => ({
  id,
  name: name.slice('match.'.length),
  at,
  actor,
  side,
});

/** Sides never hear of these. */
const INTERNAL: readonly EventName[] = ['match.noted'];

/**
 * Whether somebody of these sides may notice that a match changed just now: what the other side
 * says is told when both have answered.
 */
export function isNoticed(
  { name, side }: { readonly name: EventName; readonly side?: Side },
  match: BothAnswers,
  sides: readonly Side[],
): boolean {
  if (INTERNAL.includes(name)) return false;
  if (side === undefined || sides.includes(side)) return true;
  if (OF_ONE_SIDE.includes(name)) return false;
  return name !== 'match.answered' || answersAreOpen(match);
}
