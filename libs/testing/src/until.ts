import { setTimeout as pause } from 'node:timers/promises';

const DEADLINE_MS = 30_000;
const INTERVAL_MS = 40;

/** What a condition says that does not hold yet. */
export type NotYet = false | null | undefined;

/**
 * Asks until the condition holds, whenever `wake` resolves and at the latest after a moment: for
 * what nobody announces. Resolves with what the condition found.
 * @throws Error that names what was waited for once the deadline has passed
 */
export async function until<T>(
  what: string,
  condition: () => Promise<T | NotYet> | T | NotYet,
  wake: () => Promise<unknown> = () => pause(INTERVAL_MS),
  patienceMs = DEADLINE_MS,
): Promise<T> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const found = await condition();
    if (found !== false && found !== null && found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`waited in vain until ${what}`);
    await wake();
  }
}
