import { describe, expect, it } from '@jest/globals';
import type { MatchFinder, MatchingModels, NeedFeedback } from '@wilma/matches';
import type { TagUsageReader } from '@wilma/postings';
import type {
  AccountMailService,
  InvitationMailService,
  NotificationService,
  PostingMailService,
} from '@wilma/notifications';
import type { ErasureMailService } from '@wilma/privacy';
import {
  HANDLED_EVENTS,
  type Handler,
  HandlerRegistry,
  on,
  onOutside,
} from './handler-registry.js';
import { accountMailHandlers } from './handlers/account-mails.handlers.js';
import { erasureHandlers } from './handlers/erasure.handlers.js';
import { invitationHandlers } from './handlers/invitation.handlers.js';
import {
  feedbackHandlers,
  matchingHandlers,
  modelHandlers,
  tagHandlers,
} from './handlers/matching.handlers.js';
import { inboxHandlers } from './handlers/inbox.handlers.js';
import { type Letters, notificationHandlers } from './handlers/notifications.handlers.js';
import { postingMailHandlers } from './handlers/posting-mails.handlers.js';

const nothing = (): Promise<void> => Promise.resolve();
const one = (event: (typeof HANDLED_EVENTS)[number], name = 'work'): Handler =>
  event === 'mail.queued' ? onOutside(event, name, nothing) : on(event, name, nothing);
const complete = HANDLED_EVENTS.map((event) => one(event));

describe('HandlerRegistry', () => {
  it('takes one handler or several for each event that needs one', () => {
    const registry = new HandlerRegistry([...complete, one('match.approved', 'more')]);
    expect(registry.of('match.approved').map(({ name }) => name)).toEqual(['work', 'more']);
    expect(registry.get('match.approved', 'more')).toMatchObject({ name: 'more' });
    expect(registry.get('match.approved', 'less')).toBeUndefined();
    expect(registry.of('match.suggested')).toEqual([]);
  });

  it.each([...HANDLED_EVENTS])('refuses to start where nobody handles %s', (event) => {
    const without = complete.filter((handler) => handler.event !== event);
    expect(() => new HandlerRegistry(without)).toThrow(`no handler for ${event}`);
  });

  it('names all events that nobody handles', () => {
    expect(() => new HandlerRegistry([])).toThrow(HANDLED_EVENTS.join(', '));
  });

  it('refuses the same handler twice', () => {
    expect(() => new HandlerRegistry([...complete, one('match.expired')])).toThrow(
      'the handler match.expired/work is declared twice',
    );
  });

  it('refuses a handler of an event that needs none', () => {
    const surplus = on('match.suggested', 'work', nothing);
    expect(() => new HandlerRegistry([...complete, surplus])).toThrow(
      'handlers for events that need none: match.suggested',
    );
  });
});

describe('the handlers of the worker', () => {
  const handlers = [
    ...matchingHandlers({} as MatchFinder),
    ...feedbackHandlers({} as NeedFeedback),
    ...modelHandlers({} as MatchingModels),
    ...tagHandlers({} as TagUsageReader),
    ...erasureHandlers({} as ErasureMailService),
    ...inboxHandlers({} as NotificationService),
    ...invitationHandlers({} as InvitationMailService),
    ...accountMailHandlers({} as AccountMailService),
    ...notificationHandlers({} as Letters, 30_000),
    ...postingMailHandlers({} as PostingMailService),
  ];

  it('are complete', () => {
    expect(() => new HandlerRegistry(handlers)).not.toThrow();
  });

  it('ask both sides only when the time to undo is over, and do the rest at once', () => {
    const late = new HandlerRegistry(handlers).expected().filter(({ delay }) => delay > 0);
    expect(late).toEqual([
      { event: 'match.approved', handler: 'ask-both-sides', delay: 30_000 },
      { event: 'match.asked-again', handler: 'ask-both-sides', delay: 30_000 },
    ]);
  });

  it('have names that a queue takes as part of an id', () => {
    for (const { name } of handlers) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });
});
