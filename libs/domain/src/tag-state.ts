import { conflict } from './errors.js';
import type { EventName } from './events.js';
import { rowOf, type Transition } from './state-machine.js';
import type { TagState } from './vocabulary.js';

export type TagAction =
  | 'approve'
  | 'reject'
  | 'deprecate'
  | 'reopen'
  | 'rename'
  | 'edit'
  | 'merge'
  | 'splitSuggested'
  | 'splitApproved'
  | 'splitDeprecated';

type TagEventName = Extract<EventName, `tag.${string}`>;

type Row = Transition<TagState, TagAction> & { readonly event: TagEventName };

/**
 * A tag begins as SUGGESTED. Only an approved one is offered, public on postings and counted by
 * the matching. `reject` keeps the word, so that nobody suggests it for ever. Undoing a merge
 * brings a tag back to what it was: see `splitAction`.
 */
export const TAG_TRANSITIONS: readonly Row[] = [
  { action: 'approve', from: ['SUGGESTED', 'DEPRECATED'], to: 'APPROVED', event: 'tag.approved' },
  { action: 'reject', from: ['SUGGESTED'], to: 'DEPRECATED', event: 'tag.rejected' },
  { action: 'deprecate', from: ['APPROVED'], to: 'DEPRECATED', event: 'tag.deprecated' },
  { action: 'reopen', from: ['DEPRECATED'], to: 'SUGGESTED', event: 'tag.reopened' },
  { action: 'rename', from: ['SUGGESTED'], to: 'SUGGESTED', event: 'tag.renamed' },
  { action: 'rename', from: ['APPROVED'], to: 'APPROVED', event: 'tag.renamed' },
  { action: 'rename', from: ['DEPRECATED'], to: 'DEPRECATED', event: 'tag.renamed' },
  { action: 'edit', from: ['SUGGESTED'], to: 'SUGGESTED', event: 'tag.edited' },
  { action: 'edit', from: ['APPROVED'], to: 'APPROVED', event: 'tag.edited' },
  { action: 'edit', from: ['DEPRECATED'], to: 'DEPRECATED', event: 'tag.edited' },
  {
    action: 'merge',
    from: ['SUGGESTED', 'APPROVED', 'DEPRECATED'],
    to: 'MERGED',
    event: 'tag.merged',
  },
  { action: 'splitSuggested', from: ['MERGED'], to: 'SUGGESTED', event: 'tag.merge-undone' },
  { action: 'splitApproved', from: ['MERGED'], to: 'APPROVED', event: 'tag.merge-undone' },
  { action: 'splitDeprecated', from: ['MERGED'], to: 'DEPRECATED', event: 'tag.merge-undone' },
];

export interface TagStateStep {
  readonly state: TagState;
  readonly event: TagEventName;
}

/** @throws DomainError CONFLICT where the tag's state does not allow the action. */
export function stepTag(state: TagState, action: TagAction): TagStateStep {
  const row = rowOf(TAG_TRANSITIONS, state, action);
  if (row === null) throw conflict(`a tag in state ${state} does not allow ${action}`);
  return { state: row.to, event: row.event };
}

const SPLITS = {
  SUGGESTED: 'splitSuggested',
  APPROVED: 'splitApproved',
  DEPRECATED: 'splitDeprecated',
} as const;

/** The state that a tag had when it was merged. */
export type UnmergedState = keyof typeof SPLITS;

/** The action that brings a merged tag back to the state that it had. */
export const splitAction = (before: UnmergedState): TagAction => SPLITS[before];

/** Whether the tag is offered, seen by everybody on postings, and counted by the matching. */
export const isPublicTag = (state: TagState): boolean => state === 'APPROVED';
