import { Injectable } from '@nestjs/common';
import { ArgsType, Field, ID, ObjectType } from '@nestjs/graphql';
import { AccountRole, type Actor, demand } from '@wilma/domain';
import {
  Clock,
  type Connection,
  Cursors,
  Database,
  IsOneOf,
  IsText,
  Optional,
  page,
  PageArgs,
  rowsOf,
} from '@wilma/platform';
import { Account } from './account.entity.js';

/** An account as administrators see it. */
@ObjectType()
export class ListedAccount {
  @Field(() => ID) id: string;
  @Field() name: string;
  @Field() email: string;
  @Field(() => AccountRole) role: AccountRole;
  /** Whether the address was confirmed: before, the account acts for nobody. */
  @Field() confirmed: boolean;
  /** Names of the organisations it belongs to. */
  @Field(() => [String]) organisations: string[];
  /** Whether it is signed in anywhere. */
  @Field() signedIn: boolean;
  /** When it was last seen, as far as a session of its still tells; null after they have ended. */
  @Field(() => Date, { nullable: true }) lastSeenAt: Date | null;
}

@ArgsType()
export class AccountFilter extends PageArgs {
  /** Part of the name or the address. */
  @Field(() => String, { nullable: true })
  @Optional()
  @IsText({ max: 200 })
  search?: string | null;

  @Field(() => AccountRole, { nullable: true })
  @Optional()
  @IsOneOf(AccountRole)
  role?: AccountRole | null;

  /** Those whose address is confirmed, or those whose is not. */
  @Field(() => Boolean, { nullable: true })
  @Optional()
  confirmed?: boolean | null;
}

interface Standing {
  readonly id: string;
  readonly organisations: string[];
  readonly lastSeenAt: Date | null;
  readonly signedIn: boolean;
}

const STANDING_SQL = `
  SELECT asked.id,
         ARRAY(SELECT organisation.name FROM membership
                 JOIN organisation ON organisation.id = membership.organisation_id
                WHERE membership.account_id = asked.id ORDER BY organisation.name LIMIT 20
         ) AS organisations,
         (SELECT max("updatedAt") FROM auth.session WHERE "userId" = asked.id) AS "lastSeenAt",
         EXISTS (SELECT FROM auth.session
                  WHERE "userId" = asked.id AND "expiresAt" > $2) AS "signedIn"
    FROM unnest($1::uuid[]) AS asked(id)`;

/** Finds accounts for administrators. */
@Injectable()
export class AccountLister {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
  ) {}

  /** By name. @throws DomainError FORBIDDEN */
  async list(actor: Actor, filter: AccountFilter): Promise<Connection<ListedAccount>> {
    demand(actor, 'list', 'Account');
    const { search, role, confirmed, ...args } = filter;
    const query = this.database.read.createQueryBuilder(Account, 'account');
    if (search?.trim()) {
      const part = `%${search.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
      query.andWhere('(account.name ILIKE :part OR account.email ILIKE :part)', { part });
    }
    if (role) query.andWhere('account.role = :role', { role });
    if (typeof confirmed === 'boolean') {
      query.andWhere('account."emailVerified" = :confirmed', { confirmed });
    }
    const found = await page(query, { by: 'account.name', direction: 'ASC' }, args, this.cursors);
    const standing = await this.standingOf(found.edges.map(({ node }) => node.id));
    return {
      edges: found.edges.map(({ node, cursor }) => {
        const { id, name, email, role: rank, emailVerified } = node;
        const { organisations = [], lastSeenAt = null, signedIn = false } = standing.get(id) ?? {};
        const account = { id, name, email, role: rank, confirmed: emailVerified };
        return { cursor, node: { ...account, organisations, lastSeenAt, signedIn } };
      }),
      pageInfo: found.pageInfo,
      get totalCount() {
        return found.totalCount;
      },
    };
  }

  private async standingOf(ids: readonly string[]): Promise<ReadonlyMap<string, Standing>> {
    const now = this.clock.now();
    const rows = await rowsOf<Standing>(this.database.read, STANDING_SQL, [ids, now]);
    return new Map(rows.map((row) => [row.id, row]));
  }
}
