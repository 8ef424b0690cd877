import { Injectable } from '@nestjs/common';
import type { AccountActor, Side } from '@wilma/domain';
import {
  type Asked,
  AskingService,
  Match,
  MatchAnswerService,
  MatchClock,
  MatchOutcomeService,
  MatchReviewService,
} from '@wilma/matches';
import { AskMailService } from '@wilma/notifications';
import { Database, rowsOf } from '@wilma/platform';
import { chance, oneBy, type Timeline } from './demo-timeline.js';
import type { DemoActors } from './demo-people.js';

/** Mails that would have been sent before are not made up. */
const MAIL_DAYS = 6;
/** Questions of the last days wait for a coordinator; of earlier ones nothing is told. */
const QUESTION_DAYS = 5;
const DAY_MS = 86_400_000;

/** How often what happens. */
const SHARE = { dismissed: 0.16, snoozed: 0.05, yes: 0.72, no: 0.16 } as const;

/** How many of the matches of so many days ago a busy coordinator has not turned to yet. */
const unseenOf = (daysAgo: number): number =>
  daysAgo <= 3 ? 1 : daysAgo <= 12 ? 0.6 : daysAgo <= 20 ? 0.15 : 0;

const REASONS = ['TOPIC', 'MATURITY', 'TIMING', 'CAPACITY', 'TOO_VAGUE'] as const;
const FORMS = ['CONTRACT_RESEARCH', 'THESIS', 'JOINT_PROJECT', 'PILOT', 'EQUIPMENT_USE'] as const;
const VOLUMES = ['NONE', 'UNDER_10K', 'UNDER_50K', 'UNDER_250K'] as const;
const QUESTION = 'Ließe sich zuerst ein kleiner Versuch machen, und was würde er ungefähr kosten?';

/** A side that was asked and has an account that can answer. */
interface AskedSide {
  readonly match: string;
  readonly need: string;
  readonly side: Side;
  readonly round: number;
  readonly organisation: string;
}

/**
 * Matches are reviewed, asked about, answered and concluded, each some days after the step before,
 * by a chance that is the same on every machine.
 */
@Injectable()
export class DemoMatches {
  private readonly planned = new Set<string>();
  /** A need whose matches wait for answers, so that those who try the demo have something to do. */
  waiting: string | undefined;

  constructor(
    private readonly database: Database,
    private readonly review: MatchReviewService,
    private readonly answers: MatchAnswerService,
    private readonly outcomes: MatchOutcomeService,
    private readonly askings: AskingService,
    private readonly asks: AskMailService,
    private readonly clock: MatchClock,
  ) {}

  /** The clock strikes; then what became new today is planned for. */
  async pass(timeline: Timeline, today: number, people: DemoActors): Promise<void> {
    await this.clock.tick();
    await this.askWaiting(today);
    const fresh = await this.database.read.findBy(Match, { state: 'SUGGESTED' });
    for (const match of fresh) this.planReview(timeline, today, [match, people.coordinator]);
    for (const asked of await this.askedSides()) this.planAnswer(timeline, today, [asked, people]);
  }

  private planReview(
    timeline: Timeline,
    today: number,
    [{ id, needId, round, createdAt }, by]: [Match, AccountActor],
  ): void {
    if (!this.isNew(`review ${id} ${String(round)} ${createdAt.toISOString()}`)) return;
    const key = `${String(today)} ${String(this.planned.size)}`;
    const waits = needId === this.waiting;
    const roll = waits ? 1 : chance(key, 'review');
    const day = today - 1 - (waits ? 0 : Math.floor(4 * chance(key, 'screening')));
    if (!waits && chance(key, 'unseen') < unseenOf(today)) return;
    timeline.at(day, async () => {
      const at = await this.at(id, 'SUGGESTED');
      if (at === null) return;
      if (roll < SHARE.dismissed) {
        const why = { reason: oneBy(REASONS, key, 'reason'), note: null };
        await this.review.dismiss(by, at, why);
      } else if (roll < SHARE.dismissed + SHARE.snoozed) {
        const until = new Date(Date.now() - (day - 21) * DAY_MS);
        await this.review.snooze(by, at, until);
      } else {
        await this.review.approve(by, at, null);
        await this.ask(id, day);
      }
    });
  }

