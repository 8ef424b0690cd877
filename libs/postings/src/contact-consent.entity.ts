import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * Whether somebody on whose behalf a posting was entered was asked, and has ever agreed: without
 * that they are written to once. Holds no address, only a key that stands for it.
 */
@Entity('contact_consent')
@Check('ck_contact_consent_text', '(text_version IS NULL) = (text_hash IS NULL)')
export class ContactConsent {
  @PrimaryColumn('text') addressee: string;
  @Column({ type: 'timestamptz', precision: 3 }) askedAt: Date;
  @Column({ type: 'timestamptz', precision: 3, nullable: true }) agreedAt: Date | null;
  /** Of what the page said that they agreed on. */
  @Column('int', { nullable: true }) textVersion: number | null;
  /** SHA-256, in hex. */
  @Column('text', { nullable: true }) textHash: string | null;
}
