import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MatchFinder } from '@wilma/matches';
import { Database, type Tx } from '@wilma/platform';
import { type TagMerge, TagMergeService } from '@wilma/postings';
import { VocabularyService } from '@wilma/taxonomy';
import { buildOrganisation } from '@wilma/testing';
import { settled } from '../../api/test/stage.js';
import { WorkerStage } from './worker-stage.js';

/** Groups of two needs and three offers that have two tags of their own; each carries A or B. */
const GROUPS = 100;
const POSTINGS = 5 * GROUPS;
/** Two needs and two offers that carry what is below A and B. */
const NEIGHBOURS = 4;
const PATIENCE_MS = 240_000;

let stage: WorkerStage;
/** The tags that are merged: A into B, and one tag below each. */
let tag: {
  readonly a: string;
  readonly b: string;
  readonly belowA: string;
  readonly belowB: string;
};

beforeAll(async () => {
  stage = await WorkerStage.set();
  tag = await chooseTags();
  await buildPostings();
  await stage.database.query('ANALYZE');
  await stage.get(Database).transaction(matchNeeds);
});

afterAll(() => stage.end());

async function chooseTags() {
  const graph = await stage.get(VocabularyService).graph();
  const found = [...graph.all()]
    .map(({ id }) => id)
    .filter((id) => !graph.isRoot(id) && graph.narrower(id).length > 0);
  const [a = '', b = ''] = found.filter((_, at) => at === 0 || at === found.length - 1);
  return { a, b, belowA: graph.narrower(a)[0] ?? '', belowB: graph.narrower(b)[0] ?? '' };
}

/** Needs carry A, offers B; some carry both, in either order and with various weights. */
async function buildPostings(): Promise<void> {
  const graph = await stage.get(VocabularyService).graph();
  const near = new Set(graph.withNarrower([tag.a, tag.b]));
  const own = [...graph.all()]
    .map(({ id }) => id)
    .filter((id) => graph.narrower(id).length === 0 && !near.has(id));
  const company = await buildOrganisation(stage.database);
  const university = await buildOrganisation(stage.database, { kind: 'UNIVERSITY' });
  const plans = Array.from({ length: GROUPS }, (_, group) => {
    const [one = '', two = ''] = own.slice(2 * group, 2 * group + 2);
    return [
      {
        kind: 'NEED',
        tags: [
          [tag.a, 3],
          [one, 2],
          [two, 1 + (group % 3)],
        ],
      },
      {
        kind: 'NEED',
        tags: [
          [one, 1],
          [tag.a, 1],
          [tag.b, 2],
          [two, 2],
        ],
      },
      {
        kind: 'OFFER',
        tags: [
          [one, 2],
          [tag.b, 2],
          [two, 2],
        ],
      },
      {
        kind: 'OFFER',
        tags: [
          [tag.b, 1],
          [one, 2],
          [tag.a, 3],
        ],
      },
      {
        kind: 'OFFER',
        tags: [
          [two, 2],
          [tag.b, 2],
        ],
      },
    ];
  }).flat();
  const [left = '', right = ''] = own.slice(-2);
  const neighbours = ['NEED', 'OFFER'].flatMap((kind) =>
    [tag.belowA, tag.belowB].map((below) => ({
      kind,
      tags: [
        [below, 3],
        [left, 1],
        [right, 1],
      ],
    })),
  );
  await stage.database.query(BUILD_SQL, [
    JSON.stringify([...plans, ...neighbours]),
    company,
    university,
  ]);
}

