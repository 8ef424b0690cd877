import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { GateResult } from '@wilma/matching';

const LearningResult = {
  BETTER: 'BETTER',
  NOT_BETTER: 'NOT_BETTER',
  TOO_FEW: 'TOO_FEW',
  TOO_SOON: 'TOO_SOON',
} as const satisfies Record<GateResult, GateResult>;
registerEnumType(LearningResult, { name: 'LearningResult' });

/** How well weights order what was decided on, beside the ones that were used before. */
@ObjectType('MatchingMeasurement')
export class MeasurementView {
  @Field(() => LearningResult) result: GateResult;
  @Field(() => Int) judgements: number;
  @Field(() => Int) acceptances: number;
  /** Needs with both acceptances and refusals. */
  @Field(() => Int) needs: number;
  /** Share of pairs of an accepted and a refused offer in the right order, with the old weights. */
  @Field(() => Float) before: number;
  @Field(() => Float) after: number;
  /** Of the difference: 95 % by a paired bootstrap over needs; null where nothing was measured. */
  @Field(() => Float, { nullable: true }) low: number | null;
  @Field(() => Float, { nullable: true }) high: number | null;
}

@ObjectType('MatchingWeight')
export class WeightView {
  /** A part of the score, or a signal of its topic. */
  @Field() part: string;
  @Field(() => Float) stated: number;
  @Field(() => Float) weight: number;
}

/** Weights of the score and thresholds of strength; version 0 is what the program states. */
@ObjectType('MatchingModel')
export class ModelView {
  @Field(() => Int) version: number;
  @Field(() => Boolean) active: boolean;
  /** Null for what the program states. */
  @Field(() => Date, { nullable: true }) createdAt: Date | null;
  @Field(() => [WeightView]) weights: WeightView[];
  /** Pairs of tags that count less than the vocabulary says. */
  @Field(() => Int) conceptPairs: number;
  /** Points from which on a match is good, and strong. */
  @Field(() => Int) goodFrom: number;
  @Field(() => Int) strongFrom: number;
  /** Decisions that the thresholds come from; 0 where they are stated. */
  @Field(() => Int) answers: number;
  @Field(() => MeasurementView, { nullable: true }) measured: MeasurementView | null;
  /** Matches that it made, and what was decided on them so far. */
  @Field(() => Int) suggested: number;
  @Field(() => Int) accepted: number;
  @Field(() => Int) refused: number;
}

/** What one night's learning came to. */
@ObjectType('MatchingRun')
export class RunView {
  @Field() day: string;
  @Field(() => MeasurementView, { nullable: true }) measured: MeasurementView | null;
  /** The version that came of it. */
  @Field(() => Int, { nullable: true }) version: number | null;
}

/** What is learned from decisions, and from how many. */
@ObjectType('MatchingLearning')
export class LearningView {
  @Field(() => Int) neededJudgements: number;
  @Field(() => Int) neededAcceptances: number;
  /** Decisions from which on thresholds are set by the share of acceptances. */
  @Field(() => Int) neededAnswers: number;
  /** The newest first. */
  @Field(() => [ModelView]) models: ModelView[];
  /** The last nights, the newest first. */
  @Field(() => [RunView]) runs: RunView[];
}
