import type { Side } from '@wilma/domain';
import { MatchAnswerService } from '@wilma/matches';
import { type Act, FOR_SIDES, type LifeCase } from './life-case.js';

const answer =
  (given: 'DECLINED' | 'INTERESTED' | 'QUESTION'): Act =>
  ({ stage, match }, actor) => {
    const reason = given === 'DECLINED' ? 'TOPIC' : null;
    const note = given === 'QUESTION' ? 'Wie heiß?' : null;
    return stage.get(MatchAnswerService).answer(actor, match, { answer: given, reason, note });
  };

const said = { mails: [], from: 'APPROVED', versioned: false, refused: FOR_SIDES } as const;
const otherSaidYes = (side: Side) =>
  side === 'NEED'
    ? ({ offerAnswer: 'INTERESTED' } as const)
    : { needAnswer: 'INTERESTED' as const };

/** What the sides say. */
export const ANSWERS: readonly LifeCase[] = [
  {
    ...said,
    action: 'agree',
    by: ['need', 'offer', 'link'],
    to: 'APPROVED',
    events: ['match.answered'],
    act: answer('INTERESTED'),
  },
  {
    ...said,
    ...otherSaidYes('NEED'),
    action: 'introduce',
    by: ['need', 'link'],
    to: 'INTRODUCED',
    events: ['match.answered', 'match.introduced'],
    mails: ['INTRODUCED to NEED', 'INTRODUCED to OFFER'],
    act: answer('INTERESTED'),
  },
  {
    ...said,
    ...otherSaidYes('OFFER'),
    action: 'introduce',
    by: ['offer'],
    to: 'INTRODUCED',
    events: ['match.answered', 'match.introduced'],
    mails: ['INTRODUCED to NEED', 'INTRODUCED to OFFER'],
    act: answer('INTERESTED'),
  },
  {
    ...said,
    ...otherSaidYes('NEED'),
    action: 'decline',
    by: ['need', 'link'],
    to: 'DECLINED',
    events: ['match.answered', 'match.declined'],
    mails: ['DECLINED to OFFER'],
    act: answer('DECLINED'),
  },
  {
    ...said,
    action: 'decline',
    by: ['offer'],
    to: 'DECLINED',
    events: ['match.answered', 'match.declined'],
    act: answer('DECLINED'),
  },
  {
    ...said,
    action: 'question',
    by: ['need', 'offer', 'link'],
    to: 'APPROVED',
    events: ['match.answered'],
    act: answer('QUESTION'),
  },
  {
    ...said,
    needAnswer: 'INTERESTED',
    action: 'takeBack',
    by: ['need', 'link'],
    // The other side has nothing to take back.
    refused: { ...FOR_SIDES, offer: 'CONFLICT' },
    to: 'APPROVED',
    events: ['match.answer-taken-back'],
    act: ({ stage, match }, actor) => stage.get(MatchAnswerService).takeBack(actor, match),
  },
];
