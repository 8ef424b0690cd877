import { Injectable } from '@nestjs/common';
import {
  type Actor,
  type Answer,
  answerAction,
  answerOf,
  badInput,
  canTakeBack,
  conflict,
  type DeclineReason,
  lacksText,
  otherSide,
  ReleasedField,
  Side,
} from '@wilma/domain';
import { Clock, Database, EventLog, rowsOf, type Tx } from '@wilma/platform';
import { Release } from '@wilma/postings';
import { type Match, postingIdOf } from './match.entity.js';
import { MatchQuestionWriter } from './match-question.writer.js';
import { sideOf } from './match-side.js';
import { type ClaimedMatch, type MatchColumns, MatchWriter } from './match.writer.js';

export interface GivenAnswer {
  readonly answer: Answer;
  readonly reason: DeclineReason | null;
  readonly note: string | null;
  /** The round of asking that is answered, where a link tells it. */
  readonly round?: number;
}

const COLUMNS = {
  NEED: { answer: 'needAnswer', note: 'needNote' },
  OFFER: { answer: 'offerAnswer', note: 'offerNote' },
} as const;

/** Unless a coordinator has set another. */
const NEEDS_PROGRAMME = (): string =>
  'COALESCE(programme_id, (SELECT programme_id FROM posting WHERE posting.id = need_id))';

/** What the two sides say, from the app or through a link in a mail. */
@Injectable()
export class MatchAnswerService {
  constructor(
    private readonly database: Database,
    private readonly writer: MatchWriter,
    private readonly questions: MatchQuestionWriter,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Stores the answer of the actor's side; the second yes introduces both at once.
   * @throws DomainError CONFLICT where this side has answered or the match is no longer open.
   *   The other side's answer never conflicts.
   */
  answer(actor: Actor, id: string, given: GivenAnswer): Promise<Match> {
    checkAnswer(given);
    return this.database.transaction(async (tx) => {
      const claimed = await this.writer.claim(tx, id, actor);
      // Whoever belongs to both sides answers for the one that has not answered yet.
      const side = sideOf(actor, claimed, (one) => answerOf(claimed.match, one) === null);
      const { match } = claimed;
      if (given.round !== undefined && given.round !== match.round) {
        throw conflict('this was asked in an earlier round');
      }
      const action = answerAction(match, side, given.answer);
      if (given.answer === 'INTERESTED') await this.writer.demandListed(tx, match);
      const columns = {
        [COLUMNS[side].answer]: given.answer,
        ...(await this.noteOrQuestion(tx, match, side, given)),
        ...(action === 'decline' ? { declineReason: given.reason, deadline: null } : {}),
        ...(action === 'introduce' ? { deadline: null, programmeId: NEEDS_PROGRAMME } : {}),
      };
      if (action === 'introduce' || action === 'decline') {
        await this.events.record(tx, actor, 'match.answered', {
          match: match.id,
          side,
          answer: given.answer,
          round: match.round,
        });
      }
      await this.writer.step(tx, actor, {
        match,
        action,
        columns,
        more:
          action === 'decline' && given.reason !== null
            ? { side, reason: given.reason, round: match.round }
            : { side, answer: given.answer, round: match.round },
      });
      if (action === 'introduce') await this.release(tx, claimed);
      return this.writer.reload(tx, match.id);
    });
  }

  /** Takes an INTERESTED back, until the other side has answered. */
  takeBack(actor: Actor, id: string): Promise<Match> {
    return this.database.transaction(async (tx) => {
      const claimed = await this.writer.claim(tx, id, actor);
      const side = sideOf(actor, claimed, (one) => canTakeBack(claimed.match, one));
      if (!canTakeBack(claimed.match, side)) throw conflict('the answer can not be taken back');
      await this.writer.step(tx, actor, {
        match: claimed.match,
        action: 'takeBack',
        columns: { [COLUMNS[side].answer]: null, [COLUMNS[side].note]: null },
        more: { side, round: claimed.match.round },
      });
      return this.writer.reload(tx, id);
    });
  }

  /** A question is kept by itself; any other answer drops the one that still waits. */
  private async noteOrQuestion(
    tx: Tx,
    match: Match,
    side: Side,
    { answer, note }: GivenAnswer,
  ): Promise<MatchColumns> {
    if (answer === 'QUESTION') return this.questions.ask(tx, match, side, note ?? '');
    return { [COLUMNS[side].note]: note, ...(await this.questions.drop(tx, match, side)) };
  }

  /** Each side learns from now on who the other is. */
  private async release(tx: Tx, { match, owner }: ClaimedMatch): Promise<void> {
    const ids = Object.values(Side).map((side) => postingIdOf(match, side));
    const withPhone = await rowsOf<{ id: string }>(tx, WITH_PHONE_SQL, [ids]);
    const rows = Object.values(Side).map((side) => {
      const postingId = postingIdOf(match, side);
      const hasPhone = withPhone.some(({ id }) => id === postingId);
      return {
        postingId,
        organisationId: owner[otherSide(side)],
        ownerId: owner[side],
        matchId: match.id,
        fields: releasedFields(hasPhone),
        at: this.clock.now(),
      };
    });
    await tx.createQueryBuilder().insert().into(Release).values(rows).orIgnore().execute();
  }
}

const WITH_PHONE_SQL = `
  SELECT id FROM posting WHERE id = ANY($1) AND contact_phone IS NOT NULL`;

/** What the mail that introduces tells. */
const releasedFields = (hasPhone: boolean): ReleasedField[] =>
  Object.values(ReleasedField).filter((field) => hasPhone || field !== 'CONTACT_PHONE');

function checkAnswer({ answer, reason, note }: GivenAnswer): void {
  if (answer === 'DECLINED' && reason === null) {
    throw badInput({ path: 'reason', problem: 'reasonNeeded' });
  }
  const isSilent = answer === 'QUESTION' && (note ?? '').trim() === '';
  if (isSilent || lacksText(reason, note)) {
    throw badInput({ path: 'note', problem: 'textNeeded' });
  }
}
