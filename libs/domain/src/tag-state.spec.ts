import { describe, expect, it } from '@jest/globals';
import { conflict } from './errors.js';
import type { EventName } from './events.js';
import { isPublicTag, splitAction, stepTag, TAG_TRANSITIONS, type TagAction } from './tag-state.js';
import { TagState } from './vocabulary.js';

type Row = [from: TagState, action: TagAction, to: TagState, event: EventName];

/** Every legal step of a tag; what is not here is refused. */
const STEPS: readonly Row[] = [
  ['SUGGESTED', 'approve', 'APPROVED', 'tag.approved'],
  ['DEPRECATED', 'approve', 'APPROVED', 'tag.approved'],
  ['SUGGESTED', 'reject', 'DEPRECATED', 'tag.rejected'],
  ['APPROVED', 'deprecate', 'DEPRECATED', 'tag.deprecated'],
  ['DEPRECATED', 'reopen', 'SUGGESTED', 'tag.reopened'],
  ['SUGGESTED', 'rename', 'SUGGESTED', 'tag.renamed'],
  ['APPROVED', 'rename', 'APPROVED', 'tag.renamed'],
  ['DEPRECATED', 'rename', 'DEPRECATED', 'tag.renamed'],
  ['SUGGESTED', 'edit', 'SUGGESTED', 'tag.edited'],
  ['APPROVED', 'edit', 'APPROVED', 'tag.edited'],
  ['DEPRECATED', 'edit', 'DEPRECATED', 'tag.edited'],
  ['SUGGESTED', 'merge', 'MERGED', 'tag.merged'],
  ['APPROVED', 'merge', 'MERGED', 'tag.merged'],
  ['DEPRECATED', 'merge', 'MERGED', 'tag.merged'],
  ['MERGED', 'splitSuggested', 'SUGGESTED', 'tag.merge-undone'],
  ['MERGED', 'splitApproved', 'APPROVED', 'tag.merge-undone'],
  ['MERGED', 'splitDeprecated', 'DEPRECATED', 'tag.merge-undone'],
];

const ACTIONS = [...new Set(STEPS.map(([, action]) => action))];
const isLegal = (state: TagState, action: TagAction): boolean =>
  STEPS.some(([from, legal]) => from === state && legal === action);

describe('stepTag', () => {
  it.each(STEPS)('%s: %s leads to %s (%s)', (from, action, state, event) => {
    expect(stepTag(from, action)).toEqual({ state, event });
  });

  it('has no other rows', () => {
    const rows = TAG_TRANSITIONS.flatMap(({ action, from, to, event }) =>
      from.map((state): Row => [state, action, to, event]),
    );
    expect(rows.map(String).sort()).toEqual(STEPS.map(String).sort());
  });

  it('refuses every other pair of state and action as a conflict', () => {
    for (const state of Object.values(TagState)) {
      for (const action of ACTIONS.filter((one) => !isLegal(state, one))) {
        expect(() => stepTag(state, action)).toThrow(
          conflict(`a tag in state ${state} does not allow ${action}`),
        );
      }
    }
  });
});

describe('splitAction', () => {
  it.each(['SUGGESTED', 'APPROVED', 'DEPRECATED'] as const)('brings back %s', (before) => {
    expect(stepTag('MERGED', splitAction(before)).state).toBe(before);
  });
});

describe('isPublicTag', () => {
  it('is what was approved, and nothing else', () => {
    expect(Object.values(TagState).filter(isPublicTag)).toEqual(['APPROVED']);
  });
});
