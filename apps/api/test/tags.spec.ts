import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  buildAccount,
  buildOrganisation,
  buildPosting,
  GraphqlClient,
  type Person,
  type Variables,
} from '@wilma/testing';
import { ApiInProcess } from './in-process.js';

interface Seen {
  readonly id: string;
  readonly label: string;
  readonly state: string;
  readonly version: number;
}

const TAG = 'id label(locale: de) state version';
const SUGGEST = `mutation ($label: String!) { tag: suggestTag(label: $label, locale: de) { ${TAG} } }`;
const MERGE = `mutation ($from: [ID!]!, $into: ID!) {
  tag: mergeTags(from: $from, into: $into) { id synonyms(locale: de) merges { id postings } } }`;
const UNDO =
  'mutation ($id: ID!) { undoTagMerge(id: $id) { undoneAt into { id } from { id state } } }';
const NEED = `query ($id: ID!) { need(id: $id) { tags { weight tag { ${TAG} } } } }`;
const BY_TAG = 'query ($tags: [ID!]) { needs(filter: { tags: $tags }) { edges { node { id } } } }';

let api: ApiInProcess;
let coordinator: Person;
let member: Person;
let stranger: Person;
let visitor: GraphqlClient;
let company: string;

beforeAll(async () => {
  api = await ApiInProcess.start();
  const { database } = api;
  company = await buildOrganisation(database);
  const aMember = async (organisation: string) =>
    api.signIn(await buildAccount(database, { organisations: [organisation] }));
  coordinator = await api.signIn(await buildAccount(database, { role: 'COORDINATOR' }));
  member = await aMember(company);
  stranger = await aMember(await buildOrganisation(database));
  visitor = new GraphqlClient(api.origin);
});

afterAll(() => api.stop());

let words = 0;
async function suggest(label?: string, by = member): Promise<Seen> {
  words += 1;
  return (await by.ask(SUGGEST, { label: label ?? `Frisches Wort ${String(words)}` })).tag as Seen;
}
async function aTag(): Promise<Seen> {
  const { id } = await suggest();
  const { tag } = await coordinator.ask(
    `mutation ($id: ID!) { tag: approveTag(id: $id) { ${TAG} } }`,
    { id },
  );
  return tag as Seen;
}
async function tagsSeenBy(viewer: GraphqlClient, id: string): Promise<Seen[]> {
  const { need } = await viewer.ask(NEED, { id });
  return (need as { tags: { tag: Seen }[] }).tags.map(({ tag }) => tag);
}
async function found(viewer: GraphqlClient, ...tags: string[]): Promise<string[]> {
  const { needs } = await viewer.ask(BY_TAG, { tags });
  return (needs as { edges: { node: { id: string } }[] }).edges.map(({ node }) => node.id);
}

