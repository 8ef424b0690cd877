import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AccountActor, Answer } from '@wilma/domain';
import { DigestChoices } from '@wilma/identity';
import { type Match, MatchAnswerService, MatchClock } from '@wilma/matches';
import { DigestReader } from '@wilma/notifications';
import { Database } from '@wilma/platform';
import {
  type AccountPlan,
  buildAccount,
  buildPosting,
  type BuiltAccount,
  queueMails,
} from '@wilma/testing';
import { inBerlin as at, WorkerStage } from './worker-stage.js';

/** Before what the builders publish expires. */
const [FRIDAY, SATURDAY, MONDAY, TUESDAY] = [
  '2027-01-08',
  '2027-01-09',
  '2027-01-11',
  '2027-01-12',
];

let stage: WorkerStage;

beforeAll(async () => {
  stage = await WorkerStage.set();
});

beforeEach(async () => {
  stage.clock.setTo(at(FRIDAY, '15:00'));
  // Each test has coordinators of its own, and nothing waits.
  await stage.database.query(`UPDATE auth."user" SET role = 'MEMBER' WHERE id <> $1`, [
    stage.coordinator.accountId,
  ]);
  await stage.database.query(`UPDATE match SET state = 'DISMISSED', need_answer = NULL`);
  await stage.database.query(`UPDATE posting SET state = 'CLOSED'`);
  await stage.database.query('UPDATE outgoing_mail SET last_error = NULL');
});

afterAll(() => stage.end());

const coordinating = (plan: Partial<AccountPlan> = {}): Promise<BuiltAccount> =>
  buildAccount(stage.database, { role: 'COORDINATOR', ...plan });

/** Two clocks strike at once, twice. @returns how many digests somebody has had by then */
async function digestsAt(day: string, time: string, { email }: BuiltAccount): Promise<number> {
  stage.clock.setTo(at(day, time));
  await stage.strike();
  await stage.strike();
  await stage.settled();
  return stage.inbox.mailsTo(email).length;
}

/** A match whose sides were asked in the afternoon of a day. */
async function anAsking(day: string): ReturnType<WorkerStage['anApproval']> {
  stage.clock.setTo(at(day, '15:00'));
  const approval = await stage.anApproval();
  await stage.settled();
  return approval;
}

const answer = (actor: AccountActor, match: string, given: Answer): Promise<Match> =>
  stage.get(MatchAnswerService).answer(actor, match, {
    answer: given,
    reason: null,
    note: given === 'QUESTION' ? 'Wie heiß wird es?' : null,
  });

