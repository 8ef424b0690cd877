import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Answer, DismissReason, MatchState, MatchStrength, RELEASED, Side } from '@wilma/domain';
import { Account } from '@wilma/identity';
import type { FeedbackPart, ListPart, OpenQuestion, Reason, ScorePart } from '@wilma/matching';
import { Need, Offer } from '@wilma/postings';
import { Programme } from '@wilma/programmes';
import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  type Relation,
  Unique,
} from 'typeorm';

const quoted = (states: readonly string[]): string => states.map((s) => `'${s}'`).join(', ');

/** One need and one offer: how well they fit, who decided what, and what both sides said. */
@ObjectType()
@Entity('match')
@Unique(['needId', 'offerId'])
@Check(
  'ck_match_released',
  `state NOT IN (${quoted(RELEASED)}) OR (approved_at IS NOT NULL AND need_answer = 'INTERESTED' AND offer_answer = 'INTERESTED')`,
)
@Check('ck_match_approved', `state <> 'APPROVED' OR approved_at IS NOT NULL`)
@Check('ck_match_points', 'points BETWEEN 0 AND 100')
@Check('ck_match_snoozed', `(state = 'SNOOZED') = (snoozed_until IS NOT NULL)`)
@Index('ix_match_queue', ['state', 'points', 'id'])
export class Match {
  @Field(() => ID) @PrimaryGeneratedColumn('uuid') id: string;

  @Column('uuid') needId: string;
  @Column('uuid') @Index() offerId: string;

  @Field(() => MatchState)
  @Column({
    type: 'enum',
    enum: MatchState,
    enumName: 'match_state',
    default: MatchState.SUGGESTED,
  })
  state: MatchState;

  @Field(() => Int) @Column('int', { default: 1 }) version: number;

  /** The sum of the parts' points; score × 100. */
  @Column('smallint') points: number;

  @Field(() => MatchStrength)
  @Column({ type: 'enum', enum: MatchStrength, enumName: 'match_strength' })
  strength: MatchStrength;

  @Column('jsonb') parts: ScorePart[];
  @Column('jsonb') reasons: Reason[];
  @Column('jsonb') openQuestions: OpenQuestion[];

  /** Which weights made its score: 0 for the stated ones. Read by coordinators, as is feedback. */
  @Column('int', { default: 0, select: false }) modelVersion: number;

  /** What decisions on its need's other matches add to its place in the list, never to its score. */
  @Column('jsonb', { default: [], select: false }) feedback: (FeedbackPart | ListPart)[];

  /** The sum of the feedback's points. */
  @Column('smallint', { default: 0, select: false }) feedbackPoints: number;

  @Column({ type: 'enum', enum: Answer, enumName: 'answer', nullable: true })
  needAnswer: Answer | null;

  @Column({ type: 'enum', enum: Answer, enumName: 'answer', nullable: true })
  offerAnswer: Answer | null;

  /** What the sides wrote along with their answers; read by coordinators. */
  @Column('text', { nullable: true, select: false }) needNote: string | null;
  @Column('text', { nullable: true, select: false }) offerNote: string | null;

  /** Why a side declined; read by coordinators. */
  @Column({ type: 'enum', enum: DismissReason, enumName: 'dismiss_reason', nullable: true })
  declineReason: DismissReason | null;

  @Column({ type: 'enum', enum: DismissReason, enumName: 'dismiss_reason', nullable: true })
  dismissReason: DismissReason | null;

  /** Until when the present step is due: screening, then the sides' answers. */
  @Field(() => Date, { nullable: true })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  deadline: Date | null;

  /** Since when a question holds the deadline. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true }) waitingSince: Date | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true }) snoozedUntil: Date | null;
  @Column({ type: 'timestamptz', precision: 3, nullable: true }) decidedAt: Date | null;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column({ type: 'timestamptz', precision: 3, nullable: true }) approvedAt: Date | null;

  /** Whether its sides were ever asked: from then on they may know of it. */
  @Column('boolean', { default: false }) everAsked: boolean;

  /** Counts approvals: jobs and links of an earlier round are void. */
  @Column('int', { default: 0 }) round: number;

  @Column({ type: 'timestamptz', precision: 3, nullable: true }) askedAt: Date | null;
  @Column('uuid', { nullable: true }) assigneeId: string | null;

  /** The programme that it counts towards: its need's from the introduction on, unless set. */
  @Column('uuid', { nullable: true }) programmeId: string | null;

  @Field(() => Date)
  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @ManyToOne(() => Need, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'need_id' })
  need: Relation<Need>;

  @ManyToOne(() => Offer, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'offer_id' })
  offer: Relation<Offer>;

  @ManyToOne(() => Account, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'decided_by' })
  decider: Relation<Account>;

  @ManyToOne(() => Account, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'assignee_id' })
  assigned: Relation<Account>;

  @ManyToOne(() => Programme, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'programme_id' })
  programme: Relation<Programme>;

  /** 0 to 1. */
  @Field(() => Float)
  get score(): number {
    return this.points / 100;
  }
}

export const postingIdOf = (match: Match, side: Side): string =>
  side === 'NEED' ? match.needId : match.offerId;
