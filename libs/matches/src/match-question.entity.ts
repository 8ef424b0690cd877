import { OPEN_QUESTION, QuestionState, Side } from '@wilma/domain';
import {
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';
import { Match } from './match.entity.js';

const OPEN = OPEN_QUESTION.map((state) => `'${state}'`).join(', ');

/** A question of one side of a match to the other; coordinators carry it to and fro. */
@Entity('match_question')
@Index('ix_match_question_match', ['matchId', 'askedAt'])
@Index('uq_match_question_open', ['matchId', 'round', 'side'], {
  unique: true,
  where: `state IN (${OPEN})`,
})
export class MatchQuestion {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') matchId: string;
  @Column('int') round: number;

  /** The side that asks. */
  @Column({ type: 'enum', enum: Side, enumName: 'side' }) side: Side;

  @Column({
    type: 'enum',
    enum: QuestionState,
    enumName: 'question_state',
    default: QuestionState.ASKED,
  })
  state: QuestionState;

  /** In the asker's words; the other side reads `relayed` alone. */
  @Column('text') text: string;
  @Column('text', { nullable: true }) relayed: string | null;
  /** In the other side's words; the asker reads `answer` alone. */
  @Column('text', { nullable: true }) reply: string | null;
  @Column('text', { nullable: true }) answer: string | null;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' }) askedAt: Date;
  @Column({ type: 'timestamptz', precision: 3, nullable: true }) relayedAt: Date | null;
  @Column({ type: 'timestamptz', precision: 3, nullable: true }) repliedAt: Date | null;
  @Column({ type: 'timestamptz', precision: 3, nullable: true }) answeredAt: Date | null;

  @ManyToOne(() => Match, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'match_id' })
  match: Relation<Match>;
}
