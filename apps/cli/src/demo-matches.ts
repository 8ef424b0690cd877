import { Injectable } from '@nestjs/common';
import type { AccountActor, Side } from '@wilma/domain';
import {
  Match,
  MatchAnswerService,
  MatchClock,
  MatchOutcomeService,
  MatchReviewService,
  type OutcomeInput,
  postingIdOf,
} from '@wilma/matches';
import { AskMailService } from '@wilma/notifications';
import { Database } from '@wilma/platform';
import { Posting } from '@wilma/postings';
import type { DemoActors } from './demo-people.js';
import { SettableClock } from './settable-clock.js';

const DAY_MS = 86_400_000;

/** How far a match is brought, the oldest matches first. */
const OLD_ONES = [
  'COLLABORATION',
  'EXPIRED',
  'NO_COLLABORATION',
  'IN_PROGRESS',
  'DECLINED',
  'INTRODUCED',
  'DISMISSED',
  'INTRODUCED',
  'DISMISSED',
] as const;
type OldOne = (typeof OLD_ONES)[number];

const OUTCOMES: Readonly<Record<'COLLABORATION' | 'NO_COLLABORATION', OutcomeInput>> = {
  COLLABORATION: {
    result: 'COLLABORATION',
    cooperationForm: 'CONTRACT_RESEARCH',
    volume: 'UNDER_50K',
    reason: null,
    text: 'Ein erster Auftrag läuft über sechs Monate (Beispiel).',
  },
  NO_COLLABORATION: {
    result: 'NO_COLLABORATION',
    cooperationForm: null,
    volume: null,
    reason: 'TIMING',
    text: 'Erst im nächsten Haushaltsjahr wieder möglich (Beispiel).',
  },
};

/** Pairs that wait for an answer, so that those who try the demo have something to do. */
const ASKED = [
  { need: 'gloss-panel-inspection', offer: 'deflectometry-cell', answered: null },
  { need: 'gloss-panel-inspection', offer: 'defect-detection-few-images', answered: 'OFFER' },
] as const;

/** Gives matches a past, in every state that a match can have. */
@Injectable()
export class DemoMatches {
  private owners = new Map<string, AccountActor>();

  constructor(
    private readonly database: Database,
    private readonly review: MatchReviewService,
    private readonly answers: MatchAnswerService,
    private readonly asks: AskMailService,
    private readonly outcomes: MatchOutcomeService,
    private readonly time: MatchClock,
    private readonly clock: SettableClock,
  ) {}

  async load(ids: ReadonlyMap<string, string>, people: DemoActors): Promise<void> {
    this.owners = await this.ownersOf(people);
    const { coordinator } = people;
    const asked = ASKED.map(({ need, offer }) => `${ids.get(need) ?? ''} ${ids.get(offer) ?? ''}`);
    const isAsked = (match: Match): boolean => asked.includes(`${match.needId} ${match.offerId}`);

    const matches = await this.database.read.find(Match, {
      where: { state: 'SUGGESTED' },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    const old = matches.filter((match) => !isAsked(match));
    for (const [index, state] of OLD_ONES.entries()) {
      const match = old[index];
      if (match !== undefined) await this.bringTo(state, match, coordinator);
    }
    for (const match of matches.filter(isAsked)) {
      const plan = ASKED[asked.indexOf(`${match.needId} ${match.offerId}`)];
      this.clock.goBack(2);
      await this.ask(match, coordinator);
      this.clock.goBack(1);
      if (plan?.answered) await this.say(match, plan.answered, 'INTERESTED');
    }
    const fresh = old.at(-1);
    this.clock.goBack(0);
    if (fresh !== undefined) {
      const until = new Date(Date.now() + 14 * DAY_MS);
      await this.review.snooze(coordinator, [fresh.id, fresh.version], until);
    }
    await this.time.tick();
    await this.settle();
    this.clock.goBack(null);
  }

  private async bringTo(state: OldOne, match: Match, by: AccountActor): Promise<void> {
    const age = (Date.now() - match.createdAt.getTime()) / DAY_MS;
    this.clock.goBack(age - 1);
    if (state === 'DISMISSED') {
      const why = { reason: 'TOO_VAGUE', note: null } as const;
      await this.review.dismiss(by, [match.id, match.version], why);
      return;
    }
    await this.ask(match, by);
    this.clock.goBack(age - 3);
    await this.say(match, 'OFFER', 'INTERESTED');
    // Nobody answers: the clock lets it expire.
    if (state === 'EXPIRED') return;
    this.clock.goBack(age - 5);
    await this.say(match, 'NEED', state === 'DECLINED' ? 'DECLINED' : 'INTERESTED');
    if (state === 'DECLINED' || state === 'INTRODUCED') return;
    this.clock.goBack(age - 12);
    const introduced = await this.reload(match);
    await this.review.start(by, [introduced.id, introduced.version]);
    if (state === 'IN_PROGRESS') return;
    this.clock.goBack(Math.max(1, age - 90));
    const begun = await this.reload(match);
    await this.outcomes.record(by, [begun.id, begun.version], OUTCOMES[state]);
  }

  private async ask(match: Match, by: AccountActor): Promise<void> {
    const { version } = await this.reload(match);
    await this.review.approve(by, [match.id, version], null);
    const { round } = await this.reload(match);
    await this.database.transaction((tx) => this.asks.ask(tx, match.id, round));
  }

  private async say(match: Match, side: Side, answer: 'DECLINED' | 'INTERESTED'): Promise<void> {
    const actor = this.owners.get(postingIdOf(match, side));
    if (actor === undefined) throw new Error('nobody owns this posting');
    const reason = answer === 'DECLINED' ? 'TIMING' : null;
    await this.answers.answer(actor, match.id, { answer, reason, note: null });
  }

  private reload(match: Match): Promise<Match> {
    return this.database.read.findOneByOrFail(Match, { id: match.id });
  }

  private async ownersOf({ memberOf }: DemoActors): Promise<Map<string, AccountActor>> {
    const members = [...memberOf.values()];
    const postings = await this.database.read
      .createQueryBuilder(Posting, 'posting')
      .addSelect('posting.organisationId')
      .getMany();
    return new Map(
      postings.flatMap(({ id, organisationId }) => {
        const owner = members.find(({ organisations }) => organisations.includes(organisationId));
        return owner === undefined ? [] : [[id, owner] as const];
      }),
    );
  }

  /**
   * The past is over: nobody handles its events or sends its mails, except those that ask about a
   * match that is still open, so that the local inbox is not empty.
   */
  private async settle(): Promise<void> {
    await this.database.read.query(
      `UPDATE outgoing_mail SET state = 'SENT', sent_at = created_at
        WHERE match_id NOT IN (SELECT id FROM match WHERE state = 'APPROVED')`,
    );
    await this.database.read.query(
      `UPDATE event SET relayed_at = 'epoch' WHERE name <> 'mail.queued'
          OR payload->>'mail' IN (SELECT id::text FROM outgoing_mail WHERE state = 'SENT')`,
    );
  }
}
