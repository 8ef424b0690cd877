import { Injectable } from '@nestjs/common';
import { type Actor, badInput } from '@wilma/domain';
import { Database } from '@wilma/platform';
import type { Posting } from './posting.entity.js';
import { PostingVersionStore } from './posting-version.store.js';
import { PostingWriter } from './posting.writer.js';

export type PostingVerdict = 'PUBLISH' | 'REQUEST_CHANGES';

/** A coordinator's decisions on postings that were handed in. */
@Injectable()
export class PostingReviewService {
  constructor(
    private readonly database: Database,
    private readonly writer: PostingWriter,
    private readonly versions: PostingVersionStore,
  ) {}

  /** @throws DomainError BAD_USER_INPUT where changes are requested without saying which */
  review(
    actor: Actor,
    [id, version]: [string, number],
    verdict: PostingVerdict,
    note: string | null,
  ): Promise<Posting> {
    if (verdict === 'REQUEST_CHANGES' && (note ?? '') === '') {
      throw badInput({ path: 'note', problem: 'textNeeded' });
    }
    return this.database.transaction(async (tx) => {
      const posting = await this.writer.claim(tx, actor, 'review', [id, version]);
      if (verdict === 'PUBLISH') {
        await this.writer.publish(tx, actor, { posting, reviewed: true });
      } else {
        // What was reviewed: the next review shows what became different since.
        await this.versions.keep(tx, await this.versions.snapshot(tx, posting));
        const columns = { reviewNote: note };
        await this.writer.step(tx, actor, { posting, action: 'requestChanges', columns });
      }
      return this.writer.reload(tx, id);
    });
  }
}
