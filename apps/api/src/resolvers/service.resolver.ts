import { Inject } from '@nestjs/common';
import { Field, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Role } from '@wilma/domain';
import { DemoAccounts } from '@wilma/identity';
import { IntroductionReader } from '@wilma/matches';
import { Config, operatorsImprint } from '@wilma/platform';
import { PublicPostingReader } from '@wilma/postings';
import { Public } from '../auth/viewer.js';

@ObjectType()
class DemoAccount {
  @Field() email: string;
  @Field() password: string;
  @Field(() => Role) role: Role;
}

/** Somebody else who says who a person is, by OpenID Connect. */
@ObjectType()
class SignInProvider {
  @Field() id: string;
  @Field() name: string;
}

/** What the app needs to know before anybody signed in. */
@ObjectType()
class Service {
  /** Empty unless demo data is loaded. */
  @Field(() => [DemoAccount]) demoAccounts: readonly DemoAccount[];
  @Field(() => [SignInProvider]) signInProviders: readonly SignInProvider[];
  /** The operator's page with imprint and privacy policy; null where it has none of its own. */
  @Field(() => String, { nullable: true }) imprintUrl: string | null;
  @Field(() => Int) undoSeconds: number;
  @Field(() => Int) openNeeds: number;
  @Field(() => Int) openOffers: number;
  @Field(() => Int) introductions: number;
}

@Resolver()
export class ServiceResolver {
  constructor(
    private readonly demo: DemoAccounts,
    private readonly postings: PublicPostingReader,
    private readonly introductions: IntroductionReader,
    @Inject(Config) private readonly config: Config,
  ) {}

  @Public()
  @Query(() => Service)
  async service(): Promise<Service> {
    const { demo, undoSeconds } = this.config;
    const [demoAccounts, open, introductions] = await Promise.all([
      demo ? this.demo.offered() : [],
      this.postings.count(),
      this.introductions.count(),
    ]);
    return {
      demoAccounts,
      signInProviders: this.config.identityProviders.map(({ id, name }) => ({ id, name })),
      imprintUrl: operatorsImprint(this.config),
      undoSeconds,
      openNeeds: open.NEED,
      openOffers: open.OFFER,
      introductions,
    };
  }
}
