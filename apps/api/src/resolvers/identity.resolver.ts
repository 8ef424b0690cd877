import {
  Args,
  ArgsType,
  Field,
  ID,
  Mutation,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { type AccountActor, type Actor, Bounds, Locale, Role, Salutation } from '@wilma/domain';
import {
  AccountService,
  Organisation,
  OrganisationInput,
  OrganisationService,
} from '@wilma/identity';
import { connectionOf, IsText, Optional, PageArgs } from '@wilma/platform';
import { Acting, Public, Viewing } from '../auth/viewer.js';
import { IdArgs } from '../graphql/arguments.js';
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
}

@Resolver(() => Organisation)
export class IdentityResolver {
  constructor(
    private readonly accounts: AccountService,
    private readonly organisationService: OrganisationService,
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
      memberships: organisations.map((organisation) => ({ organisation })),
    };
  }

  @Query(() => OrganisationConnection, { complexity: perNode })
  organisations(@Viewing() actor: Actor, @Args() { search, ...args }: OrganisationsArgs) {
    return this.organisationService.list(actor, search ?? null, args);
  }

  @Mutation(() => Organisation)
  createOrganisation(@Acting() actor: AccountActor, @Args('input') input: OrganisationInput) {
    return this.organisationService.create(actor, input);
  }

  @Mutation(() => Organisation)
  verifyOrganisation(@Acting() actor: AccountActor, @Args() { id }: IdArgs) {
    return this.organisationService.verify(actor, id);
  }

  @ResolveField(() => Boolean)
  verified(@Parent() organisation: Organisation): boolean {
    return organisation.verifiedAt !== null;
  }
}
