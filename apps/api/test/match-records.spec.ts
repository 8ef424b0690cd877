import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MatchState } from '@wilma/domain';
import {
  buildAccount,
  buildMatch,
  buildOrganisation,
  buildPosting,
  type Person,
  type Variables,
} from '@wilma/testing';
import { ApiInProcess } from './in-process.js';

let api: ApiInProcess;
let coordinator: Person;

beforeAll(async () => {
  api = await ApiInProcess.start();
  coordinator = await api.signIn(await buildAccount(api.database, { role: 'COORDINATOR' }));
});

afterAll(() => api.stop());

/** A match in a state, and somebody of each side. */
async function aMatch(state: MatchState) {
  const { database } = api;
  const company = await buildOrganisation(database);
  const university = await buildOrganisation(database, { kind: 'UNIVERSITY' });
  const id = await buildMatch(database, {
    need: await buildPosting(database, 'NEED', { organisation: company }),
    offer: await buildPosting(database, 'OFFER', { organisation: university }),
    state,
  });
  const member = async (organisation: string) =>
    api.signIn(await buildAccount(database, { organisations: [organisation] }));
  return { id, company, need: await member(company), offer: await member(university) };
}

const RECORD = `mutation ($id: ID!, $version: Int!, $outcome: OutcomeInput!) {
  match: recordOutcome(id: $id, version: $version, outcome: $outcome) { state version } }`;
const OUTCOME = `query ($id: ID!) { match(id: $id) {
  state outcome { result cooperationForm volume reason text side } } }`;
const NOTE = `mutation ($id: ID!, $version: Int!, $text: String!) {
  match: noteMatch(id: $id, version: $version, text: $text) { version } }`;
const NOTES = `query ($id: ID!) { match(id: $id) { version notes { text author { name } } } }`;

const made = {
  result: 'COLLABORATION',
  cooperationForm: 'PILOT',
  volume: 'UNDER_50K',
  text: 'Ein Versuch an der Wanne im Mai.',
};
const nothing = { result: 'NO_COLLABORATION', reason: 'CAPACITY' };

