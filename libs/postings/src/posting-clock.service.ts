import { Injectable, Logger } from '@nestjs/common';
import { SYSTEM } from '@wilma/domain';
import { Clock, Database } from '@wilma/platform';
import { Posting } from './posting.entity.js';
import { PostingWriter } from './posting.writer.js';

/** Postings that one run of the clock deals with at most; the next run takes the rest. */
const BATCH = 200;

/** What happens to postings because time passes. */
@Injectable()
export class PostingClock {
  private readonly log = new Logger(PostingClock.name);

  constructor(
    private readonly database: Database,
    private readonly writer: PostingWriter,
    private readonly clock: Clock,
  ) {}

  /** Ends the listing of postings whose time is over. @returns how many were due, at most `limit` */
  async tick(limit = BATCH): Promise<number> {
    const due = await this.database.read
      .createQueryBuilder(Posting, 'posting')
      .where(`posting.state = 'PUBLISHED' AND posting.expires_at <= :now`, {
        now: this.clock.now(),
      })
      .limit(limit)
      .getMany();
    for (const posting of due) {
      // Edited at this moment, say: the next run finds it again.
      await this.database
        .transaction((tx) => this.writer.step(tx, SYSTEM, { posting, action: 'expire' }))
        .catch((error: unknown) => this.log.warn(`posting ${posting.id}: ${String(error)}`));
    }
    return due.length;
  }
}
