import { readFile } from 'node:fs/promises';
import { Bounds, ProgrammeKind, ProgrammeStatus } from '@wilma/domain';
import { parse } from 'yaml';
import { z } from 'zod';

const line = z.string().trim().min(1);
const day = z.iso.date().nullable().default(null);
const text = z.string().trim().min(1).max(Bounds.shortText.max);

const entry = z
  .strictObject({
    key: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    name: line.max(Bounds.name.max),
    shortName: line.max(Bounds.shortName.max),
    kind: z.enum(ProgrammeKind),
    status: z.enum(ProgrammeStatus),
    operator: line.max(Bounds.name.max).nullable().default(null),
    link: z
      .url({ protocol: /^https?$/ })
      .nullable()
      .default(null),
    checkedOn: day,
    startsOn: day,
    endsOn: day,
    own: z.boolean().default(false),
    description: z.strictObject({ de: text, en: text }),
  })
  .transform(({ description: { de, en }, ...rest }) => ({
    ...rest,
    descriptionDe: de,
    descriptionEn: en,
  }));

/** A programme as the file knows it. */
export type ProgrammeEntry = z.output<typeof entry>;

/** The programmes of the region that every installation begins with. */
export const PROGRAMMES_FILE = new URL('../data/programmes.yaml', import.meta.url);

/** @throws ZodError where an entry lacks something or has too much */
export async function readProgrammes(file = PROGRAMMES_FILE): Promise<ProgrammeEntry[]> {
  return z.array(entry).parse(parse(await readFile(file, 'utf8')));
}
