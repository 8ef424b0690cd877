import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dayInBerlin, type PostingKind } from '@wilma/domain';
import { Clock } from '@wilma/platform';
import {
  buildAccount,
  buildMatch,
  buildOrganisation,
  buildPosting,
  type Person,
  queueMails,
} from '@wilma/testing';
import { ApiInProcess } from './in-process.js';

let api: ApiInProcess;
let company: string;
let university: string;
let member: Person;
let coordinator: Person;
let insider: Person;
let administrator: Person;
let reader: string;

beforeAll(async () => {
  api = await ApiInProcess.start();
  const { database } = api;
  company = await buildOrganisation(database);
  university = await buildOrganisation(database, { kind: 'UNIVERSITY' });
  member = await api.signIn(await buildAccount(database, { organisations: [company] }));
  const account = await buildAccount(database, { role: 'COORDINATOR', name: 'Kora Beispiel' });
  reader = account.id;
  coordinator = await api.signIn(account);
  const inside = { role: 'COORDINATOR', organisations: [company] } as const;
  insider = await api.signIn(await buildAccount(database, inside));
  administrator = await api.signIn(await buildAccount(database, { role: 'ADMIN' }));
});

afterAll(() => api.stop());

/** Id of a posting with a confidential text. */
async function aPosting(visibility: 'BLINDED' | 'NAMED', kind: PostingKind = 'NEED') {
  const organisation = kind === 'NEED' ? company : university;
  const id = await buildPosting(api.database, kind, { organisation, visibility });
  const sql = `UPDATE posting SET confidential = 'Nur für die Koordination.' WHERE id = $1`;
  await api.database.query(sql, [id]);
  return id;
}

/** What is noted of a posting, as "part" in order, and the events of it. */
async function noted(posting: string) {
  const parts = await api.database.query<{ part: string }>(
    'SELECT part::text FROM confidential_read WHERE posting_id = $1 ORDER BY id',
    [posting],
  );
  const told = await api.database.query<{ part: string }>(
    `SELECT payload->>'part' AS part FROM event
      WHERE name = 'confidential.read' AND payload->>'posting' = $1 ORDER BY id`,
    [posting],
  );
  expect(told).toEqual(parts);
  return parts.map(({ part }) => part);
}

const look = (fields: string) => `query ($id: ID!) { need(id: $id) { ${fields} } }`;
const TEXT = look('confidential');

describe('what staff read of what others entrust to them', () => {
  it('is noted once a day, with its event, whoever asks how often', async () => {
    const id = await aPosting('NAMED');
    await Promise.all([1, 2, 3].map(() => coordinator.ask(TEXT, { id })));
    await administrator.ask(TEXT, { id });
    expect(await noted(id)).toEqual(['TEXT', 'TEXT']);
    api.clock.forwardDays(1);
    await coordinator.ask(TEXT, { id });
    expect(await noted(id)).toEqual(['TEXT', 'TEXT', 'TEXT']);
  });

  it('is nothing where nothing is told: an empty text, a field not asked for', async () => {
    const id = await buildPosting(api.database, 'NEED', { organisation: company });
    await coordinator.ask(look('confidential reviewNote contact { mail }'), { id });
    const other = await aPosting('NAMED');
    await coordinator.ask(look('title description'), { id: other });
    expect([await noted(id), await noted(other)]).toEqual([[], []]);
  });

  it('is nothing of the own organisation, nor what its members read', async () => {
    const id = await aPosting('BLINDED');
    const all = look('confidential contact { mail } versions { totalCount }');
    for (const person of [member, insider]) await person.ask(all, { id });
    expect(await noted(id)).toEqual([]);
  });

  it('is the contact of a posting that is not named', async () => {
    const [blinded, named] = [await aPosting('BLINDED'), await aPosting('NAMED')];
    for (const id of [blinded, named]) await coordinator.ask(look('contact { mail }'), { id });
    expect([await noted(blinded), await noted(named)]).toEqual([['CONTACT'], []]);
  });

  it('is the contact to whom a mail did not get', async () => {
    const [need, offer] = [await aPosting('BLINDED'), await aPosting('BLINDED', 'OFFER')];
    const match = await buildMatch(api.database, { need, offer, state: 'APPROVED' });
    const { database } = api;
    await database.query(`UPDATE posting SET contact_mail = 'Toni@X.example' WHERE id = $1`, [
      need,
    ]);
    await queueMails(database, ['toni@x.example'], { announced: false });
    await database.query(`UPDATE outgoing_mail SET match_id = $1, last_error = 'no such mailbox'`, [
      match,
    ]);
    const ask = (fields: string) =>
      coordinator.ask(`{ mailProblems { edges { node { ${fields} } } } }`);
    await ask('subject matchId');
    expect(await noted(need)).toEqual([]);
    await ask('toName toAddress');
    expect([await noted(need), await noted(offer)]).toEqual([['CONTACT'], []]);
  });

  it('is the text where a version changed it', async () => {
    const id = await aPosting('NAMED');
    const edit = `mutation ($id: ID!) {
      updateNeed(id: $id, version: 1, input: { confidential: "Etwas anderes." }) { id } }`;
    await member.ask(edit, { id });
    const versions = look('versions { edges { node { changes { parts { text } } } } }');
    await coordinator.ask(versions, { id });
    expect(await noted(id)).toEqual(['TEXT']);
  });

  it("is the sides' own words, each at the posting of who wrote them", async () => {
    const [need, offer] = [await aPosting('BLINDED'), await aPosting('BLINDED', 'OFFER')];
    const match = await buildMatch(api.database, { need, offer, state: 'APPROVED' });
    const note = `UPDATE match SET asked_at = now(), offer_note = 'Gern.' WHERE id = $1`;
    await api.database.query(note, [match]);
    await api.database.insert('match_question', {
      ...{ match_id: match, round: 1, side: 'NEED', state: 'REPLIED' },
      ...{ text: 'Wie groß?', relayed: 'Wie groß?', reply: 'Zwölf Meter.' },
    });
    const ask = (fields: string) =>
      coordinator.ask(`query ($id: ID!) { match(id: $id) { ${fields} } }`, { id: match });
    await ask('state questions { state relayed }');
    expect([await noted(need), await noted(offer)]).toEqual([[], []]);
    await ask('questions { text }');
    expect([await noted(need), await noted(offer)]).toEqual([['QUESTION'], []]);
    await ask('questions { text reply } needNote offerNote');
    expect([await noted(need), (await noted(offer)).sort()]).toEqual([
      ['QUESTION'],
      ['NOTE', 'QUESTION'],
    ]);
  });

  it('is noted by a mutation, too, that answers with it', async () => {
    const id = await aPosting('NAMED');
    const attribute = `mutation ($id: ID!) {
      attributePosting(id: $id, version: 1) { confidential } }`;
    await coordinator.ask(attribute, { id });
    expect(await noted(id)).toEqual(['TEXT']);
  });

  it('is not told where it can not be noted', async () => {
    const id = await aPosting('NAMED');
    const { database } = api;
    await database.query(`
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'the disk is full'; END $$`);
    await database.query(`
      CREATE TRIGGER refuse BEFORE INSERT ON confidential_read
        FOR EACH ROW EXECUTE FUNCTION refuse()`);
    const answer = await coordinator.send(look('title confidential'), { id });
    await database.query('DROP FUNCTION refuse CASCADE');
    expect(answer.errors?.map(({ extensions: { code } }) => code)).toEqual(['INTERNAL']);
    expect(JSON.stringify(answer)).not.toContain('Nur für die Koordination');
    expect(await noted(id)).toEqual([]);
    expect(await coordinator.ask(TEXT, { id })).toEqual({
      need: { confidential: 'Nur für die Koordination.' },
    });
  });

  it('stays as it was noted', async () => {
    await coordinator.ask(TEXT, { id: await aPosting('NAMED') });
    for (const change of ['DELETE FROM', 'TRUNCATE']) {
      await expect(api.database.query(`${change} confidential_read`)).rejects.toThrow(
        'append-only',
      );
    }
    const move = 'UPDATE confidential_read SET account_id = gen_random_uuid()';
    await expect(api.database.query(move)).rejects.toThrow('append-only');
  });
});

