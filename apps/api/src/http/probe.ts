import { setTimeout as pause } from 'node:timers/promises';

/** Less than whoever asks will wait. */
const PATIENCE_MS = 2_000;

/** Something that is asked for at most once in a while, whoever wants to know, and not for long. */
export class Probe<T> {
  private last: Promise<T | null> = Promise.resolve(null);
  private askedAt = -Infinity;
  private isAsking = false;

  constructor(
    /** Rejects where there is no answer, or takes too long. */
    private readonly ask: () => Promise<T>,
    /** For so long an answer is good, in milliseconds. */
    private readonly keptMs: number,
    private readonly now: () => number = Date.now,
  ) {}

  /** Resolves within two seconds, with null where there was no answer. */
  answer(): Promise<T | null> {
    // One that is late is not asked again, else questions would pile up.
    if (!this.isAsking && this.now() - this.askedAt >= this.keptMs) {
      this.askedAt = this.now();
      this.last = Promise.race([this.askOnce(), tooLate()]);
    }
    return this.last;
  }

  private async askOnce(): Promise<T | null> {
    this.isAsking = true;
    try {
      return await this.ask();
    } catch {
      return null;
    } finally {
      this.isAsking = false;
    }
  }
}

const tooLate = (): Promise<null> => pause(PATIENCE_MS, null, { ref: false });
