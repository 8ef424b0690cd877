import { readFile } from 'node:fs/promises';
import { isMail } from '@wilma/platform';
import { ErasureDesk, type ErasureRecord } from '@wilma/privacy';
import { z } from 'zod';
import { withFeatures } from './features.js';

const record: z.ZodType<ErasureRecord> = z.object({
  account: z.uuid().nullable(),
  addressee: z.string().min(1),
  at: z.string(),
});

/** Erases whoever has an address, with an account or without. @throws Error on what is no address */
export const erase = (mail: string, { dryRun = false }: { dryRun?: boolean }): Promise<void> =>
  withFeatures(async (app) => {
    if (!isMail(mail)) throw new Error('this is no address');
    const report = Object.entries(await app.get(ErasureDesk).erase(mail, dryRun));
    if (report.length === 0) console.log('nothing is known about this address');
    for (const [what, rows] of report) console.log(`${String(rows).padStart(6)}  ${what}`);
    if (dryRun && report.length > 0) console.log('nothing was changed');
  });

/** Prints who was erased, a line of JSON each, to be kept with every backup. */
export const printErasures = (): Promise<void> =>
  withFeatures(async (app) => {
    for (const one of await app.get(ErasureDesk).records()) console.log(JSON.stringify(one));
  });

/** Erases again whom a restored backup brought back. @throws Error on other files */
export const replayErasures = (file: string): Promise<void> =>
  withFeatures(async (app) => {
    const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
    const records = lines.map((line) => record.parse(JSON.parse(line)));
    const done = await app.get(ErasureDesk).replay(records);
    console.log(`${String(records.length)} erasures read, ${String(done)} carried out again`);
  });