  private planAnswer(
    timeline: Timeline,
    today: number,
    [asked, { memberOf, coordinator }]: [AskedSide, DemoActors],
  ): void {
    const { match: id, side, round } = asked;
    if (asked.need === this.waiting) return;
    if (!this.isNew(`answer ${id} ${String(round)} ${side}`)) return;
    const key = `${String(today)} ${String(this.planned.size)}`;
    const actor = [...memberOf.values()].find(({ organisations }) =>
      organisations.includes(asked.organisation),
    );
    const roll = chance(key, 'answer');
    if (actor === undefined || roll > SHARE.yes + SHARE.no) return;
    const day = today - 1 - Math.floor(7 * chance(key, 'days'));
    timeline.at(day, async () => {
      if ((await this.at(id, 'APPROVED')) === null) return;
      if (roll > SHARE.yes) {
        const reason = oneBy(REASONS, key, 'reason');
        await this.answers.answer(actor, id, { answer: 'DECLINED', reason, note: null });
      } else if (day <= QUESTION_DAYS && chance(key, 'question') < 0.5) {
        const question = { answer: 'QUESTION', reason: null, note: QUESTION } as const;
        await this.answers.answer(actor, id, question);
      } else {
        await this.answers.answer(actor, id, { answer: 'INTERESTED', reason: null, note: null });
        if ((await this.at(id, 'INTRODUCED')) !== null) {
          this.planOutcome(timeline, day, [id, coordinator]);
        }
      }
    });
  }

  private planOutcome(timeline: Timeline, today: number, [id, by]: [string, AccountActor]): void {
    const key = `${String(today)} ${String(this.planned.size)}`;
    this.planned.add(`outcome ${id}`);
    const started = today - 8 - Math.floor(20 * chance(key, 'start'));
    const isStarted = chance(key, 'is started') < 0.7;
    if (isStarted) {
      timeline.at(started, async () => {
        const at = await this.at(id, 'INTRODUCED');
        if (at !== null) await this.review.start(by, at);
      });
    }
    const isGood = isStarted && chance(key, 'good') < 0.75;
    timeline.at(started - 30 - Math.floor(120 * chance(key, 'end')), async () => {
      const at = await this.at(id, isStarted ? 'IN_PROGRESS' : 'INTRODUCED');
      if (at === null) return;
      await this.outcomes.record(
        by,
        at,
        isGood
          ? {
              result: 'COLLABORATION',
              cooperationForm: oneBy(FORMS, key, 'form'),
              volume: oneBy(VOLUMES, key, 'volume'),
              reason: null,
              text: null,
            }
          : {
              result: 'NO_COLLABORATION',
              cooperationForm: null,
              volume: null,
              reason: oneBy(REASONS, key, 'reason'),
              text: null,
            },
      );
    });
  }

  /** Asks both sides; with mails only lately, so that the local inbox is not empty. */
  private async ask(id: string, daysAgo: number): Promise<void> {
    const match = await this.database.read.findOneByOrFail(Match, { id });
    await this.database.transaction(async (tx) => {
      if (daysAgo <= MAIL_DAYS) return this.asks.ask(tx, id, match.round);
      const asked: Asked[] = [];
      for (const person of await this.askings.prepare(tx, match)) {
        asked.push(...(await this.askings.take(tx, person)));
      }
      await this.askings.settle(tx, asked);
    });
  }

  /** Asks those who had to wait. */
  private async askWaiting(daysAgo: number): Promise<void> {
    if (daysAgo <= MAIL_DAYS) return this.asks.tick();
    for (const person of await this.askings.due()) {
      await this.database.transaction(async (tx) =>
        this.askings.settle(tx, await this.askings.take(tx, person)),
      );
    }
  }

  private askedSides(): Promise<AskedSide[]> {
    return rowsOf<AskedSide>(
      this.database.read,
      `SELECT match.id AS match, match.need_id AS need, asking.side, match.round, posting.organisation_id AS organisation
         FROM asking JOIN match ON match.id = asking.match_id AND match.round = asking.round
         JOIN posting ON posting.id = CASE asking.side WHEN 'NEED' THEN need_id ELSE offer_id END
        WHERE match.state = 'APPROVED' AND asking.asked_at IS NOT NULL`,
    );
  }

  /** The match and its version where it is in this state. */
  private async at(id: string, state: Match['state']): Promise<[string, number] | null> {
    const match = await this.database.read.findOneByOrFail(Match, { id });
    return match.state === state ? [id, match.version] : null;
  }

  private isNew(key: string): boolean {
    if (this.planned.has(key)) return false;
    this.planned.add(key);
    return true;
  }
}
