import {
  Field,
  Int,
  Mutation,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
} from '@nestjs/graphql';
import { type AccountActor, demand } from '@wilma/domain';
import { type ErasurePlan, ErasureService, type HoldKind } from '@wilma/privacy';
import { Acting } from '../auth/viewer.js';

const ErasureHoldKind = {
  LAST_MANAGER: 'LAST_MANAGER',
  RUNNING_MATCH: 'RUNNING_MATCH',
} as const satisfies Record<HoldKind, HoldKind>;
registerEnumType(ErasureHoldKind, { name: 'ErasureHoldKind' });

/** Why an erasure waits: somebody else would be left alone. */
@ObjectType()
class ErasureHold {
  @Field(() => ErasureHoldKind) kind: HoldKind;
  /** Name of the organisation, or title of one's own posting. */
  @Field() about: string;
  /** How many of the organisation's postings are published, or of the posting's matches run. */
  @Field(() => Int) count: number;
}

/** What becomes of what one leaves behind in an organisation. */
@ObjectType()
class ErasureEstate {
  /** Its name. */
  @Field() organisation: string;
  /** Name of the colleague who takes over; null where nobody is left. */
  @Field(() => String, { nullable: true }) successor: string | null;
  /** How many postings are passed on or, without a colleague, closed. */
  @Field(() => Int) postings: number;
}

/** What happens, or would happen, where one's account is erased. */
@ObjectType()
class MyErasure {
  /** Null where it was not asked for. */
  @Field(() => Date, { nullable: true }) requestedAt: Date | null;
  @Field(() => Date) dueAt: Date;
  /** When it happens whatever holds it. */
  @Field(() => Date) latestAt: Date;
  @Field(() => [ErasureHold]) holds: ErasureHold[];
  @Field(() => [ErasureEstate]) estates: ErasureEstate[];
}

@Resolver(() => MyErasure)
export class ErasureResolver {
  constructor(private readonly erasures: ErasureService) {}

  @Query(() => MyErasure)
  async myErasure(@Acting() actor: AccountActor): Promise<MyErasure> {
    demand(actor, 'read', { is: 'Account', id: actor.accountId });
    return viewOf(await this.erasures.planOf(actor));
  }

  /** Asks for one's account to be erased; until then it may be cancelled. */
  @Mutation(() => MyErasure)
  async requestErasure(@Acting() actor: AccountActor): Promise<MyErasure> {
    return viewOf(await this.erasures.request(actor));
  }

  @Mutation(() => MyErasure)
  async cancelErasure(@Acting() actor: AccountActor): Promise<MyErasure> {
    return viewOf(await this.erasures.cancel(actor));
  }
}

const viewOf = ({ estates, holds, ...plan }: ErasurePlan): MyErasure => ({
  ...plan,
  holds: [...holds],
  estates: estates.map(({ organisation, postings, successor }) => ({
    organisation,
    successor: successor?.name ?? null,
    postings: postings.length,
  })),
});
