import { Context, Field, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { RevelationKind } from '@wilma/domain';
import { Posting, type PostingRevelation } from '@wilma/postings';
import type { GraphqlContext } from '../graphql/context.js';

/** Words of a posting by which readers could tell whose it is. */
@ObjectType('Revelation')
class RevelationView implements PostingRevelation {
  /** Name of the field as in the input. */
  @Field() field: string;
  /** As it stands there. */
  @Field() quote: string;
  @Field(() => RevelationKind) kind: RevelationKind;
}

/** Warns who wrote a posting; nobody is kept from publishing it. */
@Resolver(() => Posting)
export class PostingRevelationsResolver {
  /** What in its public texts tells whose it is: for the owner and staff, empty for others. */
  @ResolveField(() => [RevelationView])
  revealing(@Parent() { id }: Posting, @Context() { loaders }: GraphqlContext) {
    return loaders.revelations.load(id);
  }
}
