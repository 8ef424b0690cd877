const DAY_MS = 86_400_000;

/** A clock that goes on from where a test has put it. Stands in for the platform's. */
export class SettableClock {
  private ahead = 0;

  now(): Date {
    return new Date(Date.now() + this.ahead);
  }

  /** Puts the clock forward by so many days. */
  forward(days: number): void {
    this.ahead += days * DAY_MS;
  }
}
