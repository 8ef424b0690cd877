import { Field, ID, ObjectType } from '@nestjs/graphql';
import { CooperationForm, District, PostingState } from '@wilma/domain';
import type { Vocabulary } from '@wilma/taxonomy';
import type { PostingFilter } from './posting.input.js';

/** A filter as it was when it was saved: vocabularies change meanwhile. */
export type StoredFilter = Readonly<Record<string, string | boolean | readonly string[]>>;

/** What a saved filter chooses, as `PostingFilter` takes it. Empty lists restrict nothing. */
@ObjectType()
export class ChosenFilter {
  @Field(() => String, { nullable: true }) search: string | null;
  @Field(() => [ID]) tags: string[];
  @Field(() => [CooperationForm]) cooperationForms: CooperationForm[];
  @Field(() => [District]) districts: District[];
  @Field(() => [PostingState]) states: PostingState[];
  @Field(() => ID, { nullable: true }) organisation: string | null;
  @Field() mine: boolean;
}

/** Only what restricts. */
export const storedOf = (filter: PostingFilter): StoredFilter =>
  Object.fromEntries(
    Object.entries(filter as Readonly<Record<string, StoredFilter[string] | null | undefined>>)
      .flatMap(([name, value]) => (value ? [[name, value] as const] : []))
      .filter(([, value]) => !Array.isArray(value) || value.length > 0),
  );

/**
 * What is left of a stored filter: merged tags give way to what they went into; what is not there
 * any more is left out rather than finding nothing for ever.
 */
export function chosenIn(stored: StoredFilter, vocabulary: Vocabulary): ChosenFilter {
  const tags = textsIn(stored.tags)
    .map((id) => vocabulary.resolve(id)?.id ?? id)
    .filter((id) => vocabulary.graph.has(id));
  return {
    search: textIn(stored.search),
    tags: [...new Set(tags)],
    cooperationForms: valuesIn(CooperationForm, stored.cooperationForms),
    districts: valuesIn(District, stored.districts),
    states: valuesIn(PostingState, stored.states),
    organisation: textIn(stored.organisation),
    mine: stored.mine === true,
  };
}

const textIn = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

const valuesIn = <T extends string>(vocabulary: Readonly<Record<T, T>>, value: unknown): T[] =>
  textsIn(value).filter((one): one is T => Object.hasOwn(vocabulary, one));
