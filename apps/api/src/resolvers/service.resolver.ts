import { Inject } from '@nestjs/common';
import { Field, Int, ObjectType, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { District, type PostingKind, Role } from '@wilma/domain';
import { DemoAccounts } from '@wilma/identity';
import { type PublicFigures, PublicFiguresReader } from '@wilma/matches';
import { Config, operatorsImprint } from '@wilma/platform';
import { Public } from '../auth/viewer.js';
import { ScorePartKind } from './match-reason.resolver.js';

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

/** How much is listed of a district. */
@ObjectType()
class DistrictFigures {
  @Field(() => District) district: District;
  @Field(() => Int) needs: number;
  @Field(() => Int) offers: number;
}

/** A part of the score of every match. */
@ObjectType()
class Criterion {
  @Field(() => ScorePartKind) part: ScorePartKind;
  /** Points that it brings at most, of 100. */
  @Field(() => Int) max: number;
}

/** What the app needs to know before anybody signed in, and what everybody may know of the whole. */
@ObjectType()
class Service {
  /** Empty unless demo data is loaded. */
  @Field(() => [DemoAccount]) demoAccounts: readonly DemoAccount[];
  @Field(() => [SignInProvider]) signInProviders: readonly SignInProvider[];
  /** The operator's imprint; null where it has none of its own. */
  @Field(() => String, { nullable: true }) imprintUrl: string | null;
  /** The operator's privacy policy; null where it has none of its own. */
  @Field(() => String, { nullable: true }) privacyUrl: string | null;
  @Field(() => Int) undoSeconds: number;
}

const counted = (
  { listed }: PublicFigures,
  kind: PostingKind,
  district: District | null = null,
): number =>
  listed
    .filter((one) => one.kind === kind && (district === null || one.district === district))
    .reduce((sum, { count }) => sum + count, 0);

@Resolver(() => Service)
export class ServiceResolver {
  constructor(
    private readonly demo: DemoAccounts,
    private readonly figures: PublicFiguresReader,
    @Inject(Config) private readonly config: Config,
  ) {}

  @Public()
  @Query(() => Service)
  async service(): Promise<Service> {
    const { demo, privacyUrl, undoSeconds } = this.config;
    return {
      demoAccounts: demo ? await this.demo.offered() : [],
      signInProviders: this.config.identityProviders.map(({ id, name }) => ({ id, name })),
      imprintUrl: operatorsImprint(this.config),
      privacyUrl,
      undoSeconds,
    };
  }

  @ResolveField(() => Int)
  async openNeeds(): Promise<number> {
    return counted(await this.figures.current(), 'NEED');
  }

  @ResolveField(() => Int)
  async openOffers(): Promise<number> {
    return counted(await this.figures.current(), 'OFFER');
  }

  @ResolveField(() => Int)
  async introductions(): Promise<number> {
    return (await this.figures.current()).introductions;
  }

  /** Those that are verified. */
  @ResolveField(() => Int)
  async organisations(): Promise<number> {
    return (await this.figures.current()).organisations;
  }

  /** Each of them once. */
  @ResolveField(() => [DistrictFigures])
  async districts(): Promise<DistrictFigures[]> {
    const figures = await this.figures.current();
    return Object.values(District).map((district) => ({
      district,
      needs: counted(figures, 'NEED', district),
      offers: counted(figures, 'OFFER', district),
    }));
  }

  /** What matches are judged by, the weightiest first. */
  @ResolveField(() => [Criterion])
  async criteria(): Promise<Criterion[]> {
    const criteria = await this.figures.criteria();
    return criteria.map(({ kind, max }) => ({ part: kind, max }));
  }
}
