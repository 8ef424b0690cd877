import {
  Args,
  ArgsType,
  Context,
  Field,
  Int,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { Bounds, Locale } from '@wilma/domain';
import { IsOneOf, IsText, IsWithin, Optional, PAGE_SIZE } from '@wilma/platform';
import { Tag, VocabularyService } from '@wilma/taxonomy';
import { Public } from '../auth/viewer.js';
import type { GraphqlContext } from '../graphql/context.js';
import { perNode } from '../graphql/limits.js';

@ArgsType()
class LocaleArgs {
  @Field(() => Locale, { nullable: true })
  @Optional()
  @IsOneOf(Locale)
  locale?: Locale | null;
}

@ArgsType()
class TagsArgs extends LocaleArgs {
  @Field(() => String, { nullable: true })
  @Optional()
  @IsText(Bounds.search)
  search?: string | null;

  @Field(() => Int, { nullable: true })
  @Optional()
  @IsWithin(1, PAGE_SIZE.max)
  first?: number | null;
}

const tagOf = (id: string): Tag => ({ id, state: 'APPROVED' });

@Resolver(() => Tag)
export class TaxonomyResolver {
  constructor(private readonly vocabulary: VocabularyService) {}

  /** Tags by a word of any language; better answers first. */
  @Public()
  @Query(() => [Tag], { complexity: perNode })
  tags(
    @Args() { search, locale, first }: TagsArgs,
    @Context() context: GraphqlContext,
  ): Promise<Tag[]> {
    return this.vocabulary.search(
      search ?? '',
      locale ?? context.locale,
      first ?? PAGE_SIZE.default,
    );
  }

  @ResolveField(() => String)
  async label(
    @Parent() { id }: Tag,
    @Args() { locale }: LocaleArgs,
    @Context() context: GraphqlContext,
  ): Promise<string> {
    const graph = await this.vocabulary.graph();
    return graph.get(id)?.label[locale ?? context.locale] ?? id;
  }

  @ResolveField(() => [String])
  async synonyms(
    @Parent() { id }: Tag,
    @Args() { locale }: LocaleArgs,
    @Context() context: GraphqlContext,
  ): Promise<readonly string[]> {
    const graph = await this.vocabulary.graph();
    return graph.get(id)?.synonyms[locale ?? context.locale] ?? [];
  }

  @ResolveField(() => [Tag], { complexity: ({ childComplexity }) => 1 + 3 * childComplexity })
  async broader(@Parent() { id }: Tag): Promise<Tag[]> {
    return (await this.vocabulary.graph()).broader(id).map(tagOf);
  }

  @ResolveField(() => [Tag], { complexity: ({ childComplexity }) => 1 + 20 * childComplexity })
  async narrower(@Parent() { id }: Tag): Promise<Tag[]> {
    return (await this.vocabulary.graph()).narrower(id).map(tagOf);
  }
}
