import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CooperationForm, District, PostingState, Visibility } from '@wilma/domain';
import {
  buildAccount,
  buildOrganisation,
  buildPosting,
  GraphqlClient,
  type Person,
} from '@wilma/testing';
import fc from 'fast-check';
import { ApiInProcess } from './in-process.js';
import { buildCollection, POSTINGS } from './search/collection.js';
import {
  chosenBy,
  counted,
  countedTags,
  type Facet,
  FACETS,
  formsOf,
  idsOf,
  type List,
  type ListFilter,
  MOST_TAGS,
  needsFor,
} from './search/lists.js';

let api: ApiInProcess;
let visitor: GraphqlClient;

beforeAll(async () => {
  api = await ApiInProcess.start();
  visitor = new GraphqlClient(api.origin);
});
afterAll(() => api.stop());

/** What visitors see. */
const needs = (filter: ListFilter, page: { first?: number; after?: string | null } = {}) =>
  needsFor(visitor, filter, page);

describe('facets and pages of a search', () => {
  let idOf: ReadonlyMap<string, string>;
  beforeAll(async () => {
    idOf = await buildCollection(api.database);
  });

  const some = <T>(...values: T[]) => fc.subarray(values, { maxLength: 2 });
  const filters: fc.Arbitrary<ListFilter> = fc.record({
    search: fc.constantFrom('', 'Wärme', 'Prüfung', 'water', 'Beton Asche', 'Fernwärmme'),
    tags: some('energy', 'heat-pumps', 'production', 'water-and-environment', 'concrete'),
    cooperationForms: some<CooperationForm>('THESIS', 'CONSULTING', 'CONTRACT_RESEARCH'),
    districts: some<District>('COTTBUS', 'GOERLITZ', 'SPREE_NEISSE', 'BAUTZEN'),
  });

  it('counts each facet under all of the filter but its own part', async () => {
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        const everything = new Set(idsOf(await needs({ search: filter.search })));
        const found = POSTINGS.filter(({ key }) => everything.has(idOf.get(key) ?? ''));
        const { totalCount, facets } = await needs(filter);
        // Where no posting answers all words, it depends on the filter which answer a part.
        fc.pre(filter.search !== 'Beton Asche' || totalCount > 0);
        const but = (facet: Facet) =>
          chosenBy(
            filter,
            found,
            FACETS.filter((other) => other !== facet),
          );
        expect(totalCount).toBe(chosenBy(filter, found, FACETS).length);
        expect(new Map(facets.districts.map(({ district, count }) => [district, count]))).toEqual(
          counted<string>(but('districts').map(({ district }) => district)),
        );
        expect(new Map(facets.cooperationForms.map(({ form, count }) => [form, count]))).toEqual(
          counted<string>(but('cooperationForms').flatMap(formsOf)),
        );
        const byTag = countedTags(but('tags'));
        const shown = new Map(facets.tags.map(({ tag, count }) => [tag.id, count]));
        expect(shown.size).toBe(Math.min(byTag.size, MOST_TAGS));
        expect(shown).toEqual(new Map([...byTag].filter(([tag]) => shown.has(tag))));
        // What the limit leaves out was not chosen, and finds no more than what is shown.
        const isChosen = (tag: string): boolean => filter.tags?.includes(tag) ?? false;
        const least = Math.min(...[...shown].flatMap(([tag, n]) => (isChosen(tag) ? [] : n)));
        const leftOut = [...byTag].filter(([tag]) => !shown.has(tag));
        expect(leftOut.filter(([tag, count]) => isChosen(tag) || count > least)).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  it('counts what the other list would hold', async () => {
    const { facets, totalCount } = await needs({ districts: ['COTTBUS'] });
    const inCottbus = POSTINGS.filter(({ district }) => district === 'COTTBUS');
    expect(new Map(facets.kinds.map(({ kind, count }) => [kind, count]))).toEqual(
      counted<string>(inCottbus.map(({ kind }) => kind)),
    );
    expect(totalCount).toBe(inCottbus.filter(({ kind }) => kind === 'NEED').length);
  });

  it.each([[2], [7]])('shows every posting once in pages of %d', async (first) => {
    for (const search of ['', 'Wärme', 'Prüfung', 'er', 'Kiefer Brücke Roboter']) {
      const all = idsOf(await needs({ search }));
      const found: string[] = [];
      let after: string | null = null;
      do {
        const page: List = await needs({ search }, { first, after });
        found.push(...idsOf(page));
        after = page.pageInfo.hasNextPage ? (page.edges.at(-1)?.cursor ?? null) : null;
      } while (after !== null);
      expect(found).toEqual(all);
      expect(new Set(found).size).toBe(found.length);
    }
  });

  it.each<[string, ListFilter]>([
    ['another word', { search: 'Schnappschloss' }],
    ['another filter', { search: 'Zwirnspule', districts: ['COTTBUS'] }],
    ['no search', {}],
  ])('refuses the cursor of a search for %s', async (_what, filter) => {
    // Unknown words are looked for in the same way: their orders differ in the words alone.
    const id = await buildPosting(api.database, 'NEED', {
      organisation: await buildOrganisation(api.database),
      title: 'Zwirnspule Schnappschloss',
    });
    const { edges } = await needs({ search: 'Zwirnspule' });
    const { extensions } = await visitor.refusal(
      `query ($filter: PostingFilter, $after: String) {
        needs(filter: $filter, after: $after) { edges { cursor } } }`,
      { filter, after: edges[0]?.cursor },
    );
    expect(extensions.code).toBe('BAD_USER_INPUT');
    await api.database.query('DELETE FROM posting WHERE id = $1', [id]);
  });

  it('says what was left out as it was typed', async () => {
    const { search } = await needs({ search: 'Fernwärmme Zwölfmüßig' });
    expect(search).toMatchObject({
      corrections: [{ word: 'Fernwärmme', taken: 'Fernwärme' }],
      ignored: ['Zwölfmüßig'],
    });
  });

  it('searches nothing where there is no word', async () => {
    const list = await needs({ search: '?!' });
    expect(list.search).toBeNull();
    expect(idsOf(list)).toEqual(idsOf(await needs({})));
  });

  it('takes whatever is typed', async () => {
    const odd = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.string({
        unit: fc.constantFrom('&', '|', '!', "'", ':*', '<->', '\\', '%', '(', 'a', ' '),
      }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
    );
    await fc.assert(
      fc.asyncProperty(odd, async (search) => {
        const { errors } = await visitor.send(
          'query ($s: String) { needs(filter: { search: $s }) { totalCount facets { kinds { count } } } }',
          { s: search.slice(0, 200) },
        );
        expect(errors?.[0]?.extensions.code ?? 'BAD_USER_INPUT').toBe('BAD_USER_INPUT');
      }),
      { numRuns: 60 },
    );
  });
});

describe('what a search does not find', () => {
  let owner: Person;
  let organisation: string;

  beforeAll(async () => {
    organisation = await buildOrganisation(api.database, { name: 'Quarzkopf Verborgenes GmbH' });
    owner = await api.signIn(await buildAccount(api.database, { organisations: [organisation] }));
  });

  const build = (plan: Partial<Parameters<typeof buildPosting>[2]>): Promise<string> =>
    buildPosting(api.database, 'NEED', { organisation, tags: ['hydrogen'], ...plan });

  /** The words that corrections, compounds and beginnings are looked up among. */
  const words = async (): Promise<string[]> =>
    (await api.database.query<{ word: string }>('SELECT word FROM search_word')).map(
      ({ word }) => word,
    );
  const found = async (search: string, person: GraphqlClient = visitor): Promise<string[]> =>
    idsOf(await needsFor(person, { search }));

  it('is the owner of a blinded posting; that of a named one is', async () => {
    const blinded = await build({ visibility: 'BLINDED', title: 'Blindes Anliegen mit Xylose' });
    const named = await build({ visibility: 'NAMED', title: 'Benanntes Anliegen mit Xylose' });
    expect(await found('Quarzkopf')).toEqual([named]);
    expect(await found('Quarzk')).toEqual([named]);
    await api.database.query(`UPDATE posting SET visibility = 'BLINDED' WHERE id = $1`, [named]);
    expect(await found('Quarzkopf')).toEqual([]);
    expect((await found('Xylose')).sort()).toEqual([blinded, named].sort());
    expect(await words()).not.toContain('quarzkopf');
  });

  it('is a confidential text, or a contact', async () => {
    const id = await build({ title: 'Offenes Anliegen', contact: { name: 'Zwirbelfried Amsel' } });
    await api.database.query(
      `UPDATE posting SET confidential = 'Der Kunde heißt Geheimbach' WHERE id = $1`,
      [id],
    );
    const coordinator = await api.signIn(await buildAccount(api.database, { role: 'COORDINATOR' }));
    for (const person of [visitor, owner, coordinator]) {
      expect(await found('Geheimbach', person)).not.toContain(id);
      expect(await found('Zwirbelfried', person)).not.toContain(id);
    }
    const known = await words();
    expect(known).not.toContain('geheimbach');
    expect(known).not.toContain('zwirbelfried');
  });

  it.each<[string, { state?: PostingState; visibility?: Visibility }]>([
    ['a draft', { state: 'DRAFT' }],
    ['a submitted posting', { state: 'SUBMITTED' }],
    ['what only coordinators see', { visibility: 'COORDINATORS_ONLY' }],
  ])('is a word of %s: nor a hint of it', async (_what, plan) => {
    const title = 'Krümelzwack für Übungen';
    const id = await build({ ...plan, title });
    expect(await words()).not.toContain('krumelzwack');
    const list = await needs({ search: 'Krümelzwak' });
    expect(list.search?.corrections).toEqual([]);
    expect(list.search?.ignored).toEqual([]);
    expect(list.totalCount).toBe(0);
    const stranger = await api.signIn(
      await buildAccount(api.database, { organisations: [await buildOrganisation(api.database)] }),
    );
    for (const filter of [{ states: [plan.state ?? 'PUBLISHED'] }, { mine: true }, {}]) {
      const { totalCount, facets } = await needsFor(stranger, {
        ...filter,
        search: 'Krümelzwack',
      });
      expect(totalCount).toBe(0);
      expect(facets).toEqual({ tags: [], cooperationForms: [], districts: [], kinds: [] });
    }
    // One's own are found, even without the dictionary.
    const own = await needsFor(owner, { search: 'Krümelzwack', mine: true });
    expect(idsOf(own)).toEqual([id]);
    await api.database.query('DELETE FROM posting WHERE id = $1', [id]);
  });

  it('forgets the words of what is no longer listed', async () => {
    const id = await build({ title: 'Schnurzelpurz aus Stahl' });
    expect(await words()).toContain('schnurzelpurz');
    expect((await needs({ search: 'Schnurzlpurz' })).search?.corrections).toEqual([
      { word: 'Schnurzlpurz', taken: 'Schnurzelpurz' },
    ]);
    await api.database.query(`UPDATE posting SET state = 'PAUSED' WHERE id = $1`, [id]);
    expect(await words()).not.toContain('schnurzelpurz');
    // Others still use it.
    expect(await words()).toContain('stahl');
    expect((await needs({ search: 'Schnurzlpurz' })).search?.corrections).toEqual([]);
  });

  it('leaves nothing behind that is not in a listed text or a word of the vocabulary', async () => {
    const [row] = await api.database.query<{ words: string[]; counts: boolean }>(`
      SELECT ARRAY(
               SELECT word FROM search_word WHERE word NOT IN (
                 SELECT listed.word FROM posting, search_listed_words(posting) AS listed)
               AND word NOT IN (
                 SELECT search_fold(spelling) FROM search_label, unnest(spellings) AS spelling)
             ) AS words,
             (SELECT min(uses) > 0 FROM search_word) AS counts`);
    expect(row).toEqual({ words: [], counts: true });
  });

  it('follows a tag that is renamed, and one that a posting loses', async () => {
    const id = await build({ title: 'Ganz ohne das Wort', tags: ['fuel-cells'] });
    expect(await found('Zwiebelzelle')).toEqual([]);
    await api.database.query(
      `INSERT INTO tag_label (tag_id, locale, text) VALUES ('fuel-cells', 'de', 'Zwiebelzelle')`,
    );
    expect(await found('Zwiebelzelle')).toEqual([id]);
    await api.database.query('DELETE FROM posting_tag WHERE posting_id = $1', [id]);
    expect(await found('Zwiebelzelle')).toEqual([]);
    await api.database.query(`DELETE FROM tag_label WHERE text = 'Zwiebelzelle'`);
    expect(await words()).not.toContain('zwiebelzelle');
  });
});
