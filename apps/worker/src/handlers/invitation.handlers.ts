import type { InvitationMailService } from '@wilma/notifications';
import { type Handler, on } from '../handler-registry.js';

/** Mails to people who are asked to join. */
export const invitationHandlers = (mails: InvitationMailService): Handler[] => [
  on('member.invited', 'invite', (tx, { invitation }) => mails.invite(tx, invitation)),
];
