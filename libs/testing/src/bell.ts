const SILENCE_MS = 200;

/** Wakes whoever waits for news. */
export class Bell {
  private waiting: (() => void)[] = [];

  ring(): void {
    for (const wake of this.waiting.splice(0)) wake();
  }

  /** Resolves when it rings, and at the latest after a moment of silence. */
  heard(): Promise<void> {
    return new Promise((resolve) => {
      const silence = setTimeout(resolve, SILENCE_MS);
      this.waiting.push(() => {
        clearTimeout(silence);
        resolve();
      });
    });
  }
}
