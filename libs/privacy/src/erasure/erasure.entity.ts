import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/**
 * That somebody wants to be erased, and that they were: a backup that is restored must erase them
 * again. Holds pseudonyms only, and no key to the account, which it outlives.
 */
@Entity('erasure')
@Index('uq_erasure_open', ['addressee'], { unique: true, where: 'done_at IS NULL' })
@Index('ix_erasure_due', ['dueAt'], { where: 'done_at IS NULL' })
export class Erasure {
  @PrimaryGeneratedColumn('uuid') id: string;
  /** Null for contacts without an account. */
  @Column('uuid', { nullable: true }) accountId: string | null;
  /** Stands for the address, see `SignedLinks.addresseeKey`. */
  @Column('text') addressee: string;
  @Column({ type: 'timestamptz', precision: 3 }) requestedAt: Date;
  @Column({ type: 'timestamptz', precision: 3 }) dueAt: Date;
  @Column({ type: 'timestamptz', precision: 3, nullable: true }) doneAt: Date | null;
}
