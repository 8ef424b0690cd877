import { Injectable } from '@nestjs/common';
import { type Actor, demand } from '@wilma/domain';
import { type Connection, Cursors, Database, page, type PageArgs } from '@wilma/platform';
import type { MailProblem } from './mail-problem.js';
import { OutgoingMail } from './outgoing-mail.entity.js';

/** Mails that the server refused, or would not take so far. */
@Injectable()
export class MailProblemReader {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  /** The latest first, without their bodies. @throws DomainError FORBIDDEN */
  list(actor: Actor, args: PageArgs): Promise<Connection<MailProblem>> {
    demand(actor, 'read', 'Mail');
    const query = this.database.read
      .createQueryBuilder(OutgoingMail, 'mail')
      .select(SHOWN.map((column) => `mail.${column}`))
      .where('mail.last_error IS NOT NULL');
    return page(query, { by: 'mail.created_at', direction: 'DESC' }, args, this.cursors);
  }
}

const SHOWN = [
  'id',
  'kind',
  'state',
  'matchId',
  'toName',
  'toAddress',
  'subject',
  'lastError',
  'attempts',
  'createdAt',
] as const satisfies readonly (keyof MailProblem)[];
