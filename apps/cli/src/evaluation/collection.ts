import { access, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { CooperationForm, District } from '@wilma/domain';
import { z } from 'zod';

/** Rows of other collections give a field or a year as one value or as several. */
const several = z
  .union([z.string(), z.array(z.string())])
  .nullish()
  .transform((value) => (Array.isArray(value) ? value : value ? [value] : []));

const documentRow = z.object({
  id: z.string(),
  lang: z.string().default('de'),
  title: z.string().default(''),
  text: z.string().default(''),
  tags: z.array(z.string()).default([]),
  field: several,
  year: z.coerce.number().nullish(),
  /** Offers that a need must not be answered with. */
  exclude: z.array(z.string()).default([]),
  forms: z.array(z.enum(CooperationForm)).default([]),
  trl: z.number().nullish(),
  district: z.enum(District).nullish(),
  concepts: z.array(z.string()).default([]),
});

const tagRow = z.object({
  id: z.string(),
  labels: z.object({ de: z.string().optional(), en: z.string().optional() }),
  broader: z.array(z.string()).default([]),
});

/** A need or an offer of a collection. */
export type CollectionDocument = z.infer<typeof documentRow>;
export type CollectionTag = z.infer<typeof tagRow>;

export interface Collection {
  readonly name: string;
  readonly offers: readonly CollectionDocument[];
  readonly needs: readonly CollectionDocument[];
  readonly tags: readonly CollectionTag[];
}

/** By need, then by offer: how relevant it is, above 0. */
export type Judgements = ReadonlyMap<string, ReadonlyMap<string, number>>;

/**
 * Reads offers.jsonl, tags.jsonl (empty where it is missing) and the needs.
 * @param needs a file name in the folder or a path; needs.jsonl by default
 * @throws where a file cannot be read or a row is not of the expected shape
 */
export async function readCollection(folder: string, needs?: string): Promise<Collection> {
  const tags = join(folder, 'tags.jsonl');
  return {
    name: basename(folder),
    offers: await readRows(join(folder, 'offers.jsonl'), documentRow),
    needs: await readRows(await needsFile(folder, needs), documentRow),
    tags: (await exists(tags)) ? await readRows(tags, tagRow) : [],
  };
}

async function needsFile(folder: string, needs = 'needs.jsonl'): Promise<string> {
  const inFolder = join(folder, needs);
  return (await exists(inFolder)) ? inFolder : needs;
}

/** Reads relevance judgements in TREC's format: need, 0, offer, gain. */
export async function readJudgements(file: string): Promise<Judgements> {
  const judged = new Map<string, Map<string, number>>();
  for (const line of linesOf(await readFile(file, 'utf8'))) {
    const [need = '', , offer = '', gain] = line.split(/\s+/);
    const ofNeed = judged.get(need) ?? new Map<string, number>();
    judged.set(need, ofNeed);
    if (Number(gain) > 0) ofNeed.set(offer, Number(gain));
  }
  return judged;
}

/** The rows of a file of JSON lines. */
export async function readRows<Row>(file: string, row: z.ZodType<Row>): Promise<Row[]> {
  return linesOf(await readFile(file, 'utf8')).map((line, index) => {
    const parsed = row.safeParse(JSON.parse(line));
    if (parsed.success) return parsed.data;
    throw new Error(`${file}:${index + 1}: ${z.prettifyError(parsed.error)}`);
  });
}

export const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');
