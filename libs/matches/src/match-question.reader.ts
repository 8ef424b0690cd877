import { Injectable } from '@nestjs/common';
import {
  type Actor,
  isOpenQuestion,
  overseesMatches,
  type QuestionState,
  type Side,
} from '@wilma/domain';
import { Database } from '@wilma/platform';
import { In } from 'typeorm';
import { MatchQuestion } from './match-question.entity.js';
import type { Match } from './match.entity.js';
import type { Standing } from './match.reader.js';

/** A question as one viewer may see it; null is what they may not know or nobody has said. */
export interface QuestionView {
  readonly id: string;
  /** The side that asks. */
  readonly side: Side;
  readonly state: QuestionState;
  /** Whether it is of the round of asking that goes on or was the last. */
  readonly current: boolean;
  readonly text: string | null;
  readonly relayed: string | null;
  readonly reply: string | null;
  readonly answer: string | null;
  readonly askedAt: Date | null;
  readonly relayedAt: Date | null;
  readonly repliedAt: Date | null;
  readonly answeredAt: Date | null;
}

type MatchOfQuestion = Pick<Match, 'round' | 'state'>;

/** Who looks: staff, or somebody of these sides. */
export interface QuestionViewer {
  readonly staff: boolean;
  readonly sides: readonly Side[];
}

/** Reads questions, to each viewer their part. */
@Injectable()
export class MatchQuestionReader {
  constructor(private readonly database: Database) {}

  /** The questions of each match, oldest first. */
  async of(
    actor: Actor,
    matches: readonly Match[],
    standings: readonly Standing[],
  ): Promise<QuestionView[][]> {
    const questions = await this.read(matches.map(({ id }) => id));
    return matches.map((match, index) =>
      visibleQuestions(
        questions.filter(({ matchId }) => matchId === match.id),
        match,
        { staff: overseesMatches(actor), sides: standings[index]?.sides ?? [] },
      ),
    );
  }

  /** The questions of this round as one side sees them: for the page behind its link. */
  async ofSide(match: Match, side: Side): Promise<QuestionView[]> {
    const questions = await this.read([match.id]);
    const views = visibleQuestions(questions, match, { staff: false, sides: [side] });
    return views.filter(({ current }) => current);
  }

  private read(matchIds: readonly string[]): Promise<MatchQuestion[]> {
    return this.database.read.find(MatchQuestion, {
      where: { matchId: In([...matchIds]) },
      order: { askedAt: 'ASC', id: 'ASC' },
    });
  }
}

/**
 * The questions that a viewer may see. The asker reads their own words and the answer, the other
 * side what was passed on and their own reply: neither reads the other's own words.
 */
export function visibleQuestions(
  questions: readonly MatchQuestion[],
  match: MatchOfQuestion,
  { staff, sides }: QuestionViewer,
): QuestionView[] {
  return questions.flatMap((question): QuestionView[] => {
    const view = viewOf(question, match);
    if (staff) return [view];
    if (sides.includes(question.side)) return [asAsker(view)];
    return question.relayed === null ? [] : [asOther(view)];
  });
}

function viewOf(question: MatchQuestion, match: MatchOfQuestion): QuestionView {
  const { id, side, state, text, relayed, reply, answer } = question;
  const { askedAt, relayedAt, repliedAt, answeredAt } = question;
  return {
    id,
    side,
    // What nobody answered in its round is over.
    state: state === 'ANSWERED' || isOpenQuestion(question, match) ? state : 'DROPPED',
    current: question.round === match.round,
    text,
    relayed,
    reply,
    answer,
    askedAt,
    relayedAt,
    repliedAt,
    answeredAt,
  };
}

/** Whether the other side has replied is between it and the coordinators until they pass it on. */
const asAsker = (view: QuestionView): QuestionView => ({
  ...view,
  state: view.state === 'REPLIED' ? 'RELAYED' : view.state,
  reply: null,
  repliedAt: null,
});

/** What became of a reply is between the coordinators and the asker. */
const asOther = (view: QuestionView): QuestionView => ({
  ...view,
  state: view.reply !== null ? 'REPLIED' : view.state === 'RELAYED' ? 'RELAYED' : 'DROPPED',
  text: null,
  answer: null,
  askedAt: null,
  answeredAt: null,
});
