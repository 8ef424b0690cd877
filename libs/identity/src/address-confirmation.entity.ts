import { ConfirmationWay, Locale } from '@wilma/domain';
import {
  Check,
  Column,
  Entity,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  type Relation,
  Unique,
} from 'typeorm';
import { Account } from './account.entity.js';

/** What mails to a confirmed address may be about: the account and what belongs to it. */
export const ACCOUNT_MAILS = 'ACCOUNT_MAILS';

/**
 * Proof that an address belongs to whoever uses the account, and of what they agreed to: when, by
 * which way and, where they saw a text of ours, by which.
 */
@Entity('address_confirmation')
@Unique(['accountId', 'address', 'purpose'])
@Check('ck_address_confirmation_text', '(text_version IS NULL) = (text_hash IS NULL)')
export class AddressConfirmation {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') accountId: string;
  @Column('text') address: string;
  @Column('text') purpose: string;
  @Column({ type: 'enum', enum: ConfirmationWay, enumName: 'confirmation_way' })
  way: ConfirmationWay;
  /** Of the text above the button, which is in the language of the account. */
  @Column('int', { nullable: true }) textVersion: number | null;
  /** SHA-256, in hex. */
  @Column('text', { nullable: true }) textHash: string | null;
  @Column({ type: 'enum', enum: Locale, enumName: 'locale' }) locale: Locale;
  /** When the mail was made whose link was followed. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true }) askedAt: Date | null;
  @Column({ type: 'timestamptz', precision: 3 }) confirmedAt: Date;

  @ManyToOne(() => Account, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id' })
  account: Relation<Account>;
}
