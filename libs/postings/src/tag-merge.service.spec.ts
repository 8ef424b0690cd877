import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type AccountActor, type Actor, VISITOR } from '@wilma/domain';
import { PlatformModule, readConfig } from '@wilma/platform';
import { TagService, VocabularyService } from '@wilma/taxonomy';
import {
  buildAccount,
  buildOrganisation,
  buildPosting,
  settingsFor,
  TestDatabase,
} from '@wilma/testing';
import { PostingService } from './posting.service.js';
import { PostingsModule } from './postings.module.js';
import { TagMergeService } from './tag-merge.service.js';
import { TagUsageReader } from './tag-usage.reader.js';

@Module({})
class Postings {}

let database: TestDatabase;
let app: INestApplicationContext;
let merging: TagMergeService;
let tags: TagService;
let postings: PostingService;
let organisation: string;
let member: AccountActor;

beforeAll(async () => {
  database = await TestDatabase.create();
  // The files' many concepts take long to read, and none of them is needed.
  await database.query('DELETE FROM tag');
  const config = readConfig(settingsFor(database));
  app = await NestFactory.createApplicationContext(
    { module: Postings, imports: [PlatformModule.forRoot(config), PostingsModule] },
    { logger: false },
  );
  [merging, tags, postings] = [
    app.get(TagMergeService),
    app.get(TagService),
    app.get(PostingService),
  ];
  organisation = await buildOrganisation(database);
  const { id: accountId } = await buildAccount(database, { organisations: [organisation] });
  member = { kind: 'ACCOUNT', accountId, role: 'MEMBER', organisations: [organisation] };
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

const curator: Actor = {
  kind: 'ACCOUNT',
  accountId: '00000000-0000-4000-8000-000000000002',
  role: 'COORDINATOR',
  organisations: [],
};
let words = 0;

async function aTag(state: 'APPROVED' | 'DEPRECATED' | 'SUGGESTED' = 'APPROVED'): Promise<string> {
  words += 1;
  const by: AccountActor = {
    ...member,
    accountId: `${String(words).padStart(8, '0')}-0000-4000-8000-000000000000`,
  };
  const { id } = await tags.suggest(by, `Wort ${String(words)}`, 'de');
  if (state === 'SUGGESTED') return id;
  await tags.move(curator, id, 'approve');
  if (state === 'DEPRECATED') await tags.move(curator, id, 'deprecate');
  return id;
}

const aPosting = (...carried: string[]): Promise<string> =>
  buildPosting(database, 'NEED', { organisation, tags: carried });
const merge = (from: string[], into: string) => merging.merge(curator, from, into);
const carriedBy = async (posting: string): Promise<string[]> => {
  const rows = await database.query<{ tag_id: string }>(
    'SELECT tag_id FROM posting_tag WHERE posting_id = $1 ORDER BY position',
    [posting],
  );
  return rows.map(({ tag_id }) => tag_id);
};
const tag = async (id: string) => (await app.get(VocabularyService).refresh()).get(id);
async function retag(posting: string, ...given: string[]): Promise<void> {
  const [row] = await database.query<{ version: number }>(
    'SELECT version FROM posting WHERE id = $1',
    [posting],
  );
  await postings.edit(member, 'NEED', [posting, row?.version ?? 0], {
    tags: given.map((one) => ({ tag: one, weight: 2 })),
  });
}

describe('a merge', () => {
  it.each(['SUGGESTED', 'APPROVED', 'DEPRECATED'] as const)(
    'takes in a tag that is %s; undone, it is that again',
    async (state) => {
      const [from, into] = [await aTag(state), await aTag()];
      const { id } = await merge([from], into);
      expect(await tag(from)).toMatchObject({ state: 'MERGED', mergedInto: into });
      expect((await merging.of(into)).map((one) => one.id)).toEqual([id]);
      const undone = await merging.undo(curator, id);
      expect(undone.undoneAt).not.toBeNull();
      expect(await tag(from)).toMatchObject({ state, mergedInto: null });
      expect(await merging.of(into)).toEqual([]);
      const events = await database.query<{ name: string; from: string[] }>(
        `SELECT name, payload->'from' AS from FROM event WHERE payload->>'merge' = $1 ORDER BY id`,
        [id],
      );
      expect(events).toEqual([
        { name: 'tag.merged', from: [from] },
        { name: 'tag.merge-undone', from: [from] },
      ]);
    },
  );

  it('carries along what went into the merged tag before', async () => {
    const [first, second, third] = [await aTag(), await aTag(), await aTag()];
    const posting = await aPosting(first);
    const earlier = await merge([first], second);
    const later = await merge([second], third);
    expect([await tag(first), await tag(second)]).toMatchObject([
      { mergedInto: third },
      { mergedInto: third },
    ]);
    expect(await carriedBy(posting)).toEqual([third]);
    await expect(merging.undo(curator, earlier.id)).rejects.toMatchObject({ code: 'CONFLICT' });
    await merging.undo(curator, later.id);
    expect(await tag(first)).toMatchObject({ mergedInto: second });
    await merging.undo(curator, earlier.id);
    expect(await carriedBy(posting)).toEqual([first]);
  });

  it('is undone after those into the same tag that came later', async () => {
    const [one, other, into] = [await aTag(), await aTag(), await aTag()];
    const posting = await aPosting(one, other);
    const earlier = await merge([one], into);
    const later = await merge([other], into);
    expect(await carriedBy(posting)).toEqual([into]);
    await expect(merging.undo(curator, earlier.id)).rejects.toMatchObject({ code: 'CONFLICT' });
    await merging.undo(curator, later.id);
    await merging.undo(curator, earlier.id);
    expect(await carriedBy(posting)).toEqual([one, other]);
    await expect(merging.undo(curator, earlier.id)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('leaves postings as their authors have edited them, also when it is undone', async () => {
    const [from, into, more] = [await aTag(), await aTag(), await aTag()];
    const [kept, dropped] = [await aPosting(from), await aPosting(from)];
    const { id } = await merge([from], into);
    await retag(kept, more, into);
    await retag(dropped, more);
    await merging.undo(curator, id);
    expect([await carriedBy(kept), await carriedBy(dropped)]).toEqual([[more, from], [more]]);
  });

  it('is refused in ways that would lose something', async () => {
    const [top, low, other] = [await aTag(), await aTag(), await aTag('SUGGESTED')];
    await tags.edit(curator, [low, (await tag(low))?.version ?? 0], { broader: [top] });
    const merged = await aTag();
    await merge([merged], top);
    const before = await database.count('event', 'tag_merge');
    const refusals: [string[], string, object][] = [
      [[], top, { code: 'BAD_USER_INPUT', fields: [{ path: 'from', problem: 'required' }] }],
      [[top], top, { fields: [{ path: 'from', problem: 'duplicateTag' }] }],
      [[low, low], top, { fields: [{ path: 'from', problem: 'duplicateTag' }] }],
      [[top], low, { fields: [{ path: 'into', problem: 'tagCircle' }] }],
      [['no-such-tag'], top, { code: 'NOT_FOUND' }],
      [[low], 'no-such-tag', { code: 'NOT_FOUND' }],
      [[low], other, { code: 'CONFLICT' }],
      [[low], merged, { code: 'CONFLICT' }],
      [[merged], low, { code: 'CONFLICT' }],
    ];
    for (const [from, into, refusal] of refusals) {
      await expect(merge(from, into)).rejects.toMatchObject(refusal);
    }
    expect(await database.count('event', 'tag_merge')).toEqual(before);
    for (const untouched of [top, low]) {
      expect(await tag(untouched)).toMatchObject({ state: 'APPROVED' });
    }
  });

  it('is not undone where its tag would then stand below itself', async () => {
    const [parent, from, child, into] = [await aTag(), await aTag(), await aTag(), await aTag()];
    const put = async (id: string, broader: string[]) =>
      tags.edit(curator, [id, (await tag(id))?.version ?? 0], { broader });
    await put(from, [parent]);
    await put(child, [from]);
    const { id } = await merge([from], into);
    await put(parent, [child]);
    await expect(merging.undo(curator, id)).rejects.toMatchObject({ code: 'CONFLICT' });
    await put(parent, []);
    await expect(merging.undo(curator, id)).resolves.toMatchObject({ id });
  });

  it.each<[string, () => Actor, string]>([
    ['a member', () => member, 'FORBIDDEN'],
    ['a visitor', () => VISITOR, 'UNAUTHENTICATED'],
  ])('is none of %s', async (_who, by, code) => {
    const [from, into] = [await aTag(), await aTag()];
    const { id } = await merge([await aTag()], into);
    const forbidden = { code };
    await expect(merging.merge(by(), [from], into)).rejects.toMatchObject(forbidden);
    await expect(merging.undo(by(), id)).rejects.toMatchObject(forbidden);
    const usage = app.get(TagUsageReader);
    await expect(usage.previewMerge(by(), [from], into)).rejects.toMatchObject(forbidden);
    expect(await tag(from)).toMatchObject({ state: 'APPROVED' });
  });
});

describe('a posting that is edited while its tags are merged', () => {
  it('never keeps a merged tag, and nobody waits for ever', async () => {
    const into = await aTag();
    for (let round = 0; round < 10; round += 1) {
      const [from, more] = [await aTag(), await aTag()];
      const edited = await Promise.all(Array.from({ length: 3 }, () => aPosting(more)));
      const work = edited.map((posting) => retag(posting, from, more));
      const { id } = (await Promise.all([merge([from], into), ...work]))[0];
      for (const posting of edited) expect(await carriedBy(posting)).toEqual([into, more]);
      if (round % 2 === 0) continue;
      const again = edited.map((posting) => retag(posting, more, into));
      await Promise.all([merging.undo(curator, id), ...again]);
    }
    const lost = `SELECT FROM posting_tag JOIN tag ON tag.id = tag_id WHERE tag.state = 'MERGED'`;
    expect(await database.query(lost)).toEqual([]);
  });

  it('by a form that was opened before names the merged tag, or both', async () => {
    const [from, into] = [await aTag(), await aTag()];
    const posting = await aPosting();
    await merge([from], into);
    await retag(posting, from);
    expect(await carriedBy(posting)).toEqual([into]);
    await retag(posting, from, into);
    expect(await carriedBy(posting)).toEqual([into]);
  });

  it('keeps a tag that was given up meanwhile, and takes no other such', async () => {
    const [carried, other] = [await aTag(), await aTag('DEPRECATED')];
    const posting = await aPosting(carried);
    await tags.move(curator, carried, 'deprecate');
    await retag(posting, carried);
    await expect(retag(posting, carried, other)).rejects.toMatchObject({
      fields: [{ path: 'tags.1.tag', problem: 'tagRetired' }],
    });
  });
});

describe('what a merge would touch', () => {
  it('is told before', async () => {
    const [from, into] = [await aTag(), await aTag()];
    for (const carried of [[from], [from, into], [into]]) await aPosting(...carried);
    await buildPosting(database, 'NEED', { organisation, tags: [from], state: 'DRAFT' });
    const usage = app.get(TagUsageReader);
    expect(await usage.previewMerge(curator, [from], into)).toEqual({
      postings: 3,
      published: 2,
      several: 1,
      matches: 0,
    });
    expect(await usage.usageOf([into, 'no-such-tag', from])).toEqual([
      { postings: 2, published: 2 },
      { postings: 0, published: 0 },
      { postings: 3, published: 2 },
    ]);
  });
});
