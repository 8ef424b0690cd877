import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  buildAccount,
  buildMatch,
  buildOrganisation,
  buildPosting,
  GraphqlClient,
  type Person,
} from '@wilma/testing';
import { ApiInProcess } from './in-process.js';
import { aNeed } from './stage.js';

let api: ApiInProcess;
let company: Person;
let researcher: Person;
let organisation: string;

beforeAll(async () => {
  api = await ApiInProcess.start();
  const { database } = api;
  organisation = await buildOrganisation(database, {
    name: 'Duranit Glaswerk Kromlau GmbH',
    website: 'https://www.duranit.example',
    municipality: 'Kromlau',
    sector: 'C',
  });
  await buildOrganisation(database, { name: 'Glaswerk Döbern AG', municipality: 'Döbern' });
  company = await api.signIn(
    await buildAccount(database, { name: 'Berta Quarz', organisations: [organisation] }),
  );
});

afterAll(() => api.stop());

describe('what an introduction told', () => {
  const RELEASES = 'query ($id: ID!) { match(id: $id) { releases { side at fields } } }';
  let match: string;

  const releasesFor = async (person: Person) =>
    ((await person.ask(RELEASES, { id: match })).match as { releases: unknown[] }).releases;

  beforeAll(async () => {
    const { database } = api;
    const university = await buildOrganisation(database, { kind: 'UNIVERSITY' });
    const account = await buildAccount(database, { organisations: [university] });
    researcher = await api.signIn(account);
    const need = await buildPosting(database, 'NEED', {
      organisation,
      visibility: 'BLINDED',
      contact: { phone: '+49 3576 123456' },
    });
    const offer = await buildPosting(database, 'OFFER', { organisation: university });
    match = await buildMatch(database, { need, offer, state: 'APPROVED' });
    await database.query('UPDATE match SET asked_at = now() WHERE id = $1', [match]);
  });

  it('is nothing before it', async () => {
    await company.answer(match, 'INTERESTED');
    for (const person of [company, researcher]) expect(await releasesFor(person)).toEqual([]);
  });

  it('is the same to both sides: whose data, when, and which fields there were', async () => {
    const before = Date.now();
    await researcher.answer(match, 'INTERESTED');
    const told = await releasesFor(company);
    expect(told).toEqual([
      {
        side: 'NEED',
        at: expect.any(String),
        fields: ['ORGANISATION', 'CONTACT_NAME', 'CONTACT_MAIL', 'CONTACT_PHONE'],
      },
      {
        side: 'OFFER',
        at: expect.any(String),
        fields: ['ORGANISATION', 'CONTACT_NAME', 'CONTACT_MAIL'],
      },
    ]);
    for (const { at } of told as { at: string }[]) {
      expect(Date.parse(at)).toBeGreaterThanOrEqual(before);
    }
    expect(await releasesFor(researcher)).toEqual(told);
  });
});

describe('what would give the owner of a blinded posting away', () => {
  const REVEALING = 'query ($id: ID!) { need(id: $id) { revealing { field quote kind } } }';
  const seenBy = async (person: GraphqlClient, id: string) =>
    ((await person.ask(REVEALING, { id })).need as { revealing: unknown[] }).revealing;

  it('is told to the owner: what, and where; nobody is kept from publishing', async () => {
    const draft = await company.createNeed(
      aNeed({
        visibility: 'BLINDED',
        title: 'Risse in DURANIT-Gläsern früh erkennen',
        summary: 'Ein Glaswerk in Kromlau sucht Bildverarbeitung.',
        description: 'Fragen Sie Frau Quarz, mehr unter www.duranit.example.',
        tried: 'Heute schaut Berta Quarz: 03576 / 123 456.',
        goal: 'Schreiben Sie an labor@anderswo.example.',
        contact: { name: 'Berta Quarz', mail: 'quarz@duranit.example', phone: '03576 123456' },
      }),
    );
    expect(await seenBy(company, draft.id)).toEqual([
      { field: 'title', quote: 'DURANIT', kind: 'ORGANISATION' },
      { field: 'summary', quote: 'Kromlau', kind: 'PLACE' },
      { field: 'description', quote: 'duranit.example', kind: 'ADDRESS' },
      { field: 'description', quote: 'Frau Quarz', kind: 'PERSON' },
      { field: 'tried', quote: 'Berta Quarz', kind: 'PERSON' },
      { field: 'tried', quote: '03576 / 123 456', kind: 'PHONE' },
      { field: 'goal', quote: 'labor@anderswo.example', kind: 'ADDRESS' },
    ]);
    const { state } = await company.submit(draft);
    expect(state).toBe('PUBLISHED');
    // That it was noticed would be a hint of its own.
    for (const other of [new GraphqlClient(api.origin), researcher]) {
      expect(await seenBy(other, draft.id)).toEqual([]);
    }
  });

  it('is neither a word of the trade nor a place with others of the sector', async () => {
    await buildOrganisation(api.database, { name: 'Sandwerk', municipality: 'kromlau' });
    const draft = await company.createNeed(
      aNeed({ visibility: 'BLINDED', summary: 'Ein Glaswerk in Kromlau, nicht in Döbern.' }),
    );
    expect(await seenBy(company, draft.id)).toEqual([]);
  });
});
