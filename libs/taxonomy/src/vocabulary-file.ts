import { readdir, readFile } from 'node:fs/promises';
import type { TagConcept } from '@wilma/domain';
import { parse } from 'yaml';
import { z } from 'zod';

const word = z.string().trim().min(1).max(80);
const words = z.array(word).default([]);
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** Fewer German synonyms than this need a reason. */
const SYNONYMS_DE = 2;

const entry = z
  .strictObject({
    id,
    de: word,
    en: word,
    synonyms: z.strictObject({ de: words, en: words }).default({ de: [], en: [] }),
    fewSynonyms: word.optional(),
    broader: z.array(id).default([]),
    related: z.array(id).default([]),
    notation: z
      .strictObject({
        wz: z
          .string()
          .regex(/^[A-I]$/)
          .optional(),
        dfg: z
          .string()
          .regex(/^[1-4](\d(\d(-\d\d)?)?)?$/)
          .optional(),
      })
      .optional(),
  })
  .refine(
    ({ synonyms, fewSynonyms }) =>
      (fewSynonyms === undefined) === synonyms.de.length >= SYNONYMS_DE,
    {
      path: ['fewSynonyms'],
      message: `tells why there are fewer than ${SYNONYMS_DE} German synonyms, and stands only then`,
    },
  );

/** A concept as the files tell it: the database has no place for notations and reasons. */
export type VocabularyEntry = TagConcept & Pick<z.infer<typeof entry>, 'fewSynonyms' | 'notation'>;

/** Where the vocabulary is kept, one file a field. */
export const VOCABULARY_FOLDER = new URL('../data/', import.meta.url);

/**
 * Reads the vocabulary's files.
 * @throws ZodError where an entry has not the form that data/README.md tells
 */
export async function readVocabulary(folder = VOCABULARY_FOLDER): Promise<VocabularyEntry[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  const files = await Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')));
  return files.flatMap((text) =>
    z
      .array(entry)
      .parse(parse(text))
      .map(({ de, en, ...concept }) => ({ ...concept, label: { de, en } })),
  );
}
