import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, Bounds, type FieldProblem, type TagState, VISITOR } from '@wilma/domain';
import { TestDatabase } from '@wilma/testing';
import { actor, type TaxonomyProcess, TaxonomyStage } from './tag-life.fixture.js';
import type { TagService } from './tag.service.js';

let stage: TaxonomyStage;
let here: TaxonomyProcess;
let elsewhere: TaxonomyProcess;

beforeAll(async () => {
  stage = await TaxonomyStage.set(await TestDatabase.create());
  here = await stage.startProcess();
  elsewhere = await stage.startProcess();
});

afterAll(() => stage.close());

const member = actor('MEMBER');
const curator = actor('COORDINATOR', 2);
let words = 0;
const aWord = (): string => `Neues Wort ${String((words += 1))}`;
const suggest = (word = aWord(), by = member) => here.tags.suggest(by, word, 'de');
const refusedWith = (...fields: Partial<FieldProblem>[]) => ({ code: 'BAD_USER_INPUT', fields });

/** A tag in a state, brought there by people. */
async function aTag(state: Exclude<TagState, 'MERGED'>): Promise<string> {
  const { id } = await suggest();
  if (state === 'SUGGESTED') return id;
  await here.tags.move(curator, id, 'approve');
  if (state === 'DEPRECATED') await here.tags.move(curator, id, 'deprecate');
  return id;
}

