import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { AccountActor, DomainError, EventName, MatchState } from '@wilma/domain';
import { type Match, MatchClock, MatchReviewService } from '@wilma/matches';
import { PersonClock } from '@wilma/notifications';
import { Clock, readConfig } from '@wilma/platform';
import { type Posting, PostingService } from '@wilma/postings';
import {
  buildAccount,
  buildOrganisation,
  buildPosting,
  Inbox,
  settingsFor,
  SettableClock,
  TestDatabase,
} from '@wilma/testing';
import { settled } from '../../api/test/stage.js';
import { WorkerModule } from '../src/worker.module.js';

/** A moment by the clocks of Berlin in winter. */
export const inBerlin = (day: string, time: string): Date => new Date(`${day}T${time}:00+01:00`);

/** A company with a draft of a need, and offers of one university that answer it. */
export interface Scene {
  readonly company: string;
  readonly university: string;
  readonly need: string;
  readonly offers: readonly string[];
  /** Acts for the company. */
  readonly member: AccountActor;
  /** Acts for the university. */
  readonly researcher: AccountActor;
  readonly needMail: string;
  readonly offerMail: string;
}

export interface MatchRow extends Record<string, unknown> {
  readonly id: string;
  readonly version: number;
  readonly state: MatchState;
}

/** The worker in the test's own process, with a clock that can be put forward. */
export class WorkerStage {
  private scenes = 0;

  private constructor(
    readonly database: TestDatabase,
    readonly inbox: Inbox,
    readonly clock: SettableClock,
    readonly coordinator: AccountActor,
    private readonly worker: INestApplicationContext,
  ) {}

  static async set(settings: Readonly<Record<string, string>> = {}): Promise<WorkerStage> {
    const database = await TestDatabase.create();
    const inbox = await Inbox.open();
    const config = readConfig({
      ...settingsFor(database, inbox),
      LOG_LEVEL: 'error',
      ...settings,
    });
    const worker = await NestFactory.createApplicationContext(WorkerModule.forRoot(config), {
      logger: ['error'],
    });
    const clock = new SettableClock(worker.get(Clock));
    const coordinator = await actorOf(database, 'COORDINATOR');
    return new WorkerStage(database, inbox, clock, coordinator, worker);
  }

  async end(): Promise<void> {
    await this.worker.close();
    await this.inbox.close();
    await this.database.drop();
  }

  get<T>(service: Type<T>): T {
    return this.worker.get(service);
  }

  /** Resolves when every event is handled and every mail handed over. */
  settled(): Promise<true> {
    return settled(this.database);
  }

  /** Two clocks strike at once, as with two workers. */
  async strike(): Promise<void> {
    const [matches, persons] = [this.get(MatchClock), this.get(PersonClock)];
    const strikeOnce = async (): Promise<void> => {
      await matches.tick();
      await persons.tick();
    };
    await Promise.all([strikeOnce(), strikeOnce()]);
  }

  async aScene({ offers = 1 } = {}): Promise<Scene> {
    const { database } = this;
    this.scenes += 1;
    // What earlier scenes published would match as well.
    await database.query(`UPDATE posting SET state = 'CLOSED' WHERE state = 'PUBLISHED'`);
    const name = `company-${this.scenes}`;
    const company = await buildOrganisation(database, { name });
    const university = await buildOrganisation(database, { kind: 'UNIVERSITY' });
    const [needMail, offerMail] = [`need@${name}.example`, `offer@${name}.example`];
    const offerIds: string[] = [];
    for (let n = 0; n < offers; n += 1) {
      const plan = { organisation: university, contact: { mail: offerMail } };
      offerIds.push(await buildPosting(database, 'OFFER', plan));
    }
    const need = await buildPosting(database, 'NEED', {
      organisation: company,
      state: 'DRAFT',
      contact: { mail: needMail },
    });
    const member = await actorOf(database, 'MEMBER', company);
    const researcher = await actorOf(database, 'MEMBER', university);
    return { company, university, need, offers: offerIds, member, researcher, needMail, offerMail };
  }

  /** A scene whose need is published and whose matches are suggested. */
  async aSuggestion(plan?: { readonly offers: number }): Promise<Scene & { match: MatchRow }> {
    const scene = await this.aScene(plan);
    await this.submit(scene);
    await this.settled();
    const [match] = await this.matchesOf(scene.need);
    if (match === undefined) throw new Error('nothing was suggested');
    return { ...scene, match };
  }

  /** A scene whose only match is approved; nobody has been asked yet. */
  async anApproval(): Promise<Scene & { match: Match }> {
    const scene = await this.aSuggestion();
    const { id, version } = scene.match;
    const review = this.get(MatchReviewService);
    return { ...scene, match: await review.approve(this.coordinator, [id, version], null) };
  }

  submit({ member, need }: Scene): Promise<Posting> {
    return this.get(PostingService).submit(member, need, 1);
  }

  matchesOf(need: string): Promise<MatchRow[]> {
    const sql = 'SELECT id, version, state::text FROM match WHERE need_id = $1 ORDER BY id';
    return this.database.query<MatchRow>(sql, [need]);
  }

  async statesOf(need: string): Promise<MatchState[]> {
    return (await this.matchesOf(need)).map(({ state }) => state);
  }

  /** How often something happened to a match. */
  async eventsOf(match: string, name: EventName): Promise<number> {
    const sql = `SELECT id FROM event WHERE name = $2 AND payload->>'match' = $1`;
    return (await this.database.query(sql, [match, name])).length;
  }
}

/** Somebody with an account who belongs to the organisations. */
export async function actorOf(
  database: TestDatabase,
  role: AccountActor['role'],
  ...organisations: string[]
): Promise<AccountActor> {
  const { id: accountId } = await buildAccount(database, { role, organisations });
  return { kind: 'ACCOUNT', accountId, role, organisations };
}

/** The code of a refusal. */
export const codeOf = (refused: Promise<unknown>): Promise<string> =>
  refused.then(
    () => 'not refused',
    (error: unknown) => (error as DomainError).code,
  );
