import { Injectable } from '@nestjs/common';
import {
  type AccountActor,
  badInput,
  CONCLUDED,
  type FieldProblem,
  lacksText,
  organisationsOf,
  outcomeAction,
  Side,
} from '@wilma/domain';
import { Clock, Database, EventLog, type Tx } from '@wilma/platform';
import { ProgrammeService } from '@wilma/programmes';
import { In } from 'typeorm';
import type { Match } from './match.entity.js';
import { type ClaimedMatch, MatchWriter } from './match.writer.js';
import { Outcome, type OutcomeInput } from './outcome.entity.js';

/** What came of introductions. */
@Injectable()
export class MatchOutcomeService {
  constructor(
    private readonly database: Database,
    private readonly writer: MatchWriter,
    private readonly programmes: ProgrammeService,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Records the outcome: each side and the coordinators may, and from then on coordinators alone
   * may correct it. Whoever records it says what it counts towards.
   * @throws DomainError BAD_USER_INPUT by field; CONFLICT before the introduction
   */
  record(
    actor: AccountActor,
    [id, version]: [id: string, version: number],
    input: OutcomeInput,
  ): Promise<Match> {
    const problems = problemsOf(input);
    if (problems.length > 0) throw badInput(...problems);
    return this.database.transaction(async (tx) => {
      const claimed = await this.writer.claim(tx, id, actor);
      const { match } = claimed;
      const ability = CONCLUDED.includes(match.state) ? 'decide' : 'conclude';
      this.writer.check(actor, ability, claimed, version);
      const reason = input.reason ?? null;
      await this.writer.step(tx, actor, {
        match,
        action: outcomeAction(match.state, input.result),
        columns: { programmeId: await this.attribute(tx, actor, match, input.programme) },
        more: { result: input.result, reason },
      });
      const row = {
        matchId: match.id,
        result: input.result,
        cooperationForm: input.cooperationForm ?? null,
        volume: input.volume ?? null,
        reason,
        text: input.text ?? null,
        side: sideOf(actor, claimed),
        recordedAt: this.clock.now(),
      };
      await tx.upsert(Outcome, row, ['matchId']);
      return this.writer.reload(tx, match.id);
    });
  }

  /** @returns the programme that the match counts towards from now on */
  private async attribute(
    tx: Tx,
    actor: AccountActor,
    match: Match,
    given: string | null | undefined,
  ): Promise<string | null> {
    if (given === undefined) return match.programmeId;
    const programme = await this.programmes.demandKnown(tx, given);
    if (programme !== match.programmeId) {
      await this.events.record(tx, actor, 'match.attributed', { match: match.id, programme });
    }
    return programme;
  }

  /** By the ids of matches that the viewer may see, in the order asked for. */
  async of(ids: readonly string[]): Promise<(Outcome | null)[]> {
    const found = await this.database.read.findBy(Outcome, { matchId: In([...ids]) });
    const byMatch = new Map(found.map((outcome) => [outcome.matchId, outcome]));
    return ids.map((id) => byMatch.get(id) ?? null);
  }
}

function problemsOf({ result, cooperationForm, volume, reason, text }: OutcomeInput) {
  const problems: FieldProblem[] = [];
  const refuse = (path: string, value: unknown): void => {
    if ((value ?? null) !== null) problems.push({ path, problem: 'notAllowedValue' });
  };
  if (result === 'COLLABORATION') {
    refuse('reason', reason);
    return problems;
  }
  refuse('cooperationForm', cooperationForm);
  refuse('volume', volume);
  if ((reason ?? null) === null) problems.push({ path: 'reason', problem: 'reasonNeeded' });
  if (lacksText(reason, text)) problems.push({ path: 'text', problem: 'textNeeded' });
  return problems;
}

/** The side that the actor belongs to and records for; none of coordinators from outside. */
function sideOf(actor: AccountActor, { owner }: ClaimedMatch): Side | null {
  const own = organisationsOf(actor);
  return Object.values(Side).find((side) => own.includes(owner[side])) ?? null;
}
