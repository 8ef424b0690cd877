import type { Logger } from '@nestjs/common';
import { withoutAddresses } from '@wilma/platform';

/** Says once that something fails and once that it works again, however often it is tried. */
export class Outage {
  private lasts = false;

  constructor(
    private readonly log: Logger,
    private readonly what: string,
  ) {}

  saw(error: unknown): void {
    if (!this.lasts) this.log.warn(`${this.what} fails: ${withoutAddresses(String(error))}`);
    this.lasts = true;
  }

  ended(): void {
    if (this.lasts) this.log.log(`${this.what} works again`);
    this.lasts = false;
  }
}
