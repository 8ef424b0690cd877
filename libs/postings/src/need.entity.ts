import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Bounds, BudgetBand, PostingKind, Urgency } from '@wilma/domain';
import { IsOneOf, IsText, IsWithin, Optional } from '@wilma/platform';
import { ChildEntity, Column } from 'typeorm';
import { Posting } from './posting.entity.js';

/** What an organisation is looking for. */
@ObjectType({ implements: () => [Posting] })
@ChildEntity(PostingKind.NEED)
export class Need extends Posting {
  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  @Optional()
  @IsText({ max: Bounds.shortText.max })
  tried: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  @Optional()
  @IsText({ max: Bounds.shortText.max })
  goal: string | null;

  @Field(() => Urgency, { nullable: true })
  @Column({ type: 'enum', enum: Urgency, enumName: 'urgency', nullable: true })
  @Optional()
  @IsOneOf(Urgency)
  urgency: Urgency | null;

  @Field(() => BudgetBand, { nullable: true })
  @Column({ type: 'enum', enum: BudgetBand, enumName: 'budget_band', nullable: true })
  @Optional()
  @IsOneOf(BudgetBand)
  budget: BudgetBand | null;

  @Field(() => Int, { nullable: true })
  @Column('smallint', { nullable: true })
  @Optional()
  @IsWithin(Bounds.trl.min, Bounds.trl.max)
  targetTrl: number | null;
}
