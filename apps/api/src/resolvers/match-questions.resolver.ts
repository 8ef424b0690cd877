import {
  Args,
  ArgsType,
  Context,
  Field,
  ID,
  Mutation,
  ObjectType,
  Parent,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { type AccountActor, Bounds, QuestionState, Side } from '@wilma/domain';
import { Match, MatchQuestionService, type QuestionView } from '@wilma/matches';
import { IsOneOf, IsText, Optional } from '@wilma/platform';
import { Acting } from '../auth/viewer.js';
import { IdArgs, VersionedArgs } from '../graphql/arguments.js';
import type { GraphqlContext } from '../graphql/context.js';

/**
 * A question of one side to the other, carried by coordinators. Null is what the viewer may not
 * know or nobody has said yet.
 */
@ObjectType('MatchQuestion')
class MatchQuestionView implements QuestionView {
  @Field(() => ID) id: string;
  /** The side that asks. */
  @Field(() => Side) side: Side;
  @Field(() => QuestionState) state: QuestionState;
  /** Whether it belongs to the present or last round of asking. */
  @Field(() => Boolean) current: boolean;
  /** The asker's own words: for them and coordinators. */
  @Field(() => String, { nullable: true }) text: string | null;
  /** As it was passed on to the other side. */
  @Field(() => String, { nullable: true }) relayed: string | null;
  /** The other side's own words: for them and coordinators. */
  @Field(() => String, { nullable: true }) reply: string | null;
  /** As it was passed back to the asker. */
  @Field(() => String, { nullable: true }) answer: string | null;
  @Field(() => Date, { nullable: true }) askedAt: Date | null;
  @Field(() => Date, { nullable: true }) relayedAt: Date | null;
  @Field(() => Date, { nullable: true }) repliedAt: Date | null;
  @Field(() => Date, { nullable: true }) answeredAt: Date | null;
}

@ArgsType()
class WordingArgs extends VersionedArgs {
  /** The side that asked. */
  @Field(() => Side) @IsOneOf(Side) side: Side;

  /** Left out: the words of who wrote it. */
  @Field(() => String, { nullable: true })
  @Optional()
  @IsText({ min: 1, max: Bounds.note.max })
  text?: string | null;
}

@ArgsType()
class ReplyArgs extends IdArgs {
  @Field() @IsText({ min: 1, max: Bounds.note.max }) text: string;
}

@Resolver(() => Match)
export class MatchQuestionsResolver {
  constructor(private readonly matchQuestions: MatchQuestionService) {}

  /** Passes a question on to the other side, refused where its text tells who asks. */
  @Mutation(() => Match)
  relayQuestion(
    @Acting() actor: AccountActor,
    @Args() { id, version, side, text }: WordingArgs,
  ): Promise<Match> {
    return this.matchQuestions.relay(actor, [id, version], { side, text: text ?? null });
  }

  /** Replies to the question that was passed on to the viewer's side. */
  @Mutation(() => Match)
  replyToQuestion(@Acting() actor: AccountActor, @Args() { id, text }: ReplyArgs): Promise<Match> {
    return this.matchQuestions.reply(actor, id, text);
  }

  /** Answers who asked, by the other side's reply or by what the coordinator knows. */
  @Mutation(() => Match)
  answerQuestion(
    @Acting() actor: AccountActor,
    @Args() { id, version, side, text }: WordingArgs,
  ): Promise<Match> {
    return this.matchQuestions.answer(actor, [id, version], { side, text: text ?? null });
  }

  /** Questions of both sides, oldest first, to each viewer their part. */
  @ResolveField(() => [MatchQuestionView])
  questions(
    @Parent() match: Match,
    @Context() { loaders }: GraphqlContext,
  ): Promise<QuestionView[]> {
    return loaders.questions.load(match);
  }
}
