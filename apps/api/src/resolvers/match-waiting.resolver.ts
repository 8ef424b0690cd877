import {
  Context,
  Field,
  Int,
  ObjectType,
  Parent,
  registerEnumType,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { Side, WaitReason } from '@wilma/domain';
import { Match } from '@wilma/matches';
import { CalendarDate } from '@wilma/platform';
import type { GraphqlContext } from '../graphql/context.js';

registerEnumType(WaitReason, { name: 'WaitReason' });

/** A side of an approved match that was not asked yet, and why. */
@ObjectType()
class MatchWaiting {
  @Field(() => Side) side: Side;
  @Field(() => WaitReason) reason: WaitReason;
  @Field(() => Date) since: Date;
  /** Open questions of the person. */
  @Field(() => Int) openQuestions: number;
  /** The last day of their absence, where they are away. */
  @Field(() => CalendarDate, { nullable: true }) until: string | null;
}

@Resolver(() => Match)
export class MatchWaitingResolver {
  /** Sides that were not asked yet; for coordinators. */
  @ResolveField(() => [MatchWaiting])
  waiting(
    @Parent() { id }: Match,
    @Context() { loaders }: GraphqlContext,
  ): Promise<MatchWaiting[]> {
    return loaders.waiting.load(id);
  }
}
