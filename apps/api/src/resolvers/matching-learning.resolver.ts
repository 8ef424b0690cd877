import {
  Args,
  Context,
  Field,
  Int,
  Mutation,
  ObjectType,
  Parent,
  Query,
  registerEnumType,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import type { AccountActor } from '@wilma/domain';
import { LearningOverview, LearningView, Match, MatchingModels } from '@wilma/matches';
import { Acting } from '../auth/viewer.js';
import type { GraphqlContext } from '../graphql/context.js';

const FeedbackKind = {
  ACCEPTED: 'ACCEPTED',
  TOPIC: 'TOPIC',
  JOIN: 'JOIN',
  MATURITY: 'MATURITY',
  TIME: 'TIME',
  OWNER: 'OWNER',
  SHOWN: 'SHOWN',
  ALIKE: 'ALIKE',
} as const;
type FeedbackKind = keyof typeof FeedbackKind;
registerEnumType(FeedbackKind, { name: 'FeedbackKind' });

/** What decisions on a need's other matches, and what else is shown, add to a match's place. */
@ObjectType('FeedbackPart')
class FeedbackPartView {
  @Field(() => FeedbackKind) kind: FeedbackKind;
  /** Whole points; negative where it was refused, is shown to many or like another. They never enter the score. */
  @Field(() => Int) points: number;
}

/** What is learned from decisions; for coordinators. */
@Resolver()
export class MatchingLearningResolver {
  constructor(
    private readonly overview: LearningOverview,
    private readonly models: MatchingModels,
  ) {}

  @Query(() => LearningView)
  matchingLearning(@Acting() actor: AccountActor): Promise<LearningView> {
    return this.overview.read(actor);
  }

  /** Uses a version of the weights from now on, 0 for the stated ones: matches are scored anew. */
  @Mutation(() => LearningView)
  async activateMatchingModel(
    @Acting() actor: AccountActor,
    @Args('version', { type: () => Int }) version: number,
  ): Promise<LearningView> {
    await this.models.activate(actor, version);
    return this.overview.read(actor);
  }
}

@Resolver(() => Match)
export class MatchOriginResolver {
  /** The version of the weights that made its score; for coordinators. */
  @ResolveField(() => Int, { nullable: true })
  async modelVersion(
    @Parent() { id }: Match,
    @Context() { loaders }: GraphqlContext,
  ): Promise<number | null> {
    return (await loaders.matchOrigin.load(id))?.modelVersion ?? null;
  }

  /** What was decided on other matches of its need, as it tells here; for coordinators. */
  @ResolveField(() => [FeedbackPartView])
  async feedback(
    @Parent() { id }: Match,
    @Context() { loaders }: GraphqlContext,
  ): Promise<readonly FeedbackPartView[]> {
    return (await loaders.matchOrigin.load(id))?.feedback ?? [];
  }
}
