import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * Whether somebody on whose behalf a posting was entered was asked, and has ever agreed: without
 * that they are written to once. Holds no address, only a key that stands for it.
 */
@Entity('contact_consent')
export class ContactConsent {
  @PrimaryColumn('text') addressee: string;
  @Column({ type: 'timestamptz', precision: 3 }) askedAt: Date;
  @Column({ type: 'timestamptz', precision: 3, nullable: true }) agreedAt: Date | null;
}
