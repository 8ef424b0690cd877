import { Clock } from '@wilma/platform';

/** A clock that can be set, so that the demo has a past. */
export class SettableClock extends Clock {
  private set: Date | null = null;

  override now(): Date {
    return this.set ?? new Date();
  }

  /** Sets the clock so many days back; to the present with null. */
  goBack(days: number | null): void {
    this.set = days === null ? null : new Date(Date.now() - days * 86_400_000);
  }
}
