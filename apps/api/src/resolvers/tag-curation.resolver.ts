import {
  Args,
  ArgsType,
  Context,
  Field,
  ID,
  Int,
  Mutation,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { abilityOf, type AccountActor, type Actor, Bounds, demand, Locale } from '@wilma/domain';
import { Account } from '@wilma/identity';
import { AreTexts, IsLine, IsOneOf, IsText, IsWithin, Optional, PAGE_SIZE } from '@wilma/platform';
import {
  fromOf,
  MergePreview,
  TagMerge,
  TagMergeService,
  TagUsage,
  TagUsageReader,
} from '@wilma/postings';
import {
  type StoredTag,
  Tag,
  TAG_ID_LENGTH,
  TagPatch,
  TagService,
  VocabularyService,
} from '@wilma/taxonomy';
import { Acting, Viewing } from '../auth/viewer.js';
import { IdArgs, VersionedArgs } from '../graphql/arguments.js';
import type { GraphqlContext } from '../graphql/context.js';
import { perNode } from '../graphql/limits.js';

@ArgsType()
class SuggestArgs {
  @Field() @IsLine(Bounds.word) label: string;
  @Field(() => Locale) @IsOneOf(Locale) locale: Locale;
}

@ArgsType()
class RenameArgs extends VersionedArgs {
  @Field() @IsLine(Bounds.word) label: string;
  @Field(() => Locale) @IsOneOf(Locale) locale: Locale;
}

@ArgsType()
class MergeArgs {
  @Field(() => [ID]) @AreTexts({ max: Bounds.merged.max, length: TAG_ID_LENGTH }) from: string[];
  @Field(() => ID) @IsText({ min: 1, max: TAG_ID_LENGTH }) into: string;
}

@ArgsType()
class FirstArgs {
  @Field(() => Int, { nullable: true })
  @Optional()
  @IsWithin(1, PAGE_SIZE.max)
  first?: number | null;
}

const isCurator = (actor: Actor): boolean => abilityOf(actor).can('curate', 'Tag');

/** Suggesting tags, and the work of those who keep the vocabulary. */
@Resolver(() => Tag)
export class TagCurationResolver {
  constructor(
    private readonly tags: TagService,
    private readonly merging: TagMergeService,
    private readonly counts: TagUsageReader,
    private readonly vocabulary: VocabularyService,
  ) {}

  /** Tags that wait for a decision: the most used first, then the oldest. For coordinators. */
  @Query(() => [Tag], { complexity: perNode })
  async tagSuggestions(
    @Acting() actor: AccountActor,
    @Args() { first }: FirstArgs,
  ): Promise<StoredTag[]> {
    demand(actor, 'curate', 'Tag');
    const waiting = (await this.vocabulary.current()).inState('SUGGESTED');
    const usage = await this.counts.usageOf(waiting.map(({ id }) => id));
    return waiting
      .map((tag, at) => ({ tag, uses: usage[at]?.postings ?? 0, at: tag.suggestedAt ?? '' }))
      .sort((a, b) => b.uses - a.uses || (a.at < b.at ? -1 : 1))
      .slice(0, first ?? PAGE_SIZE.default)
      .map(({ tag }) => tag);
  }

  /** What merging these tags would touch; changes nothing. */
  @Query(() => MergePreview)
  mergePreview(
    @Acting() actor: AccountActor,
    @Args() { from, into }: MergeArgs,
  ): Promise<MergePreview> {
    return this.counts.previewMerge(actor, from, into);
  }

  /** Suggests a word as a new tag; gives the tag that it means already, if there is one. */
  @Mutation(() => Tag)
  suggestTag(
    @Acting() actor: AccountActor,
    @Args() { label, locale }: SuggestArgs,
  ): Promise<StoredTag> {
    return this.tags.suggest(actor, label, locale);
  }

  @Mutation(() => Tag)
  approveTag(@Acting() actor: AccountActor, @Args() { id }: IdArgs): Promise<StoredTag> {
    return this.tags.move(actor, id, 'approve');
  }

  /** Decides against a suggestion; postings keep it, for their owners' eyes. */
  @Mutation(() => Tag)
  rejectTag(@Acting() actor: AccountActor, @Args() { id }: IdArgs): Promise<StoredTag> {
    return this.tags.move(actor, id, 'reject');
  }

  /** Gives up a tag: no longer offered, shown or matched; postings keep it, for their owners. */
  @Mutation(() => Tag)
  deprecateTag(@Acting() actor: AccountActor, @Args() { id }: IdArgs): Promise<StoredTag> {
    return this.tags.move(actor, id, 'deprecate');
  }

  /** Makes a rejected or deprecated tag a suggestion again. */
  @Mutation(() => Tag)
  reopenTag(@Acting() actor: AccountActor, @Args() { id }: IdArgs): Promise<StoredTag> {
    return this.tags.move(actor, id, 'reopen');
  }

  /** The former label becomes a synonym. */
  @Mutation(() => Tag)
  renameTag(
    @Acting() actor: AccountActor,
    @Args() { id, version, label, locale }: RenameArgs,
  ): Promise<StoredTag> {
    return this.tags.rename(actor, [id, version], label, locale);
  }

  @Mutation(() => Tag)
  editTag(
    @Acting() actor: AccountActor,
    @Args() { id, version }: VersionedArgs,
    @Args('input') input: TagPatch,
  ): Promise<StoredTag> {
    return this.tags.edit(actor, [id, version], input);
  }

  /** Merges tags into another, which is the answer; `merges` tells what can be undone. */
  @Mutation(() => Tag)
  async mergeTags(
    @Acting() actor: AccountActor,
    @Args() { from, into }: MergeArgs,
  ): Promise<StoredTag | undefined> {
    await this.merging.merge(actor, from, into);
    return this.vocabulary.find(into);
  }

  /** Undoes a merge by its id: tags, postings and matches are as they were. */
  @Mutation(() => TagMerge)
  undoTagMerge(@Acting() actor: AccountActor, @Args() { id }: IdArgs): Promise<TagMerge> {
    return this.merging.undo(actor, id);
  }

  /** For coordinators; null for others. */
  @ResolveField(() => TagUsage, { nullable: true })
  async usage(
    @Parent() { id }: StoredTag,
    @Viewing() actor: Actor,
    @Context() { loaders }: GraphqlContext,
  ): Promise<TagUsage | null> {
    return isCurator(actor) ? loaders.tagUsage.load(id) : null;
  }

  /** For coordinators; null for others, and for tags that nobody suggested. */
  @ResolveField(() => Date, { nullable: true })
  suggestedAt(@Parent() { suggestedAt }: StoredTag, @Viewing() actor: Actor): Date | null {
    return isCurator(actor) && suggestedAt !== null ? new Date(suggestedAt) : null;
  }

  /** For coordinators; null for others, and for tags that nobody suggested. */
  @ResolveField(() => Account, { nullable: true })
  async suggestedBy(
    @Parent() { suggestedBy }: StoredTag,
    @Viewing() actor: Actor,
    @Context() { loaders }: GraphqlContext,
  ): Promise<Account | null> {
    return isCurator(actor) && suggestedBy !== null ? loaders.account.load(suggestedBy) : null;
  }

  /** Merges into this tag that still hold, the latest first; for coordinators. */
  @ResolveField(() => [TagMerge], {
    complexity: ({ childComplexity }) => 10 + 5 * childComplexity,
  })
  async merges(@Parent() { id }: StoredTag, @Viewing() actor: Actor): Promise<TagMerge[]> {
    return isCurator(actor) ? this.merging.of(id) : [];
  }
}

@Resolver(() => TagMerge)
export class TagMergesResolver {
  constructor(private readonly vocabulary: VocabularyService) {}

  @ResolveField(() => Tag)
  async into(@Parent() { intoId }: TagMerge): Promise<StoredTag | undefined> {
    return (await this.vocabulary.current()).get(intoId);
  }

  /** The tags that went into the other one. */
  @ResolveField(() => [Tag])
  async from(@Parent() merge: TagMerge): Promise<StoredTag[]> {
    const vocabulary = await this.vocabulary.current();
    return fromOf(merge).flatMap((id) => vocabulary.get(id) ?? []);
  }
}
