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
import { type AccountActor, Bounds, otherSide, QuestionState, Side } from '@wilma/domain';
import { Match, MatchQuestionService, postingIdOf, type QuestionView } from '@wilma/matches';
import { IsOneOf, IsText, Optional } from '@wilma/platform';
import { Acting } from '../auth/viewer.js';
import { IdArgs, VersionedArgs } from '../graphql/arguments.js';
import type { GraphqlContext } from '../graphql/context.js';
import { noted } from '../graphql/noted.js';

/**
 * A question of one side to the other, carried by coordinators. Null is what the viewer may not
 * know or nobody has said yet.
 */
@ObjectType('MatchQuestion')
class MatchQuestionView implements QuestionView {
  /** Ids of the postings of who asks and of who replies. */
  readonly asking: string;
  readonly replying: string;
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
  async questions(
    @Parent() match: Match,
    @Context() { loaders }: GraphqlContext,
  ): Promise<MatchQuestionView[]> {
    const questions = await loaders.questions.load(match);
    return questions.map((question) => ({
      ...question,
      asking: postingIdOf(match, question.side),
      replying: postingIdOf(match, otherSide(question.side)),
    }));
  }
}

/** The sides' own words. */
@Resolver(() => MatchQuestionView)
export class MatchQuestionWordsResolver {
  /** The asker's own words: for them and coordinators. */
  @ResolveField(() => String, { nullable: true })
  text(@Parent() { text, asking }: MatchQuestionView, @Context() context: GraphqlContext) {
    return noted(text, { posting: asking, part: 'QUESTION' }, context);
  }

  /** The other side's own words: for them and coordinators. */
  @ResolveField(() => String, { nullable: true })
  reply(@Parent() { reply, replying }: MatchQuestionView, @Context() context: GraphqlContext) {
    return noted(reply, { posting: replying, part: 'QUESTION' }, context);
  }
}
