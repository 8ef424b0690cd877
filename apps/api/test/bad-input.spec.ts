import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locale } from '@wilma/domain';
import {
  buildAccount,
  buildMatch,
  buildOrganisation,
  buildPosting,
  type GraphqlAnswer,
  type Person,
  type Variables,
  Wilma,
} from '@wilma/testing';
import { doubling } from './fragment-bomb.js';
import { NUL, REFUSED, type Sentences, tagged } from './refused-inputs.js';
import { aNeed } from './stage.js';

const CODES: Readonly<Record<string, Sentences>> = {
  CONFLICT: {
    de: 'Das hat sich inzwischen geändert. Bitte laden Sie die Seite neu.',
    en: 'This has changed in the meantime. Please reload the page.',
  },
  NOT_FOUND: {
    de: 'Das gibt es nicht, oder es ist für Sie nicht sichtbar.',
    en: 'This does not exist, or you cannot see it.',
  },
};

/** Who acts on which record, and the version that they name. */
type Target = [who: Record<Locale, Person>, id: string, version: number];

const ACT = (action: string) =>
  `mutation ($id: ID!, $version: Int!) { ${action}(id: $id, version: $version) { id } }`;

describe('bad input is refused and stores nothing', () => {
  let wilma: Wilma;
  let people: Record<Locale, Person>;
  let coordinators: Record<Locale, Person>;
  let own: Record<Locale, string>;
  let foreignOrganisation: string;
  let foreignDraft: string;
  let dismissed: string;

  const stored = () =>
    wilma.database.query(
      `SELECT (SELECT jsonb_agg(posting ORDER BY id) FROM posting) AS postings,
              (SELECT jsonb_agg(match ORDER BY id) FROM match) AS matches,
              (SELECT count(*) FROM posting_tag) AS tags, (SELECT count(*) FROM event) AS events,
              (SELECT count(*) FROM outgoing_mail) AS mails`,
    );

  /** Does something that must leave everything as it was. */
  async function leavingNothing<T>(work: () => Promise<T>): Promise<T> {
    const before = await stored();
    const result = await work();
    expect(await stored()).toEqual(before);
    return result;
  }

  const create = (locale: Locale, input: Variables): Promise<GraphqlAnswer> =>
    people[locale].send('mutation ($input: NeedInput!) { createNeed(input: $input) { id } }', {
      input,
    });

  beforeAll(async () => {
    wilma = await Wilma.start({ workers: 0 });
    const { database } = wilma;
    foreignOrganisation = await buildOrganisation(database);
    const draft = (organisation: string) =>
      buildPosting(database, 'NEED', { organisation, state: 'DRAFT' });
    foreignDraft = await draft(foreignOrganisation);
    const offer = await buildPosting(database, 'OFFER', { organisation: foreignOrganisation });
    const organisation = await buildOrganisation(database);
    dismissed = await buildMatch(database, {
      need: await buildPosting(database, 'NEED', { organisation }),
      offer,
      state: 'DISMISSED',
    });
    const signIn = async (locale: Locale, role: 'COORDINATOR' | 'MEMBER') =>
      wilma.signIn(
        await buildAccount(database, {
          locale,
          role,
          organisations: role === 'MEMBER' ? [organisation] : [],
        }),
      );
    people = { de: await signIn('de', 'MEMBER'), en: await signIn('en', 'MEMBER') };
    coordinators = { de: await signIn('de', 'COORDINATOR'), en: await signIn('en', 'COORDINATOR') };
    own = { de: await draft(organisation), en: await draft(organisation) };
  });

  afterAll(() => wilma.stop());

  describe.each(['de', 'en'] as const)('in the language %s', (locale) => {
    it.each(REFUSED)('$what', async ({ input, code = 'BAD_USER_INPUT', path, sentence }) => {
      const { data, errors } = await leavingNothing(() =>
        create(locale, aNeed(input(foreignOrganisation))),
      );
      expect(data?.createNeed).toBeUndefined();
      expect(errors).toHaveLength(1);
      expect(errors?.[0]?.extensions).toEqual({
        code,
        fields: [{ path, message: sentence[locale] }],
      });
    });

    it('names every field that is wrong at once', async () => {
      const { errors } = await leavingNothing(() =>
        create(locale, aNeed({ title: '', trl: 0, ...tagged(NUL) })),
      );
      expect(errors?.[0]?.extensions.fields?.map(({ path }) => path).sort()).toEqual([
        'tags.0.tag',
        'title',
        'trl',
      ]);
    });

    const steps: [what: string, code: string, action: string, target: () => Target][] = [
      ['a stale version', 'CONFLICT', 'closePosting', () => [people, own[locale], 99]],
      ['an illegal transition', 'CONFLICT', 'pausePosting', () => [people, own[locale], 1]],
      ['deciding twice', 'CONFLICT', 'approveMatch', () => [coordinators, dismissed, 1]],
      ["somebody else's draft", 'NOT_FOUND', 'submitPosting', () => [people, foreignDraft, 1]],
      ["somebody else's match", 'NOT_FOUND', 'startMatch', () => [people, dismissed, 1]],
      ['an id that is none', 'NOT_FOUND', 'closePosting', () => [people, "' OR true --", 1]],
    ];

    it.each(steps)('%s', async (_what, code, action, target) => {
      const [who, id, version] = target();
      const refusal = await leavingNothing(() => who[locale].refusal(ACT(action), { id, version }));
      expect(refusal.extensions).toEqual({ code });
      expect(refusal.message).toBe(CODES[code]?.[locale]);
    });
  });

  it('300 aliases of one mutation', async () => {
    const input = '{ title: "Dreihundertmal" }';
    const aliases = Array.from(
      { length: 300 },
      (_, n) => `a${n}: createNeed(input: ${input}) { id }`,
    );
    const refusal = await leavingNothing(() =>
      people.de.refusal(`mutation { ${aliases.join(' ')} }`),
    );
    expect(refusal.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('31 fields at the root', async () => {
    const fields = Array.from({ length: 31 }, (_, n) => `a${n}: me { role }`);
    const refusal = await people.de.refusal(`{ ${fields.join(' ')} }`);
    expect(refusal.extensions.code).toBe('BAD_USER_INPUT');
  });

  it.each([
    ['at the root', `{ ...F0 } ${doubling('Query', 100, 'me { role }')}`],
    ['in a list', `{ needs { ...F0 } } ${doubling('NeedConnection', 100, 'totalCount')}`],
  ])('fragments that double a hundred times, %s', async (_where, query) => {
    const began = performance.now();
    const refusal = await wilma.visitor.refusal(query);
    expect(performance.now() - began).toBeLessThan(1_000);
    expect(refusal.extensions.code).toBe('BAD_USER_INPUT');
  });

  const mutation = {
    query: 'mutation ($input: NeedInput!) { createNeed(input: $input) { id } }',
    variables: { input: aNeed() },
  };
  const literal = 'mutation{createNeed(input:{title:"Ohne Vorabfrage"}){id}}';

  it.each([
    ['a batch', (me: Person) => me.post(JSON.stringify([mutation, mutation]))],
    [
      'a body of plain text',
      (me: Person) => me.post(JSON.stringify(mutation), { 'content-type': 'text/plain' }),
    ],
    [
      'a form',
      (me: Person) =>
        me.post(new URLSearchParams({ query: literal }).toString(), {
          'content-type': 'application/x-www-form-urlencoded',
        }),
    ],
    [
      'a plain-text GET',
      (me: Person) =>
        fetch(`${me.origin}/graphql?query=${encodeURIComponent(literal)}`, {
          headers: { ...me.headers, 'content-type': 'text/plain' },
        }),
    ],
    [
      'a mutation by GET',
      (me: Person) =>
        fetch(`${me.origin}/graphql?query=${encodeURIComponent(literal)}`, {
          headers: { ...me.headers, 'apollo-require-preflight': '1' },
        }),
    ],
    ['what is no JSON', (me: Person) => me.post('{"query":')],
    ['what is no operation', (me: Person) => me.post('{"query":"{ me { "}')],
    ['two megabytes', (me: Person) => me.post(JSON.stringify({ query: 'a'.repeat(2_000_000) }))],
  ])('%s', async (_what, send) => {
    const response = await leavingNothing(() => send(people.de));
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    const { errors } = (await response.json()) as GraphqlAnswer;
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  const manyNames = Array.from({ length: 300 }, (_, n) => `a${n}: id`).join(' ');
  const nested = (list: string, inner: string) => `${list} { edges { node { ${inner} } } }`;

  it.each([
    ['a query', '{ me { role } }'],
    ['a mutation', literal],
    ['300 aliases', `subscription { matchChanged { ${manyNames} } }`],
    [
      'too many levels',
      `subscription { matchChanged { need { ${nested('matches', `need { ${nested('matches', 'need { id }')} }`)} } } }`,
    ],
    [
      'too much for one answer',
      `subscription { matchChanged { need { ${nested('matches(first: 100)', `need { ${nested('matches(first: 100)', 'id score')} }`)} } } }`,
    ],
    ['what there is not', 'subscription { everythingChanged { id } }'],
  ])('over the socket, %s', async (_what, query) => {
    await leavingNothing(async () => {
      const subscription = people.de.subscribe(query);
      await subscription.hears('"code":"BAD_USER_INPUT"');
      await subscription.close();
    });
  });

  it('and what is right is stored', async () => {
    const { data, errors } = await create('de', aNeed());
    expect(errors).toBeUndefined();
    expect(data?.createNeed).toBeDefined();
  });
});
