import { Injectable } from '@nestjs/common';
import {
  type AccountActor,
  type Actor,
  badInput,
  conflict,
  type Identity,
  otherSide,
  revealsIdentity,
  type Side,
} from '@wilma/domain';
import { Clock, Database, EventLog, rowsOf, type Tx } from '@wilma/platform';
import type { MatchQuestion } from './match-question.entity.js';
import { MatchQuestionWriter } from './match-question.writer.js';
import { sideOf } from './match-side.js';
import { type Match, postingIdOf } from './match.entity.js';
import { MatchWriter } from './match.writer.js';

type Versioned = [id: string, version: number];

/** What a coordinator passes on: null for the words of who wrote it. */
export interface Wording {
  /** The side that asked. */
  readonly side: Side;
  readonly text: string | null;
}

/** Coordinators carry questions to the other side and replies back, without identity. */
@Injectable()
export class MatchQuestionService {
  constructor(
    private readonly database: Database,
    private readonly writer: MatchWriter,
    private readonly questions: MatchQuestionWriter,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Passes a question on to the other side.
   * @throws DomainError BAD_USER_INPUT at `text` where it tells who asks
   */
  relay(actor: AccountActor, at: Versioned, { side, text }: Wording): Promise<Match> {
    return this.decide(actor, at, side, async (tx, match, question) => {
      const relayed = text ?? question.text;
      await this.demandDiscreet(tx, postingIdOf(match, side), relayed);
      const relayedAt = this.clock.now();
      await this.questions.step(tx, question, 'relay', { relayed, relayedAt });
      await this.writer.set(tx, match, {});
      await this.record(tx, actor, 'match.question-relayed', { question, side });
    });
  }

  /**
   * Answers a question, by what the other side replied or by what the coordinator knows. The asker
   * may decide now or ask again; the deadline goes on.
   * @throws DomainError BAD_USER_INPUT at `text` where there is none or it tells who replied
   */
  answer(actor: AccountActor, at: Versioned, { side, text }: Wording): Promise<Match> {
    return this.decide(actor, at, side, async (tx, match, question) => {
      const answer = text ?? question.reply;
      if (answer === null) throw badInput({ path: 'text', problem: 'textNeeded' });
      await this.demandDiscreet(tx, postingIdOf(match, otherSide(side)), answer);
      const answeredAt = this.clock.now();
      await this.questions.step(tx, question, 'answer', { answer, answeredAt });
      await this.writer.set(tx, match, {
        ...(await this.questions.goOn(tx, match, question)),
        ...(side === 'NEED' ? { needAnswer: null } : { offerAnswer: null }),
      });
      await this.record(tx, actor, 'match.question-answered', { question, side });
    });
  }

  /** The other side replies to the question that was passed on to it; a coordinator goes on. */
  reply(actor: Actor, id: string, text: string): Promise<Match> {
    return this.database.transaction(async (tx) => {
      const claimed = await this.writer.claim(tx, id, actor);
      const { match } = claimed;
      const asked = await this.relayed(tx, match);
      const side = sideOf(actor, claimed, (one) => asked.some((q) => q.side === otherSide(one)));
      const question = asked.find((one) => one.side === otherSide(side));
      if (question === undefined) throw conflict('no question waits for a reply of this side');
      const repliedAt = this.clock.now();
      await this.questions.step(tx, question, 'reply', { reply: text, repliedAt });
      await this.record(tx, actor, 'match.question-replied', { question, side });
      return this.writer.reload(tx, match.id);
    });
  }

  private async decide(
    actor: AccountActor,
    at: Versioned,
    side: Side,
    work: (tx: Tx, match: Match, question: MatchQuestion) => Promise<void>,
  ): Promise<Match> {
    return this.database.transaction(async (tx) => {
      const match = await this.writer.claimFor(tx, actor, 'decide', at);
      const question =
        match.state === 'APPROVED' ? await this.questions.open(tx, match, side) : null;
      if (question === null) throw conflict('no question of this side waits');
      await work(tx, match, question);
      return this.writer.reload(tx, match.id);
    });
  }

  /** Open questions that were passed on, of both sides. */
  private async relayed(tx: Tx, match: Match): Promise<MatchQuestion[]> {
    if (match.state !== 'APPROVED') return [];
    const both = [
      await this.questions.open(tx, match, 'NEED'),
      await this.questions.open(tx, match, 'OFFER'),
    ];
    return both.filter((question) => question?.state === 'RELAYED') as MatchQuestion[];
  }

  private record(
    tx: Tx,
    actor: Actor,
    name: `match.question-${'answered' | 'relayed' | 'replied'}`,
    { question, side }: { readonly question: MatchQuestion; readonly side: Side },
  ): Promise<string> {
    const { id, matchId, round } = question;
    return this.events.record(tx, actor, name, { match: matchId, question: id, round, side });
  }

  /** @throws DomainError BAD_USER_INPUT where the text tells who stands behind the posting */
  private async demandDiscreet(tx: Tx, postingId: string, text: string): Promise<void> {
    const [row] = await rowsOf<IdentityRow>(tx, IDENTITY_SQL, [postingId]);
    if (row !== undefined && revealsIdentity(text, identityOf(row))) {
      throw badInput({ path: 'text', problem: 'revealsIdentity' });
    }
  }
}

interface IdentityRow {
  readonly named: boolean;
  readonly organisation: string;
  readonly website: string | null;
  readonly person: string;
  readonly mail: string;
  readonly phone: string | null;
}

const IDENTITY_SQL = `
  SELECT visibility = 'NAMED' AS named, name AS organisation, website, contact_name AS person,
         contact_mail AS mail, contact_phone AS phone
    FROM posting JOIN organisation ON organisation.id = organisation_id WHERE posting.id = $1`;

/** A named owner is known to everybody; people and how to reach them are not. */
const identityOf = ({
  named,
  organisation,
  website,
  person,
  mail,
  phone,
}: IdentityRow): Identity => ({
  organisations: named ? [] : [organisation],
  hosts: named ? [] : [website ?? '', mail],
  people: [person],
  phones: [phone ?? ''],
});
