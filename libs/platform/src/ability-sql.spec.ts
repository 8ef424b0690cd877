import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AbilityBuilder, createMongoAbility } from '@casl/ability';
import {
  type Ability,
  abilityOf,
  type Actor,
  type MatchAccessFacts,
  PostingConfirmation,
  type PostingFacts,
  PostingState,
  SYSTEM,
  Visibility,
  VISITOR,
} from '@wilma/domain';
import { TestDatabase } from '@wilma/testing';
import { DataSource } from 'typeorm';
import { abilitySql, type FactColumns, whereAllowed } from './ability-sql.js';

const [ACME, UNI, OTHER] = [1, 2, 3].map((n) => `${n}0000000-0000-4000-8000-000000000000`) as [
  string,
  string,
  string,
];

const POSTINGS = [4, 5].map((n) => `${n}0000000-0000-4000-8000-000000000000`) as [string, string];

const account = (role: 'MEMBER' | 'COORDINATOR' | 'ADMIN', ...organisations: string[]): Actor => ({
  kind: 'ACCOUNT',
  accountId: 'account',
  role,
  organisations,
});

const viewers: Record<string, Actor> = {
  visitor: VISITOR,
  newcomer: account('MEMBER'),
  member: account('MEMBER', ACME),
  'member of both': account('MEMBER', ACME, UNI),
  coordinator: account('COORDINATOR'),
  'coordinator inside': account('COORDINATOR', UNI),
  admin: account('ADMIN', OTHER),
  link: { kind: 'LINK', matchId: 'match', organisationId: ACME },
  contact: { kind: 'CONTACT', postingId: POSTINGS[0] },
  system: SYSTEM,
};

/** Every posting and every match that the rules could tell apart. */
const postings = [ACME, UNI, OTHER].flatMap((organisationId) =>
  Object.values(PostingState).flatMap((state) =>
    Object.values(Visibility).flatMap((visibility) =>
      [null, ...Object.values(PostingConfirmation)].flatMap((confirmation) =>
        POSTINGS.map((id): PostingFacts => ({
          is: 'Posting',
          id,
          organisationId,
          state,
          visibility,
          confirmation,
        })),
      ),
    ),
  ),
);
const matches = [ACME, UNI, OTHER].flatMap((needOrganisationId) =>
  [ACME, UNI, OTHER].flatMap((offerOrganisationId) =>
    [true, false].map((everAsked): MatchAccessFacts => ({
      is: 'Match',
      needOrganisationId,
      offerOrganisationId,
      everAsked,
    })),
  ),
);

describe('abilitySql', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  beforeAll(async () => {
    database = await TestDatabase.create();
    dataSource = await new DataSource({ type: 'postgres', url: database.url }).initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  /** Which of the facts, kept as rows of the database, a list holds. */
  async function listed(
    facts: readonly object[],
    asked: readonly [ability: Ability, action: string, subject: string],
  ): Promise<number[]> {
    const [ability, action, subject] = asked;
    const columns: FactColumns = {
      id: 'fact.id',
      organisationId: 'fact."organisationId"',
      state: 'fact.state::text',
      visibility: 'fact.visibility::text',
      confirmation: 'fact.confirmation::text',
      needOrganisationId: 'fact."needOrganisationId"',
      offerOrganisationId: 'fact."offerOrganisationId"',
      everAsked: 'fact."everAsked"',
    };
    const query = dataSource
      .createQueryBuilder()
      .select('fact.n', 'n')
      .from(
        `(SELECT * FROM jsonb_to_recordset(:facts) AS row (n int, id uuid, "organisationId" uuid,
          state posting_state, visibility visibility, confirmation posting_confirmation, "needOrganisationId" uuid,
          "offerOrganisationId" uuid, "everAsked" boolean))`,
        'fact',
      )
      .orderBy('fact.n')
      .setParameters({ facts: JSON.stringify(facts.map((fact, n) => ({ ...fact, n }))) });
    const rows = await whereAllowed(query, ability, [action, subject], columns).getRawMany<{
      n: number;
    }>();
    return rows.map(({ n }) => n);
  }

  it.each(Object.entries(viewers))(
    'lists what can() allows, for a viewer: %s',
    async (_who, actor) => {
      const ability = abilityOf(actor);
      const check = async (
        facts: readonly (MatchAccessFacts | PostingFacts)[],
        subject: string,
        actions: readonly string[],
      ): Promise<void> => {
        for (const action of actions) {
          const allowed = facts.flatMap((fact, n) =>
            ability.can(action as 'read', fact as PostingFacts) ? [n] : [],
          );
          expect([action, await listed(facts, [ability, action, subject])]).toEqual([
            action,
            allowed,
          ]);
        }
      };
      await check(postings, 'Posting', ['read', 'readOwner', 'readContact', 'readConfidential']);
      await check(postings, 'Posting', ['edit', 'review', 'confirm', 'transfer']);
      await check(matches, 'Match', ['read', 'decide', 'assign', 'start']);
    },
  );

  it('takes an unknown fact for another one, as can() does', async () => {
    const { can, cannot, build } = new AbilityBuilder<Ability>(createMongoAbility);
    can('read', 'Match', { everAsked: true });
    can('decide', 'Match');
    cannot('decide', 'Match', { needOrganisationId: ACME });
    const ability = build({ detectSubjectType: (subject) => subject.is });
    const unknown = { is: 'Match', everAsked: null, needOrganisationId: null };
    for (const [action, allowed] of [['read', false] as const, ['decide', true] as const]) {
      expect(ability.can(action, unknown as unknown as MatchAccessFacts)).toBe(allowed);
      expect(await listed([unknown], [ability, action, 'Match'])).toEqual(allowed ? [0] : []);
    }
  });

  it('lists nothing where no rule allows anything', () => {
    expect(abilitySql(abilityOf(VISITOR), ['edit', 'Posting'], {})).toEqual({
      sql: 'FALSE',
      parameters: {},
    });
  });

  it('keeps what is compared with out of the statement', () => {
    const hostile = account('MEMBER', `' OR TRUE --`);
    const { sql } = abilitySql(abilityOf(hostile), ['edit', 'Posting'], { organisationId: 'o' });
    expect(sql).not.toContain('TRUE');
  });

  it('refuses to guess: a fact without a column, an operator without SQL', () => {
    expect(() => abilitySql(abilityOf(VISITOR), ['read', 'Posting'], {})).toThrow('unknown fact');
    const { can, build } = new AbilityBuilder<Ability>(createMongoAbility);
    can('read', 'Posting', { organisationId: { $regex: '^a' } });
    expect(() => abilitySql(build(), ['read', 'Posting'], { organisationId: 'o' })).toThrow(
      'does not know',
    );
  });
});
