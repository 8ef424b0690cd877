import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { NotificationKind } from '@wilma/domain';
import { NotificationService, NotificationWriter } from '@wilma/notifications';
import { Database, type Tx } from '@wilma/platform';
import {
  buildAccount,
  buildMatch,
  buildOrganisation,
  buildPosting,
  GraphqlClient,
  type Person,
  type Variables,
  type Versioned,
} from '@wilma/testing';
import pg from 'pg';
import { ApiInProcess } from './in-process.js';
import { aNeed } from './stage.js';

interface Told {
  readonly id: string;
  readonly kind: NotificationKind;
  readonly readAt: string | null;
  readonly de: string;
  readonly en: string;
  readonly posting: { readonly id: string } | null;
  readonly match: { readonly id: string } | null;
}

const LIST = `query ($unread: Boolean, $first: Int, $after: String) {
  notifications(unread: $unread, first: $first, after: $after) { unreadCount totalCount pageInfo { hasNextPage endCursor }
    edges { node { id kind readAt posting { id } match { id }
      de: text(locale: de) en: text(locale: en) } } } }`;
const REVIEW = `mutation ($id: ID!, $version: Int!, $decision: PostingDecision!) { reviewPosting(
  id: $id, version: $version, decision: $decision, note: "Bitte kürzer.") { id version state } }`;

let api: ApiInProcess;
let inbox: NotificationService;

beforeAll(async () => {
  api = await ApiInProcess.start();
  inbox = api.app.get(NotificationService);
});

afterAll(() => api.stop());

/** What the worker does with an event. */
const handle = (work: (tx: Tx) => Promise<void>) => api.app.get(Database).transaction(work);

