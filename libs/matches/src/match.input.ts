import { Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { Bounds, District, MatchState } from '@wilma/domain';
import { AreOneOf, AreTexts, IsText, Optional, type Order } from '@wilma/platform';
import { IsDate } from 'class-validator';

@InputType()
export class MatchFilter {
  @Field(() => [MatchState], { nullable: true })
  @Optional()
  @AreOneOf(MatchState)
  states?: MatchState[] | null;

  @Field(() => ID, { nullable: true })
  @Optional()
  @IsText({ max: 64 })
  need?: string | null;

  @Field(() => ID, { nullable: true })
  @Optional()
  @IsText({ max: 64 })
  offer?: string | null;

  /** Matches of one's own organisations only. */
  @Field(() => Boolean, { nullable: true })
  @Optional()
  mine?: boolean | null;

  @Field(() => Boolean, { nullable: true })
  @Optional()
  overdue?: boolean | null;

  /** A question waits for the viewer: to be passed on or answered, for a side to be replied to. */
  @Field(() => Boolean, { nullable: true })
  @Optional()
  questionWaits?: boolean | null;

  /** For staff, as all below: one of the postings has one of these tags or of their narrower ones. */
  @Field(() => [ID], { nullable: true })
  @Optional()
  @AreTexts({ max: Bounds.listFilter.max, length: 64 })
  tags?: string[] | null;

  /** One of the postings is from there. */
  @Field(() => [District], { nullable: true })
  @Optional()
  @AreOneOf(District)
  districts?: District[] | null;

  /** Counts towards it, or would from what its need is attributed to. */
  @Field(() => ID, { nullable: true })
  @Optional()
  @IsText({ max: 64 })
  programme?: string | null;

  /** Taken on by the viewer. */
  @Field(() => Boolean, { nullable: true })
  @Optional()
  assigned?: boolean | null;

  @Field(() => Date, { nullable: true })
  @Optional()
  @IsDate({ context: { problem: 'badDate' } })
  createdBefore?: Date | null;
}

export const MatchOrder = {
  STRONGEST: 'STRONGEST',
  NEWEST: 'NEWEST',
  OLDEST: 'OLDEST',
  DEADLINE: 'DEADLINE',
} as const;
export type MatchOrder = keyof typeof MatchOrder;
registerEnumType(MatchOrder, { name: 'MatchOrder' });

/** To sides the day alone: a match begins when the other's posting is published. */
const beganAt = (isStaff: boolean): string =>
  isStaff ? 'match.created_at' : `date_trunc('day', match.created_at, 'UTC')`;

/** Staff see first what their decisions on other matches of a need speak for; sides never do. */
const strength = (isStaff: boolean): string =>
  isStaff ? 'match.points + match.feedback_points' : 'match.points';

/** How matches are ordered for somebody. */
export const matchOrder = (order: MatchOrder, isStaff: boolean): Order =>
  ({
    STRONGEST: { by: strength(isStaff), direction: 'DESC' },
    NEWEST: { by: beganAt(isStaff), direction: 'DESC' },
    OLDEST: { by: beganAt(isStaff), direction: 'ASC' },
    DEADLINE: { by: `COALESCE(match.deadline, 'infinity')`, direction: 'ASC' },
  })[order] as Order;
