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
