import { Inject } from '@nestjs/common';
import { Field, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { RELEASED, Role } from '@wilma/domain';
import { Config, Database, rowsOf } from '@wilma/platform';
import { Public } from '../auth/viewer.js';

@ObjectType()
class DemoAccount {
  @Field() email: string;
  @Field() password: string;
  @Field(() => Role) role: Role;
}

/** What the app needs to know before anybody signed in. */
@ObjectType()
class Service {
  /** Empty unless demo data is loaded. */
  @Field(() => [DemoAccount]) demoAccounts: DemoAccount[];
  @Field(() => Int) undoSeconds: number;
  @Field(() => Int) openNeeds: number;
  @Field(() => Int) openOffers: number;
  @Field(() => Int) introductions: number;
}

interface Figures {
  readonly needs: number;
  readonly offers: number;
  readonly introductions: number;
  readonly demo: number;
}

const DEMO_PASSWORD = 'wilma-demo';
const DEMO_ACCOUNTS: readonly DemoAccount[] = (
  [
    ['coordinator', 'COORDINATOR'],
    ['company', 'COMPANY'],
    ['researcher', 'RESEARCHER'],
    ['admin', 'ADMIN'],
  ] as const
).map(([name, role]) => ({ email: `${name}@demo.example`, password: DEMO_PASSWORD, role }));

const FIGURES_SQL = `
  SELECT (SELECT count(*)::int FROM posting WHERE kind = 'NEED' AND state = 'PUBLISHED'
             AND visibility <> 'COORDINATORS_ONLY') AS needs,
         (SELECT count(*)::int FROM posting WHERE kind = 'OFFER' AND state = 'PUBLISHED'
             AND visibility <> 'COORDINATORS_ONLY') AS offers,
         (SELECT count(*)::int FROM match WHERE state::text = ANY($1)) AS introductions,
         (SELECT count(*)::int FROM auth."user" WHERE email = $2) AS demo`;

@Resolver()
export class ServiceResolver {
  constructor(
    private readonly database: Database,
    @Inject(Config) private readonly config: Config,
  ) {}

  @Public()
  @Query(() => Service)
  async service(): Promise<Service> {
    const [figures] = await rowsOf<Figures>(this.database.read, FIGURES_SQL, [
      RELEASED,
      DEMO_ACCOUNTS[0]?.email,
    ]);
    const hasDemo = this.config.demo && (figures?.demo ?? 0) > 0;
    return {
      demoAccounts: hasDemo ? [...DEMO_ACCOUNTS] : [],
      undoSeconds: this.config.undoSeconds,
      openNeeds: figures?.needs ?? 0,
      openOffers: figures?.offers ?? 0,
      introductions: figures?.introductions ?? 0,
    };
  }
}
