import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { AccountActor, DomainError, EventName } from '@wilma/domain';
import { MatchAnswerService, MatchClock, MatchFinder, MatchReviewService } from '@wilma/matches';
import { MatchMailService } from '@wilma/notifications';
import { Clock, Database, readConfig } from '@wilma/platform';
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

/** Long enough to undo, short enough to wait for. */
const UNDO_SECONDS = '1';

let database: TestDatabase;
let inbox: Inbox;
let worker: INestApplicationContext;
let clock: SettableClock;
let coordinator: AccountActor;

beforeAll(async () => {
  database = await TestDatabase.create();
  inbox = await Inbox.open();
  const settings = { ...settingsFor(database, inbox), UNDO_SECONDS, LOG_LEVEL: 'error' };
  worker = await NestFactory.createApplicationContext(WorkerModule.forRoot(readConfig(settings)), {
    logger: ['error'],
  });
  clock = new SettableClock(worker.get(Clock));
  const { id } = await buildAccount(database, { role: 'COORDINATOR' });
  coordinator = { kind: 'ACCOUNT', accountId: id, role: 'COORDINATOR', organisations: [] };
});

afterAll(async () => {
  await worker.close();
  await inbox.close();
  await database.drop();
});

/** Two clocks strike at once, as with two workers. */
const strike = () => Promise.all([worker.get(MatchClock).tick(), worker.get(MatchClock).tick()]);

let scenes = 0;

/** A company with a draft of a need, and offers of one university that answer it. */
async function aScene({ offers = 1 } = {}) {
  scenes += 1;
  // What earlier scenes published would match as well.
  await database.query(`UPDATE posting SET state = 'CLOSED' WHERE state = 'PUBLISHED'`);
  const name = `company-${scenes}`;
  const [company, university] = [
    await buildOrganisation(database, { name }),
    await buildOrganisation(database, { kind: 'UNIVERSITY' }),
  ];
  const { id: accountId } = await buildAccount(database, { organisations: [company] });
  const member: AccountActor = {
    kind: 'ACCOUNT',
    accountId,
    role: 'MEMBER',
    organisations: [company],
  };
  const [needMail, offerMail] = [`need@${name}.example`, `offer@${name}.example`];
  for (let n = 0; n < offers; n += 1) {
    await buildPosting(database, 'OFFER', {
      organisation: university,
      contact: { mail: offerMail },
    });
  }
  const need = await buildPosting(database, 'NEED', {
    organisation: company,
    state: 'DRAFT',
    contact: { mail: needMail },
  });
  return { company, member, need, needMail, offerMail };
}

const matchesOf = (need: string) =>
  database.query<{ id: string; version: number; state: string; asked_at: Date | null }>(
    'SELECT id, version, state::text, asked_at FROM match WHERE need_id = $1 ORDER BY id',
    [need],
  );
const statesOf = async (need: string) => (await matchesOf(need)).map(({ state }) => state);

/** How often something happened to a match. */
const eventsOf = async (match: string, name: EventName): Promise<number> => {
  const sql = `SELECT id FROM event WHERE name = $2 AND payload->>'match' = $1`;
  return (await database.query(sql, [match, name])).length;
};

const submit = (member: AccountActor, need: string): Promise<Posting> =>
  worker.get(PostingService).submit(member, need, 1);

const codeOf = (refused: Promise<unknown>): Promise<string> =>
  refused.then(
    () => 'not refused',
    (error: unknown) => (error as DomainError).code,
  );

/** A scene whose only match is approved. */
async function anApproval() {
  const scene = await aScene();
  await submit(scene.member, scene.need);
  await settled(database);
  const [suggested] = await matchesOf(scene.need);
  const { id, version } = suggested!;
  const match = await worker.get(MatchReviewService).approve(coordinator, [id, version], null);
  return { ...scene, match };
}

describe('a side that does not answer', () => {
  it('is reminded once, then the match expires and only who said yes hears of it', async () => {
    const { match, member, needMail, offerMail, need } = await anApproval();
    await inbox.mailTo(offerMail);
    await worker.get(MatchAnswerService).answer(member, match.id, {
      answer: 'INTERESTED',
      reason: null,
      note: null,
    });

    clock.forwardDays(3);
    await strike();
    await settled(database);
    expect(inbox.mailsTo(offerMail)).toHaveLength(1);

    clock.forwardDays(4);
    await strike();
    await strike();
    await settled(database);
    expect(inbox.mailsTo(offerMail)).toHaveLength(2);
    expect(inbox.mailsTo(needMail)).toHaveLength(1);
    expect(await eventsOf(match.id, 'match.reminded')).toBe(1);

    clock.forwardDays(14);
    await strike();
    await settled(database);
    expect(await statesOf(need)).toEqual(['EXPIRED']);
    expect(inbox.mailsTo(offerMail)).toHaveLength(2);
    const [, over] = inbox.mailsTo(needMail);
    expect(over?.subject).toContain('Kein Kontakt zustande gekommen');
    expect(inbox.mailsTo(needMail)).toHaveLength(2);
  });
});