describe('an outcome', () => {
  it('is recorded by one side and read by both and by coordinators', async () => {
    const { id, need, offer } = await aMatch('INTRODUCED');
    const { match } = await offer.ask(RECORD, { id, version: 1, outcome: made });
    expect(match).toEqual({ state: 'COLLABORATION', version: 2 });
    for (const reader of [need, offer, coordinator]) {
      expect((await reader.ask(OUTCOME, { id })).match).toEqual({
        state: 'COLLABORATION',
        outcome: { ...made, reason: null, side: 'OFFER' },
      });
    }
  });

  it('is recorded for their side by a coordinator who belongs to it', async () => {
    const { id, company } = await aMatch('INTRODUCED');
    const insider = await api.signIn(
      await buildAccount(api.database, { role: 'COORDINATOR', organisations: [company] }),
    );
    await insider.ask(RECORD, { id, version: 1, outcome: made });
    expect((await coordinator.ask(OUTCOME, { id })).match).toMatchObject({
      outcome: { side: 'NEED' },
    });
  });

  it('is corrected by a coordinator alone', async () => {
    const { id, company, need } = await aMatch('IN_PROGRESS');
    await need.ask(RECORD, { id, version: 1, outcome: nothing });
    const correction = { id, version: 2, outcome: made };
    const insider = await api.signIn(
      await buildAccount(api.database, { role: 'COORDINATOR', organisations: [company] }),
    );
    for (const refused of [need, insider]) {
      expect((await refused.refusal(RECORD, correction)).extensions.code).toBe('FORBIDDEN');
    }
    await coordinator.ask(RECORD, correction);
    expect((await need.ask(OUTCOME, { id })).match).toEqual({
      state: 'COLLABORATION',
      outcome: { ...made, reason: null, side: null },
    });
    // The same result with other details is a correction as well.
    await coordinator.ask(RECORD, { ...correction, version: 3, outcome: { ...made, text: null } });
    const events = `SELECT name FROM event WHERE payload->>'match' = $1 ORDER BY id`;
    expect((await api.database.query(events, [id])).map(({ name }) => name)).toEqual([
      'match.concluded',
      'match.outcome-corrected',
      'match.outcome-corrected',
    ]);
  });

  it.each<[what: string, outcome: Variables, path: string]>([
    ['none without a reason', { result: 'NO_COLLABORATION' }, 'reason'],
    ['none for another reason without a text', { ...nothing, reason: 'OTHER' }, 'text'],
    ['none with a volume', { ...nothing, volume: 'OPEN' }, 'volume'],
    ['none with a form', { ...nothing, cooperationForm: 'PILOT' }, 'cooperationForm'],
    ['one with a reason against it', { ...made, reason: 'TOPIC' }, 'reason'],
    ['a text without end', { ...made, text: 'a'.repeat(2_001) }, 'text'],
  ])('is refused: %s', async (_what, outcome, path) => {
    const { id, need } = await aMatch('INTRODUCED');
    const { extensions } = await need.refusal(RECORD, { id, version: 1, outcome });
    expect([extensions.code, extensions.fields?.[0]?.path]).toEqual(['BAD_USER_INPUT', path]);
  });

  it('may count towards a programme, and keeps the one there was', async () => {
    const { id, need } = await aMatch('INTRODUCED');
    const { createProgramme } = await coordinator.ask(
      `mutation ($input: ProgrammeInput!) { createProgramme(input: $input) { id } }`,
      { input: { name: 'Beispielprogramm', shortName: 'BP', kind: 'FUNDING_LINE' } },
    );
    const programme = createProgramme as { id: string };
    const READ = 'query ($id: ID!) { match(id: $id) { programme { id } } }';
    const unknown = { ...made, programme: id };
    const { extensions } = await need.refusal(RECORD, { id, version: 1, outcome: unknown });
    expect(extensions.fields?.[0]?.path).toBe('programme');
    const outcome = { ...made, programme: programme.id };
    await need.ask(RECORD, { id, version: 1, outcome });
    expect((await need.ask(READ, { id })).match).toEqual({ programme });
    await coordinator.ask(RECORD, { id, version: 2, outcome: made });
    expect((await need.ask(READ, { id })).match).toEqual({ programme });
    await coordinator.ask(RECORD, { id, version: 3, outcome: { ...made, programme: null } });
    expect((await need.ask(READ, { id })).match).toEqual({ programme: null });
  });

  it('comes after an introduction only', async () => {
    for (const state of ['SUGGESTED', 'APPROVED', 'EXPIRED'] as const) {
      const { id } = await aMatch(state);
      const refused = await coordinator.refusal(RECORD, { id, version: 1, outcome: made });
      expect([state, refused.extensions.code]).toEqual([state, 'CONFLICT']);
    }
  });
});

describe('a note', () => {
  it('is kept with its author, for coordinators alone, and no side notices it', async () => {
    const { id, need, offer } = await aMatch('INTRODUCED');
    await coordinator.ask(NOTE, { id, version: 1, text: 'Ruft nächste Woche an.' });
    await coordinator.ask(NOTE, { id, version: 1, text: 'Hat angerufen.' });
    const author = { name: 'Toni Beispiel' };
    expect((await coordinator.ask(NOTES, { id })).match).toEqual({
      version: 1,
      notes: [
        { text: 'Ruft nächste Woche an.', author },
        { text: 'Hat angerufen.', author },
      ],
    });
    for (const side of [need, offer]) {
      expect((await side.ask(NOTES, { id })).match).toEqual({ version: 1, notes: [] });
      const refused = await side.refusal(NOTE, { id, version: 1, text: 'Hallo' });
      expect(refused.extensions.code).toBe('FORBIDDEN');
      const history = (await side.match(id)).history.map(({ name }) => name);
      expect(history).not.toContain('noted');
    }
  });

  it('may come with a decision', async () => {
    const { id } = await aMatch('SUGGESTED');
    await coordinator.ask(
      `mutation ($id: ID!) { dismissMatch(id: $id, version: 1, reason: TOPIC, note: "Passt nicht.") { id } }`,
      { id },
    );
    const { match } = await coordinator.ask(NOTES, { id });
    expect(match).toMatchObject({ notes: [{ text: 'Passt nicht.' }] });
  });
});

