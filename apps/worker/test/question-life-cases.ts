import type { AccountActor, QuestionAction, QuestionState } from '@wilma/domain';
import { MatchAnswerService, MatchQuestionService } from '@wilma/matches';
import { FOR_COORDINATORS, FOR_SIDES, type LifeCase } from './life-case.js';

/** One row of the table of questions from one state; the need's side has asked. */
export interface QuestionCase extends Omit<LifeCase, 'action'> {
  readonly questionAction: QuestionAction;
  readonly question: QuestionState;
}

const asked = {
  from: 'APPROVED',
  needAnswer: 'QUESTION',
  to: 'APPROVED',
  mails: [],
} as const;

const wording = { side: 'NEED', text: 'Bis 1.400 °C?' } as const;
const OPEN = ['ASKED', 'RELAYED', 'REPLIED'] as const;

export const QUESTION_CASES: readonly QuestionCase[] = [
  {
    ...asked,
    question: 'ASKED',
    questionAction: 'relay',
    by: ['coordinator'],
    refused: FOR_COORDINATORS,
    versioned: true,
    events: ['match.question-relayed'],
    mails: ['QUESTION_RELAYED to OFFER'],
    act: ({ stage, match }, actor, version) =>
      stage.get(MatchQuestionService).relay(actor as AccountActor, [match, version], wording),
  },
  {
    ...asked,
    question: 'RELAYED',
    questionAction: 'reply',
    by: ['offer'],
    // Who asked has nothing to reply to.
    refused: { ...FOR_SIDES, need: 'CONFLICT' },
    versioned: false,
    events: ['match.question-replied'],
    act: ({ stage, match }, actor) =>
      stage.get(MatchQuestionService).reply(actor, match, 'Bis 1.400 °C.'),
  },
  ...OPEN.map((question): QuestionCase => ({
    ...asked,
    question,
    questionAction: 'answer',
    by: ['coordinator'],
    refused: FOR_COORDINATORS,
    versioned: true,
    events: ['match.question-answered'],
    mails: ['QUESTION_ANSWERED to NEED'],
    act: ({ stage, match }, actor, version) =>
      stage.get(MatchQuestionService).answer(actor as AccountActor, [match, version], wording),
  })),
  ...OPEN.map((question): QuestionCase => ({
    ...asked,
    question,
    questionAction: 'drop',
    by: ['need', 'link'],
    refused: FOR_SIDES,
    versioned: false,
    events: ['match.answered'],
    act: ({ stage, match }, actor) =>
      stage
        .get(MatchAnswerService)
        .answer(actor, match, { answer: 'INTERESTED', reason: null, note: null }),
  })),
];
