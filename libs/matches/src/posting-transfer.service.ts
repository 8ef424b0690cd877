import { Injectable } from '@nestjs/common';
import type { AccountActor } from '@wilma/domain';
import { Database, isUuid } from '@wilma/platform';
import { type Handover, type Posting, PostingOwnership } from '@wilma/postings';
import { MatchFinder } from './match-finder.service.js';

/** Hands a posting over together with its matches. */
@Injectable()
export class PostingTransferService {
  constructor(
    private readonly database: Database,
    private readonly finder: MatchFinder,
    private readonly ownership: PostingOwnership,
  ) {}

  /**
   * A member hands over between their own organisations, staff to any. In the same transaction its
   * open matches are withdrawn: nobody may be introduced by what the former owner answered. Those
   * that fit the new one are suggested afresh.
   */
  transfer(
    actor: AccountActor,
    [id, version]: [string, number],
    handover: Handover,
  ): Promise<Posting> {
    return this.database.transaction(async (tx) => {
      if (isUuid(id)) await this.finder.detach(tx, id);
      return this.ownership.transfer(tx, actor, [id, version], handover);
    });
  }
}