describe('a decision', () => {
  it('that is undone in time leads to no mail', async () => {
    const { match, need, needMail, offerMail } = await anApproval();
    await worker.get(MatchReviewService).undo(coordinator, [match.id, match.version]);
    await settled(database);
    expect(await statesOf(need)).toEqual(['SUGGESTED']);
    expect([...inbox.mailsTo(needMail), ...inbox.mailsTo(offerMail)]).toEqual([]);
  });

  it('that is made again is not carried out by the job of the first', async () => {
    const { match, needMail } = await anApproval();
    const review = worker.get(MatchReviewService);
    const undone = await review.undo(coordinator, [match.id, match.version]);
    await review.approve(coordinator, [match.id, undone.version], null);
    await worker.get(Database).transaction((tx) => {
      return worker.get(MatchMailService).ask(tx, match.id, match.round);
    });
    const mails = 'SELECT id FROM outgoing_mail WHERE match_id = $1';
    expect(await database.query(mails, [match.id])).toEqual([]);
    await settled(database);
    expect(inbox.mailsTo(needMail)).toHaveLength(1);
  });

  it('waits while a posting is paused, and is carried out where it is back in time', async () => {
    const { match, need, needMail } = await anApproval();
    const set = (state: string) =>
      database.query('UPDATE posting SET state = $2 WHERE id = $1', [need, state]);
    await set('PAUSED');
    const asked = worker.get(Database).transaction((tx) => {
      return worker.get(MatchMailService).ask(tx, match.id, match.round);
    });
    await expect(asked).rejects.toThrow('not listed');
    await set('PUBLISHED');
    await settled(database);
    expect(inbox.mailsTo(needMail)).toHaveLength(1);
  });

  it('can not be undone once mail has left', async () => {
    const { match, needMail, need } = await anApproval();
    await inbox.mailTo(needMail);
    const [{ version } = match] = await matchesOf(need);
    const undo = worker.get(MatchReviewService).undo(coordinator, [match.id, version]);
    expect(await codeOf(undo)).toBe('CONFLICT');
  });

  it('to snooze ends when its time is over', async () => {
    const { member, need } = await aScene();
    await submit(member, need);
    await settled(database);
    const [suggested] = await matchesOf(need);
    const { id, version } = suggested!;
    const until = new Date(worker.get(Clock).now().getTime() + 2 * 86_400_000);
    await worker.get(MatchReviewService).snooze(coordinator, [id, version], until);

    clock.forwardDays(1);
    await strike();
    expect(await statesOf(need)).toEqual(['SNOOZED']);
    clock.forwardDays(1.01);
    await strike();
    expect(await statesOf(need)).toEqual(['SUGGESTED']);
    expect(await eventsOf(id, 'match.woken')).toBe(1);
  });
});

describe('the matches of a need', () => {
  it('are withdrawn while it is paused, back when it is resumed, gone when it is closed', async () => {
    const { member, need } = await aScene();
    let posting = await submit(member, need);
    for (const [action, state] of [
      ['pause', 'WITHDRAWN'],
      ['resume', 'SUGGESTED'],
      ['close', 'WITHDRAWN'],
    ] as const) {
      await settled(database);
      const postings = worker.get(PostingService);
      posting = await postings.move(member, [need, posting.version], action);
      await settled(database);
      expect(await statesOf(need)).toEqual([state]);
    }
  });

  it('are five at most, unless a coordinator asks for more', async () => {
    const { member, need } = await aScene({ offers: 7 });
    await submit(member, need);
    await settled(database);
    expect(await statesOf(need)).toEqual(Array(5).fill('SUGGESTED'));
    expect(await worker.get(MatchFinder).suggestMore(coordinator, need)).toBe(2);
    expect(await statesOf(need)).toEqual(Array(7).fill('SUGGESTED'));
  });

  it('never lead to an offer of the same organisation', async () => {
    const { company, member, need } = await aScene();
    const own = await buildPosting(database, 'OFFER', { organisation: company });
    await submit(member, need);
    await settled(database);
    expect(await matchesOf(need)).toHaveLength(1);
    const withOwn = 'SELECT id FROM match WHERE offer_id = $1';
    expect(await database.query(withOwn, [own])).toEqual([]);
  });
});
