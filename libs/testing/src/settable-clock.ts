/** What tells the time to a program. */
interface Clock {
  now(): Date;
}

/** Puts the clock of a program under test forward; it goes on from there. */
export class SettableClock {
  private aheadMs = 0;

  constructor(clock: Clock) {
    clock.now = () => new Date(Date.now() + this.aheadMs);
  }

  /** Makes it this moment now. */
  setTo(moment: Date): void {
    this.aheadMs = moment.getTime() - Date.now();
  }

  forwardSeconds(seconds: number): void {
    this.aheadMs += seconds * 1000;
  }

  forwardDays(days: number): void {
    this.forwardSeconds(days * 86_400);
  }
}
