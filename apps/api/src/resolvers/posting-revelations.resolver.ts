import { Context, Field, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { RevelationKind, SizeClass } from '@wilma/domain';
import { type OwnerDescription, Posting, type PostingRevelation } from '@wilma/postings';
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

/** All that a blinded posting tells of its owner, besides the district that it shows. */
@ObjectType('OwnerDescription')
class OwnerDescriptionView implements OwnerDescription {
  @Field(() => String, { nullable: true }) sector: string | null;
  @Field(() => SizeClass, { nullable: true }) sizeClass: SizeClass | null;
}

/** Warns who wrote a posting; nobody is kept from publishing it. */
@Resolver(() => Posting)
export class PostingRevelationsResolver {
  /** What in its public texts tells whose it is: for the owner and staff, empty for others. */
  @ResolveField(() => [RevelationView])
  revealing(@Parent() { id }: Posting, @Context() { loaders }: GraphqlContext) {
    return loaders.revelations.load(id);
  }

  /** What it would tell of its owner if it were published blinded now: for the owner and staff. */
  @ResolveField(() => OwnerDescriptionView, { nullable: true })
  blindedAs(@Parent() { id }: Posting, @Context() { loaders }: GraphqlContext) {
    return loaders.descriptions.load(id);
  }
}