describe('a suggestion', () => {
  it('is a tag with one label, which nobody is offered', async () => {
    const tag = await suggest('Lausitzer Granit');
    expect(tag).toMatchObject({ id: 'lausitzer-granit', state: 'SUGGESTED', version: 1 });
    expect(tag.suggestedBy).toBe(member.accountId);
    expect(await stage.eventsOf(tag.id)).toEqual(['tag.suggested']);
    expect(await here.vocabulary.search('Granit', 'de', { first: 5 })).toEqual([]);
    const vocabulary = await here.vocabulary.current();
    expect(vocabulary.labelOf(tag.id, 'en')).toBe('Lausitzer Granit');
  });

  it.each([
    ['a label', 'Wasserstoff', 'hydrogen'],
    ['a label in capitals', 'WASSERSTOFF', 'hydrogen'],
    ['a synonym', 'h2', 'hydrogen'],
    ['an umlaut written out', 'Spritzgiessen', 'injection-moulding'],
    ['a hyphen left out', 'Emobilität', 'electromobility'],
    ['a word of the other language', 'hydrogen', 'hydrogen'],
  ])('is none where the word is there already: %s', async (_what, word, id) => {
    const before = await stage.database.count('tag', 'event');
    expect(await suggest(word)).toMatchObject({ id, state: 'APPROVED' });
    expect(await stage.database.count('tag', 'event')).toEqual(before);
  });

  it('is one, however many make it at once, in whichever process', async () => {
    const word = aWord();
    const made = await Promise.all(
      [here, elsewhere, here, elsewhere].map(({ tags }, n) =>
        tags.suggest(actor('MEMBER', 50 + n), n % 2 === 0 ? word : word.toUpperCase(), 'de'),
      ),
    );
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(await stage.eventsOf(made[0]?.id ?? '')).toEqual(['tag.suggested']);
  });

  it('has an id of its own, also where its word gives none or one that is taken', async () => {
    const ids = [];
    for (const word of ['Wärme & Kälte', 'Wärme/Kälte/', 'Водород', '水素']) {
      ids.push((await suggest(word)).id);
    }
    expect(ids).toEqual(['waerme-kaelte', 'waerme-kaelte-2', 'tag', 'tag-2']);
  });

  it('is refused where the coordinators decided against the word', async () => {
    const word = aWord();
    const { id } = await suggest(word);
    await here.tags.move(curator, id, 'reject');
    const refused = refusedWith({ path: 'label', problem: 'tagRetired' });
    await expect(suggest(word.toUpperCase())).rejects.toMatchObject(refused);
  });

  it('waits in line: an account has a limit of open ones', async () => {
    const eager = actor('MEMBER', 99);
    for (let n = 0; n < Bounds.openSuggestions.max; n += 1) await suggest(aWord(), eager);
    await expect(suggest(aWord(), eager)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    await expect(suggest('Wasserstoff', eager)).resolves.toMatchObject({ id: 'hydrogen' });
    await expect(suggest(aWord())).resolves.toMatchObject({ state: 'SUGGESTED' });
  });
});

describe('a decision of a coordinator', () => {
  type Move = Parameters<TagService['move']>[2];
  type Row = [
    move: Move,
    from: 'APPROVED' | 'DEPRECATED' | 'SUGGESTED',
    to: TagState,
    event: string,
  ];
  const LEGAL: Row[] = [
    ['approve', 'SUGGESTED', 'APPROVED', 'tag.approved'],
    ['approve', 'DEPRECATED', 'APPROVED', 'tag.approved'],
    ['reject', 'SUGGESTED', 'DEPRECATED', 'tag.rejected'],
    ['deprecate', 'APPROVED', 'DEPRECATED', 'tag.deprecated'],
    ['reopen', 'DEPRECATED', 'SUGGESTED', 'tag.reopened'],
  ];

  it.each(LEGAL)('%s: a tag that is %s becomes %s', async (move, from, to, event) => {
    const id = await aTag(from);
    const { version } = (await here.vocabulary.find(id)) ?? { version: 0 };
    const moved = await here.tags.move(curator, id, move);
    expect(moved).toMatchObject({ id, state: to, version: version + 1 });
    expect((await stage.eventsOf(id)).at(-1)).toBe(event);
    const label = (await here.vocabulary.current()).labelOf(id, 'de');
    const found = await here.vocabulary.search(label, 'de', { first: 1 });
    expect(found.map((tag) => tag.id)).toEqual(to === 'APPROVED' ? [id] : []);
  });

  it.each<[Move, 'APPROVED' | 'DEPRECATED' | 'SUGGESTED']>([
    ['approve', 'APPROVED'],
    ['reject', 'APPROVED'],
    ['reject', 'DEPRECATED'],
    ['deprecate', 'SUGGESTED'],
    ['deprecate', 'DEPRECATED'],
    ['reopen', 'SUGGESTED'],
    ['reopen', 'APPROVED'],
  ])('%s is refused for a tag that is %s', async (move, from) => {
    const id = await aTag(from);
    const before = await stage.eventsOf(id);
    await expect(here.tags.move(curator, id, move)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await stage.eventsOf(id)).toEqual(before);
    expect(await here.vocabulary.find(id)).toMatchObject({ state: from });
  });

  it.each<[string, Actor, string]>([
    ['a member', member, 'FORBIDDEN'],
    ['a visitor', VISITOR, 'UNAUTHENTICATED'],
  ])('is none of %s', async (_who, by, code) => {
    const id = await aTag('SUGGESTED');
    const forbidden = { code };
    for (const [move] of LEGAL) {
      await expect(here.tags.move(by, id, move)).rejects.toMatchObject(forbidden);
    }
    await expect(here.tags.edit(by, [id, 1], {})).rejects.toMatchObject(forbidden);
    await expect(here.tags.rename(by, [id, 1], 'Anders', 'de')).rejects.toMatchObject(forbidden);
    expect(await here.vocabulary.find(id)).toMatchObject({ state: 'SUGGESTED', version: 1 });
    if (by.kind === 'VISITOR') return;
    await expect(here.tags.move(by, 'no-such-tag', 'approve')).rejects.toMatchObject(forbidden);
  });

  it('is about a tag that there is', async () => {
    const none = here.tags.move(curator, 'no-such-tag', 'approve');
    await expect(none).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is taken once, though two take it at the same moment', async () => {
    const id = await aTag('SUGGESTED');
    const both = await Promise.allSettled(
      [here, elsewhere].map(({ tags }) => tags.move(curator, id, 'approve')),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await stage.eventsOf(id)).toEqual(['tag.suggested', 'tag.approved']);
  });
});

describe('another process', () => {
  it('knows of a change moments later', async () => {
    const id = await aTag('SUGGESTED');
    const inOther = async () => (await elsewhere.vocabulary.graph()).has(id);
    expect(await inOther()).toBe(false);
    await here.tags.move(curator, id, 'approve');
    await stage.database.until('the other process knows the tag', inOther);
    expect(await inOther()).toBe(true);
  });

  it('is never behind where it asks within a transaction', async () => {
    const id = await aTag('SUGGESTED');
    await here.tags.move(curator, id, 'approve');
    await elsewhere.database.transaction(async (tx) => {
      expect((await elsewhere.vocabulary.read(tx)).graph.has(id)).toBe(true);
    });
  });

  it('looks again before it says that a tag is unknown', async () => {
    const { id } = await suggest();
    expect(await elsewhere.vocabulary.find(id)).toMatchObject({ id });
  });
});
