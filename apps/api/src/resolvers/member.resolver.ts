import { Args, ArgsType, Field, ID, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { type AccountActor, MembershipRole } from '@wilma/domain';
import { Account, type Member, MemberService } from '@wilma/identity';
import { connectionOf, IsOneOf, IsText, Optional, PageArgs } from '@wilma/platform';
import { MemberDepartures } from '@wilma/postings';
import { Acting } from '../auth/viewer.js';
import { perNode } from '../graphql/limits.js';

@ObjectType('Member')
class MemberView implements Member {
  @Field(() => Account) account: Account;
  @Field(() => MembershipRole) role: MembershipRole;
  @Field(() => Date) since: Date;
  /** Null for others than its managers and staff. */
  @Field(() => String, { nullable: true }) email: string | null;
}

const MemberConnection = connectionOf(MemberView, 'Member');

@ArgsType()
class MembersArgs extends PageArgs {
  @Field(() => ID) @IsText({ min: 1, max: 64 }) organisation: string;
}

@ArgsType()
class LeaveArgs {
  @Field(() => ID) @IsText({ min: 1, max: 64 }) organisation: string;

  /** Account of the member who answers for the postings from then on; by default a manager. */
  @Field(() => ID, { nullable: true })
  @Optional()
  @IsText({ min: 1, max: 64 })
  successor?: string | null;
}

@ArgsType()
class RemoveArgs extends LeaveArgs {
  @Field(() => ID) @IsText({ min: 1, max: 64 }) account: string;
}

@ArgsType()
class RoleArgs {
  @Field(() => ID) @IsText({ min: 1, max: 64 }) organisation: string;
  @Field(() => ID) @IsText({ min: 1, max: 64 }) account: string;
  @Field(() => MembershipRole) @IsOneOf(MembershipRole) role: MembershipRole;
}

@Resolver(() => MemberView)
export class MemberResolver {
  constructor(
    private readonly members: MemberService,
    private readonly departures: MemberDepartures,
  ) {}

  /** Who belongs to one's organisation, by name. */
  @Query(() => MemberConnection, { complexity: perNode, name: 'members' })
  list(@Acting() actor: AccountActor, @Args() { organisation, ...args }: MembersArgs) {
    return this.members.list(actor, organisation, args);
  }

  @Mutation(() => MemberView)
  setMemberRole(
    @Acting() actor: AccountActor,
    @Args() { organisation, account, role }: RoleArgs,
  ): Promise<Member> {
    return this.members.setRole(actor, organisation, { accountId: account, role });
  }

  /** Their rights end at once; somebody else answers for their postings. */
  @Mutation(() => Boolean)
  async removeMember(
    @Acting() actor: AccountActor,
    @Args() { organisation, account, successor = null }: RemoveArgs,
  ): Promise<boolean> {
    const departure = { organisationId: organisation, accountId: account, successor };
    await this.departures.end(actor, departure);
    return true;
  }

  /** The same for oneself. The last manager stays as long as there are others. */
  @Mutation(() => Boolean)
  async leaveOrganisation(
    @Acting() actor: AccountActor,
    @Args() { organisation, successor = null }: LeaveArgs,
  ): Promise<boolean> {
    const departure = { organisationId: organisation, accountId: actor.accountId, successor };
    await this.departures.end(actor, departure);
    return true;
  }
}
