import { Logger } from '@nestjs/common';
import type { MatchClock, WeightLearner } from '@wilma/matches';
import type {
  AccountMailService,
  InvitationMailService,
  MailService,
  PersonClock,
  NotificationWriter,
} from '@wilma/notifications';
import { CLOCK_QUEUE, type EventSealer, type Idempotency, withoutAddresses } from '@wilma/platform';
import type { PostingClock } from '@wilma/postings';
import type { ErasureClock, Retention } from '@wilma/privacy';
import type { ConnectionOptions } from 'bullmq';
import { Consumer } from './consumer.js';
import type { Reconciler } from './reconciler.js';

/**
 * The clock: one repeating job for all processes, which takes the steps that time brings and
 * offers lost events again.
 */
export class Schedule {
  private readonly log = new Logger(Schedule.name);
  private hasSealed = false;
  private consumer: Consumer<unknown> | null = null;

  constructor(
    private readonly matches: MatchClock,
    private readonly postings: PostingClock,
    private readonly mails: MailService,
    private readonly reconciler: Reconciler,
    private readonly idempotency: Idempotency,
    private readonly persons: PersonClock,
    private readonly inbox: NotificationWriter,
    private readonly invitations: InvitationMailService,
    private readonly sealer: EventSealer,
    private readonly accountMails: AccountMailService,
    private readonly erasures: ErasureClock,
    private readonly retention: Retention,
    private readonly learner: WeightLearner,
  ) {}

  start(connection: ConnectionOptions): void {
    this.consumer = new Consumer(CLOCK_QUEUE, {
      connection,
      process: () => this.tick(),
      failed: (_job, error) => this.log.error(`clock: ${error.message}`),
    });
  }

  async stop(): Promise<void> {
    await this.consumer?.stop();
  }

  /** Takes every step that is due; one that fails holds none of the others. */
  async tick(): Promise<void> {
    const duties: Readonly<Record<string, () => Promise<unknown>>> = {
      matches: () => this.matches.tick(),
      postings: () => this.postings.tick(),
      persons: () => this.persons.tick(),
      'lost events': () => this.offerLost(),
      mails: () => this.mails.deliverDue(),
      notifications: () => this.inbox.tick(),
      'old answers': () => this.idempotency.forget(),
      'old invitations': () => this.invitations.forget(),
      erasures: () => this.erasures.tick(),
      retention: () => this.retention.tick(),
      learning: () => this.learner.tick(),
      audit: () => this.seal(),
      'old links': () => this.accountMails.forget(),
    };
    for (const [name, duty] of Object.entries(duties)) {
      try {
        await duty();
      } catch (error) {
        this.log.error(`clock, ${name}: ${withoutAddresses(String(error))}`);
      }
    }
  }

  /** The first time also what a clock that was set back left open. */
  private async seal(): Promise<void> {
    await this.sealer.seal({ all: !this.hasSealed });
    this.hasSealed = true;
  }

  private async offerLost(): Promise<void> {
    const offered = await this.reconciler.offerLost();
    if (offered > 0) this.log.warn(`relaying ${String(offered)} events again`);
  }
}
