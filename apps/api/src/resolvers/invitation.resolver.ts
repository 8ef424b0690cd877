import { Args, ArgsType, Field, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type AccountActor, MembershipRole } from '@wilma/domain';
import { Invitation, InvitationService, Organisation } from '@wilma/identity';
import { connectionOf, IsMail, IsOneOf, IsText, PageArgs } from '@wilma/platform';
import { Acting } from '../auth/viewer.js';
import { IdArgs } from '../graphql/arguments.js';
import { perNode } from '../graphql/limits.js';

const InvitationConnection = connectionOf(Invitation, 'Invitation');

@ArgsType()
class InvitationsArgs extends PageArgs {
  @Field(() => ID) @IsText({ min: 1, max: 64 }) organisation: string;
}

@ArgsType()
class InviteArgs {
  @Field(() => ID) @IsText({ min: 1, max: 64 }) organisation: string;
  @Field() @IsMail() email: string;
  @Field(() => MembershipRole, { defaultValue: MembershipRole.MEMBER })
  @IsOneOf(MembershipRole)
  role: MembershipRole;
}

@ArgsType()
class AcceptArgs {
  @Field() @IsText({ min: 1, max: 500 }) token: string;
}

@Resolver(() => Invitation)
export class InvitationResolver {
  constructor(private readonly service: InvitationService) {}

  /** Invitations of one's own organisation that wait for an answer, the newest first. */
  @Query(() => InvitationConnection, { complexity: perNode })
  invitations(@Acting() actor: AccountActor, @Args() { organisation, ...args }: InvitationsArgs) {
    return this.service.waiting(actor, organisation, args);
  }

  /**
   * Asks somebody by mail to act for an organisation: each address once. Staff do so again where the
   * person asks them to.
   */
  @Mutation(() => Invitation)
  inviteMember(
    @Acting() actor: AccountActor,
    @Args() { organisation, ...invited }: InviteArgs,
  ): Promise<Invitation> {
    return this.service.invite(actor, organisation, invited);
  }

  /** Joins the organisation that the link in the mail is for. */
  @Mutation(() => Organisation)
  acceptInvitation(@Acting() actor: AccountActor, @Args() { token }: AcceptArgs) {
    return this.service.accept(actor, token);
  }

  /** Ends an invitation that nobody has accepted: its link leads nowhere from now on. */
  @Mutation(() => Invitation)
  withdrawInvitation(@Acting() actor: AccountActor, @Args() { id }: IdArgs): Promise<Invitation> {
    return this.service.withdraw(actor, id);
  }
}
