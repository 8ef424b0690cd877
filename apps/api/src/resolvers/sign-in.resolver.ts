import { Args, Context, Field, ID, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { AccountActor } from '@wilma/domain';
import { AddressConfirmations, Device, SessionList } from '@wilma/identity';
import { Acting } from '../auth/viewer.js';
import { IdArgs } from '../graphql/arguments.js';
import type { GraphqlContext } from '../graphql/context.js';

/** Somebody signed in with one's account on some device: oneself, or else a reason to end it. */
@ObjectType('Session')
class SessionView {
  @Field(() => ID) id: string;
  /** What the browser said it was. */
  @Field(() => Device) device: Device;
  @Field() createdAt: Date;
  /** To within some minutes. */
  @Field() lastUsedAt: Date;
  /** Whether this is the one that asks. */
  @Field() current: boolean;
}

/** One's own ways in: what better-auth's endpoints do not offer. */
@Resolver(() => SessionView)
export class SignInResolver {
  constructor(
    private readonly confirmations: AddressConfirmations,
    private readonly sessions: SessionList,
  ) {}

  /** Those that have not ended, the last used first. */
  @Query(() => [SessionView])
  mySessions(
    @Acting() actor: AccountActor,
    @Context() { cookies }: GraphqlContext,
  ): Promise<SessionView[]> {
    return this.sessions.of(actor, cookies);
  }

  /** Signs one device out. */
  @Mutation(() => ID)
  async endSession(@Acting() actor: AccountActor, @Args() { id }: IdArgs): Promise<string> {
    await this.sessions.end(actor, id);
    return id;
  }

  /** Signs out everywhere else. */
  @Mutation(() => Boolean)
  async endOtherSessions(
    @Acting() actor: AccountActor,
    @Context() { cookies }: GraphqlContext,
  ): Promise<boolean> {
    await this.sessions.endOthers(actor, cookies);
    return true;
  }

  /** Sends the mail once more by which an account's address is confirmed. */
  @Mutation(() => Boolean)
  async resendConfirmation(@Acting() actor: AccountActor): Promise<boolean> {
    await this.confirmations.askAgain(actor);
    return true;
  }
}
