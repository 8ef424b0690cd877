import type { Reading } from '@wilma/postings';
import type { GraphqlContext } from './context.js';

/**
 * What was entrusted to staff, handed out when it is stored that they read it: no note, no answer.
 * Others read what is their own, or was released to them; of them nothing is noted.
 */
export async function noted<T>(
  value: T | null,
  reading: Reading,
  { loaders }: Pick<GraphqlContext, 'loaders'>,
): Promise<T | null> {
  if (value !== null) await loaders.noted.load(reading);
  return value;
}
