import type { Posting } from './posting.entity.js';

/** Texts, which are compared word by word. */
export const TEXT_FIELDS = [
  'title',
  'summary',
  'description',
  'confidential',
  'tried',
  'goal',
  'evidence',
] as const;
/** Single values. */
export const VALUE_FIELDS = [
  'kind',
  'urgency',
  'budget',
  'trl',
  'targetTrl',
  'district',
  'startsOn',
  'endsOn',
  'visibility',
  'language',
  'orcid',
] as const;
/** Lists of values. */
export const LIST_FIELDS = ['cooperationForms', 'dois'] as const;

export interface TagUse {
  readonly tag: string;
  readonly weight: number;
}

/**
 * What a posting says, by the names of the input; what is empty is left out. No contact: people
 * are not kept in versions.
 */
export type PostingContent = Readonly<
  Partial<Record<(typeof TEXT_FIELDS)[number], string>> &
    Partial<Record<(typeof VALUE_FIELDS)[number], number | string>> &
    Partial<Record<(typeof LIST_FIELDS)[number], readonly string[]>> & {
      readonly tags?: readonly TagUse[];
    }
>;

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.length === 0);

/** @param posting with its confidential text */
export function contentOf(posting: Posting, tags: readonly TagUse[]): PostingContent {
  const columns = posting as unknown as Readonly<Record<string, unknown>>;
  const fields = [...TEXT_FIELDS, ...VALUE_FIELDS, ...LIST_FIELDS];
  const entries = [
    // The row's own kind tells needs from offers.
    ...fields.map((name) => [name, columns[name === 'kind' ? 'offerKind' : name]] as const),
    ['tags', tags.map(({ tag, weight }) => ({ tag, weight }))] as const,
  ];
  return Object.fromEntries(entries.filter(([, value]) => !isEmpty(value)));
}
