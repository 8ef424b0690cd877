import {
  Args,
  ArgsType,
  Field,
  ID,
  Int,
  Mutation,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { type AccountActor, type Actor, Answer, Bounds, DismissReason } from '@wilma/domain';
import {
  Match,
  MatchAnswerService,
  MatchFilter,
  MatchFinder,
  MatchNotes,
  MatchOrder,
  MatchOutcomeService,
  MatchReader,
  MatchReviewService,
  OutcomeInput,
} from '@wilma/matches';
import {
  connectionOf,
  NOTHING,
  DeclineReason,
  IsNested,
  IsOneOf,
  IsText,
  Optional,
  PageArgs,
} from '@wilma/platform';
import { Need, Offer } from '@wilma/postings';
import { IsDate } from 'class-validator';
import { Acting, Viewing } from '../auth/viewer.js';
import { IdArgs, VersionedArgs } from '../graphql/arguments.js';
import { perNode, perNodeNested } from '../graphql/limits.js';

export const MatchConnection = connectionOf(Match, 'Match');

@ArgsType()
class MatchesArgs extends PageArgs {
  @Field(() => MatchFilter, { nullable: true })
  @Optional()
  @IsNested(() => MatchFilter)
  filter?: MatchFilter | null;

  @Field(() => MatchOrder, { nullable: true })
  @Optional()
  @IsOneOf(MatchOrder)
  orderBy?: MatchOrder | null;
}

@ArgsType()
class ApproveArgs extends VersionedArgs {
  @Field(() => String, { nullable: true })
  @Optional()
  @IsText(Bounds.note)
  note?: string | null;
}

@ArgsType()
class DismissArgs extends ApproveArgs {
  @Field(() => DismissReason) @IsOneOf(DismissReason) reason: DismissReason;
}

@ArgsType()
class NoteArgs extends VersionedArgs {
  @Field() @IsText({ min: 1, max: Bounds.note.max }) text: string;
}

@ArgsType()
class SnoozeArgs extends VersionedArgs {
  @Field(() => Date) @IsDate({ context: { problem: 'badDate' } }) until: Date;
}

@ArgsType()
class AssignArgs extends VersionedArgs {
  @Field(() => ID, { nullable: true })
  @Optional()
  @IsText({ max: 64 })
  assignee?: string | null;
}

@ArgsType()
class AnswerArgs extends IdArgs {
  @Field(() => Answer) @IsOneOf(Answer) answer: Answer;

  @Field(() => DeclineReason, { nullable: true })
  @Optional()
  @IsOneOf(DeclineReason)
  reason?: DismissReason | null;

  @Field(() => String, { nullable: true })
  @Optional()
  @IsText(Bounds.note)
  note?: string | null;
}

@Resolver(() => Match)
export class MatchesResolver {
  constructor(
    private readonly reader: MatchReader,
    private readonly review: MatchReviewService,
    private readonly answers: MatchAnswerService,
    private readonly finder: MatchFinder,
    private readonly outcomes: MatchOutcomeService,
    private readonly notes: MatchNotes,
  ) {}

  @Query(() => Match)
  match(@Viewing() actor: Actor, @Args() { id }: IdArgs): Promise<Match> {
    return this.reader.byId(actor, id);
  }

  @Query(() => MatchConnection, { complexity: perNode })
  matches(@Viewing() actor: Actor, @Args() { filter, orderBy, ...args }: MatchesArgs) {
    return this.reader.list(actor, filter ?? {}, orderBy ?? 'NEWEST', args);
  }

  @Mutation(() => Match)
  approveMatch(@Acting() actor: AccountActor, @Args() { id, version, note }: ApproveArgs) {
    return this.review.approve(actor, [id, version], note ?? null);
  }

  @Mutation(() => Match)
  dismissMatch(@Acting() actor: AccountActor, @Args() { id, version, reason, note }: DismissArgs) {
    return this.review.dismiss(actor, [id, version], { reason, note: note ?? null });
  }

  @Mutation(() => Match)
  snoozeMatch(@Acting() actor: AccountActor, @Args() { id, version, until }: SnoozeArgs) {
    return this.review.snooze(actor, [id, version], until);
  }

  @Mutation(() => Match)
  wakeMatch(@Acting() actor: AccountActor, @Args() { id, version }: VersionedArgs) {
    return this.review.wake(actor, [id, version]);
  }

  @Mutation(() => Match)
  undoMatch(@Acting() actor: AccountActor, @Args() { id, version }: VersionedArgs) {
    return this.review.undo(actor, [id, version]);
  }

  @Mutation(() => Match)
  askAgain(@Acting() actor: AccountActor, @Args() { id, version }: VersionedArgs) {
    return this.review.askAgain(actor, [id, version]);
  }

  @Mutation(() => Match)
  startMatch(@Acting() actor: AccountActor, @Args() { id, version }: VersionedArgs) {
    return this.review.start(actor, [id, version]);
  }

  @Mutation(() => Match)
  assignMatch(@Acting() actor: AccountActor, @Args() { id, version, assignee }: AssignArgs) {
    return this.review.assign(actor, [id, version], assignee ?? null);
  }

  /** Notes something for other coordinators; the sides never see it. */
  @Mutation(() => Match)
  noteMatch(@Acting() actor: AccountActor, @Args() { id, version, text }: NoteArgs) {
    return this.notes.note(actor, [id, version], text);
  }

  /** For both sides and coordinators; to correct an outcome is for coordinators. */
  @Mutation(() => Match)
  recordOutcome(
    @Acting() actor: AccountActor,
    @Args() { id, version }: VersionedArgs,
    @Args('outcome') outcome: OutcomeInput,
  ) {
    return this.outcomes.record(actor, [id, version], outcome);
  }

  @Mutation(() => Match)
  answerMatch(@Acting() actor: AccountActor, @Args() { id, answer, reason, note }: AnswerArgs) {
    return this.answers.answer(actor, id, { answer, reason: reason ?? null, note: note ?? null });
  }

  @Mutation(() => Match)
  takeBackAnswer(@Acting() actor: AccountActor, @Args() { id }: IdArgs) {
    return this.answers.takeBack(actor, id);
  }

  @Mutation(() => Int)
  suggestMore(
    @Acting() actor: AccountActor,
    @Args('need', { type: () => ID }) need: string,
  ): Promise<number> {
    return this.finder.suggestMore(actor, need);
  }
}

@Resolver(() => Need)
export class MatchesOfNeedResolver {
  constructor(private readonly reader: MatchReader) {}

  @ResolveField(() => MatchConnection, { complexity: perNodeNested })
  matches(@Viewing() actor: Actor, @Parent() need: Need, @Args() args: PageArgs) {
    if (actor.kind === 'VISITOR') return NOTHING;
    return this.reader.list(actor, { need: need.id }, 'STRONGEST', args);
  }
}

@Resolver(() => Offer)
export class MatchesOfOfferResolver {
  constructor(private readonly reader: MatchReader) {}

  @ResolveField(() => MatchConnection, { complexity: perNodeNested })
  matches(@Viewing() actor: Actor, @Parent() offer: Offer, @Args() args: PageArgs) {
    if (actor.kind === 'VISITOR') return NOTHING;
    return this.reader.list(actor, { offer: offer.id }, 'STRONGEST', args);
  }
}