describe('a snoozed match', () => {
  it('is woken by a coordinator before its time', async () => {
    const { id, need } = await aMatch('SNOOZED');
    const WAKE = `mutation ($id: ID!, $version: Int!) {
      match: wakeMatch(id: $id, version: $version) { state version snoozedUntil } }`;
    expect((await need.refusal(WAKE, { id, version: 1 })).extensions.code).toBe('NOT_FOUND');
    const { match } = await coordinator.ask(WAKE, { id, version: 1 });
    expect(match).toEqual({ state: 'SUGGESTED', version: 2, snoozedUntil: null });
  });
});

describe('a list of matches', () => {
  const LIST = `query ($filter: MatchFilter) { matches(filter: $filter, first: 100) {
    totalCount edges { node { id } } } }`;
  const found = async (person: Person, filter: Variables) => {
    const { matches } = (await person.ask(LIST, { filter })) as {
      matches: { totalCount: number; edges: { node: { id: string } }[] };
    };
    expect(matches.totalCount).toBe(matches.edges.length);
    return matches.edges.map(({ node }) => node.id);
  };

  it('is narrowed by topic, place, programme, age and who took it on, for staff alone', async () => {
    const { database } = api;
    const company = await buildOrganisation(database);
    const [parent, child] = await narrowerPair();
    const need = await buildPosting(database, 'NEED', {
      organisation: company,
      district: 'ELBE_ELSTER',
      tags: [child],
    });
    const university = await buildOrganisation(database, { kind: 'UNIVERSITY' });
    const offer = await buildPosting(database, 'OFFER', { organisation: university, tags: [] });
    const id = await buildMatch(database, { need, offer, state: 'APPROVED' });
    const other = (await aMatch('APPROVED')).id;
    const programme = await aProgramme();
    const keeper = await api.signIn(await buildAccount(database, { role: 'COORDINATOR' }));
    const { me } = (await keeper.ask('{ me { account { id } } }')) as {
      me: { account: { id: string } };
    };
    await keeper.ask(
      `mutation ($id: ID!, $me: ID) {
      assignMatch(id: $id, version: 1, assignee: $me) { id } }`,
      { id, me: me.account.id },
    );
    await database.query('UPDATE posting SET programme_id = $2 WHERE id = $1', [need, programme]);
    await database.query(`UPDATE match SET created_at = now() - interval '9 days' WHERE id = $1`, [
      id,
    ]);
    const weekAgo = new Date(Date.now() - 7 * 86_400_000).toISOString();

    const filters: Variables[] = [
      { tags: [parent] },
      { districts: ['ELBE_ELSTER'] },
      { programme },
      { createdBefore: weekAgo },
      { assigned: true },
    ];
    const member = await api.signIn(await buildAccount(database, { organisations: [company] }));
    expect(await found(member, {})).toEqual([id]);
    for (const filter of filters) {
      const ids = await found(keeper, filter);
      expect(ids).toContain(id);
      expect(ids).not.toContain(other);
      expect(await found(member, filter)).toEqual([]);
    }
    expect(await found(keeper, { tags: ['nowhere'] })).toEqual([]);
    expect(await found(keeper, { programme: 'nowhere' })).toEqual([]);
    const beyond = { tags: Array.from({ length: 51 }, () => 'pumps') };
    const refusal = await keeper.refusal(LIST, { filter: beyond });
    expect(refusal.extensions.code).toBe('BAD_USER_INPUT');
  });

  /** A tag and one that is narrower. */
  async function narrowerPair(): Promise<[parent: string, child: string]> {
    const { tags } = (await coordinator.ask(
      '{ tags(roots: true, first: 20) { id narrower { id } } }',
    )) as { tags: { id: string; narrower: { id: string }[] }[] };
    const root = tags.find(({ narrower }) => narrower.length > 0);
    return [root?.id ?? '', root?.narrower[0]?.id ?? ''];
  }

  async function aProgramme(): Promise<string> {
    const { programmes } = (await coordinator.ask(
      '{ programmes(first: 1) { edges { node { id } } } }',
    )) as { programmes: { edges: { node: { id: string } }[] } };
    return programmes.edges[0]?.node.id ?? '';
  }
});
