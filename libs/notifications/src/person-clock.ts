import { Injectable, Logger } from '@nestjs/common';
import { withoutAddresses } from '@wilma/platform';
import { AskMailService } from './ask-mail.service.js';
import { DigestService } from './digest.service.js';
import { FollowUpService } from './follow-up.service.js';

/** What people are told because time passes. */
@Injectable()
export class PersonClock {
  private readonly log = new Logger(PersonClock.name);

  constructor(
    private readonly asks: AskMailService,
    private readonly followUps: FollowUpService,
    private readonly digests: DigestService,
  ) {}

  /** One duty that fails holds none of the others. */
  async tick(): Promise<void> {
    for (const duty of [this.asks, this.followUps, this.digests]) {
      await duty.tick().catch((error: unknown) => {
        this.log.error(withoutAddresses(`${duty.constructor.name}: ${String(error)}`));
      });
    }
  }
}
