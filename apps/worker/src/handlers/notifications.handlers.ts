import type { AskMailService, MailService, MatchMailService } from '@wilma/notifications';
import { type Handler, on, onOutside } from '../handler-registry.js';

export interface Letters {
  readonly mails: MailService;
  readonly asks: AskMailService;
  readonly matchMails: MatchMailService;
}

/** Mails that follow from what happened to a match, and handing them over. */
export function notificationHandlers(
  { mails, asks, matchMails }: Letters,
  undoMs: number,
): Handler[] {
  return [
    ...(['match.approved', 'match.asked-again'] as const).map((event) =>
      on(event, 'ask-both-sides', (tx, { match, round }) => asks.ask(tx, match, round), undoMs),
    ),
    on('match.reminded', 'remind-sides', (tx, { match }) => matchMails.remind(tx, match)),
    on('match.introduced', 'introduce-sides', (tx, { match }) => matchMails.introduce(tx, match)),
    ...(['match.declined', 'match.expired'] as const).map((event) =>
      on(event, 'tell-over', (tx, { match }) => matchMails.tellOver(tx, match)),
    ),
    onOutside('mail.queued', 'deliver', ({ mail }) => mails.deliver(mail)),
  ];
}
