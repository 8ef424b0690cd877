import { Side } from '@wilma/domain';
import {
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { Match } from './match.entity.js';

/** One side of an approved match that is to be asked, once in each round. */
@Entity('asking')
@Index('ix_asking_person', ['person', 'askedAt'])
@Index('ix_asking_waiting', ['readyAt'], { where: 'asked_at IS NULL' })
export class Asking {
  @PrimaryColumn('uuid') matchId: string;
  @PrimaryColumn('int') round: number;
  @PrimaryColumn({ type: 'enum', enum: Side, enumName: 'side' }) side: Side;

  /** Who is asked: the contact's address in lower case, under which questions are gathered. */
  @Column('text') person: string;
  /** When the time to undo was over. */
  @Column({ type: 'timestamptz', precision: 3 }) readyAt: Date;
  /** When the mail that asks was handed over; null while the person can not be asked. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true }) askedAt: Date | null;
  /** How often the person was reminded, and when last. */
  @Column('smallint', { default: 0 }) reminders: number;
  @Column({ type: 'timestamptz', precision: 3, nullable: true }) remindedAt: Date | null;

  @ManyToOne(() => Match, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'match_id' })
  match: Relation<Match>;
}
