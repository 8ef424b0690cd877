import {
  Args,
  ArgsType,
  Field,
  ID,
  Mutation,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { type AccountActor, Bounds, PostingKind } from '@wilma/domain';
import { IsLine, IsNested, IsOneOf } from '@wilma/platform';
import { ChosenFilter, PostingFilter, SavedFilter, SavedFilterService } from '@wilma/postings';
import { Acting } from '../auth/viewer.js';
import { IdArgs } from '../graphql/arguments.js';

@ArgsType()
class KindArgs {
  @Field(() => PostingKind) @IsOneOf(PostingKind) kind: PostingKind;
}

@ArgsType()
class SaveFilterArgs extends KindArgs {
  @Field() @IsLine(Bounds.filterName) name: string;
  @Field(() => PostingFilter) @IsNested(() => PostingFilter) filter: PostingFilter;
}

@ArgsType()
class RenameFilterArgs extends IdArgs {
  @Field() @IsLine(Bounds.filterName) name: string;
}

@Resolver(() => SavedFilter)
export class SavedFiltersResolver {
  constructor(private readonly filters: SavedFilterService) {}

  /** One's own, by name. */
  @Query(() => [SavedFilter], {
    complexity: ({ childComplexity }) => 1 + Bounds.savedFilters.max * childComplexity,
  })
  mySavedFilters(@Acting() actor: AccountActor, @Args() { kind }: KindArgs) {
    return this.filters.of(actor, kind);
  }

  @Mutation(() => SavedFilter)
  saveFilter(@Acting() actor: AccountActor, @Args() args: SaveFilterArgs): Promise<SavedFilter> {
    return this.filters.save(actor, args);
  }

  @Mutation(() => SavedFilter)
  renameFilter(
    @Acting() actor: AccountActor,
    @Args() { id, name }: RenameFilterArgs,
  ): Promise<SavedFilter> {
    return this.filters.rename(actor, id, name);
  }

  @Mutation(() => ID)
  async deleteFilter(@Acting() actor: AccountActor, @Args() { id }: IdArgs): Promise<string> {
    await this.filters.delete(actor, id);
    return id;
  }

  /** What it chooses now: without tags that were given up since. */
  @ResolveField(() => ChosenFilter)
  filter(@Parent() saved: SavedFilter): Promise<ChosenFilter> {
    return this.filters.chosenIn(saved);
  }
}
