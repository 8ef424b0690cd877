import type { AbsenceDeadlines } from '@wilma/matches';
import type {
  AskMailService,
  FollowUpService,
  MailService,
  MatchMailService,
  QuestionMailService,
} from '@wilma/notifications';
import { type Handler, on, onOutside } from '../handler-registry.js';

export interface Letters {
  readonly mails: MailService;
  readonly asks: AskMailService;
  readonly matchMails: MatchMailService;
  readonly followUps: FollowUpService;
  readonly questionMails: QuestionMailService;
  readonly absences: AbsenceDeadlines;
}

/** Mails that follow from what happened to a match, and handing them over. */
export function notificationHandlers(
  { mails, asks, matchMails, followUps, questionMails, absences }: Letters,
  undoMs: number,
): Handler[] {
  return [
    ...(['match.approved', 'match.asked-again'] as const).map((event) =>
      on(event, 'ask-both-sides', (tx, { match, round }) => asks.ask(tx, match, round), undoMs),
    ),
    on('match.introduced', 'introduce-sides', (tx, { match }) => matchMails.introduce(tx, match)),
    on('match.introduced', 'plan-follow-up', (tx, { match }) => followUps.plan(tx, match)),
    on('match.withdrawn', 'tell-withdrawn', (tx, { match }) => matchMails.tellWithdrawn(tx, match)),
    ...(['match.declined', 'match.expired'] as const).map((event) =>
      on(event, 'tell-over', (tx, { match }) => matchMails.tellOver(tx, match)),
    ),
    on('match.question-relayed', 'relay-question', (tx, { question }) =>
      questionMails.relay(tx, question),
    ),
    on('match.question-answered', 'tell-answer', (tx, { question }) =>
      questionMails.tellAnswer(tx, question),
    ),
    on('absence.set', 'pause-deadlines', (tx, { account, absence }) =>
      absences.pause(tx, account, absence),
    ),
    onOutside('mail.queued', 'deliver', ({ mail }) => mails.deliver(mail)),
  ];
}