async function list(person: Person, variables: Variables = {}) {
  const { notifications } = await person.ask(LIST, variables);
  const { edges, ...rest } = notifications as {
    edges: { node: Told }[];
    unreadCount: number;
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
  return { ...rest, told: edges.map(({ node }) => node) };
}
const kinds = async (person: Person) => (await list(person)).told.map(({ kind }) => kind);

/** Fresh people of two organisations, and a coordinator who was told nothing yet. */
async function people() {
  const { database } = api;
  const company = await buildOrganisation(database, { verified: false });
  const university = await buildOrganisation(database, { kind: 'UNIVERSITY' });
  const signIn = async (plan: Parameters<typeof buildAccount>[1]) =>
    api.signIn(await buildAccount(database, plan));
  return {
    company,
    university,
    member: await signIn({ organisations: [company] }),
    colleague: await signIn({ organisations: [company] }),
    researcher: await signIn({ organisations: [university] }),
    coordinator: await signIn({ role: 'COORDINATOR' }),
  };
}

describe('a posting', () => {
  it('is told to coordinators when it waits for them, and to its owner’s people afterwards', async () => {
    const { member, colleague, researcher, coordinator } = await people();
    const need = await member.submit(await member.createNeed(aNeed()));
    await handle((tx) => inbox.postingHandedIn(tx, 'posting.submitted', need.id));
    const [waiting] = (await list(coordinator)).told;
    expect(waiting).toMatchObject({
      kind: 'POSTING_TO_REVIEW',
      posting: { id: need.id },
      match: null,
      readAt: null,
      de: '„Risse in der Schmelzwanne früh erkennen (Beispiel)“ wartet auf Ihre Prüfung.',
      en: '“Risse in der Schmelzwanne früh erkennen (Beispiel)” is waiting for your review.',
    });

    await coordinator.ask(REVIEW, { ...need, decision: 'REQUEST_CHANGES' });
    await handle((tx) =>
      inbox.postingChanged(tx, 'POSTING_CHANGES_REQUESTED', 'posting.changes-requested', need.id),
    );
    for (const person of [member, colleague]) {
      expect(await kinds(person)).toEqual(['POSTING_CHANGES_REQUESTED']);
    }
    expect(await kinds(researcher)).toEqual([]);
  });

  it('is told again when it happens again, and once however often it is handled', async () => {
    const { member, coordinator } = await people();
    let need = await member.submit(await member.createNeed(aNeed()));
    for (const times of [1, 2]) {
      const asked = (await coordinator.ask(REVIEW, { ...need, decision: 'REQUEST_CHANGES' }))
        .reviewPosting as Versioned;
      for (let handled = 0; handled < 2; handled += 1) {
        await handle((tx) =>
          inbox.postingChanged(
            tx,
            'POSTING_CHANGES_REQUESTED',
            'posting.changes-requested',
            need.id,
          ),
        );
      }
      expect(await kinds(member)).toHaveLength(times);
      need = await member.submit(asked);
    }
  });

  it('is not told to who did it, nor to coordinators where nothing waits', async () => {
    const { member, colleague, coordinator, company } = await people();
    await api.database.query('UPDATE organisation SET verified_at = now() WHERE id = $1', [
      company,
    ]);
    const need = await member.submit(await member.createNeed(aNeed()));
    expect(need.state).toBe('PUBLISHED');
    await handle((tx) => inbox.postingHandedIn(tx, 'posting.submitted', need.id));
    await handle((tx) =>
      inbox.postingChanged(tx, 'POSTING_PUBLISHED', 'posting.published', need.id),
    );
    expect(await kinds(member)).toEqual([]);
    expect(await kinds(colleague)).toEqual(['POSTING_PUBLISHED']);
    expect(await kinds(coordinator)).toEqual([]);
  });
});

describe('a match', () => {
  async function asked() {
    const cast = await people();
    const { database } = api;
    const need = await buildPosting(database, 'NEED', { organisation: cast.company });
    const offer = await buildPosting(database, 'OFFER', {
      organisation: cast.university,
      visibility: 'BLINDED',
      title: 'Geheimes Verfahren (Beispiel)',
    });
    const id = await buildMatch(database, { need, offer, state: 'APPROVED' });
    await database.query('UPDATE match SET asked_at = now() WHERE id = $1', [id]);
    return { ...cast, id };
  }

  it('is told to each side by its own posting', async () => {
    const { id, member, researcher, coordinator } = await asked();
    await handle((tx) => inbox.asked(tx, id));
    const [[toMember], [toResearcher]] = [(await list(member)).told, (await list(researcher)).told];
    expect(toMember).toMatchObject({ kind: 'MATCH_TO_ANSWER', match: { id } });
    expect(toMember?.de).toContain('Risse in der Schmelzwanne');
    expect(toMember?.de).not.toContain('Geheimes Verfahren');
    expect(toResearcher?.en).toContain('Geheimes Verfahren');
    expect(await kinds(coordinator)).toEqual([]);
  });

  it('brings a question to coordinators, and the second yes to everybody', async () => {
    const { id, member, researcher, coordinator } = await asked();
    await researcher.ask(
      'mutation ($id: ID!) { answerMatch(id: $id, answer: QUESTION, note: "Wie heiß?") { id } }',
      { id },
    );
    await handle((tx) => inbox.questionAsked(tx, id));
    expect(await kinds(coordinator)).toEqual(['QUESTION_WAITING']);
    await researcher.answer(id, 'INTERESTED');
    await member.answer(id, 'INTERESTED');
    await handle((tx) => inbox.introduced(tx, id));
    expect(await kinds(coordinator)).toEqual(['MATCH_BOTH_ANSWERED', 'QUESTION_WAITING']);
    for (const side of [member, researcher]) {
      expect(await kinds(side)).toEqual(['MATCH_INTRODUCED']);
    }
  });

  it('that comes to nothing is told to who had said yes, without a reason', async () => {
    const { id, member, researcher, coordinator } = await asked();
    await member.answer(id, 'INTERESTED');
    await researcher.answer(id, 'DECLINED', 'CAPACITY');
    await handle((tx) => inbox.over(tx, 'match.declined', id));
    expect((await list(member)).told).toMatchObject([
      { kind: 'MATCH_OVER', de: expect.stringMatching(/ist nichts geworden\.$/) },
    ]);
    expect(await kinds(researcher)).toEqual([]);
    expect(await kinds(coordinator)).toEqual(['MATCH_BOTH_ANSWERED']);
  });

  it('that waits too long for a decision is told once: to who is in charge, else to all', async () => {
    const { database } = api;
    const cast = await people();
    const other = await buildAccount(database, { role: 'COORDINATOR' });
    const need = await buildPosting(database, 'NEED', { organisation: cast.company });
    const [free, assigned] = [await aMatch(), await aMatch()];
    async function aMatch() {
      const offer = await buildPosting(database, 'OFFER', { organisation: cast.university });
      return buildMatch(database, { need, offer });
    }
    await database.query(
      `UPDATE match SET deadline = now() - interval '1 hour',
              assignee_id = CASE WHEN id = $2 THEN $3::uuid END WHERE id = ANY($1)`,
      [[free, assigned], assigned, other.id],
    );
    const writer = api.app.get(NotificationWriter);
    await writer.tick();
    await writer.tick();
    const toldOf = async (person: Person) =>
      (await list(person)).told.map(({ kind, match }) => [kind, match?.id]);
    expect(await toldOf(cast.coordinator)).toEqual([['MATCH_OVERDUE', free]]);
    expect((await toldOf(await api.signIn(other))).sort()).toEqual(
      [free, assigned].map((id) => ['MATCH_OVERDUE', id]).sort(),
    );
  });
});

describe('the inbox', () => {
  async function someoneTold(times: number) {
    const cast = await people();
    for (let n = 0; n < times; n += 1) {
      const posting = await buildPosting(api.database, 'NEED', {
        organisation: cast.company,
        title: `Bedarf Nummer ${String(n)}`,
      });
      await handle((tx) =>
        inbox.postingChanged(tx, 'POSTING_EXPIRING', 'posting.expiring', posting),
      );
    }
    return cast;
  }
  const MARK = 'mutation ($ids: [ID!]!) { markNotificationsRead(ids: $ids) }';

  it('pages, counts what is unread and marks it as read', async () => {
    const { member } = await someoneTold(3);
    const first = await list(member, { first: 2 });
    expect(first).toMatchObject({ unreadCount: 3, totalCount: 3 });
    const second = await list(member, { first: 2, after: first.pageInfo.endCursor });
    expect([first.told.length, second.told.length]).toEqual([2, 1]);

    const [read] = first.told;
    expect(await member.ask(MARK, { ids: [read?.id, 'nonsense'] })).toEqual({
      markNotificationsRead: 2,
    });
    expect((await list(member, { unread: false })).told).toMatchObject([
      { id: read?.id, readAt: expect.any(String) },
    ]);
    expect((await list(member, { unread: true })).told).toHaveLength(2);
    expect(await member.ask('mutation { markAllNotificationsRead }')).toEqual({
      markAllNotificationsRead: 0,
    });
  });

  it('is one’s own: others’ notifications are neither read nor marked', async () => {
    const { member, researcher } = await someoneTold(1);
    const [told] = (await list(member)).told;
    expect((await list(researcher)).told).toEqual([]);
    await researcher.ask(MARK, { ids: [told?.id] });
    expect((await list(member)).unreadCount).toBe(1);
    const visitor = await new GraphqlClient(api.origin).refusal(LIST);
    expect(visitor.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('tells no more than the reader may see at that moment', async () => {
    const { member, company } = await someoneTold(1);
    await api.database.query(
      `UPDATE posting SET visibility = 'COORDINATORS_ONLY' WHERE organisation_id = $1`,
      [company],
    );
    await api.database.query('DELETE FROM membership WHERE organisation_id = $1', [company]);
    expect((await list(member)).told).toMatchObject([
      { posting: null, de: 'Ihr Eintrag läuft bald ab. Verlängern Sie ihn, wenn er noch gilt.' },
    ]);
  });

  it('forgets what is older than half a year', async () => {
    const { member } = await someoneTold(2);
    const [kept, old] = (await list(member)).told;
    const AGE = 'UPDATE notification SET created_at = now() - $2::interval WHERE id = $1';
    await api.database.query(AGE, [kept?.id, '179 days']);
    await api.database.query(AGE, [old?.id, '181 days']);
    await api.app.get(NotificationWriter).tick();
    expect((await list(member)).told).toMatchObject([{ id: kept?.id }]);
  });

  it('costs the same number of statements, however long it is', async () => {
    const { member } = await someoneTold(4);
    const spy = jest.spyOn(pg.Client.prototype, 'query');
    await list(member, { first: 1 });
    const short = spy.mock.calls.length;
    await list(member, { first: 4 });
    expect(spy.mock.calls.length).toBe(2 * short);
    spy.mockRestore();
  });
});
