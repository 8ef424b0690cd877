import {
  Args,
  ArgsType,
  Context,
  Field,
  Float,
  Int,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { type AccountActor, Bounds, Locale } from '@wilma/domain';
import { type MatchPreview, MatchPreviewService } from '@wilma/matches';
import { CONFIDENT, suggestTags } from '@wilma/matching';
import { IsOneOf, IsText, IsWithin, Optional } from '@wilma/platform';
import { NeedInput, Offer } from '@wilma/postings';
import { type StoredTag, Tag, VocabularyService } from '@wilma/taxonomy';
import { Acting, Public } from '../auth/viewer.js';
import type { GraphqlContext } from '../graphql/context.js';
import { perNode } from '../graphql/limits.js';

const SUGGESTED = { default: 10, max: 50 } as const;
const PREVIEWED = { default: 3, max: 20 } as const;
/** Reading a long text costs as much as loading so many fields. */
const READING = 500;

@ObjectType('TagSuggestion')
class TagSuggestionView {
  @Field(() => Tag) tag: StoredTag;
  /** Above 0, at most 1. */
  @Field(() => Float) score: number;
  /** Whether it may be taken without asking, as long as it can be taken back. */
  @Field() confident: boolean;
  /** The words of the text that speak for the tag, as they are written there. */
  @Field() evidence: string;
}

@ArgsType()
class SuggestTagsArgs {
  @Field() @IsText(Bounds.text) text: string;

  /** The language of the text; the reader's own by default. */
  @Field(() => Locale, { nullable: true })
  @Optional()
  @IsOneOf(Locale)
  locale?: Locale | null;

  @Field(() => Int, { nullable: true })
  @Optional()
  @IsWithin(1, SUGGESTED.max)
  first?: number | null;
}

/** What a need that is being written would find among what everybody may see. */
@ObjectType('MatchPreview')
class MatchPreviewView {
  /** At most 100. */
  @Field(() => Int) count: number;
  readonly found: readonly string[];
}

@ArgsType()
class PreviewedArgs {
  @Field(() => Int, { nullable: true })
  @Optional()
  @IsWithin(1, PREVIEWED.max)
  first?: number | null;
}

/** Help for who writes a posting. */
@Resolver(() => MatchPreviewView)
export class SuggestionsResolver {
  constructor(
    private readonly vocabulary: VocabularyService,
    private readonly previews: MatchPreviewService,
  ) {}

  /** Tags whose words the text holds; better answers first. */
  @Public()
  @Query(() => [TagSuggestionView], { complexity: (demand) => READING + perNode(demand) })
  async suggestTags(
    @Args() { text, locale, first }: SuggestTagsArgs,
    @Context() context: GraphqlContext,
  ): Promise<TagSuggestionView[]> {
    const vocabulary = await this.vocabulary.current();
    const found = suggestTags(vocabulary.graph, text, {
      locale: locale ?? context.locale,
      first: first ?? SUGGESTED.default,
    });
    return found.flatMap(({ tag: id, ...rest }) => {
      const tag = vocabulary.get(id);
      return tag === undefined ? [] : [{ ...rest, tag, confident: rest.score >= CONFIDENT }];
    });
  }

  @Query(() => MatchPreviewView, {
    complexity: ({ childComplexity }) => READING + childComplexity,
  })
  async previewMatches(
    @Acting() actor: AccountActor,
    @Args('input') input: NeedInput,
  ): Promise<MatchPreviewView> {
    const { count, offers }: MatchPreview = await this.previews.preview(actor, input);
    return { count, found: offers };
  }

  /** The best of them. */
  @ResolveField(() => [Offer], { complexity: perNode })
  async offers(
    @Parent() { found }: MatchPreviewView,
    @Args() { first }: PreviewedArgs,
    @Context() { loaders }: GraphqlContext,
  ) {
    const shown = found.slice(0, first ?? PREVIEWED.default);
    const offers = await Promise.all(shown.map((id) => loaders.postingOfMatch.load(id)));
    return offers.filter((offer) => offer !== null);
  }
}