const BUILD_SQL = `
  WITH plan AS (
    SELECT gen_random_uuid() AS id, value->>'kind' AS kind, value->'tags' AS tags
      FROM jsonb_array_elements($1::jsonb)),
  posted AS (
    INSERT INTO posting (id, kind, title, summary, description, language, visibility, state, district,
                         cooperation_forms, dois, published_at, expires_at, organisation_id,
                         contact_salutation, contact_name, contact_mail)
    SELECT id, kind::posting_kind, 'Ein Eintrag (Beispiel)', 'Ein Satz.', 'Ein Text.', 'de', 'NAMED',
           'PUBLISHED', 'GOERLITZ', '{CONTRACT_RESEARCH}',
           CASE kind WHEN 'OFFER' THEN '{}'::text[] END, now(), now() + interval '90 days',
           CASE kind WHEN 'NEED' THEN $2::uuid ELSE $3::uuid END,
           'NONE', 'Toni Beispiel', 'toni@contact.example'
      FROM plan RETURNING id)
  INSERT INTO posting_tag (posting_id, tag_id, weight, position)
  SELECT posted.id, tag->>0, (tag->>1)::int, place - 1
    FROM plan JOIN posted USING (id), jsonb_array_elements(tags) WITH ORDINALITY AS t(tag, place)`;

async function matchNeeds(tx: Tx): Promise<void> {
  const needs: { id: string }[] = await tx.query(`SELECT id FROM posting WHERE kind = 'NEED'`);
  for (const { id } of needs) await stage.get(MatchFinder).refresh(tx, id);
}

const OPEN_SQL = `
  SELECT need_id, offer_id, points, strength, parts, reasons, open_questions FROM match
   WHERE state IN ('SUGGESTED', 'SNOOZED', 'APPROVED') ORDER BY need_id, offer_id`;
const TAGS_SQL = `
  SELECT posting_id, tag_id, weight, position FROM posting_tag ORDER BY posting_id, position`;

const openMatches = () => stage.database.query(OPEN_SQL);
const pointsOf = (rows: readonly Record<string, unknown>[]): number =>
  rows.reduce((sum, { points }) => sum + Number(points), 0);
const carried = () => stage.database.query(TAGS_SQL);
const vocabulary = async () => {
  const { graph } = await stage.get(VocabularyService).refresh();
  return [...graph.all()].map((concept) => [concept, graph.narrower(concept.id)]);
};

/** What the matches would be if all were computed now, without any past. */
async function matchesFromScratch(): Promise<unknown> {
  let found: unknown;
  const undo = new Error('this was only to see');
  const work = stage.get(Database).transaction(async (tx) => {
    await tx.query('DELETE FROM match');
    await matchNeeds(tx);
    found = await tx.query(OPEN_SQL);
    throw undo;
  });
  await expect(work).rejects.toBe(undo);
  return found;
}

const followed = () => settled(stage.database, PATIENCE_MS);
const merge = (): Promise<TagMerge> =>
  stage.get(TagMergeService).merge(stage.coordinator, [tag.a], tag.b);

describe('two tags that 500 postings carry', () => {
  it('are merged in one transaction, all matches follow, and undoing it restores all', async () => {
    const before = { tags: await carried(), matches: await openMatches(), all: await vocabulary() };
    expect(before.tags.filter(({ tag_id }) => [tag.a, tag.b].includes(String(tag_id))).length).toBe(
      POSTINGS + 2 * GROUPS,
    );
    const merged = await merge();
    expect(merged.postings).toBe(3 * GROUPS);
    const [events] = await stage.database.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM event WHERE name = 'tag.merged' AND payload->>'merge' = $1`,
      [merged.id],
    );
    expect(events?.n).toBe(1);
    const after = await carried();
    expect(after.filter(({ tag_id }) => tag_id === tag.a)).toEqual([]);
    expect(after.filter(({ tag_id }) => tag_id === tag.b)).toHaveLength(POSTINGS);

    await followed();
    const [retagged] = await stage.database.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM event WHERE name = 'posting.retagged'`,
    );
    expect(retagged?.n).toBe(POSTINGS + NEIGHBOURS);
    const matches = await openMatches();
    expect(matches).toEqual(await matchesFromScratch());
    // Who asked for A or B finds both now.
    expect(pointsOf(matches)).toBeGreaterThan(pointsOf(before.matches));

    await stage.get(TagMergeService).undo(stage.coordinator, merged.id);
    expect(await carried()).toEqual(before.tags);
    expect(await vocabulary()).toEqual(before.all);
    await followed();
    expect(await openMatches()).toEqual(before.matches);
  }, 600_000);
});
