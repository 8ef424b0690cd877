import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildAccount, type BuiltAccount, type Person } from '@wilma/testing';
import { ApiInProcess } from './in-process.js';

let api: ApiInProcess;
let account: BuiltAccount;
let member: Person;
let coordinator: Person;

beforeAll(async () => {
  api = await ApiInProcess.start();
  account = await buildAccount(api.database);
  member = await api.signIn(account);
  coordinator = await api.signIn(await buildAccount(api.database, { role: 'COORDINATOR' }));
});

afterAll(() => api.stop());

describe('a saved filter', () => {
  const SAVED = `id kind name
    filter { search tags cooperationForms districts states organisation mine }`;
  const SAVE = `mutation ($kind: PostingKind!, $name: String!, $filter: PostingFilter!) {
    saveFilter(kind: $kind, name: $name, filter: $filter) { ${SAVED} } }`;
  const RENAME = `mutation ($id: ID!, $name: String!) {
    renameFilter(id: $id, name: $name) { ${SAVED} } }`;
  const DELETE = 'mutation ($id: ID!) { deleteFilter(id: $id) }';
  const LIST = `query ($kind: PostingKind!) { mySavedFilters(kind: $kind) { ${SAVED} } }`;
  const NEEDS = { kind: 'NEED' };
  const NOTHING = {
    search: null,
    tags: [],
    cooperationForms: [],
    districts: [],
    states: [],
    organisation: null,
    mine: false,
  };

  const save = async (person: Person, name: string, filter: object, kind = 'NEED') =>
    (await person.ask(SAVE, { kind, name, filter })).saveFilter as { id: string; name: string };
  const listOf = async (person: Person, kind = 'NEED') =>
    (await person.ask(LIST, { kind })).mySavedFilters as { id: string; name: string }[];

  it('is kept by name, renamed and deleted by whom it belongs to, of each kind its own', async () => {
    const chosen = { search: 'Wärme', tags: ['energy'], districts: ['COTTBUS', 'BAUTZEN'] };
    const zoo = await save(member, ' Zoo ', { ...chosen, mine: null, states: [] });
    expect(zoo).toEqual({ id: zoo.id, ...NEEDS, name: 'Zoo', filter: { ...NOTHING, ...chosen } });
    const apples = await save(member, 'Äpfel', { mine: true });
    const offers = await save(member, 'Angebote', { cooperationForms: ['THESIS'] }, 'OFFER');
    expect((await listOf(member)).map(({ name }) => name)).toEqual(['Äpfel', 'Zoo']);
    expect(await listOf(member, 'OFFER')).toEqual([offers]);
    await member.ask(RENAME, { id: zoo.id, name: 'Aal' });
    expect(await listOf(member)).toEqual([{ ...zoo, name: 'Aal' }, apples]);
    for (const { id } of [zoo, apples, offers]) await member.ask(DELETE, { id });
    expect(await listOf(member)).toEqual([]);
    const events = await api.database.query<{ name: string }>(
      `SELECT name FROM event WHERE payload->>'filter' = $1 ORDER BY id`,
      [zoo.id],
    );
    expect(events.map(({ name }) => name)).toEqual([
      'filter.saved',
      'filter.renamed',
      'filter.deleted',
    ]);
  });

  it('is nobody else’s, coordinators included', async () => {
    const { id } = await save(member, 'Meiner', { search: 'Holz' });
    expect(await listOf(coordinator)).toEqual([]);
    for (const mutation of [RENAME, DELETE]) {
      for (const one of [id, 'no-uuid']) {
        const { extensions } = await coordinator.refusal(mutation, {
          id: one,
          ...(mutation === RENAME && { name: 'Deiner' }),
        });
        expect(extensions.code).toBe('NOT_FOUND');
      }
    }
    expect(await listOf(member)).toMatchObject([{ id, name: 'Meiner' }]);
    await member.ask(DELETE, { id });
  });

  it.each<[string, object, string]>([
    ['no name', { name: ' ' }, 'name'],
    ['a name of two lines', { name: 'a\nb' }, 'name'],
    ['a long name', { name: 'a'.repeat(61) }, 'name'],
    ['a search that no list takes', { filter: { search: 'a'.repeat(201) } }, 'filter.search'],
    [
      'more tags than a list takes',
      { filter: { tags: Array.from({ length: 51 }, (_, n) => `t${n}`) } },
      'filter.tags',
    ],
  ])('does not take %s', async (_what, given, path) => {
    const { extensions } = await member.refusal(SAVE, {
      ...NEEDS,
      name: 'x',
      filter: {},
      ...given,
    });
    expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path }] });
  });

  it('is one of twenty at most, however fast they are saved', async () => {
    const person = await api.signIn(await buildAccount(api.database));
    const asked = Array.from({ length: 21 }, (_, n) =>
      person.send(SAVE, { kind: n % 2 === 0 ? 'NEED' : 'OFFER', name: `Nr. ${n}`, filter: {} }),
    );
    const refused = (await Promise.all(asked)).filter(({ errors }) => errors !== undefined);
    expect(refused.map(({ errors }) => errors?.[0]?.extensions.fields)).toMatchObject([
      [{ path: 'name' }],
    ]);
  });

  it('leaves out what is not there any more', async () => {
    await api.database.insert('saved_filter', {
      account_id: account.id,
      kind: 'NEED',
      name: 'Von früher',
      filter: JSON.stringify({
        tags: ['no-such-tag', 'energy', 7],
        districts: ['MARS', 'GOERLITZ'],
        cooperationForms: 'THESIS',
        states: ['toString'],
        colour: 'red',
      }),
    });
    expect(await listOf(member)).toMatchObject([
      { filter: { ...NOTHING, tags: ['energy'], districts: ['GOERLITZ'] } },
    ]);
  });
});
