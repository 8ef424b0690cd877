import { Injectable } from '@nestjs/common';
import {
  badInput,
  conflict,
  deadlineAfterQuestion,
  OPEN_QUESTION,
  type QuestionAction,
  QUESTIONS_PER_SIDE,
  type Side,
  stepQuestion,
} from '@wilma/domain';
import { Clock, type Tx } from '@wilma/platform';
import { In, Not } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { MatchQuestion } from './match-question.entity.js';
import type { Match } from './match.entity.js';
import type { MatchColumns } from './match.writer.js';

/** Writes questions; whoever calls holds the match's lock. */
@Injectable()
export class MatchQuestionWriter {
  constructor(private readonly clock: Clock) {}

  /** The question of a side that somebody still waits for, or null. */
  open(tx: Tx, { id, round }: Match, side: Side): Promise<MatchQuestion | null> {
    const state = In([...OPEN_QUESTION]);
    return tx.findOneBy(MatchQuestion, { matchId: id, round, side, state });
  }

  /**
   * A side asks. @returns what changes in the match
   * @throws DomainError BAD_USER_INPUT where it has asked often enough
   */
  async ask(tx: Tx, match: Match, side: Side, text: string): Promise<MatchColumns> {
    const { id: matchId, round } = match;
    const max = QUESTIONS_PER_SIDE;
    if ((await tx.countBy(MatchQuestion, { matchId, round, side })) >= max) {
      throw badInput({ path: 'answer', problem: 'tooManyQuestions', values: { max } });
    }
    const askedAt = this.clock.now();
    await tx.insert(MatchQuestion, { matchId, round, side, text, askedAt });
    return { waitingSince: match.waitingSince ?? askedAt };
  }

  /** A side decides without waiting for its answer. @returns what changes in the match */
  async drop(tx: Tx, match: Match, side: Side): Promise<MatchColumns> {
    const question = await this.open(tx, match, side);
    if (question === null) return {};
    await this.step(tx, question, 'drop', {});
    return this.goOn(tx, match, question);
  }

  /**
   * What changes in the match when nobody waits for this question any more: the deadline goes on,
   * unless there is another.
   */
  async goOn(tx: Tx, match: Match, { id }: MatchQuestion): Promise<MatchColumns> {
    const others = await tx.countBy(MatchQuestion, {
      id: Not(id),
      matchId: match.id,
      round: match.round,
      state: In([...OPEN_QUESTION]),
    });
    if (others > 0) return {};
    return {
      deadline: deadlineAfterQuestion(match, this.clock.now()),
      waitingSince: null,
    };
  }

  /** Takes one step of the table of questions. */
  async step(
    tx: Tx,
    { id, state }: MatchQuestion,
    action: QuestionAction,
    columns: QueryDeepPartialEntity<MatchQuestion>,
  ): Promise<void> {
    const next = stepQuestion(state, action);
    const { affected } = await tx.update(MatchQuestion, { id, state }, { ...columns, state: next });
    if (affected !== 1) throw conflict('the question was changed meanwhile');
  }
}
