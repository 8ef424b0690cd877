import { setTimeout as pause } from 'node:timers/promises';

/** Less than whoever asks will wait. */
const PATIENCE_MS = 2_000;

/** Whether something answers, asked for at most once in a while, whoever wants to know. */
export class Probe {
  private answer = Promise.resolve(false);
  private askedAt = -Infinity;
  private isAsking = false;

  constructor(
    /** Rejects where there is no answer, or takes too long. */
    private readonly ask: () => Promise<unknown>,
    /** For so long an answer is good, in milliseconds. */
    private readonly keptMs: number,
    private readonly now: () => number = Date.now,
  ) {}

  /** Resolves within two seconds. */
  works(): Promise<boolean> {
    // One that is late is not asked again, else questions would pile up.
    if (!this.isAsking && this.now() - this.askedAt >= this.keptMs) {
      this.askedAt = this.now();
      this.answer = Promise.race([this.askOnce(), tooLate()]);
    }
    return this.answer;
  }

  private async askOnce(): Promise<boolean> {
    this.isAsking = true;
    try {
      await this.ask();
      return true;
    } catch {
      return false;
    } finally {
      this.isAsking = false;
    }
  }
}

const tooLate = (): Promise<false> => pause(PATIENCE_MS, false as const, { ref: false });
