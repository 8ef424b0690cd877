import type { TestDatabase } from '@wilma/testing';

/** What the database says of a posting; of its texts only what is public. */
export interface PostingFacts {
  readonly language: 'de' | 'en';
  readonly texts: readonly string[];
  readonly tags: ReadonlyMap<string, number>;
  readonly forms: readonly string[];
  readonly trl: number | null;
  readonly district: string | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
}

export interface VocabularyFacts {
  /** Labels and synonyms by tag and language. */
  readonly wordings: ReadonlyMap<string, readonly string[]>;
  /** "narrower broader" of each pair of tags. */
  readonly broader: ReadonlySet<string>;
  /** "one other" of each pair, in both orders. */
  readonly related: ReadonlySet<string>;
}

interface PostingRow {
  readonly id: string;
  readonly language: 'de' | 'en';
  readonly texts: readonly (string | null)[];
  readonly tags: Readonly<Record<string, number>> | null;
  readonly forms: readonly string[];
  readonly trl: number | null;
  readonly district: string | null;
  readonly starts_on: string | null;
  readonly ends_on: string | null;
}

export async function postingFacts(database: TestDatabase): Promise<Map<string, PostingFacts>> {
  const rows = await database.query<Readonly<Record<string, unknown>>>(
    `SELECT id, language, ARRAY[title, summary, description, goal, tried, evidence] AS texts,
            cooperation_forms::text[] AS forms, coalesce(target_trl, trl) AS trl, district,
            starts_on::text, ends_on::text,
            (SELECT json_object_agg(tag_id, weight) FROM posting_tag
              WHERE posting_id = posting.id) AS tags
       FROM posting`,
  );
  return new Map(
    (rows as unknown as readonly PostingRow[]).map((row) => [
      row.id,
      {
        ...row,
        texts: row.texts.flatMap((text) => text ?? []),
        tags: new Map(Object.entries(row.tags ?? {})),
        startsOn: row.starts_on,
        endsOn: row.ends_on,
      },
    ]),
  );
}

export async function vocabularyFacts(database: TestDatabase): Promise<VocabularyFacts> {
  const pairs = (await database.query(
    'SELECT tag_id, other_id, kind::text FROM tag_relation',
  )) as unknown as readonly { tag_id: string; other_id: string; kind: string }[];
  const labels = (await database.query(
    'SELECT tag_id, locale::text, text FROM tag_label',
  )) as unknown as readonly { tag_id: string; locale: string; text: string }[];
  const wordings = new Map<string, string[]>();
  for (const { tag_id: tag, locale, text } of labels) {
    const key = `${tag} ${locale}`;
    wordings.set(key, [...(wordings.get(key) ?? []), text]);
  }
  const ofKind = (wanted: string) => pairs.filter(({ kind }) => kind === wanted);
  return {
    wordings,
    broader: new Set(ofKind('BROADER').map((pair) => `${pair.tag_id} ${pair.other_id}`)),
    related: new Set(
      ofKind('RELATED').flatMap(({ tag_id: one, other_id: other }) => [
        `${one} ${other}`,
        `${other} ${one}`,
      ]),
    ),
  };
}
