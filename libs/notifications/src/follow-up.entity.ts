import { Match } from '@wilma/matches';
import { Column, Entity, Index, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';

/** When the two sides of an introduction are asked next how it went. */
@Entity('follow_up')
@Index('ix_follow_up_due', ['nextAt'], { where: 'next_at IS NOT NULL' })
export class FollowUp {
  @PrimaryColumn('uuid') matchId: string;
  @Column({ type: 'timestamptz', precision: 3 }) introducedAt: Date;
  /** Number of the next one. */
  @Column('smallint', { default: 0 }) sent: number;
  /** Null after the last, and when an outcome was recorded. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true }) nextAt: Date | null;

  @OneToOne(() => Match, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'match_id' })
  match: Relation<Match>;
}
