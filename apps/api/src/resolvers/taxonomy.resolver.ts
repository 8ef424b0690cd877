import {
  Args,
  ArgsType,
  Context,
  Field,
  Int,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { abilityOf, type Actor, Bounds, demand, Locale, notFound, TagState } from '@wilma/domain';
import { AreOneOf, IsOneOf, IsText, IsWithin, Optional, PAGE_SIZE } from '@wilma/platform';
import { type StoredTag, Tag, VocabularyService } from '@wilma/taxonomy';
import { Public, Viewing } from '../auth/viewer.js';
import { IdArgs } from '../graphql/arguments.js';
import type { GraphqlContext } from '../graphql/context.js';
import { perNode } from '../graphql/limits.js';

/** No class that is validated: pages ask for a hundred labels, and GraphQL knows its enums. */
const LocaleArg = () => Args('locale', { type: () => Locale, nullable: true });

@ArgsType()
class TagsArgs {
  @Field(() => Locale, { nullable: true })
  @Optional()
  @IsOneOf(Locale)
  locale?: Locale | null;

  @Field(() => String, { nullable: true })
  @Optional()
  @IsText(Bounds.search)
  search?: string | null;

  @Field(() => Int, { nullable: true })
  @Optional()
  @IsWithin(1, PAGE_SIZE.max)
  first?: number | null;

  /** The approved ones by default; others are for coordinators. */
  @Field(() => [TagState], { nullable: true })
  @Optional()
  @AreOneOf(TagState)
  states?: TagState[] | null;

  /** Only tags that have none above them. */
  @Field(() => Boolean, { nullable: true })
  @Optional()
  roots?: boolean | null;
}

/** The words of a tag in one language, as they are edited. */
@ObjectType()
class TagWords {
  @Field(() => String, { nullable: true }) label: string | null;
  @Field(() => [String]) synonyms: readonly string[];
  /** Words that tags which were merged into this one brought along. */
  @Field(() => [String]) inherited: readonly string[];
}

/** What everybody may know of tags. */
@Resolver(() => Tag)
export class TaxonomyResolver {
  constructor(private readonly vocabulary: VocabularyService) {}

  /** Tags by a word of any language; better answers first. */
  @Public()
  @Query(() => [Tag], { complexity: perNode })
  tags(
    @Viewing() actor: Actor,
    @Args() { search, locale, first, states, roots }: TagsArgs,
    @Context() context: GraphqlContext,
  ): Promise<StoredTag[]> {
    const asked = states ?? ['APPROVED'];
    if (asked.some((state) => state !== 'APPROVED')) demand(actor, 'curate', 'Tag');
    return this.vocabulary.search(search ?? '', locale ?? context.locale, {
      first: first ?? PAGE_SIZE.default,
      states: asked,
      roots: roots ?? false,
    });
  }

  /** A tag by its id, or by the id of one that was merged into it. */
  @Public()
  @Query(() => Tag)
  async tag(@Viewing() actor: Actor, @Args() { id }: IdArgs): Promise<StoredTag> {
    const tag = await this.vocabulary.find(id);
    const isVisible = tag?.state === 'APPROVED' || abilityOf(actor).can('curate', 'Tag');
    if (tag === undefined || !isVisible) throw notFound();
    return tag;
  }

  @ResolveField(() => String)
  async label(
    @Parent() { id }: StoredTag,
    @LocaleArg() locale: Locale | null,
    @Context() context: GraphqlContext,
  ): Promise<string> {
    return (await this.vocabulary.current()).labelOf(id, locale ?? context.locale);
  }

  @ResolveField(() => [String])
  async synonyms(
    @Parent() { id }: StoredTag,
    @LocaleArg() locale: Locale | null,
    @Context() context: GraphqlContext,
  ): Promise<readonly string[]> {
    const vocabulary = await this.vocabulary.current();
    return vocabulary.concept(id)?.synonyms[locale ?? context.locale] ?? [];
  }

  @ResolveField(() => TagWords)
  async words(
    @Parent() { id }: StoredTag,
    @LocaleArg() locale: Locale | null,
    @Context() context: GraphqlContext,
  ): Promise<TagWords> {
    return (await this.vocabulary.current()).ownWords(id, locale ?? context.locale);
  }

  @ResolveField(() => [Tag], { complexity: ({ childComplexity }) => 1 + 3 * childComplexity })
  async broader(@Parent() { id }: StoredTag): Promise<StoredTag[]> {
    const vocabulary = await this.vocabulary.current();
    return (vocabulary.concept(id)?.broader ?? []).flatMap((one) => vocabulary.get(one) ?? []);
  }

  @ResolveField(() => [Tag], { complexity: ({ childComplexity }) => 1 + 20 * childComplexity })
  async narrower(@Parent() { id }: StoredTag): Promise<StoredTag[]> {
    const vocabulary = await this.vocabulary.current();
    return vocabulary.graph.narrower(id).flatMap((one) => vocabulary.get(one) ?? []);
  }

  @ResolveField(() => [Tag], { complexity: ({ childComplexity }) => 1 + 5 * childComplexity })
  async related(@Parent() { id }: StoredTag): Promise<StoredTag[]> {
    const vocabulary = await this.vocabulary.current();
    return vocabulary.relatedTo(id).flatMap((one) => vocabulary.get(one) ?? []);
  }
}
