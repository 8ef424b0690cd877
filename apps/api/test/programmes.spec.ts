import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '@wilma/platform';
import { loadProgrammes, readProgrammes } from '@wilma/programmes';
import {
  buildAccount,
  buildMatch,
  buildOrganisation,
  buildPosting,
  GraphqlClient,
  type Person,
  type Variables,
} from '@wilma/testing';
import { ApiInProcess } from './in-process.js';

interface Seen {
  readonly id: string;
  readonly shortName: string;
  readonly status: string;
  readonly checkedOn: string | null;
  readonly version: number;
  readonly de: string;
  readonly en: string;
}

const FIELDS =
  'id shortName status checkedOn own version de: description(locale: de) en: description(locale: en)';
const LIST = `{ programmes(first: 50) { totalCount edges { node { ${FIELDS} } } } }`;
const UPDATE = `mutation ($id: ID!, $version: Int!, $input: ProgrammePatch!) {
  updateProgramme(id: $id, version: $version, input: $input) { ${FIELDS} } }`;
const CREATE = `mutation ($input: ProgrammeInput!) { createProgramme(input: $input) { ${FIELDS} } }`;
const OF_POSTING = `mutation ($id: ID!, $version: Int!, $programme: ID) {
  attributePosting(id: $id, version: $version, programme: $programme) {
    version programme { shortName } } }`;
const OF_MATCH = `mutation ($id: ID!, $version: Int!, $programme: ID) {
  attributeMatch(id: $id, version: $version, programme: $programme) {
    version programme { shortName } } }`;

let api: ApiInProcess;
let coordinator: Person;
let member: Person;
let company: string;
let university: string;

beforeAll(async () => {
  api = await ApiInProcess.start();
  const { database } = api;
  company = await buildOrganisation(database);
  university = await buildOrganisation(database, { kind: 'UNIVERSITY' });
  coordinator = await api.signIn(await buildAccount(database, { role: 'COORDINATOR' }));
  member = await api.signIn(await buildAccount(database, { organisations: [company] }));
});

afterAll(() => api.stop());

async function programmes(client: GraphqlClient = coordinator): Promise<Seen[]> {
  const list = (await client.ask(LIST)).programmes as { edges: { node: Seen }[] };
  return list.edges.map(({ node }) => node);
}

async function named(shortName: string): Promise<Seen> {
  const found = (await programmes()).find((one) => one.shortName === shortName);
  if (found === undefined) throw new Error(`no programme ${shortName}`);
  return found;
}

describe('programmes', () => {
  it('are there from the first start, for everybody to read, in both languages', async () => {
    const found = await programmes(new GraphqlClient(api.origin));
    expect(found.map(({ shortName }) => shortName)).toEqual([
      'Fachkräfte',
      'InnoHub13',
      'LEX',
      'Life & Technology',
      'Netzwerk',
      'Startup Revier EAST',
    ]);
    expect(await named('InnoHub13')).toMatchObject({
      status: 'UNKNOWN',
      checkedOn: null,
      de: expect.stringContaining('Transferprojekt'),
      en: expect.stringContaining('transfer project'),
    });
  });

  it('are kept by coordinators: what they edit no later start overwrites', async () => {
    const { id, version } = await named('LEX');
    const input = { status: 'OPEN', checkedOn: '2026-03-02', descriptionEn: 'Checked.' };
    await coordinator.ask(UPDATE, { id, version, input });
    await api.database.query(`UPDATE programme SET name = 'Old' WHERE key = 'innohub13'`);

    const entries = await readProgrammes();
    await api.app.get(Database).transaction((tx) => loadProgrammes(tx, entries));

    expect(await named('LEX')).toMatchObject({
      status: 'OPEN',
      checkedOn: '2026-03-02',
      en: 'Checked.',
    });
    const [fromFile] = await api.database.query(
      `SELECT name FROM programme WHERE key = 'innohub13'`,
    );
    expect(fromFile).toEqual({ name: expect.stringContaining('Innovation Hub 13') });
    expect(await programmes()).toHaveLength(entries.length);
  });

  it('are added and told in an event', async () => {
    const input = {
      name: 'Zwei Länder, ein Labor (Beispiel)',
      shortName: 'Labor',
      kind: 'INITIATIVE',
    };
    const { createProgramme } = await coordinator.ask(CREATE, { input });
    expect(createProgramme).toMatchObject({ shortName: 'Labor', status: 'UNKNOWN', own: false });
    const { id } = createProgramme as Seen;
    const events = await api.database.query(
      `SELECT name FROM event WHERE payload->>'programme' = $1`,
      [id],
    );
    expect(events).toEqual([{ name: 'programme.created' }]);
    await api.database.query('DELETE FROM programme WHERE id = $1', [id]);
  });

  it.each<[string, string, () => Promise<Variables>, string]>([
    ['a stale version', 'CONFLICT', async () => ({ ...(await named('LEX')), version: 99 }), ''],
    [
      'an end before the start',
      'BAD_USER_INPUT',
      async () => ({
        ...(await named('InnoHub13')),
        input: { startsOn: '2027-01-02', endsOn: '2027-01-01' },
      }),
      'endsOn',
    ],
    [
      'a name that is nulled',
      'BAD_USER_INPUT',
      async () => ({ ...(await named('InnoHub13')), input: { name: null } }),
      'name',
    ],
    [
      'a link that runs something',
      'BAD_USER_INPUT',
      async () => ({ ...(await named('InnoHub13')), input: { link: 'javascript:alert(1)' } }),
      'link',
    ],
    ['one that there is not', 'NOT_FOUND', () => Promise.resolve({ id: 'x', version: 1 }), ''],
  ])('are not edited by %s', async (_what, code, target, field) => {
    const { id, version, input = {} } = await target();
    const { extensions } = await coordinator.refusal(UPDATE, { id, version, input });
    expect(extensions.code).toBe(code);
    expect(extensions.fields?.map(({ path }) => path) ?? ['']).toEqual([field]);
  });

  it('are edited by no member', async () => {
    const { id, version } = await named('LEX');
    const change = await member.refusal(UPDATE, { id, version, input: { own: true } });
    const input = { name: 'Meins', shortName: 'Meins', kind: 'INITIATIVE' };
    const addition = await member.refusal(CREATE, { input });
    expect([change, addition].map(({ extensions }) => extensions.code)).toEqual([
      'FORBIDDEN',
      'FORBIDDEN',
    ]);
  });
});