describe('whoever entrusted it', () => {
  const today = (): string => dayInBerlin(api.app.get(Clock).now());

  it('sees on which days which parts were read, and not by whom', async () => {
    const id = await aPosting('BLINDED');
    const days = look('daysOfReading { day parts }');
    const seen = async () => (await member.ask(days, { id })).need;
    expect(await seen()).toEqual({ daysOfReading: [] });
    await coordinator.ask(look('confidential contact { mail }'), { id });
    await administrator.ask(TEXT, { id });
    expect(await seen()).toEqual({ daysOfReading: [{ day: today(), parts: ['CONTACT', 'TEXT'] }] });
  });

  it('sees nothing of what was read of a former owner', async () => {
    const id = await aPosting('BLINDED');
    await coordinator.ask(TEXT, { id });
    await api.database.query('UPDATE posting SET organisation_id = $2 WHERE id = $1', [
      id,
      university,
    ]);
    const researcher = await api.signIn(
      await buildAccount(api.database, { organisations: [university] }),
    );
    const days = look('daysOfReading { day }');
    expect(await researcher.ask(days, { id })).toEqual({ need: { daysOfReading: [] } });
  });
});

describe('administrators', () => {
  const READS = `query ($posting: ID, $reader: ID, $first: Int, $after: String) {
    confidentialReads(posting: $posting, reader: $reader, first: $first, after: $after) {
      edges { node { part reader { id name } posting { id } } }
      totalCount pageInfo { hasNextPage endCursor } } }`;
  interface Page {
    readonly edges: { readonly node: { readonly part: string; readonly reader: { id: string } } }[];
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  }

  it('see all of it by page, the latest first, of one posting or one reader', async () => {
    const id = await aPosting('BLINDED');
    await coordinator.ask(TEXT, { id });
    api.clock.forwardSeconds(1);
    await administrator.ask(TEXT, { id });
    api.clock.forwardSeconds(1);
    await coordinator.ask(look('contact { mail }'), { id });
    const ask = async (variables: object) =>
      (await administrator.ask(READS, { ...variables })).confidentialReads as Page;
    const first = await ask({ posting: id, first: 2 });
    expect([first.totalCount, first.pageInfo.hasNextPage]).toEqual([3, true]);
    const rest = await ask({ posting: id, first: 2, after: first.pageInfo.endCursor });
    const all = [...first.edges, ...rest.edges].map(({ node }) => node);
    expect(all.map(({ part }) => part)).toEqual(['CONTACT', 'TEXT', 'TEXT']);
    const kora = {
      part: 'CONTACT',
      reader: { id: reader, name: 'Kora Beispiel' },
      posting: { id },
    };
    expect(all[0]).toEqual(kora);
    const hers = await ask({ posting: id, reader });
    expect(hers.edges.map(({ node }) => node.reader.id)).toEqual([reader, reader]);
    expect((await ask({ reader: 'nobody' })).totalCount).toBe(0);
  });
});
