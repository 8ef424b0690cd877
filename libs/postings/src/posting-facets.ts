import { Field, Int, ObjectType } from '@nestjs/graphql';
import { CooperationForm, District, PostingKind } from '@wilma/domain';
import { type StoredTag, Tag } from '@wilma/taxonomy';

@ObjectType()
export class TagCount {
  @Field(() => Tag) tag: StoredTag;
  @Field(() => Int) count: number;
}

@ObjectType()
export class CooperationFormCount {
  @Field(() => CooperationForm) form: CooperationForm;
  @Field(() => Int) count: number;
}

@ObjectType()
export class DistrictCount {
  @Field(() => District) district: District;
  @Field(() => Int) count: number;
}

@ObjectType()
export class PostingKindCount {
  @Field(() => PostingKind) kind: PostingKind;
  @Field(() => Int) count: number;
}

/**
 * How many postings a list would hold with a value chosen: each facet is counted under all of the
 * filter but its own part. Values without any posting are left out.
 */
@ObjectType()
export class PostingFacets {
  /** The most frequent tags and those chosen; a tag counts for its broader ones, too. */
  @Field(() => [TagCount]) tags: TagCount[];
  @Field(() => [CooperationFormCount]) cooperationForms: CooperationFormCount[];
  @Field(() => [DistrictCount]) districts: DistrictCount[];
  @Field(() => [PostingKindCount]) kinds: PostingKindCount[];
}

/** What a word of a search was taken for, since nothing public holds it. */
@ObjectType()
export class SearchCorrection {
  @Field() word: string;
  @Field() taken: string;
}

/** How a search was understood. */
@ObjectType()
export class UnderstoodSearch {
  @Field(() => [SearchCorrection]) corrections: readonly SearchCorrection[];

  /** Words that nothing public holds, left out of the search. */
  @Field(() => [String]) ignored: readonly string[];

  /** Tags that the search names. */
  @Field(() => [Tag]) tags: readonly StoredTag[];

  /** Whether no posting answers all of it, so that those are listed which answer a part. */
  @Field() isPartly: boolean;
}
