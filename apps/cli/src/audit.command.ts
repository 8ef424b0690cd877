import { type ChainBreak, type ChainHead, checkChain, headOf, isSealed } from '@wilma/platform';
import dataSource from './data-source.js';

/** Prints the last seal, to be noted where nobody who can write to the database can. */
export const printHead = (): Promise<void> =>
  withDatabase(async () => {
    const head = await headOf(dataSource.manager);
    console.log(head === null ? 'nothing is sealed yet' : textOf(head));
  });

/**
 * Recomputes the whole chain. @param noted a seal as `head` once printed it
 * @throws Error that names the first break
 */
export const verify = (noted: string | null): Promise<void> =>
  withDatabase(async () => {
    const expected = noted === null ? null : headIn(noted);
    const { broken, checked, head, unsealed } = await checkChain(dataSource.manager);
    if (broken !== null) throw new Error(`the audit is broken: ${sentenceOf(broken)}`);
    if (unsealed > 0)
      throw new Error(`${String(unsealed)} events should have been sealed: no clock?`);
    if (expected !== null && !(await isSealed(dataSource.manager, expected))) {
      throw new Error(`the audit is another: it does not hold the seal ${textOf(expected)}`);
    }
    console.log(`the audit is whole: ${String(checked)} events${head ? `, ${textOf(head)}` : ''}`);
  });

/** What is wrong with a chain, in a sentence. */
export function sentenceOf({ seq, what, event }: ChainBreak): string {
  const place = String(seq);
  switch (what) {
    case 'GAP':
      return `seal ${place} is gone`;
    case 'GONE':
      return `event ${String(event)}, seal ${place}, is gone`;
    case 'CHANGED':
      return `event ${String(event)}, seal ${place}, or the seal itself was changed`;
  }
}

const textOf = ({ seq, hash }: ChainHead): string => `${String(seq)}:${hash.toString('hex')}`;

function headIn(text: string): ChainHead {
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text.trim()) ?? [];
  if (seq === undefined || hash === undefined) {
    throw new Error('a seal is written as wilma audit head prints it: number:hash');
  }
  return { seq: Number(seq), hash: Buffer.from(hash, 'hex') };
}

async function withDatabase(work: () => Promise<void>): Promise<void> {
  await dataSource.initialize();
  try {
    await work();
  } finally {
    await dataSource.destroy();
  }
}
