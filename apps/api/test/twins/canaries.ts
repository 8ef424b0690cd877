import type { TestDatabase } from '@wilma/testing';
import type { Transcript } from './transcript.js';

/** Stands in every column that holds something of the first owner, in upper or lower case. */
export const CANARY = 'Kanarie';
/** Stands for it where letters can't. */
export const CANARY_DIGITS = '7353325';

const TEXTS = `
  SELECT table_schema AS schema, table_name AS "table", column_name AS "column"
    FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
   WHERE table_schema IN ('public', 'auth') AND table_type = 'BASE TABLE'
     AND table_name NOT LIKE 'twin\\_%'
     AND udt_name IN ('text', 'varchar', 'bpchar', 'citext', 'json', 'jsonb', '_text', 'tsvector', 'bytea')
   ORDER BY 1, 2, 3`;

/** Columns of texts in which no canary sits, as `table.column`. */
export async function columnsWithout(database: TestDatabase): Promise<string[]> {
  const columns = await database.query<Record<'column' | 'schema' | 'table', string>>(TEXTS);
  const parts = columns.map(
    ({ schema, table, column }) => `SELECT '${table}.${column}' AS name WHERE NOT EXISTS (
       SELECT FROM "${schema}"."${table}" WHERE "${column}"::text ~* '${CANARY}|${CANARY_DIGITS}')`,
  );
  const rows = await database.query<{ name: string }>(parts.join(' UNION ALL '));
  return rows.map(({ name }) => name).sort();
}

/** What stays the same of a word in base64, wherever it begins in what is encoded. */
const inBase64 = (bytes: Buffer): string[] =>
  [0, 1, 2].map((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
    const first = Math.ceil((offset * 8) / 6);
    const last = Math.floor(((offset + bytes.length) * 8) / 6);
    return encoded.slice(first, last);
  });

const SPELLINGS = [CANARY, CANARY.toLowerCase(), CANARY.toUpperCase(), CANARY_DIGITS].flatMap(
  (word) => {
    const bytes = Buffer.from(word);
    const wide = Buffer.from(word, 'utf16le');
    const big = Buffer.from(wide).swap16();
    return [
      word,
      ...[bytes, wide, big].flatMap((one) => [
        ...inBase64(one),
        ...inBase64(one).map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
        one.toString('hex'),
        one.toString('hex').toUpperCase(),
        one.toString('latin1'),
        [...one].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
      ]),
    ];
  },
);

/** Where somebody reads a canary that they did not say themselves, in whatever spelling. */
export const canariesIn = (transcript: Transcript): string[] =>
  transcript
    .entries()
    .filter(([asked]) => !asked.toLowerCase().includes(CANARY.toLowerCase()))
    .filter(([asked]) => !asked.includes(CANARY_DIGITS))
    .filter(([, text]) => SPELLINGS.some((spelling) => text.includes(spelling)))
    .map(([channel]) => channel);