describe('a suggested tag', () => {
  it('may be used at once; its owner and coordinators see it, others once it is approved', async () => {
    const tag = await suggest('Rußpartikelzähler');
    expect(tag).toMatchObject({ id: 'russpartikelzaehler', state: 'SUGGESTED' });
    const need = await buildPosting(api.database, 'NEED', { organisation: company });
    const input = { tags: [{ tag: 'hydrogen' }, { tag: tag.id, weight: 3 }] };
    await member.ask(
      'mutation ($id: ID!, $input: NeedPatch!) { updateNeed(id: $id, version: 1, input: $input) { id } }',
      { id: need, input },
    );
    const [all, approved] = [['hydrogen', tag.id], ['hydrogen']];
    const idsSeenBy = async (viewer: GraphqlClient) =>
      (await tagsSeenBy(viewer, need)).map(({ id }) => id);
    for (const viewer of [member, coordinator]) expect(await idsSeenBy(viewer)).toEqual(all);
    for (const viewer of [stranger, visitor]) expect(await idsSeenBy(viewer)).toEqual(approved);
    for (const viewer of [member, stranger, visitor]) {
      expect(await found(viewer, tag.id)).toEqual([]);
    }
    expect((await tagsSeenBy(member, need))[1]).toMatchObject({
      label: 'Rußpartikelzähler',
      state: 'SUGGESTED',
    });

    await coordinator.ask('mutation ($id: ID!) { approveTag(id: $id) { id } }', { id: tag.id });
    expect(await idsSeenBy(visitor)).toEqual(all);
    expect(await found(visitor, tag.id)).toEqual([need]);
    await coordinator.ask('mutation ($id: ID!) { deprecateTag(id: $id) { id } }', { id: tag.id });
    expect(await idsSeenBy(visitor)).toEqual(approved);
    expect((await tagsSeenBy(member, need))[1]?.state).toBe('DEPRECATED');
  });

  it('is offered to nobody and has no page for anybody but coordinators', async () => {
    const { id, label } = await suggest();
    const search = 'query ($search: String!) { tags(search: $search) { id } }';
    const page = 'query ($id: ID!) { tag(id: $id) { id suggestedBy { id } usage { postings } } }';
    for (const viewer of [member, visitor]) {
      expect(await viewer.ask(search, { search: label })).toEqual({ tags: [] });
      expect((await viewer.send(page, { id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
      expect(await viewer.send(page, { id })).toEqual(
        await viewer.send(page, { id: 'no-such-tag' }),
      );
    }
    expect((await coordinator.ask(page, { id })).tag).toMatchObject({
      suggestedBy: { id: expect.any(String) },
      usage: { postings: 0 },
    });
  });

  it('waits in the coordinators’ list, the most used first', async () => {
    const [seldom, often] = [await suggest(), await suggest()];
    await buildPosting(api.database, 'NEED', { organisation: company, tags: [often.id] });
    const { tagSuggestions } = await coordinator.ask('{ tagSuggestions(first: 100) { id } }');
    const ids = (tagSuggestions as Seen[]).map(({ id }) => id);
    expect(ids.indexOf(often.id)).toBeLessThan(ids.indexOf(seldom.id));
  });

  it.each([
    ['an empty label', ''],
    ['one letter', 'x'],
    ['a label without a letter or a digit', '!?'],
    ['two lines', 'ab\ncd'],
    ['a long text', 'a'.repeat(81)],
  ])('is none: %s', async (_what, label) => {
    const { extensions } = await member.refusal(SUGGEST, { label });
    expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'label' }] });
  });
});

describe('a merged tag', () => {
  it('is found by its old word and its old id, until the merge is undone', async () => {
    const [from, into] = [await aTag(), await aTag()];
    const need = await buildPosting(api.database, 'NEED', {
      organisation: company,
      tags: [from.id],
    });
    const { mergePreview } = await coordinator.ask(
      `query ($from: [ID!]!, $into: ID!) {
         mergePreview(from: $from, into: $into) { postings published several matches } }`,
      { from: [from.id], into: into.id },
    );
    expect(mergePreview).toEqual({ postings: 1, published: 1, several: 0, matches: 0 });
    const { tag } = await coordinator.ask(MERGE, { from: [from.id], into: into.id });
    const { merges, ...merged } = tag as { merges: { id: string; postings: number }[] };
    expect(merged).toEqual({ id: into.id, synonyms: [from.label] });
    expect(merges).toMatchObject([{ postings: 1 }]);

    const search = 'query ($search: String!) { tags(search: $search, locale: de) { id } }';
    expect(await visitor.ask(search, { search: from.label })).toEqual({ tags: [{ id: into.id }] });
    const byId = 'query ($id: ID!) { tag(id: $id) { id } }';
    expect(await visitor.ask(byId, { id: from.id })).toEqual({ tag: { id: into.id } });
    for (const id of [from.id, into.id]) expect(await found(visitor, id)).toEqual([need]);
    expect(await suggest(from.label.toUpperCase())).toMatchObject({ id: into.id });

    const { undoTagMerge } = await coordinator.ask(UNDO, { id: merges[0]?.id });
    expect(undoTagMerge).toEqual({
      undoneAt: expect.any(String),
      into: { id: into.id },
      from: [{ id: from.id, state: 'APPROVED' }],
    });
    expect(await visitor.ask(byId, { id: from.id })).toEqual({ tag: { id: from.id } });
    expect([await found(visitor, from.id), await found(visitor, into.id)]).toEqual([[need], []]);
  });
});

