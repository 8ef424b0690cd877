import { Field, ID, InputType, ObjectType, PickType } from '@nestjs/graphql';
import {
  Bounds,
  BudgetBand,
  CooperationForm,
  DismissReason,
  OutcomeResult,
  Side,
} from '@wilma/domain';
import { DeclineReason, IsOneOf, IsText, Optional } from '@wilma/platform';
import { Check, Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Match } from './match.entity.js';

/** What came of an introduction, as one of the sides or a coordinator recorded it. */
@ObjectType()
@Entity('outcome')
@Check(
  'ck_outcome_result',
  `CASE result WHEN 'COLLABORATION' THEN reason IS NULL
     ELSE reason IS NOT NULL AND cooperation_form IS NULL AND volume IS NULL END`,
)
export class Outcome {
  @PrimaryColumn('uuid') matchId: string;

  @Field(() => OutcomeResult)
  @Column({ type: 'enum', enum: OutcomeResult, enumName: 'outcome_result' })
  @IsOneOf(OutcomeResult)
  result: OutcomeResult;

  @Field(() => CooperationForm, { nullable: true })
  @Column({ type: 'enum', enum: CooperationForm, enumName: 'cooperation_form', nullable: true })
  @Optional()
  @IsOneOf(CooperationForm)
  cooperationForm: CooperationForm | null;

  /** About how much money it moves. */
  @Field(() => BudgetBand, { nullable: true })
  @Column({ type: 'enum', enum: BudgetBand, enumName: 'budget_band', nullable: true })
  @Optional()
  @IsOneOf(BudgetBand)
  volume: BudgetBand | null;

  /** Why nothing came of it. */
  @Field(() => DeclineReason, { nullable: true })
  @Column({ type: 'enum', enum: DismissReason, enumName: 'dismiss_reason', nullable: true })
  @Optional()
  @IsOneOf(DeclineReason)
  reason: DismissReason | null;

  /** In a few sentences; both sides and the coordinators read it. */
  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  @Optional()
  @IsText(Bounds.note)
  text: string | null;

  /** The side that recorded it; null where a coordinator did. */
  @Field(() => Side, { nullable: true })
  @Column({ type: 'enum', enum: Side, enumName: 'side', nullable: true })
  side: Side | null;

  @Field(() => Date)
  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  recordedAt: Date;

  @OneToOne(() => Match, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'match_id' })
  match: Relation<Match>;
}

const PARTS = ['result', 'cooperationForm', 'volume', 'reason', 'text'] as const;

/** A collaboration may name its form and volume, its absence must name a reason. */
@InputType()
export class OutcomeInput extends PickType(Outcome, PARTS, InputType) {
  /** What the match counts towards: null for none, as it was where it is left out. */
  @Field(() => ID, { nullable: true })
  @Optional()
  @IsText({ max: 64 })
  programme?: string | null;
}
