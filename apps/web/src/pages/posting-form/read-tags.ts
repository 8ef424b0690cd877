import { Bounds, TagWeight } from '@wilma/domain';
import type { ReadTagsQuery } from '../../graphql/generated/graphql.js';
import type { ChosenTag, PostingFormValues } from './form-values.js';

export type ReadTag = ReadTagsQuery['suggestTags'][number];

/** More is not taken without asking: three to six are good. */
const TAKEN = 6;
/** Below so many characters a text is about nothing yet. */
const LITTLE = 12;

type Texts = Pick<
  PostingFormValues,
  'description' | 'evidence' | 'goal' | 'summary' | 'title' | 'tried'
>;

/**
 * What the tags are read from: the title, an empty line, and what is said below it. Empty where that
 * is too little; cut where the API reads no further.
 */
export function textToRead({ title, summary, description, tried, goal, evidence }: Texts): string {
  const below = [summary, description, tried, goal, evidence].map((text) => text.trim());
  const text = `${title.trim()}\n\n${below.filter(Boolean).join('\n')}`.trim();
  return text.length < LITTLE ? '' : text.slice(0, Bounds.text.max);
}

/**
 * The tags of the form after its text was read: what the text speaks of plainly is taken, what it no
 * longer speaks of goes again as long as nobody has touched it.
 *
 * @param known ids that were in the form before: what the author removed never comes back
 */
export function takeTags(
  chosen: readonly ChosenTag[],
  found: readonly ReadTag[],
  known: ReadonlySet<string>,
): readonly ChosenTag[] {
  const spokenOf = new Set(found.map(({ tag }) => tag.id));
  const kept = chosen.filter(({ id, readFrom }) => readFrom === undefined || spokenOf.has(id));
  const taken = found
    .filter(({ confident, tag }) => confident && !known.has(tag.id))
    .filter(({ tag }) => kept.every(({ id }) => id !== tag.id))
    .slice(0, Math.max(0, TAKEN - kept.length))
    .map(({ tag: { id, label, state }, evidence }) => {
      return { id, label, state, weight: TagWeight.RELEVANT, readFrom: evidence };
    });
  const isSame = taken.length === 0 && kept.length === chosen.length;
  return isSame ? chosen : [...kept, ...taken];
}