describe('keeping the vocabulary', () => {
  const CURATION: [what: string, query: string][] = [
    ['approveTag', 'mutation ($id: ID!) { approveTag(id: $id) { id } }'],
    ['rejectTag', 'mutation ($id: ID!) { rejectTag(id: $id) { id } }'],
    ['deprecateTag', 'mutation ($id: ID!) { deprecateTag(id: $id) { id } }'],
    ['reopenTag', 'mutation ($id: ID!) { reopenTag(id: $id) { id } }'],
    [
      'renameTag',
      'mutation ($id: ID!) { renameTag(id: $id, version: 1, label: "Anders", locale: de) { id } }',
    ],
    ['editTag', 'mutation ($id: ID!) { editTag(id: $id, version: 1, input: {}) { id } }'],
    ['mergeTags', 'mutation ($id: ID!) { mergeTags(from: [$id], into: "hydrogen") { id } }'],
    ['undoTagMerge', 'mutation ($id: ID!) { undoTagMerge(id: $id) { id } }'],
    [
      'mergePreview',
      'query ($id: ID!) { mergePreview(from: [$id], into: "hydrogen") { matches } }',
    ],
    ['tagSuggestions', '{ tagSuggestions { id } }'],
    ['tags in other states', '{ tags(states: [SUGGESTED]) { id } }'],
  ];

  it.each(CURATION)('is no member’s work: %s', async (_what, query) => {
    const { id } = await suggest();
    const before = await api.database.count('event', 'tag_merge');
    const { extensions } = await member.refusal(query, { id });
    expect(extensions.code).toBe('FORBIDDEN');
    expect(await api.database.count('event', 'tag_merge')).toEqual(before);
  });

  it('shows others nothing of who suggested a tag and how it is used', async () => {
    const { id } = await aTag();
    const query = `query ($id: ID!) {
      tag(id: $id) { usage { postings } suggestedBy { id } suggestedAt merges { id } } }`;
    const nothing = { usage: null, suggestedBy: null, suggestedAt: null, merges: [] };
    for (const viewer of [member, visitor]) {
      expect((await viewer.ask(query, { id })).tag).toEqual(nothing);
    }
  });

  const EDIT = `mutation ($id: ID!, $version: Int!, $input: TagPatch!) {
    tag: editTag(id: $id, version: $version, input: $input) {
      ${TAG} wordsBy broader { id } related { id }
      words(locale: en) { label synonyms inherited } } }`;

  it('edits words in both languages and relations at once', async () => {
    const { id, version } = await aTag();
    const input = {
      label: { en: 'Fresh word' },
      synonyms: { en: ['new term'] },
      broader: ['hydrogen'],
      related: ['glass-melting'],
    };
    const { tag } = await coordinator.ask(EDIT, { id, version, input });
    expect(tag).toMatchObject({
      version: version + 1,
      wordsBy: 'CURATOR',
      words: { label: 'Fresh word', synonyms: ['new term'], inherited: [] },
      broader: [{ id: 'hydrogen' }],
      related: [{ id: 'glass-melting' }],
    });
    const { extensions } = await coordinator.refusal(EDIT, { id, version, input });
    expect(extensions.code).toBe('CONFLICT');
  });

  it.each<[string, Variables, string]>([
    ['a word of another tag', { synonyms: { de: ['Wasserstoff'] } }, 'synonyms.de.0'],
    ['an empty synonym', { synonyms: { de: ['gut', ' '] } }, 'synonyms.de'],
    ['a synonym of two lines', { synonyms: { en: ['a\nb'] } }, 'synonyms.en'],
    ['too many synonyms', { synonyms: { en: Array(41).fill('x') } }, 'synonyms.en'],
    ['an empty label', { label: { de: '' } }, 'label.de'],
    ['an unknown relative', { related: ['no-such-tag'] }, 'related.0'],
  ])('is told what is wrong: %s', async (_what, input, path) => {
    const { id, version } = await aTag();
    const { extensions } = await coordinator.refusal(EDIT, { id, version, input });
    expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path }] });
  });
});
