import { diffWordsWithSpace } from 'diff';
import {
  LIST_FIELDS,
  type PostingContent,
  TEXT_FIELDS,
  type TagUse,
  VALUE_FIELDS,
} from './posting-content.js';

export const PartKind = { SAME: 'SAME', ADDED: 'ADDED', REMOVED: 'REMOVED' } as const;
export type PartKind = keyof typeof PartKind;

/** A stretch of text, or one value, that stayed, came or went. Of a tag the text is its id. */
export interface ChangedPart {
  readonly kind: PartKind;
  readonly text: string;
  readonly weight?: number;
}

export interface FieldChange {
  /** Name of the field as in the input. */
  readonly field: string;
  readonly parts: readonly ChangedPart[];
}

/** Texts that differ in more places than this are shown as a whole. */
const MOST_EDITS = 1_500;
const MOST_MS = 50;

/**
 * What became different, field by field; what stayed is left out. Of a text, the parts that stayed
 * or went make the earlier one, those that stayed or came the later.
 */
export function changesBetween(before: PostingContent, after: PostingContent): FieldChange[] {
  const changes: FieldChange[] = [
    ...TEXT_FIELDS.map((field) => ({
      field,
      parts: wordsBetween(before[field] ?? '', after[field] ?? ''),
    })),
    ...VALUE_FIELDS.map((field) => ({
      field,
      parts: itemsBetween(valueParts(before[field]), valueParts(after[field])),
    })),
    ...LIST_FIELDS.map((field) => ({
      field,
      parts: itemsBetween(listParts(before[field]), listParts(after[field])),
    })),
    { field: 'tags', parts: itemsBetween(tagParts(before.tags), tagParts(after.tags)) },
  ];
  return changes.filter(({ parts }) => parts.some(({ kind }) => kind !== 'SAME'));
}

function wordsBetween(before: string, after: string): ChangedPart[] {
  if (before === after) return [];
  const options = { maxEditLength: MOST_EDITS, timeout: MOST_MS };
  const found = diffWordsWithSpace(before, after, options);
  if (found === undefined) return whole(before, after);
  return found.map(({ value, added, removed }) => ({
    kind: added ? 'ADDED' : removed ? 'REMOVED' : 'SAME',
    text: value,
  }));
}

const whole = (before: string, after: string): ChangedPart[] => [
  { kind: 'REMOVED', text: before },
  { kind: 'ADDED', text: after },
];

type Item = Omit<ChangedPart, 'kind'>;

/** Items in their later order, behind them those that went. */
function itemsBetween(before: readonly Item[], after: readonly Item[]): ChangedPart[] {
  const [were, are] = [before, after].map((items) => new Set(items.map(keyOf)));
  return [
    ...after.map((item): ChangedPart => ({
      kind: were?.has(keyOf(item)) === true ? 'SAME' : 'ADDED',
      ...item,
    })),
    ...before
      .filter((item) => are?.has(keyOf(item)) !== true)
      .map((item): ChangedPart => ({ kind: 'REMOVED', ...item })),
  ];
}

const keyOf = ({ text, weight }: Item): string => `${text} ${String(weight ?? '')}`;

const valueParts = (value: number | string | undefined): Item[] =>
  value === undefined ? [] : [{ text: String(value) }];
const listParts = (values: readonly string[] = []): Item[] => values.map((text) => ({ text }));
const tagParts = (tags: readonly TagUse[] = []): Item[] =>
  tags.map(({ tag, weight }) => ({ text: tag, weight }));
