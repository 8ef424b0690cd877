import { Context, Field, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CONCLUDED, ReleasedField, Side } from '@wilma/domain';
import { Account } from '@wilma/identity';
import { Match, MatchNote, type MatchRelease, Outcome } from '@wilma/matches';
import type { GraphqlContext } from '../graphql/context.js';

/** What the introduction told about one side to the other. */
@ObjectType('MatchRelease')
class MatchReleaseView implements MatchRelease {
  /** Whose data it were. */
  @Field(() => Side) side: Side;
  @Field(() => Date) at: Date;
  @Field(() => [ReleasedField]) fields: ReleasedField[];
}

/** What is kept beside a match. */
@Resolver(() => Match)
export class MatchRecordsResolver {
  /** What came of the introduction, as it was recorded. */
  @ResolveField(() => Outcome, { nullable: true })
  outcome(@Parent() { id, state }: Match, @Context() { loaders }: GraphqlContext) {
    return CONCLUDED.includes(state) ? loaders.outcome.load(id) : null;
  }

  /** What the introduction told, to whom and when; empty before. Both sides read all of it. */
  @ResolveField(() => [MatchReleaseView])
  releases(@Parent() { id }: Match, @Context() { loaders }: GraphqlContext) {
    return loaders.releases.load(id);
  }

  /** What coordinators noted, oldest first; empty for others. */
  @ResolveField(() => [MatchNote])
  notes(@Parent() { id }: Match, @Context() { loaders }: GraphqlContext): Promise<MatchNote[]> {
    return loaders.internalNotes.load(id);
  }
}

@Resolver(() => MatchNote)
export class MatchNotesResolver {
  @ResolveField(() => Account, { nullable: true })
  author(@Parent() { authorId }: MatchNote, @Context() { loaders }: GraphqlContext) {
    return authorId === null ? null : loaders.account.load(authorId);
  }
}
