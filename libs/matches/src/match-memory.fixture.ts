import { conflict, type EventName, type Events } from '@wilma/domain';
import type { Clock, Config, Database, EventLog, Tx } from '@wilma/platform';
import type { Release } from '@wilma/postings';
import { MatchAnswerService } from './match-answer.service.js';
import { MatchNotes } from './match-note.service.js';
import type { Match } from './match.entity.js';
import { MatchReviewService } from './match-review.service.js';
import { type ClaimedMatch, type MatchColumns, MatchWriter } from './match.writer.js';

/** Owners of the two postings. */
export const OWNER = { NEED: 'acme', OFFER: 'uni' } as const;

const NOBODY_DECIDED = {
  needAnswer: null,
  offerAnswer: null,
  decidedAt: null,
  decidedBy: null,
  approvedAt: null,
  askedAt: null,
  deadline: null,
} as const;

/** One match, the real services on it, and what they store: in memory, without a database. */
export class MatchInMemory {
  match = {
    id: '5c2f0000-0000-4000-8000-000000000000',
    needId: 'need',
    offerId: 'offer',
    state: 'SUGGESTED',
    version: 1,
    round: 0,
    everAsked: false,
    ...NOBODY_DECIDED,
  } as Match;
  readonly events: { name: EventName; payload: Events[EventName] }[] = [];
  releases: Pick<Release, 'organisationId' | 'postingId'>[] = [];
  now = new Date('2026-11-04T11:00:00Z');

  readonly writer: MatchWriter;
  readonly review: MatchReviewService;
  readonly answers: MatchAnswerService;

  constructor(undoSeconds = 30) {
    const log = { record: this.record } as unknown as EventLog;
    const clock: Clock = { now: () => this.now };
    const database = { transaction: this.transaction } as unknown as Database;
    this.writer = new WriterInMemory(log, this);
    const notes = new MatchNotes(database, this.writer, log, clock);
    const config = { undoSeconds } as Config;
    this.review = new MatchReviewService(database, this.writer, log, clock, notes, config);
    this.answers = new MatchAnswerService(database, this.writer, log, clock);
  }

  /** What is done is kept whole or not at all. */
  private readonly transaction = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
    const before = { match: this.match, events: this.events.length, releases: this.releases };
    try {
      return await work(this.tx);
    } catch (error) {
      this.match = before.match;
      this.releases = before.releases;
      this.events.length = before.events;
      throw error;
    }
  };

  private readonly record = (
    _tx: Tx,
    _actor: unknown,
    name: EventName,
    payload: Events[EventName],
  ) => {
    this.events.push({ name, payload });
    return Promise.resolve('event');
  };

  /** Both postings are published; releases are the only rows that services insert themselves. */
  get tx(): Tx {
    const insert = {
      into: () => insert,
      values: (rows: Release[]) => {
        this.releases = [...this.releases, ...rows];
        return insert;
      },
      orIgnore: () => insert,
      execute: () => Promise.resolve(),
    };
    return {
      query: () => Promise.resolve([{ organisation: 'company' }, { organisation: 'university' }]),
      createQueryBuilder: () => ({ insert: () => insert }),
      update: (_entity: unknown, _where: unknown, columns: MatchColumns) => {
        const next: unknown = Object.assign({}, this.match, columns);
        this.match = next as Match;
        return Promise.resolve({ affected: 1 });
      },
    } as unknown as Tx;
  }
}

/** Keeps the match in memory; what it does with it is what the real one does. */
class WriterInMemory extends MatchWriter {
  constructor(
    log: EventLog,
    private readonly memory: MatchInMemory,
  ) {
    super(log);
  }

  override claim(): Promise<ClaimedMatch> {
    return Promise.resolve({ match: this.memory.match, owner: OWNER });
  }

  override set(_tx: Tx, match: Match, columns: MatchColumns): Promise<void> {
    if (match.version !== this.memory.match.version) throw conflict('changed meanwhile');
    const next: unknown = Object.assign({}, match, columns, { version: match.version + 1 });
    this.memory.match = next as Match;
    return Promise.resolve();
  }

  override reload(): Promise<Match> {
    return Promise.resolve(this.memory.match);
  }
}
