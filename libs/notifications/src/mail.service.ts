import { randomUUID } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { ERASED_MAIL, type Locale, type MailKind, SYSTEM } from '@wilma/domain';
import {
  Clock,
  Config,
  Database,
  EventLog,
  Mailer,
  type Tx,
  withoutAddresses,
} from '@wilma/platform';
import { OutgoingMail } from './outgoing-mail.entity.js';
import type { MailContent } from './templates/index.js';

/** Longer than any attempt may take, so that two processes never send at once. */
const LEASE_MARGIN_MS = 1_000;
/** Mails that one run of the clock hands over at most, and how long it takes on new ones. */
const BATCH = 200;
const RUN_MS = 20_000;
/** Pauses between tries are as long as the mail is old, within these. */
const PAUSE_MS = { least: 30_000, most: 3_600_000 } as const;
/** Then nobody waits for the mail any more. */
const GIVE_UP_MS = 5 * 86_400_000;

export interface MailIntent {
  readonly dedupeKey: string;
  readonly kind: MailKind;
  /** The match that it is about, where it is about one. */
  readonly matchId?: string;
  readonly to: { readonly name: string; readonly address: string; readonly locale: Locale };
  readonly cc?: readonly string[];
  readonly content: MailContent;
  /** A calendar file (RFC 5545) that goes along. */
  readonly calendar?: string;
  /** Where one click ends such mails: on digests alone. */
  readonly unsubscribeUrl?: string;
}

/** Raised where a mail could not be handed over for now: queue and clock try again. */
export class MailDelayed extends Error {}

/** Neither handed over nor in the hands of a process that may live. */
const OPEN_SQL = `(state = 'QUEUED' OR (state = 'SENDING' AND leased_until < :now))`;

/** Queues mails with the change that causes them, and hands them over afterwards. */
@Injectable()
export class MailService {
  private readonly log = new Logger(MailService.name);
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

  /**
   * Stores the intention to send; does nothing where the same was intended before, or whoever it is
   * for was erased.
   */
  async queue(tx: Tx, { to, content, cc = [], ...intent }: MailIntent): Promise<void> {
    if (to.address === ERASED_MAIL) return;
    const id = randomUUID();
    const now = this.clock.now();
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
        createdAt: now,
        nextTryAt: new Date(now.getTime() + PAUSE_MS.least),
      })
      .orIgnore()
      .returning('id')
      .execute();
    if (identifiers[0] === undefined) return;
    await this.events.record(tx, SYSTEM, 'mail.queued', {
      mail: id,
      ...(intent.matchId === undefined ? {} : { match: intent.matchId }),
    });
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
      calendar: mail.calendar,
      unsubscribeUrl: mail.unsubscribeUrl,
    });
    switch (delivery.outcome) {
      case 'ACCEPTED':
        return this.settle(mail, { state: 'SENT', sentAt: this.clock.now(), lastError: null });
      case 'REFUSED':
        return this.settle(mail, { state: 'REFUSED', lastError: delivery.error });
      case 'LATER':
        await this.postpone(mail, delivery.error);
        throw new MailDelayed(`mail ${id}: ${delivery.code?.toString() ?? 'no reply'}`);
    }
  }

  /**
   * Hands over what the queue has not: the clock goes on for days where jobs have given up or were
   * lost. @returns how many mails were due
   */
  async deliverDue(): Promise<number> {
    const now = this.clock.now();
    const due = await this.database.read
      .createQueryBuilder(OutgoingMail, 'mail')
      .select('mail.id')
      .where(`mail.nextTryAt <= :now AND ${OPEN_SQL}`, { now })
      .orderBy('mail.nextTryAt')
      .limit(BATCH)
      .getMany();
    const end = Date.now() + RUN_MS;
    for (const { id } of due) {
      if (Date.now() > end) break;
      await this.deliver(id).catch((error: unknown) => {
        this.log.warn(withoutAddresses(String(error)));
      });
    }
    return due.length;
  }

  /** Puts a mail off; after days it counts as refused, for somebody to see. */
  private postpone(mail: OutgoingMail, error: string): Promise<void> {
    const now = this.clock.now().getTime();
    const age = now - mail.createdAt.getTime();
    if (age > GIVE_UP_MS) {
      this.log.error(`mail ${mail.id} is given up`);
      return this.settle(mail, { state: 'REFUSED', lastError: error });
    }
    const pause = Math.min(Math.max(age, PAUSE_MS.least), PAUSE_MS.most);
    return this.settle(mail, {
      state: 'QUEUED',
      lastError: error,
      nextTryAt: new Date(now + pause),
    });
  }

  private async lease(id: string): Promise<OutgoingMail | null> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + this.config.smtpDeadlineMs + LEASE_MARGIN_MS);
    const { affected } = await this.database.read
      .createQueryBuilder()
      .update(OutgoingMail)
      .set({ state: 'SENDING', leasedUntil: until, attempts: () => 'attempts + 1' })
      .where(`id = :id AND ${OPEN_SQL}`, { id, now })
      .execute();
    const mail = await this.database.read.findOneBy(OutgoingMail, { id });
    if (affected === 1) return mail;
    // Whoever held the lease may have died: come back when it has ended.
    if (mail?.state === 'SENDING') throw new MailDelayed(`mail ${id}: in other hands`);
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