describe('a posting', () => {
  const programmeOf = async (client: GraphqlClient, id: string) =>
    (await client.ask('query ($id: ID!) { need(id: $id) { programme { shortName } } }', { id }))
      .need;

  it('counts towards a programme, which is told to whom its owner is known', async () => {
    const open = await buildPosting(api.database, 'NEED', { organisation: company });
    const blinded = await buildPosting(api.database, 'NEED', {
      organisation: company,
      visibility: 'BLINDED',
    });
    const { id: programme } = await named('InnoHub13');
    for (const id of [open, blinded]) {
      const { attributePosting } = await coordinator.ask(OF_POSTING, { id, version: 1, programme });
      expect(attributePosting).toEqual({ version: 2, programme: { shortName: 'InnoHub13' } });
    }
    const visitor = new GraphqlClient(api.origin);
    expect(await programmeOf(visitor, open)).toEqual({ programme: { shortName: 'InnoHub13' } });
    expect(await programmeOf(visitor, blinded)).toEqual({ programme: null });
    expect(await programmeOf(member, blinded)).toEqual({ programme: { shortName: 'InnoHub13' } });

    const { attributePosting } = await coordinator.ask(OF_POSTING, { id: open, version: 2 });
    expect(attributePosting).toEqual({ version: 3, programme: null });
  });

  it('is attributed by coordinators alone, to programmes that there are', async () => {
    const id = await buildPosting(api.database, 'NEED', { organisation: company });
    const { id: programme } = await named('LEX');
    const byMember = await member.refusal(OF_POSTING, { id, version: 1, programme });
    const stale = await coordinator.refusal(OF_POSTING, { id, version: 2, programme });
    const unknown = await coordinator.refusal(OF_POSTING, { id, version: 1, programme: company });
    expect([byMember, stale, unknown].map(({ extensions }) => extensions.code)).toEqual([
      'FORBIDDEN',
      'CONFLICT',
      'BAD_USER_INPUT',
    ]);
    expect(unknown.extensions.fields?.[0]?.path).toBe('programme');
  });
});

describe('a match', () => {
  /** A match that waits for the yes of the company. */
  async function almostIntroduced() {
    const { database } = api;
    const need = await buildPosting(database, 'NEED', { organisation: company });
    const offer = await buildPosting(database, 'OFFER', { organisation: university });
    const id = await buildMatch(database, { need, offer, state: 'APPROVED' });
    await database.query(
      `UPDATE match SET asked_at = now(), offer_answer = 'INTERESTED' WHERE id = $1`,
      [id],
    );
    const { id: programme } = await named('InnoHub13');
    await coordinator.ask(OF_POSTING, { id: need, version: 1, programme });
    return id;
  }
  const programmeOf = async (person: Person, id: string) =>
    (await person.ask('query ($id: ID!) { match(id: $id) { programme { shortName } } }', { id }))
      .match;

  it('counts towards the programme of its need from the introduction on', async () => {
    const id = await almostIntroduced();
    expect(await programmeOf(coordinator, id)).toEqual({ programme: null });
    await member.answer(id, 'INTERESTED');
    for (const person of [coordinator, member]) {
      expect(await programmeOf(person, id)).toEqual({ programme: { shortName: 'InnoHub13' } });
    }
  });

  it('keeps the one that a coordinator set, which its sides learn after the introduction', async () => {
    const id = await almostIntroduced();
    const { id: programme } = await named('LEX');
    await coordinator.ask(OF_MATCH, { id, version: 1, programme });
    expect(await programmeOf(coordinator, id)).toEqual({ programme: { shortName: 'LEX' } });
    expect(await programmeOf(member, id)).toEqual({ programme: null });
    await member.answer(id, 'INTERESTED');
    expect(await programmeOf(member, id)).toEqual({ programme: { shortName: 'LEX' } });
    const refused = await member.refusal(OF_MATCH, { id, version: 3, programme });
    expect(refused.extensions.code).toBe('FORBIDDEN');
  });
});
