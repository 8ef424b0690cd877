import type { EventName, Events } from '@wilma/domain';
import type { Tx } from '@wilma/platform';

interface Common {
  readonly event: EventName;
  readonly name: string;
  /** How long after the event the handler runs. */
  readonly delayMs: number;
}

/** Runs inside the transaction that marks the event as handled: effect and mark are one. */
export interface TransactionalHandler extends Common {
  readonly kind: 'TRANSACTIONAL';
  readonly run: (tx: Tx, payload: never) => Promise<void>;
}

/** Reaches outside the database; idempotent by itself, marked as handled afterwards. */
export interface OutsideHandler extends Common {
  readonly kind: 'OUTSIDE';
  readonly run: (payload: never) => Promise<void>;
}

export type Handler = OutsideHandler | TransactionalHandler;

/** Declares what a transaction does after an event. */
export const on = <N extends EventName>(
  event: N,
  name: string,
  run: (tx: Tx, payload: Events[N]) => Promise<void>,
  delayMs = 0,
): TransactionalHandler => ({ kind: 'TRANSACTIONAL', event, name, run, delayMs });

/** Declares what happens outside the database after an event. */
export const onOutside = <N extends EventName>(
  event: N,
  name: string,
  run: (payload: Events[N]) => Promise<void>,
): OutsideHandler => ({ kind: 'OUTSIDE', event, name, run, delayMs: 0 });

/** Events that somebody must act on: the program refuses to start without a handler for each. */
export const HANDLED_EVENTS = [
  'account.registered',
  'account.confirmation-asked',
  'account.link-requested',
  'member.invited',
  'member.joined-by-domain',
  'posting.published',
  'posting.changed',
  'posting.resumed',
  'posting.renewed',
  'posting.transferred',
  'posting.confirmation-asked',
  'posting.confirmed',
  'posting.changes-requested',
  'posting.expiring',
  'posting.submitted',
  'posting.paused',
  'posting.expired',
  'posting.closed',
  'posting.retagged',
  'posting.reweighed',
  'matching.activated',
  'tag.approved',
  'tag.deprecated',
  'tag.moved',
  'tag.merged',
  'tag.merge-undone',
  'match.approved',
  'match.dismissed',
  'match.undone',
  'match.asked-again',
  'match.question-relayed',
  'match.question-answered',
  'match.asked',
  'match.answered',
  'match.introduced',
  'match.declined',
  'match.expired',
  'match.withdrawn',
  'absence.set',
  'account.erasure-requested',
  'posting.contact-replaced',
  'mail.queued',
] as const satisfies readonly EventName[];

/** The handlers by event. @throws Error on a missing or double handler. */
export class HandlerRegistry {
  private readonly byKey = new Map<string, Handler>();

  constructor(handlers: readonly Handler[]) {
    for (const handler of handlers) {
      const key = keyOf(handler.event, handler.name);
      if (this.byKey.has(key)) throw new Error(`the handler ${key} is declared twice`);
      this.byKey.set(key, handler);
    }
    const expected: readonly EventName[] = HANDLED_EVENTS;
    const missing = expected.filter((event) => this.of(event).length === 0);
    if (missing.length > 0) throw new Error(`no handler for ${missing.join(', ')}`);
    const surplus = handlers.filter(({ event }) => !expected.includes(event));
    if (surplus.length > 0) {
      throw new Error(
        `handlers for events that need none: ${surplus.map((h) => h.event).join(', ')}`,
      );
    }
  }

  of(event: EventName): Handler[] {
    return [...this.byKey.values()].filter((handler) => handler.event === event);
  }

  /** What must be done after each event, and how long after it. */
  expected(): { event: EventName; handler: string; delay: number }[] {
    return [...this.byKey.values()].map(({ event, name, delayMs }) => ({
      event,
      handler: name,
      delay: delayMs,
    }));
  }

  get(event: string, name: string): Handler | undefined {
    return this.byKey.get(keyOf(event, name));
  }
}

const keyOf = (event: string, name: string): string => `${event}/${name}`;
