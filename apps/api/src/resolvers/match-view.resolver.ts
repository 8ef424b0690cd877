import { Inject } from '@nestjs/common';
import {
  Args,
  Context,
  Field,
  ID,
  ObjectType,
  Parent,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import {
  type Actor,
  Answer,
  answerOf,
  answersAreOpen,
  canUndo,
  DismissReason,
  Locale,
  overseesMatches,
  Side,
} from '@wilma/domain';
import { Account } from '@wilma/identity';
import {
  type HistoryEntry,
  Match,
  MatchExplainer,
  postingIdOf,
  publicTextOf,
  readerOf,
  type SideTexts,
  type Telling,
} from '@wilma/matches';
import { Config, wordsOf } from '@wilma/platform';
import { Need, Offer } from '@wilma/postings';
import { VocabularyService } from '@wilma/taxonomy';
import { Viewing } from '../auth/viewer.js';
import type { GraphqlContext } from '../graphql/context.js';
import { noted } from '../graphql/noted.js';
import { MatchReasonView, ScorePartView } from './match-reason.resolver.js';

/** One step in a match's life; no actor for the clock, the worker and whom one may not know. */
@ObjectType('MatchEvent')
class MatchEventView {
  @Field(() => ID) id: string;
  @Field() name: string;
  @Field(() => Date) at: Date;
  @Field(() => String, { nullable: true }) actor: string | null;
  @Field(() => Side, { nullable: true }) side: Side | null;
}

/** What whoever sees the match reads of both postings: nothing confidential is loaded. */
async function publicTexts(
  { needId, offerId }: Match,
  { loaders }: GraphqlContext,
): Promise<SideTexts> {
  const [need, offer] = await Promise.all([
    loaders.postingOfMatch.load(needId),
    loaders.postingOfMatch.load(offerId),
  ]);
  return { NEED: need && publicTextOf(need), OFFER: offer && publicTextOf(offer) };
}

const startOfDay = (moment: Date): Date =>
  new Date(`${moment.toISOString().slice(0, 10)}T00:00:00.000Z`);

/** What a match shows of itself, to each viewer their part. */
@Resolver(() => Match)
export class MatchViewResolver {
  constructor(
    private readonly explainer: MatchExplainer,
    private readonly vocabulary: VocabularyService,
    @Inject(Config) private readonly config: Config,
  ) {}

  @ResolveField(() => Need)
  need(@Parent() { needId }: Match, @Context() { loaders }: GraphqlContext) {
    return loaders.postingOfMatch.load(needId);
  }

  @ResolveField(() => Offer)
  offer(@Parent() { offerId }: Match, @Context() { loaders }: GraphqlContext) {
    return loaders.postingOfMatch.load(offerId);
  }

  @ResolveField(() => [ScorePartView])
  parts(@Parent() match: Match): ScorePartView[] {
    return match.parts.map((part) => ({ ...part, signals: part.signals ?? [] }));
  }

  @ResolveField(() => [MatchReasonView])
  async reasons(
    @Parent() match: Match,
    @Args('locale', { type: () => Locale, nullable: true }) given: Locale | null,
    @Context() context: GraphqlContext,
  ): Promise<MatchReasonView[]> {
    const telling = await this.telling(match, given, context);
    const reasons = await this.explainer.reasons(match, telling);
    const vocabulary = await this.vocabulary.current();
    let texts: Promise<SideTexts> | undefined;
    return reasons.map(({ tag, path, quoted, ...reason }) => ({
      ...reason,
      tag: tag === null ? null : (vocabulary.resolve(tag) ?? null),
      path: path.flatMap((step) => vocabulary.resolve(step) ?? []),
      readQuotes: async () =>
        this.explainer.quotes(quoted, await (texts ??= publicTexts(match, context))),
    }));
  }

  @ResolveField(() => [String])
  async openQuestions(
    @Parent() match: Match,
    @Args('locale', { type: () => Locale, nullable: true }) given: Locale | null,
    @Context() context: GraphqlContext,
  ): Promise<string[]> {
    return this.explainer.openQuestions(match, await this.telling(match, given, context));
  }

  /** What the viewer could tell, or have the sides tell, that would make it better. */
  @ResolveField(() => [String])
  async advice(
    @Parent() match: Match,
    @Args('locale', { type: () => Locale, nullable: true }) given: Locale | null,
    @Context() context: GraphqlContext,
  ): Promise<string[]> {
    return this.explainer.advice(match, await this.telling(match, given, context));
  }

  private async telling(
    { id }: Match,
    given: Locale | null,
    { loaders, locale }: GraphqlContext,
  ): Promise<Telling> {
    const { sides } = await loaders.standing.load(id);
    return { locale: given ?? locale, reader: readerOf(sides) };
  }

  @ResolveField(() => Answer, { nullable: true })
  needAnswer(@Parent() match: Match, @Viewing() actor: Actor, @Context() context: GraphqlContext) {
    return this.answer(match, 'NEED', actor, context);
  }

  @ResolveField(() => Answer, { nullable: true })
  offerAnswer(@Parent() match: Match, @Viewing() actor: Actor, @Context() context: GraphqlContext) {
    return this.answer(match, 'OFFER', actor, context);
  }

  /** The coordinator who takes care of it; for coordinators. */
  @ResolveField(() => Account, { nullable: true })
  assignee(
    @Parent() { assigneeId }: Match,
    @Viewing() actor: Actor,
    @Context() { loaders }: GraphqlContext,
  ) {
    if (assigneeId === null || !overseesMatches(actor)) return null;
    return loaders.account.load(assigneeId);
  }

  @ResolveField(() => [MatchEventView])
  async history(
    @Parent() match: Match,
    @Context() context: GraphqlContext,
  ): Promise<MatchEventView[]> {
    const { loaders, locale } = context;
    const entries = await loaders.history.load(match);
    const nameOf = async ({ actor, side }: HistoryEntry): Promise<string | null> => {
      if (actor !== null) {
        return (await loaders.account.load(actor))?.name ?? wordsOf(locale).formerMember;
      }
      // A side without an account behind it answered through the link to its contact.
      if (side === null) return null;
      const posting = postingIdOf(match, side);
      const name = (await loaders.contact.load(posting))?.name ?? null;
      return noted(name, { posting, part: 'CONTACT' }, context);
    };
    return Promise.all(entries.map(async (entry) => ({ ...entry, actor: await nameOf(entry) })));
  }

  /** What the need's side wrote along with its answer, such as a question; for coordinators. */
  @ResolveField(() => String, { nullable: true })
  async needNote(@Parent() { id, needId }: Match, @Context() context: GraphqlContext) {
    const note = (await context.loaders.notes.load(id)).NEED;
    return noted(note, { posting: needId, part: 'NOTE' }, context);
  }

  /** What the offer's side wrote along with its answer, such as a question; for coordinators. */
  @ResolveField(() => String, { nullable: true })
  async offerNote(@Parent() { id, offerId }: Match, @Context() context: GraphqlContext) {
    const note = (await context.loaders.notes.load(id)).OFFER;
    return noted(note, { posting: offerId, part: 'NOTE' }, context);
  }

  /** Why it was dismissed; null for others than coordinators. */
  @ResolveField(() => DismissReason, { nullable: true })
  dismissReason(@Parent() match: Match, @Viewing() actor: Actor): DismissReason | null {
    return overseesMatches(actor) ? match.dismissReason : null;
  }

  @ResolveField(() => Date, { nullable: true })
  snoozedUntil(@Parent() match: Match, @Viewing() actor: Actor): Date | null {
    return overseesMatches(actor) ? match.snoozedUntil : null;
  }

  /** To its sides the day alone: the moment tells when the other's posting was published. */
  @ResolveField(() => Date)
  createdAt(@Parent() { createdAt }: Match, @Viewing() actor: Actor): Date {
    return overseesMatches(actor) ? createdAt : startOfDay(createdAt);
  }

  /** Until when the viewer may surely undo their decision; null when they may not. */
  @ResolveField(() => Date, { nullable: true })
  async undoUntil(
    @Parent() match: Match,
    @Viewing() actor: Actor,
    @Context() { loaders }: GraphqlContext,
  ): Promise<Date | null> {
    if (actor.kind !== 'ACCOUNT' || match.decidedAt === null) return null;
    if (match.decidedBy !== actor.accountId) return null;
    if (!(await loaders.standing.load(match.id)).canDecide) return null;
    const { undoSeconds } = this.config;
    const by = { accountId: actor.accountId, now: match.decidedAt, seconds: undoSeconds };
    const until = new Date(match.decidedAt.getTime() + undoSeconds * 1000);
    return canUndo(match, by) ? until : null;
  }

  /** Sides that the viewer may answer for. */
  @ResolveField(() => [Side])
  async mySides(
    @Parent() { id }: Match,
    @Context() { loaders }: GraphqlContext,
  ): Promise<readonly Side[]> {
    return (await loaders.standing.load(id)).sides;
  }

  /** Whether the viewer may decide on it: coordinators, except on matches of their own. */
  @ResolveField(() => Boolean)
  async canDecide(
    @Parent() { id }: Match,
    @Context() { loaders }: GraphqlContext,
  ): Promise<boolean> {
    return (await loaders.standing.load(id)).canDecide;
  }

  /** The other side's answer is told when both are in. */
  private async answer(
    match: Match,
    side: Side,
    actor: Actor,
    { loaders }: GraphqlContext,
  ): Promise<Answer | null> {
    const answer = answerOf(match, side);
    if (overseesMatches(actor) || answersAreOpen(match)) return answer;
    const { sides } = await loaders.standing.load(match.id);
    return sides.includes(side) ? answer : null;
  }
}
