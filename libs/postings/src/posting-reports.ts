import { Injectable } from '@nestjs/common';
import {
  type AccountActor,
  type Actor,
  conflict,
  demand,
  forbidden,
  notFound,
  type ReportReason,
} from '@wilma/domain';
import {
  Clock,
  type Connection,
  Cursors,
  Database,
  EventLog,
  isUuid,
  page,
  type PageArgs,
} from '@wilma/platform';
import { allowedPostings } from './posting-access.js';
import { Posting } from './posting.entity.js';
import { PostingReport } from './posting-report.entity.js';

interface Report {
  /** Id of the posting. */
  readonly id: string;
  readonly reason: ReportReason;
  readonly text: string;
}

/** Tells coordinators of postings that should not be there. */
@Injectable()
export class PostingReports {
  constructor(
    private readonly database: Database,
    private readonly events: EventLog,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
  ) {}

  /**
   * Whoever has reported a posting is not heard twice before somebody looked into it.
   * @throws DomainError FORBIDDEN, NOT_FOUND
   */
  async report(actor: AccountActor, { id, reason, text }: Report): Promise<void> {
    if (!isUuid(id) || !(await this.may(actor, 'read', id))) throw notFound();
    if (!(await this.may(actor, 'report', id))) throw forbidden();
    await this.database.transaction(async (tx) => {
      const { identifiers } = await tx
        .createQueryBuilder()
        .insert()
        .into(PostingReport)
        .values({
          ...{ postingId: id, reporterId: actor.accountId, reason, text },
          createdAt: this.clock.now(),
        })
        .orIgnore()
        .returning('id')
        .execute();
      const [stored] = identifiers;
      if (stored === undefined) return;
      // Not under the posting's name: its owner must not learn of it, nor when it was.
      await this.events.record(tx, actor, 'report.made', { report: String(stored.id) });
    });
  }

  /** What waits, or what was handled, the latest first. @throws DomainError FORBIDDEN */
  list(actor: Actor, handled: boolean, args: PageArgs): Promise<Connection<PostingReport>> {
    demand(actor, 'read', 'PostingReport');
    const query = this.database.read
      .createQueryBuilder(PostingReport, 'report')
      .where(`report.handled_at IS ${handled ? 'NOT NULL' : 'NULL'}`);
    return page(query, { by: 'report.created_at', direction: 'DESC' }, args, this.cursors);
  }

  /** @throws DomainError CONFLICT where somebody else did; FORBIDDEN, NOT_FOUND */
  async handle(actor: Actor, id: string, note: string): Promise<PostingReport> {
    demand(actor, 'handle', 'PostingReport');
    if (!isUuid(id)) throw notFound();
    return this.database.transaction(async (tx) => {
      const report = await tx.findOne(PostingReport, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      if (report === null) throw notFound();
      if (report.handledAt !== null) throw conflict('the report was handled already');
      await tx.update(PostingReport, { id }, { handledAt: this.clock.now(), note });
      await this.events.record(tx, actor, 'report.handled', { report: id });
      return tx.findOneByOrFail(PostingReport, { id });
    });
  }

  private may(actor: Actor, action: 'read' | 'report', id: string): Promise<boolean> {
    const query = this.database
      .readAs(actor)
      .createQueryBuilder(Posting, 'posting')
      .where('posting.id = :id', { id });
    return allowedPostings(query, actor, action).getExists();
  }
}