describe('the digest of a coordinator', () => {
  it('comes once on the morning of a working day', async () => {
    const someone = await coordinating();
    await stage.aSuggestion();
    expect(await digestsAt(FRIDAY, '15:00', someone)).toBe(0);
    expect(await digestsAt(SATURDAY, '08:00', someone)).toBe(0);
    expect(await digestsAt(MONDAY, '06:59', someone)).toBe(0);
    expect(await digestsAt(MONDAY, '07:00', someone)).toBe(1);
    expect(await digestsAt(MONDAY, '11:00', someone)).toBe(1);
    expect(await digestsAt(TUESDAY, '12:00', someone)).toBe(1);
    expect(await digestsAt('2027-01-13', '11:59', someone)).toBe(2);
  });

  it('counts and names what waits, with links, in one’s own language', async () => {
    const english = await coordinating({ locale: 'en', name: 'Robin Beispiel' });
    const german = await coordinating();
    const { match, company } = await stage.aSuggestion({ offers: 2 });
    for (let n = 1; n <= 5; n += 1) {
      const plan = { organisation: company, state: 'SUBMITTED', title: `Eintrag ${n}` } as const;
      await buildPosting(stage.database, 'NEED', plan);
    }
    await queueMails(stage.database, ['nobody@people.example'], { announced: false });
    const failed = `UPDATE outgoing_mail SET state = $1, last_error = 'no', created_at = $2
      WHERE to_address = 'nobody@people.example'`;
    // What is still being tried may yet arrive.
    await stage.database.query(failed, ['QUEUED', at(SATURDAY, '10:00')]);
    const waiting = await stage.get(DigestReader).of(stage.coordinator);
    expect(waiting.map(({ topic }) => topic)).toEqual(['SUGGESTIONS', 'POSTINGS']);
    await stage.database.query(failed, ['REFUSED', at(SATURDAY, '10:00')]);
    expect(await digestsAt(MONDAY, '07:30', english)).toBe(1);
    const [mail] = stage.inbox.mailsTo(english.email);
    expect(mail?.subject).toBe('Today in Wilma: 2 matches, 5 postings, 1 email problem');
    expect(mail?.text).toContain('Dear Robin Beispiel,');
    expect(mail?.text).toContain(`/matches/${match.id}`);
    expect(mail?.text).toMatch(/Eintrag 1[^]*Eintrag 3[^]*and 2 more/);
    expect(mail?.text).not.toContain('Eintrag 4');
    expect(mail?.text).toContain('/review');
    const [other] = stage.inbox.mailsTo(german.email);
    expect(other?.subject).toBe('Heute in Wilma: 2 Vorschläge, 5 Einträge, 1 Problem mit E-Mails');
  });

  it('tells of questions to pass on, and of answers that did not come within the last days', async () => {
    const someone = await coordinating();
    for (const day of ['2027-01-01', SATURDAY]) {
      await anAsking('2026-12-07');
      stage.clock.setTo(at(day, '10:00'));
      expect(await stage.get(MatchClock).tick()).toBe(1);
    }
    // Its deadline passed on a day of these too, but waits for the coordinator.
    const { match, member } = await anAsking('2026-12-18');
    await answer(member, match.id, 'QUESTION');
    expect(await digestsAt(MONDAY, '08:00', someone)).toBe(1);
    const [mail] = stage.inbox.mailsTo(someone.email);
    expect(mail?.subject).toBe('[Beispiel] Heute in Wilma: 1 Frage, 1 abgelaufene Frist');
    expect(mail?.text).toContain(`/matches/${match.id}`);
  });

  it('tells of the answers since the last working day, once', async () => {
    const someone = await coordinating();
    for (const day of ['2027-01-07', SATURDAY]) {
      const { match, member } = await anAsking('2027-01-06');
      stage.clock.setTo(at(day, '10:00'));
      await answer(member, match.id, 'INTERESTED');
    }
    expect(await digestsAt(MONDAY, '08:00', someone)).toBe(1);
    expect(await digestsAt(TUESDAY, '08:00', someone)).toBe(1);
    const [mail] = stage.inbox.mailsTo(someone.email);
    expect(mail?.subject).toBe('[Beispiel] Heute in Wilma: 1 Antwort');
  });

  it('alone among mails says how one click ends it', async () => {
    const someone = await coordinating();
    const { needMail } = await stage.anApproval();
    await stage.settled();
    expect(await digestsAt(MONDAY, '09:00', someone)).toBe(0);
    await stage.aSuggestion();
    expect(await digestsAt(TUESDAY, '09:00', someone)).toBe(1);
    const [digest] = stage.inbox.mailsTo(someone.email);
    const [link] = /\S+\/unsubscribe\/\S+/.exec(digest?.text ?? '') ?? [];
    expect(link).toBeDefined();
    const header = (digest?.raw ?? '').replaceAll(/\r?\n\s+/g, '');
    expect(header).toContain(`List-Unsubscribe: <${link ?? ''}>`);
    expect(header).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(stage.inbox.mailsTo(needMail)[0]?.raw).not.toContain('List-Unsubscribe');
  });

  it('does not come where nothing waits in the morning, whatever comes later', async () => {
    const someone = await coordinating();
    expect(await digestsAt(MONDAY, '07:00', someone)).toBe(0);
    await stage.aSuggestion();
    expect(await digestsAt(MONDAY, '11:00', someone)).toBe(0);
    expect(await digestsAt(TUESDAY, '07:00', someone)).toBe(1);
  });

  it('leaves out what one may not decide', async () => {
    const { company, match } = await stage.aSuggestion();
    const concerned = await coordinating({ organisations: [company] });
    const other = await coordinating();
    expect(await digestsAt(MONDAY, '07:00', other)).toBe(1);
    expect(stage.inbox.mailsTo(other.email)[0]?.text).toContain(match.id);
    expect(stage.inbox.mailsTo(concerned.email)).toEqual([]);
  });

  it('does not come to who left it, who is away, or who is none', async () => {
    const [left, away] = [await coordinating(), await coordinating()];
    const [member, admin, stays] = [
      await buildAccount(stage.database),
      await coordinating({ role: 'ADMIN' }),
      await coordinating(),
    ];
    await stage.get(DigestChoices).leave(left.id);
    await stage.database.query(
      'INSERT INTO absence (account_id, from_day, to_day) VALUES ($1, $2, $2)',
      [away.id, MONDAY],
    );
    await stage.aSuggestion();
    expect(await digestsAt(MONDAY, '07:00', stays)).toBe(1);
    for (const { email } of [left, away, member, admin]) {
      expect(stage.inbox.mailsTo(email)).toEqual([]);
    }
    const again = stage
      .get(Database)
      .transaction((tx) => stage.get(DigestChoices).choose(tx, left.id, true));
    await again;
    expect(await digestsAt(TUESDAY, '07:00', left)).toBe(1);
    expect(await digestsAt(TUESDAY, '07:01', away)).toBe(1);
  });
});
