import { Args, ArgsType, Field, ID, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import {
  type AccountActor,
  type Actor,
  Bounds,
  Locale,
  managedBy,
  MembershipRole,
  Role,
  Salutation,
} from '@wilma/domain';
import {
  AccountService,
  FoundingService,
  Organisation,
  OrganisationInput,
  OrganisationService,
} from '@wilma/identity';
import { connectionOf, IsMail, IsNested, IsText, Optional, PageArgs } from '@wilma/platform';
import { Acting, Public, Viewing } from '../auth/viewer.js';
import { perNode } from '../graphql/limits.js';

/** One's own account, with what others don't see. */
@ObjectType()
class MyAccount {
  @Field(() => ID) id: string;
  @Field() name: string;
  @Field() email: string;
  /** Whether the address is confirmed: until then the account acts for nobody. */
  @Field() confirmed: boolean;
  @Field(() => Locale) locale: Locale;
  @Field(() => Salutation) salutation: Salutation;
  @Field(() => String, { nullable: true }) academicTitle: string | null;
}

@ObjectType('Membership')
class MembershipView {
  @Field(() => Organisation) organisation: Organisation;
  @Field(() => MembershipRole) role: MembershipRole;
}

@ObjectType()
class Me {
  @Field(() => MyAccount) account: MyAccount;
  @Field(() => Role) role: Role;
  @Field(() => [MembershipView]) memberships: MembershipView[];
}

const OrganisationConnection = connectionOf(Organisation, 'Organisation');

@ArgsType()
class OrganisationsArgs extends PageArgs {
  @Field(() => String, { nullable: true })
  @Optional()
  @IsText(Bounds.search)
  search?: string | null;

  /** True: only those that somebody vouches for, false: only the others. */
  @Field(() => Boolean, { nullable: true })
  @Optional()
  verified?: boolean | null;
}

@ArgsType()
class FoundingArgs {
  @Field(() => OrganisationInput) @IsNested(() => OrganisationInput) input: OrganisationInput;

  /** Of staff: the address of who phoned and is asked to manage it. */
  @Field(() => String, { nullable: true })
  @Optional()
  @IsMail()
  manager?: string | null;
}

@Resolver(() => Organisation)
export class IdentityResolver {
  constructor(
    private readonly accounts: AccountService,
    private readonly organisationService: OrganisationService,
    private readonly founding: FoundingService,
  ) {}

  @Public()
  @Query(() => Me, { nullable: true })
  async me(@Viewing() actor: Actor): Promise<Me | null> {
    if (actor.kind !== 'ACCOUNT') return null;
    const { account, role, organisations } = await this.accounts.profileOf(actor);
    const { id, name, email, locale, salutation, academicTitle, emailVerified } = account;
    return {
      account: { id, name, email, confirmed: emailVerified, locale, salutation, academicTitle },
      role,
      memberships: organisations.map((organisation) => ({
        organisation,
        role: managedBy(actor).includes(organisation.id) ? 'MANAGER' : 'MEMBER',
      })),
    };
  }

  @Query(() => OrganisationConnection, { complexity: perNode })
  organisations(@Viewing() actor: Actor, @Args() args: OrganisationsArgs) {
    const { search = null, verified = null, ...pageArgs } = args;
    return this.organisationService.list(actor, { search, verified }, pageArgs);
  }

  @Mutation(() => Organisation)
  createOrganisation(
    @Acting() actor: AccountActor,
    @Args() { input, manager = null }: FoundingArgs,
  ): Promise<Organisation> {
    return manager === null
      ? this.organisationService.create(actor, input)
      : this.founding.foundFor(actor, input, manager);
  }
}
