import {
  Args,
  ArgsType,
  Context,
  Field,
  ID,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { type AccountActor, ConfidentialPart } from '@wilma/domain';
import { Account } from '@wilma/identity';
import { CalendarDate, connectionOf, IsText, Optional, PageArgs } from '@wilma/platform';
import { ConfidentialRead, ConfidentialReads, type DayOfReading, Posting } from '@wilma/postings';
import { Acting } from '../auth/viewer.js';
import type { GraphqlContext } from '../graphql/context.js';
import { perNode } from '../graphql/limits.js';

/** A day on which staff read what the owner entrusted to them. */
@ObjectType('DayOfReading')
class DayOfReadingView implements DayOfReading {
  @Field(() => CalendarDate) day: string;
  @Field(() => [ConfidentialPart]) parts: readonly ConfidentialPart[];
}

const ConfidentialReadConnection = connectionOf(ConfidentialRead, 'ConfidentialRead');

@ArgsType()
class ReadsArgs extends PageArgs {
  /** Of this posting alone. */
  @Field(() => ID, { nullable: true })
  @Optional()
  @IsText({ max: 64 })
  posting?: string | null;

  /** By this account alone. */
  @Field(() => ID, { nullable: true })
  @Optional()
  @IsText({ max: 64 })
  reader?: string | null;
}

/** Who read what was entrusted to staff. */
@Resolver(() => ConfidentialRead)
export class ConfidentialReadsResolver {
  constructor(private readonly reads: ConfidentialReads) {}

  /** The latest first; for administrators. */
  @Query(() => ConfidentialReadConnection, { complexity: perNode })
  confidentialReads(@Acting() actor: AccountActor, @Args() args: ReadsArgs) {
    const { posting, reader, ...page } = args;
    return this.reads.list(actor, { posting: posting ?? null, reader: reader ?? null }, page);
  }

  /** Null once the account is gone. */
  @ResolveField(() => Account, { nullable: true })
  reader(@Parent() { accountId }: ConfidentialRead, @Context() { loaders }: GraphqlContext) {
    return loaders.account.load(accountId);
  }

  /** Null where it is gone. */
  @ResolveField(() => Posting, { nullable: true })
  posting(@Parent() { postingId }: ConfidentialRead, @Context() { loaders }: GraphqlContext) {
    return loaders.visiblePosting.load(postingId);
  }
}

@Resolver(() => Posting)
export class DaysOfReadingResolver {
  /** The latest days on which staff read what not everybody may read of it; for its owner. */
  @ResolveField(() => [DayOfReadingView])
  daysOfReading(@Parent() { id }: Posting, @Context() { loaders }: GraphqlContext) {
    return loaders.daysOfReading.load(id);
  }
}
