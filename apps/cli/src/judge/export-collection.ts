import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CooperationForm, District, Locale, PostingKind, TagGraph } from '@wilma/domain';
import { rowsOf } from '@wilma/platform';
import type { EntityManager } from 'typeorm';

interface Row {
  readonly id: string;
  readonly kind: PostingKind;
  readonly organisation: string;
  readonly named: boolean;
  readonly lang: Locale;
  readonly title: string;
  readonly text: string;
  readonly tags: string[];
  readonly forms: CooperationForm[];
  readonly trl: number | null;
  readonly district: District | null;
  readonly year: number | null;
}

/** What everybody may read, and nothing else. */
const LISTED_SQL = `
  SELECT id, kind::text, organisation_id AS organisation, visibility = 'NAMED' AS named,
         language::text AS lang, title,
         concat_ws(E'\\n', nullif(summary, ''), nullif(description, ''), nullif(tried, ''),
                   nullif(goal, ''), nullif(evidence, '')) AS text,
         ARRAY(SELECT tag_id FROM posting_tag WHERE posting_id = posting.id
                AND (SELECT state FROM tag WHERE id = tag_id) = 'APPROVED' ORDER BY position) AS tags,
         cooperation_forms::text[] AS forms, coalesce(target_trl, trl) AS trl,
         district::text, extract(year FROM starts_on)::int AS year
    FROM posting WHERE state = 'PUBLISHED' AND visibility IN ('NAMED', 'BLINDED') ORDER BY id`;

/**
 * Writes the published postings as a collection. Owners are left out; that two postings have the
 * same one is told (`exclude`) only where both name it. @returns how many needs and offers
 */
export async function exportCollection(
  from: EntityManager,
  graph: TagGraph,
  folder: string,
): Promise<readonly [needs: number, offers: number]> {
  const rows = await rowsOf<Row>(from, LISTED_SQL);
  const [needs, offers] = [ofKind(rows, 'NEED'), ofKind(rows, 'OFFER')];
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, 'tags.jsonl'),
    lines([...graph.all()].map(({ id, label, broader }) => ({ id, labels: label, broader }))),
  );
  await writeFile(join(folder, 'offers.jsonl'), lines(offers.map((row) => documentOf(row, []))));
  await writeFile(
    join(folder, 'needs.jsonl'),
    lines(needs.map((row) => documentOf(row, offers.filter(isNamedAs(row))))),
  );
  return [needs.length, offers.length];
}

const ofKind = (rows: readonly Row[], kind: PostingKind): Row[] =>
  rows.filter((row) => row.kind === kind);

const isNamedAs =
  (need: Row) =>
  (offer: Row): boolean =>
    need.named && offer.named && need.organisation === offer.organisation;

const documentOf = (row: Row, excluded: readonly Row[]) => ({
  id: row.id,
  lang: row.lang,
  title: row.title,
  text: row.text,
  tags: row.tags,
  field: [],
  year: row.year,
  forms: row.forms,
  trl: row.trl,
  district: row.district,
  exclude: excluded.map(({ id }) => id),
});

const lines = (rows: readonly object[]): string =>
  rows.map((row) => `${JSON.stringify(row)}\n`).join('');
