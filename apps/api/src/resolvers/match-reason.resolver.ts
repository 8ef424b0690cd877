import {
  Field,
  Int,
  ObjectType,
  Parent,
  registerEnumType,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { Side } from '@wilma/domain';
import { type StoredTag, Tag } from '@wilma/taxonomy';

export const ScorePartKind = {
  TOPIC: 'TOPIC',
  FORM: 'FORM',
  MATURITY: 'MATURITY',
  DISTRICT: 'DISTRICT',
  TIME: 'TIME',
} as const;
export type ScorePartKind = keyof typeof ScorePartKind;
registerEnumType(ScorePartKind, { name: 'ScorePartKind' });

const TagStep = {
  SAME: 'SAME',
  NARROWER: 'NARROWER',
  BROADER: 'BROADER',
  SIBLING: 'SIBLING',
  RELATED: 'RELATED',
} as const;
type TagStep = keyof typeof TagStep;
registerEnumType(TagStep, { name: 'TagStep' });

const TopicSignal = {
  TAGS: 'TAGS',
  READ: 'READ',
  LABELS: 'LABELS',
  WORDS: 'WORDS',
  TITLE: 'TITLE',
  FIELD: 'FIELD',
} as const;
type TopicSignal = keyof typeof TopicSignal;
registerEnumType(TopicSignal, { name: 'TopicSignal' });

/** What one way to compare topics brings: tags, tags read in the texts, words and so on. */
@ObjectType('SignalPart')
class SignalPartView {
  @Field(() => TopicSignal) kind: TopicSignal;
  @Field(() => Int) points: number;
  @Field(() => Int) max: number;
}

@ObjectType('ScorePart')
export class ScorePartView {
  @Field(() => ScorePartKind) kind: ScorePartKind;
  @Field(() => Int) points: number;
  @Field(() => Int) max: number;
  /** Of the topic: by what its points came about. */
  @Field(() => [SignalPartView]) signals: readonly SignalPartView[];
}

/** A passage of a side's public text, literally, and the words in it that it is quoted for. */
@ObjectType('MatchQuote')
class MatchQuoteView {
  @Field(() => Side) side: Side;
  @Field() before: string;
  @Field() words: string;
  @Field() after: string;
}

/** Why a match was suggested; for a topic with the tags that lead from the need to the offer. */
@ObjectType('MatchReason')
export class MatchReasonView {
  @Field(() => ScorePartKind) kind: ScorePartKind;
  @Field() text: string;
  @Field(() => Tag, { nullable: true }) tag: StoredTag | null;
  @Field(() => [Tag]) path: StoredTag[];
  /** How the last tag of the path was reached. */
  @Field(() => TagStep, { nullable: true }) step: TagStep | null;
  /** Sides that do not name their tag, but whose text does. */
  @Field(() => [Side]) readIn: readonly Side[];
  /** Reads the texts, which is left out where nobody asks for quotes. */
  readonly readQuotes: () => Promise<MatchQuoteView[]>;
}

@Resolver(() => MatchReasonView)
export class MatchReasonResolver {
  /** Where the sides' texts name these tags. */
  @ResolveField(() => [MatchQuoteView])
  quotes(@Parent() { readQuotes }: MatchReasonView): Promise<MatchQuoteView[]> {
    return readQuotes();
  }
}
