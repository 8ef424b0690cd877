import { Args, ArgsType, Field, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@wilma/domain';
import { connectionOf, IsNested, IsOneOf, Optional, PageArgs } from '@wilma/platform';
import {
  Need,
  Offer,
  PostingFacets,
  PostingFilter,
  PostingListReader,
  PostingOrder,
  UnderstoodSearch,
} from '@wilma/postings';
import { Public, Viewing } from '../auth/viewer.js';
import { LIMITS, perNode } from '../graphql/limits.js';

@ObjectType({ isAbstract: true })
class Findings {
  /** How the search was understood; null where nothing is searched. */
  @Field(() => UnderstoodSearch, { nullable: true }) search: UnderstoodSearch | null;

  @Field(() => PostingFacets, {
    complexity: ({ childComplexity }) => LIMITS.facets + childComplexity,
  })
  facets: PostingFacets;
}

const NeedConnection = connectionOf(Need, 'Need', Findings);
const OfferConnection = connectionOf(Offer, 'Offer', Findings);

@ArgsType()
class PostingsArgs extends PageArgs {
  @Field(() => PostingFilter, { nullable: true })
  @Optional()
  @IsNested(() => PostingFilter)
  filter?: PostingFilter | null;

  /** By default RELEVANCE where something is searched, else NEWEST. */
  @Field(() => PostingOrder, { nullable: true })
  @Optional()
  @IsOneOf(PostingOrder)
  orderBy?: PostingOrder | null;
}

@Resolver()
export class PostingListsResolver {
  constructor(private readonly lists: PostingListReader) {}

  @Public()
  @Query(() => NeedConnection, { complexity: perNode })
  needs(@Viewing() actor: Actor, @Args() args: PostingsArgs) {
    return this.lists.needs(actor, requestOf(args));
  }

  @Public()
  @Query(() => OfferConnection, { complexity: perNode })
  offers(@Viewing() actor: Actor, @Args() args: PostingsArgs) {
    return this.lists.offers(actor, requestOf(args));
  }
}

const requestOf = ({ filter, orderBy, ...page }: PostingsArgs) => ({
  filter: filter ?? {},
  order: orderBy ?? null,
  page,
});
