import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Locale } from '@wilma/domain';
import { SYSTEM } from '@wilma/domain';
import { Clock, Config, Database, EventLog, Mailer, type Tx } from '@wilma/platform';
import { type MailKind, OutgoingMail } from './outgoing-mail.entity.js';
import type { MailContent } from './templates/index.js';

/** Longer than any attempt may take, so that two processes never send at once. */
const LEASE_MARGIN_MS = 1_000;

export interface MailIntent {
  readonly dedupeKey: string;
  readonly kind: MailKind;
  readonly matchId: string;
  readonly to: { readonly name: string; readonly address: string; readonly locale: Locale };
  readonly cc?: readonly string[];
  readonly content: MailContent;
}

/** Raised where a mail could not be handed over for now: the queue tries again. */
export class MailDelayed extends Error {}

/** Queues mails with the change that causes them, and hands them over afterwards. */
@Injectable()
export class MailService {
  private readonly domain: string;

  constructor(
    private readonly database: Database,
    private readonly events: EventLog,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
    @Inject(Config) private readonly config: Config,
  ) {
    this.domain = config.mailFrom.split('@')[1] ?? 'localhost';
  }

  /** Stores the intention to send; does nothing where the same was intended before. */
  async queue(tx: Tx, { to, content, cc = [], ...intent }: MailIntent): Promise<void> {
    const id = randomUUID();
    const { identifiers } = await tx
      .createQueryBuilder()
      .insert()
      .into(OutgoingMail)
      .values({
        id,
        ...intent,
        ...content,
        messageId: `<${id}@${this.domain}>`,
        toName: to.name,
        toAddress: to.address,
        locale: to.locale,
        cc: [...cc],
        createdAt: this.clock.now(),
      })
      .orIgnore()
      .returning('id')
      .execute();
    if (identifiers[0] === undefined) return;
    await this.events.record(tx, SYSTEM, 'mail.queued', { mail: id, match: intent.matchId });
  }

  /**
   * Hands a mail over, unless somebody does already or did. Between the server's yes and our note
   * of it a crash can make the mail leave again: the same bytes under the same Message-ID.
   * @throws MailDelayed where it must be tried again later
   */
  async deliver(id: string): Promise<void> {
    const mail = await this.lease(id);
    if (mail === null) return;
    const delivery = await this.mailer.send({
      messageId: mail.messageId,
      date: mail.createdAt,
      to: { name: mail.toName, address: mail.toAddress },
      cc: mail.cc,
      subject: mail.subject,
      html: mail.html,
      text: mail.text,
    });
    switch (delivery.outcome) {
      case 'ACCEPTED':
        return this.settle(mail, { state: 'SENT', sentAt: this.clock.now(), lastError: null });
      case 'REFUSED':
        return this.settle(mail, { state: 'REFUSED', lastError: delivery.error });
      case 'LATER':
        await this.settle(mail, { state: 'QUEUED', lastError: delivery.error });
        throw new MailDelayed(delivery.error);
    }
  }

  private async lease(id: string): Promise<OutgoingMail | null> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + this.config.smtpDeadlineMs + LEASE_MARGIN_MS);
    const { affected } = await this.database.read
      .createQueryBuilder()
      .update(OutgoingMail)
      .set({ state: 'SENDING', leasedUntil: until, attempts: () => 'attempts + 1' })
      .where(`id = :id AND (state = 'QUEUED' OR (state = 'SENDING' AND leased_until < :now))`, {
        id,
        now,
      })
      .execute();
    const mail = await this.database.read.findOneBy(OutgoingMail, { id });
    if (affected === 1) return mail;
    // Whoever held the lease may have died: come back when it has ended.
    if (mail?.state === 'SENDING') throw new MailDelayed('another process is sending it');
    return null;
  }

  private async settle(mail: OutgoingMail, columns: Partial<OutgoingMail>): Promise<void> {
    await this.database.read.update(
      OutgoingMail,
      { id: mail.id, state: 'SENDING', attempts: mail.attempts },
      { ...columns, leasedUntil: null },
    );
  }
}
