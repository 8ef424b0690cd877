import { Inject, Injectable } from '@nestjs/common';
import {
  abilityOf,
  type AccountActor,
  addWorkingDays,
  badInput,
  canUndo,
  conflict,
  Deadline,
  type DismissReason,
  lacksText,
  type MatchAbility,
} from '@wilma/domain';
import { Account, Membership } from '@wilma/identity';
import { Clock, Config, Database, EventLog, isUuid, type Tx } from '@wilma/platform';
import { MatchNotes } from './match-note.service.js';
import type { Match } from './match.entity.js';
import { type ClaimedMatch, factsOf, MatchWriter } from './match.writer.js';

type Versioned = [id: string, version: number];

const DAY_MS = 86_400_000;
/** What is put off longer is better dismissed. */
const SNOOZE_DAYS = 366;

/** What a match is like before anybody decided on it. */
const UNDECIDED = {
  decidedAt: null,
  decidedBy: null,
  approvedAt: null,
  askedAt: null,
  snoozedUntil: null,
  waitingSince: null,
  dismissReason: null,
  declineReason: null,
  needAnswer: null,
  offerAnswer: null,
  needNote: null,
  offerNote: null,
} as const;

/** A coordinator's decisions on matches. */
@Injectable()
export class MatchReviewService {
  constructor(
    private readonly database: Database,
    private readonly writer: MatchWriter,
    private readonly events: EventLog,
    private readonly clock: Clock,
    private readonly notes: MatchNotes,
    @Inject(Config) private readonly config: Config,
  ) {}

  /** Both sides will be asked as soon as the time to undo is over. */
  approve(actor: AccountActor, at: Versioned, note: string | null): Promise<Match> {
    return this.decide(actor, 'decide', at, async (tx, match) => {
      await this.writer.demandListed(tx, match);
      await this.writer.step(tx, actor, {
        match,
        action: 'approve',
        more: { round: match.round + 1 },
        columns: this.asking(actor, match),
      });
      await this.notes.add(tx, actor, match, note);
    });
  }

  dismiss(
    actor: AccountActor,
    at: Versioned,
    { reason, note }: { reason: DismissReason; note: string | null },
  ): Promise<Match> {
    if (lacksText(reason, note)) throw badInput({ path: 'note', problem: 'textNeeded' });
    return this.decide(actor, 'decide', at, async (tx, match) => {
      await this.writer.step(tx, actor, {
        match,
        action: 'dismiss',
        columns: { ...this.decision(actor), dismissReason: reason, deadline: null },
        more: { reason },
      });
      await this.notes.add(tx, actor, match, note);
    });
  }

  snooze(actor: AccountActor, at: Versioned, until: Date): Promise<Match> {
    const now = this.clock.now();
    if (until <= now) throw badInput({ path: 'until', problem: 'mustBeFuture' });
    const days = (until.getTime() - now.getTime()) / DAY_MS;
    if (days > SNOOZE_DAYS) throw badInput({ path: 'until', problem: 'badDate' });
    return this.decide(actor, 'decide', at, (tx, match) =>
      this.writer.step(tx, actor, {
        match,
        action: 'snooze',
        columns: { ...this.decision(actor), snoozedUntil: until, deadline: null },
        more: { until: until.toISOString() },
      }),
    );
  }

  /** Brings a match back to the queue before its time. */
  wake(actor: AccountActor, at: Versioned): Promise<Match> {
    return this.decide(actor, 'decide', at, async (tx, match) => {
      await this.writer.demandListed(tx, match);
      await this.writer.step(tx, actor, {
        match,
        action: 'wake',
        columns: afresh(this.screeningDeadline()),
      });
    });
  }

  /** Takes one's own decision back, as long as no mail has left. */
  undo(actor: AccountActor, at: Versioned): Promise<Match> {
    return this.decide(actor, 'decide', at, async (tx, match) => {
      const by = {
        accountId: actor.accountId,
        now: this.clock.now(),
        seconds: this.config.undoSeconds,
      };
      if (!canUndo(match, by)) throw conflict('this decision can no longer be undone');
      await this.writer.demandListed(tx, match);
      await this.writer.step(tx, actor, {
        match,
        action: 'undo',
        columns: afresh(this.screeningDeadline()),
      });
    });
  }

  askAgain(actor: AccountActor, at: Versioned): Promise<Match> {
    return this.decide(actor, 'decide', at, async (tx, match) => {
      await this.writer.demandListed(tx, match);
      await this.writer.step(tx, actor, {
        match,
        action: 'askAgain',
        more: { round: match.round + 1 },
        columns: { ...UNDECIDED, ...this.asking(actor, match) },
      });
    });
  }

  start(actor: AccountActor, at: Versioned): Promise<Match> {
    return this.decide(actor, 'start', at, (tx, match) =>
      this.writer.step(tx, actor, { match, action: 'start' }),
    );
  }

  /** @throws DomainError BAD_USER_INPUT where the assignee may not decide on the match */
  assign(actor: AccountActor, [id, version]: Versioned, assignee: string | null): Promise<Match> {
    return this.database.transaction(async (tx) => {
      const claimed = await this.writer.claim(tx, id, actor);
      this.writer.check(actor, 'assign', claimed, version);
      if (assignee !== null && !(await mayDecide(tx, assignee, claimed))) {
        throw badInput({ path: 'assignee', problem: 'notAllowedValue' });
      }
      await this.writer.set(tx, claimed.match, { assigneeId: assignee });
      await this.events.record(tx, actor, 'match.assigned', { match: id, assignee });
      return this.writer.reload(tx, id);
    });
  }

  private decide(
    actor: AccountActor,
    ability: MatchAbility,
    at: Versioned,
    work: (tx: Tx, match: Match) => Promise<void>,
  ): Promise<Match> {
    return this.database.transaction(async (tx) => {
      const match = await this.writer.claimFor(tx, actor, ability, at);
      await work(tx, match);
      return this.writer.reload(tx, match.id);
    });
  }

  private decision(actor: AccountActor) {
    return { decidedAt: this.clock.now(), decidedBy: actor.accountId };
  }

  private asking(actor: AccountActor, match: Match) {
    const now = this.clock.now();
    return {
      ...this.decision(actor),
      approvedAt: now,
      round: match.round + 1,
      deadline: addWorkingDays(now, Deadline.answer),
    };
  }

  private screeningDeadline(): Date {
    return addWorkingDays(this.clock.now(), Deadline.screen);
  }
}

/** Whether an account may decide on a match: staff, but nobody of its sides. */
async function mayDecide(tx: Tx, id: string, claimed: ClaimedMatch): Promise<boolean> {
  const account = isUuid(id) ? await tx.findOneBy(Account, { id }) : null;
  if (account === null) return false;
  const memberships = await tx.findBy(Membership, { accountId: id });
  const organisations = memberships.map(({ organisationId }) => organisationId);
  const { role } = account;
  const assignee = { kind: 'ACCOUNT', accountId: id, role, organisations } as const;
  return abilityOf(assignee).can('decide', factsOf(claimed));
}

/** A match that comes back to the queue is looked at as if nobody had decided. */
export const afresh = (deadline: Date) => ({ ...UNDECIDED, deadline });
