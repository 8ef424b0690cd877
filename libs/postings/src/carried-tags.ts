import type { CarriedTag } from '@wilma/domain';
import { rowsOf, type Tx } from '@wilma/platform';

/** Ids of the postings, whatever their state, that carry any of the tags. */
export async function carriersOf(tx: Tx, tags: readonly string[]): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    tx,
    'SELECT DISTINCT posting_id AS id FROM posting_tag WHERE tag_id = ANY($1)',
    [tags],
  );
  return rows.map(({ id }) => id);
}

/** The tags of postings, each in the order of its author. */
export async function carriedBy(
  tx: Tx,
  postings: readonly string[],
): Promise<Map<string, CarriedTag[]>> {
  const rows = await rowsOf<CarriedTag & { posting: string }>(
    tx,
    `SELECT posting_id AS posting, tag_id AS tag, weight, position FROM posting_tag
      WHERE posting_id = ANY($1) ORDER BY posting_id, position`,
    [postings],
  );
  const carried = new Map<string, CarriedTag[]>();
  for (const { posting, ...tag } of rows) {
    const list = carried.get(posting);
    if (list === undefined) carried.set(posting, [tag]);
    else list.push(tag);
  }
  return carried;
}

/** Makes the tags of postings those given. */
export async function setCarried(
  tx: Tx,
  wanted: ReadonlyMap<string, readonly CarriedTag[]>,
): Promise<void> {
  const rows = [...wanted].flatMap(([posting, tags]) => tags.map((tag) => ({ posting, ...tag })));
  await tx.query('DELETE FROM posting_tag WHERE posting_id = ANY($1)', [[...wanted.keys()]]);
  await tx.query(
    `INSERT INTO posting_tag (posting_id, tag_id, weight, position)
     SELECT posting, tag, weight, position FROM jsonb_to_recordset($1::jsonb)
         AS row(posting uuid, tag text, weight smallint, position smallint)`,
    [JSON.stringify(rows)],
  );
}
