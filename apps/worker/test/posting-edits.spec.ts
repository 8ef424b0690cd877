import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { VISITOR } from '@wilma/domain';
import {
  type Contact,
  type NeedPatch,
  PostingReader,
  PostingReviewService,
  PostingService,
} from '@wilma/postings';
import { buildOrganisation, FOUR_TAGS } from '@wilma/testing';
import { type PostingLife, postingLife } from './posting-life.js';
import { actorOf, codeOf, WorkerStage } from './worker-stage.js';

let stage: WorkerStage;
let life: PostingLife;

beforeAll(async () => {
  stage = await WorkerStage.set();
  life = postingLife(stage);
});

afterAll(() => stage.end());

describe('editing what is published', () => {
  const emptied: [string, NeedPatch, string][] = [
    ['its texts', { summary: '', description: '' }, 'summary'],
    ['its texts by null', { summary: null, description: null } as unknown as NeedPatch, 'summary'],
    ['its tags', { tags: [] }, 'tags'],
  ];

  it.each(
    (['PUBLISHED', 'PAUSED'] as const).flatMap((state) =>
      emptied.map(([what, patch, path]) => [state, what, patch, path] as const),
    ),
  )('can not empty a posting that is %s: %s', async (state, _what, patch, path) => {
    const { id, member } = await life.aNeed({ state });
    const before = await life.rowOf(id);
    await expect(life.edit(member, id, patch)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path }],
    });
    expect(await life.rowOf(id)).toEqual(before);
    expect(
      await stage.database.query('SELECT tag_id FROM posting_tag WHERE posting_id = $1', [id]),
    ).toHaveLength(FOUR_TAGS.length);
  });

  const anything: [string, NeedPatch][] = [
    ['a text', { summary: 'Ganz anders.' }],
    ['the confidential text', { confidential: 'Nur für die Koordination.' }],
    ['what is not matched', { tried: 'Alles.' }],
    ['its tags', { tags: [{ tag: FOUR_TAGS[0]!, weight: 3 }] }],
    ['its visibility', { visibility: 'COORDINATORS_ONLY' }],
    ['its contact', { contact: { name: 'Kim Beispiel', mail: 'kim@contact.example' } as Contact }],
    ['nothing at all', {}],
  ];

  it.each([
    ...anything.map(([what, patch]) => ['PUBLISHED', what, patch] as const),
    ['PAUSED', ...anything[0]!] as const,
  ])(
    'of an unverified organisation, %s: %s is handed in again and reviewed before anybody sees it',
    async (state, _what, patch) => {
      const { id, member } = await life.aNeed({ verified: false, state });
      await life.edit(member, id, patch);
      const { state: now, version } = await life.rowOf(id);
      expect(now).toBe('SUBMITTED');
      const hidden = stage.get(PostingReader).byId(VISITOR, 'NEED', id);
      expect(await codeOf(hidden)).toBe('NOT_FOUND');
      const resumed = stage.get(PostingService).move(member, [id, version], 'resume');
      expect(await codeOf(resumed)).toBe('CONFLICT');
      await stage
        .get(PostingReviewService)
        .review(stage.coordinator, [id, version], 'PUBLISH', null);
      expect(await life.rowOf(id)).toMatchObject({ state: 'PUBLISHED' });
    },
  );

  it('of a verified organisation stays published', async () => {
    const { id, member } = await life.aNeed();
    await life.edit(member, id, { summary: 'Ganz anders.' });
    expect(await life.rowOf(id)).toMatchObject({ state: 'PUBLISHED', summary: 'Ganz anders.' });
  });

  it('in another district describes its owner by the crowd of that one', async () => {
    const { id, member } = await life.aNeed();
    await stage.database.query(`UPDATE posting SET sector = 'C' WHERE id = $1`, [id]);
    await life.edit(member, id, { district: 'ELBE_ELSTER' });
    expect(await life.rowOf(id)).toMatchObject({ sector: null, size_class: null });
  });
});

describe('the versions of a posting', () => {
  it('tell its owner and coordinators what each edit of what was published changed', async () => {
    const { id, member } = await life.aNeed();
    await life.edit(member, id, { summary: 'Eine Zusammenfassung in zwei Sätzen.' });
    await life.edit(member, id, { trl: 5, confidential: 'Geheim' });
    const expected = [
      ['confidential ADDED:Geheim', 'trl ADDED:5'],
      [expect.stringContaining('ADDED:zwei')],
      [],
    ];
    expect(await life.changesOf(member, id)).toEqual(expected);
    expect(await life.changesOf(stage.coordinator, id)).toEqual(expected);
  });

  it('are kept from everybody else', async () => {
    const { id, member } = await life.aNeed();
    await life.edit(member, id, { summary: 'Anders.' });
    expect(await life.changesOf(VISITOR, id)).toEqual([]);
    const stranger = await actorOf(
      stage.database,
      'MEMBER',
      await buildOrganisation(stage.database),
    );
    expect(await life.changesOf(stranger, id)).toEqual([]);
  });

  it('of a draft are not kept, nor is an edit that changed nothing', async () => {
    const draft = await life.aNeed({ state: 'DRAFT' });
    await life.edit(draft.member, draft.id, { summary: 'Anders.' });
    expect(await life.changesOf(draft.member, draft.id)).toEqual([[]]);
    const { id, member } = await life.aNeed();
    await life.edit(member, id, { summary: 'Eine Zusammenfassung in einem Satz.' });
    expect(await life.changesOf(member, id)).toEqual([[]]);
  });

  it('show the reviewer of what was handed in again what became different', async () => {
    const { id, member } = await life.aNeed({ verified: false, state: 'DRAFT' });
    const submit = async () =>
      stage.get(PostingService).submit(member, id, (await life.rowOf(id)).version);
    const { version } = await submit();
    const review = stage.get(PostingReviewService);
    await review.review(stage.coordinator, [id, version], 'REQUEST_CHANGES', 'Bitte genauer.');
    await life.edit(member, id, { goal: 'Zehn Prozent' });
    await life.edit(member, id, { goal: 'Zwanzig Prozent' });
    await submit();
    expect(await life.changesOf(stage.coordinator, id)).toEqual([
      ['goal ADDED:Zwanzig Prozent'],
      [],
    ]);
  });

  it('are twenty at most', async () => {
    const { id, member } = await life.aNeed();
    for (let n = 0; n < 23; n += 1) await life.edit(member, id, { goal: `Ziel ${n}` });
    const kept = 'SELECT count(*)::int AS n FROM posting_version WHERE posting_id = $1';
    expect(await stage.database.query(kept, [id])).toEqual([{ n: 20 }]);
  });
});

describe('a coordinator', () => {
  it('does not review what their own organisation posts', async () => {
    const { id, organisation } = await life.aNeed({ verified: false });
    await stage.database.query(`UPDATE posting SET state = 'SUBMITTED' WHERE id = $1`, [id]);
    const actor = await actorOf(stage.database, 'COORDINATOR', organisation);
    for (const verdict of ['PUBLISH', 'REQUEST_CHANGES'] as const) {
      const review = stage.get(PostingReviewService).review(actor, [id, 1], verdict, 'Nein.');
      expect(await codeOf(review)).toBe('FORBIDDEN');
    }
  });
});
