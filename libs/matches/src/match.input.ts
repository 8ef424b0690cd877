import { Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { MatchState } from '@wilma/domain';
import { AreOneOf, IsText, Optional, type Order } from '@wilma/platform';

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
}

export const MatchOrder = {
  STRONGEST: 'STRONGEST',
  NEWEST: 'NEWEST',
  OLDEST: 'OLDEST',
  DEADLINE: 'DEADLINE',
} as const;
export type MatchOrder = keyof typeof MatchOrder;
registerEnumType(MatchOrder, { name: 'MatchOrder' });

export const MATCH_ORDERS: Readonly<Record<MatchOrder, Order>> = {
  STRONGEST: { by: 'match.points', direction: 'DESC' },
  NEWEST: { by: 'match.created_at', direction: 'DESC' },
  OLDEST: { by: 'match.created_at', direction: 'ASC' },
  DEADLINE: { by: `COALESCE(match.deadline, 'infinity')`, direction: 'ASC' },
};
