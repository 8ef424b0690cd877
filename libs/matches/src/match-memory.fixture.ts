import { FindOperator } from 'typeorm';
import { conflict, type EventName, type Events } from '@wilma/domain';
import type { Clock, Config, Database, EventLog, Tx } from '@wilma/platform';
import type { Release } from '@wilma/postings';
import { MatchAnswerService } from './match-answer.service.js';
import { MatchNotes } from './match-note.service.js';
import type { Match } from './match.entity.js';
import { MatchQuestion } from './match-question.entity.js';
import { MatchQuestionService } from './match-question.service.js';
import { MatchQuestionWriter } from './match-question.writer.js';
import { MatchReviewService } from './match-review.service.js';
import { type ClaimedMatch, type MatchColumns, MatchWriter } from './match.writer.js';

type Where = Readonly<Record<string, unknown>>;

/** What statements tell of each of the two postings. */
const POSTING = {
  id: 'posting',
  named: false,
  organisation: 'Glaswerk Beispiel GmbH',
  website: null,
  person: 'Nele Beispiel',
  mail: 'nele@glaswerk.example',
  phone: null,
};

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
  readonly questions: MatchQuestionService;
  asked: MatchQuestion[] = [];

  constructor(undoSeconds = 30) {
    const log = { record: this.record } as unknown as EventLog;
    const clock: Clock = { now: () => this.now };
    const database = { transaction: this.transaction } as unknown as Database;
    this.writer = new WriterInMemory(log, this);
    const notes = new MatchNotes(database, this.writer, log, clock);
    const config = { undoSeconds } as Config;
    this.review = new MatchReviewService(database, this.writer, log, clock, notes, config);
    const questions = new MatchQuestionWriter(clock);
    this.answers = new MatchAnswerService(database, this.writer, questions, log, clock);
    this.questions = new MatchQuestionService(database, this.writer, questions, log, clock);
  }

  /** What is done is kept whole or not at all. */
  private readonly transaction = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
    const { match, releases, asked } = this;
    const before = { match, releases, asked, events: this.events.length };
    try {
      return await work(this.tx);
    } catch (error) {
      this.match = before.match;
      this.releases = before.releases;
      this.asked = before.asked;
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

  /** Both postings are published; releases and questions are the rows that services insert. */
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
      query: () => Promise.resolve([POSTING, { ...POSTING, organisation: 'Universität Beispiel' }]),
      createQueryBuilder: () => ({ insert: () => insert }),
      insert: (_entity: unknown, row: MatchQuestion) => {
        const id = String(this.asked.length);
        this.asked = [...this.asked, Object.assign({}, row, { id, state: 'ASKED' } as const)];
        return Promise.resolve();
      },
      countBy: (_entity: unknown, where: Where) => Promise.resolve(this.found(where).length),
      findOneBy: (_entity: unknown, where: Where) => Promise.resolve(this.found(where)[0] ?? null),
      update: (entity: unknown, where: Where, columns: object) => {
        if (entity === MatchQuestion) {
          const old = this.found(where);
          this.asked = this.asked.map((one) =>
            old.includes(one) ? Object.assign({}, one, columns) : one,
          );
        } else {
          this.match = Object.assign({}, this.match, columns);
        }
        return Promise.resolve({ affected: 1 });
      },
    } as unknown as Tx;
  }

  private found(where: Where): MatchQuestion[] {
    return this.asked.filter((row) =>
      Object.entries(where).every(([column, wanted]) => {
        const value: unknown = row[column as keyof MatchQuestion];
        if (!(wanted instanceof FindOperator)) return value === wanted;
        const operand: unknown = wanted.value;
        return wanted.type === 'not' ? value !== operand : (operand as unknown[]).includes(value);
      }),
    );
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
