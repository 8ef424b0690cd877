import { Locale, MailKind } from '@wilma/domain';
import { registerEnumType } from '@nestjs/graphql';
import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/**
 * QUEUED until it is handed over, SENDING while a process tries (until its lease ends), SENT when
 * the server took it, REFUSED when it said no for good or nothing for days; see `lastError`.
 */
export const MailState = {
  QUEUED: 'QUEUED',
  SENDING: 'SENDING',
  SENT: 'SENT',
  REFUSED: 'REFUSED',
} as const;
export type MailState = keyof typeof MailState;
registerEnumType(MailState, { name: 'MailState' });

/** A mail that is to leave once: rendered when it was intended, byte for byte the same ever after. */
@Entity('outgoing_mail')
@Check('ck_outgoing_mail_leased', `(state = 'SENDING') = (leased_until IS NOT NULL)`)
@Check('ck_outgoing_mail_sent', `(state = 'SENT') = (sent_at IS NOT NULL)`)
@Index('ix_outgoing_mail_problem', ['createdAt', 'id'], { where: 'last_error IS NOT NULL' })
@Index('ix_outgoing_mail_created', ['createdAt', 'id'])
@Index('ix_outgoing_mail_state', ['state', 'createdAt', 'id'])
@Index('ix_outgoing_mail_kind', ['kind', 'createdAt', 'id'])
@Index('ix_outgoing_mail_open', ['nextTryAt'], { where: `state IN ('QUEUED', 'SENDING')` })
export class OutgoingMail {
  @PrimaryGeneratedColumn('uuid') id: string;

  /** What the mail is for; the same purpose never makes a second mail. */
  @Column('text', { unique: true }) dedupeKey: string;

  @Column({ type: 'enum', enum: MailKind, enumName: 'mail_kind' })
  kind: MailKind;
  /** The match that it is about. */
  @Column('uuid', { nullable: true })
  @Index()
  matchId: string | null;
  @Column('text') messageId: string;
  @Column('text') toName: string;
  @Column('text') toAddress: string;
  @Column('text', { array: true, default: '{}' }) cc: string[];
  @Column({ type: 'enum', enum: Locale, enumName: 'locale' }) locale: Locale;
  @Column('text') subject: string;
  @Column('text') html: string;
  @Column('text') text: string;
  /** A calendar file that goes along. */
  @Column('text', { nullable: true }) calendar: string | null;
  /** Where one click ends such mails; null where there is nothing to end. */
  @Column('text', { nullable: true }) unsubscribeUrl: string | null;

  @Column({ type: 'enum', enum: MailState, enumName: 'mail_state', default: MailState.QUEUED })
  state: MailState;

  @Column('int', { default: 0 }) attempts: number;
  /** What the server said, without addresses; null once it has taken the mail. */
  @Column('text', { nullable: true })
  lastError: string | null;
  /** From when on the clock hands it over, if nobody has. */
  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' }) nextTryAt: Date;
  @Column({ type: 'timestamptz', precision: 3, nullable: true }) leasedUntil: Date | null;
  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  createdAt: Date;
  @Column({ type: 'timestamptz', precision: 3, nullable: true }) sentAt: Date | null;
}
