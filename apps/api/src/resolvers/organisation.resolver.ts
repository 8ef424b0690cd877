import {
  Args,
  ArgsType,
  Context,
  Field,
  ID,
  Mutation,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { abilityOf, type AccountActor, type Actor, Bounds } from '@wilma/domain';
import {
  Account,
  MailDomainInput,
  MailDomainService,
  Organisation,
  OrganisationDomain,
  Verification,
  VerificationService,
} from '@wilma/identity';
import { AreNested, IsText, Optional } from '@wilma/platform';
import { Acting, Viewing } from '../auth/viewer.js';
import { IdArgs } from '../graphql/arguments.js';
import type { GraphqlContext } from '../graphql/context.js';

/** One more than anybody has. */
const DOMAINS = 20;

@ArgsType()
class MailDomainsArgs {
  @Field(() => ID) @IsText({ min: 1, max: 64 }) organisation: string;
  @Field(() => [MailDomainInput])
  @AreNested(() => MailDomainInput, DOMAINS)
  domains: MailDomainInput[];
}

@ArgsType()
class VerifyArgs extends IdArgs {
  /** How it was made sure, for other coordinators. */
  @Field(() => String, { nullable: true })
  @Optional()
  @IsText(Bounds.note)
  note?: string | null;

  /** Mail domains by which people may join from then on, and no others; left out: as they are. */
  @Field(() => [MailDomainInput], { nullable: true })
  @Optional()
  @AreNested(() => MailDomainInput, DOMAINS)
  domains?: MailDomainInput[] | null;
}

@ArgsType()
class TakeBackArgs extends IdArgs {
  @Field() @IsText({ min: 3, max: Bounds.note.max }) reason: string;
}

/** Whether an organisation is who it says, and whom its mail domains let in. */
@Resolver(() => Organisation)
export class OrganisationResolver {
  constructor(
    private readonly standing: VerificationService,
    private readonly domains: MailDomainService,
  ) {}

  /** Organisations that the confirmed address of one's account lets one join. */
  @Query(() => [Organisation])
  joinableOrganisations(@Acting() actor: AccountActor): Promise<Organisation[]> {
    return this.domains.joinable(actor);
  }

  /** Joins as a member, by an address at one of its confirmed mail domains. */
  @Mutation(() => Organisation)
  joinOrganisation(@Acting() actor: AccountActor, @Args() { id }: IdArgs): Promise<Organisation> {
    return this.domains.join(actor, id);
  }

  /** Says which mail domains belong to it. They let people in once a coordinator has confirmed them. */
  @Mutation(() => Organisation)
  setMailDomains(
    @Acting() actor: AccountActor,
    @Args() { organisation, domains }: MailDomainsArgs,
  ): Promise<Organisation> {
    return this.domains.set(actor, organisation, domains);
  }

  /** Vouches for it: it publishes without review. Also confirms its mail domains, at any time. */
  @Mutation(() => Organisation)
  verifyOrganisation(
    @Acting() actor: AccountActor,
    @Args() { id, note, domains }: VerifyArgs,
  ): Promise<Organisation> {
    const isNote = note !== null && note !== undefined && note !== '';
    return this.standing.verify(actor, id, {
      note: isNote ? note : null,
      domains: domains ?? null,
    });
  }

  /** Vouches for it no more: what it edits is reviewed again. What is published stays so. */
  @Mutation(() => Organisation)
  takeBackVerification(
    @Acting() actor: AccountActor,
    @Args() { id, reason }: TakeBackArgs,
  ): Promise<Organisation> {
    return this.standing.takeBack(actor, id, reason);
  }

  @ResolveField(() => Boolean)
  verified(@Parent() { verifiedAt }: Organisation): boolean {
    return verifiedAt !== null;
  }

  /** Whether a coordinator founded it for somebody who phoned; told to members and staff. */
  @ResolveField(() => Boolean)
  onBehalf(@Viewing() actor: Actor, @Parent() { id, onBehalf }: Organisation): boolean {
    return onBehalf && abilityOf(actor).can('seeMembers', { is: 'Organisation', id });
  }

  /** None for others than its members and staff. */
  @ResolveField(() => [OrganisationDomain])
  mailDomains(@Parent() { id }: Organisation, @Context() { loaders }: GraphqlContext) {
    return loaders.mailDomains.load(id);
  }

  /** Decisions of coordinators, the latest first; none for others. */
  @ResolveField(() => [Verification])
  verifications(@Parent() { id }: Organisation, @Context() { loaders }: GraphqlContext) {
    return loaders.verifications.load(id);
  }
}

@Resolver(() => OrganisationDomain)
export class MailDomainResolver {
  /** Whether it lets people in; else it is a wish. */
  @ResolveField(() => Boolean)
  inForce(@Parent() { confirmedAt }: OrganisationDomain): boolean {
    return confirmedAt !== null;
  }
}

@Resolver(() => Verification)
export class VerificationResolver {
  /** Null where that account is gone. */
  @ResolveField(() => Account, { nullable: true })
  by(@Parent() { decidedBy }: Verification, @Context() { loaders }: GraphqlContext) {
    return decidedBy === null ? null : loaders.account.load(decidedBy);
  }
}
