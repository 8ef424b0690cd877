import { Injectable, Logger } from '@nestjs/common';
import { RENEWAL_DAYS, SYSTEM } from '@wilma/domain';
import { Clock, Database, EventLog, type Tx } from '@wilma/platform';
import { Posting } from './posting.entity.js';
import { PostingWriter } from './posting.writer.js';

/** Postings that one run of the clock deals with at most, a kind; the next run takes the rest. */
const BATCH = 200;
const RENEWAL_MS = RENEWAL_DAYS * 86_400_000;

interface Due {
  readonly where: string;
  readonly work: (tx: Tx, posting: Posting) => Promise<void>;
}

/** What happens to postings because time passes. */
@Injectable()
export class PostingClock {
  private readonly log = new Logger(PostingClock.name);

  constructor(
    private readonly database: Database,
    private readonly writer: PostingWriter,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** Ends the listing of postings whose time is over, and has others warned. @returns how many */
  async tick(limit = BATCH): Promise<number> {
    const dues: Due[] = [
      {
        where: 'posting.expires_at <= :now',
        work: (tx, posting) => this.writer.step(tx, SYSTEM, { posting, action: 'expire' }),
      },
      {
        where: `posting.expires_at > :now AND posting.expires_at <= :soon
          AND posting.expiry_told_for IS DISTINCT FROM posting.expires_at`,
        work: this.announce,
      },
    ];
    let done = 0;
    for (const due of dues) done += await this.run(due, limit);
    return done;
  }

  private async run({ where, work }: Due, limit: number): Promise<number> {
    const now = this.clock.now();
    const due = await this.database.read
      .createQueryBuilder(Posting, 'posting')
      .where(`posting.state = 'PUBLISHED' AND ${where}`, {
        now,
        soon: new Date(now.getTime() + RENEWAL_MS),
      })
      .orderBy('posting.expires_at')
      .limit(limit)
      .getMany();
    for (const posting of due) {
      // Edited at this moment, say: the next run finds it again.
      await this.database
        .transaction((tx) => work(tx, posting))
        .catch((error: unknown) => this.log.warn(`posting ${posting.id}: ${String(error)}`));
    }
    return due.length;
  }

  /** Once for each end: of two clocks that strike at once, the second finds it told. */
  private readonly announce = async (tx: Tx, { id, expiresAt }: Posting): Promise<void> => {
    const { affected } = await tx
      .createQueryBuilder()
      .update(Posting)
      // No new version: the owner's form may be open.
      .set({ expiryToldFor: expiresAt })
      .where(`id = :id AND state = 'PUBLISHED' AND expires_at = :expiresAt`, { id, expiresAt })
      .andWhere('expiry_told_for IS DISTINCT FROM expires_at')
      .execute();
    if (affected === 1) await this.events.record(tx, SYSTEM, 'posting.expiring', { posting: id });
  };
}
