import { ReleasedField } from '@wilma/domain';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Posting } from './posting.entity.js';

/**
 * The ledger of releases: which organisation learned which owner is behind a posting, and by
 * which match.
 * Written in the transaction that introduces the two, and never elsewhere.
 */
@Entity('release')
export class Release {
  @PrimaryColumn('uuid') postingId: string;
  @PrimaryColumn('uuid') organisationId: string;
  /** Whose posting it was then: who takes it over is not released by it. */
  @PrimaryColumn('uuid') ownerId: string;
  @Column('uuid') matchId: string;

  /** What was told of them; never what they entered later. */
  @Column({
    type: 'enum',
    enum: ReleasedField,
    enumName: 'released_field',
    array: true,
    default: '{}',
  })
  fields: ReleasedField[];

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' }) at: Date;

  @ManyToOne(() => Posting, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'posting_id' })
  posting: Posting;
}
