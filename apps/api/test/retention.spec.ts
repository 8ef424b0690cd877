import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MatchState, PostingState } from '@wilma/domain';
import { checkChain, Database, EventSealer } from '@wilma/platform';
import { Retention } from '@wilma/privacy';
import {
  buildAccount,
  buildMatch,
  buildOrganisation,
  buildPosting,
  queueMails,
} from '@wilma/testing';
import { ApiInProcess } from './in-process.js';
import { tablesWith } from './tables-with.js';

let api: ApiInProcess;
let company: string;
let university: string;

beforeAll(async () => {
  api = await ApiInProcess.start();
  company = await buildOrganisation(api.database);
  university = await buildOrganisation(api.database, { kind: 'UNIVERSITY' });
});

afterAll(() => api.stop());

/** A night in Berlin, so many days from now, at an hour of the winter there. */
function night(days: number, hour: string): Date {
  const day = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  return new Date(`${day}T${hour}:00+01:00`);
}
async function strikeOn(days: number, hour = '03:00'): Promise<void> {
  api.clock.setTo(night(days, hour));
  const retention = api.app.get(Retention);
  await Promise.all([retention.tick(), retention.tick()]);
  api.clock.setTo(new Date());
}

const posting = (kind: 'NEED' | 'OFFER', state: PostingState, mail: string) =>
  buildPosting(api.database, kind, {
    organisation: kind === 'NEED' ? company : university,
    state,
    contact: { mail },
  });

/** A match in a state between postings in states, with contacts of their own. */
async function aPair(name: string, state: MatchState, [one, other]: [PostingState, PostingState]) {
  return buildMatch(api.database, {
    need: await posting('NEED', one, `${name}.need@people.example`),
    offer: await posting('OFFER', other, `${name}.offer@people.example`),
    state,
  });
}

const mails = async (): Promise<unknown[]> =>
  (
    await api.database.query(
      `SELECT split_part(to_address, '@', 1) AS name, text <> '' AS "hasText" FROM outgoing_mail
        ORDER BY 1`,
    )
  ).map(({ name, hasText }) => `${String(name)} ${String(hasText)}`);

/** Contacts that are known still. */
const contacts = async (): Promise<string[]> =>
  (
    await api.database.query<{ mail: string }>(
      `SELECT contact_mail AS mail FROM posting ORDER BY 1`,
    )
  ).map(({ mail }) => mail.replace('@people.example', ''));

describe('what is kept', () => {
  it('goes when its time is over, each night, and nothing else does', async () => {
    const { database } = api;
    await aPair('lively', 'DISMISSED', ['PUBLISHED', 'PUBLISHED']);
    await aPair('running', 'APPROVED', ['PUBLISHED', 'PUBLISHED']);
    await aPair('dismissed', 'DISMISSED', ['CLOSED', 'PUBLISHED']);
    await aPair('introduced', 'COLLABORATION', ['CLOSED', 'CLOSED']);
    await posting('NEED', 'DRAFT', 'draft@people.example');
    await posting('NEED', 'EXPIRED', 'expired@people.example');
    const waiting = await posting('NEED', 'SUBMITTED', 'waiting@people.example');
    await database.query(`UPDATE posting SET confirmation = 'WAITING' WHERE id = $1`, [waiting]);
    // What is listed is renewed by its owners meanwhile.
    await database.query(
      `UPDATE posting SET expires_at = now() + interval '9 years' WHERE state = 'PUBLISHED'`,
    );
    await queueMails(database, ['sent@people.example', 'waits@people.example']);
    await database.query(
      `UPDATE outgoing_mail SET state = 'SENT', sent_at = now() WHERE to_address LIKE 'sent%'`,
    );
    const stranger = await buildAccount(database, { email: 'never@people.example' });
    const member = await buildAccount(database, { organisations: [company] });
    const founder = await buildAccount(database, { organisations: [company] });
    await database.query(`UPDATE auth."user" SET "emailVerified" = false WHERE id = ANY ($1)`, [
      [stranger.id, founder.id],
    ]);
    await api.signIn(member);
    const all = ['dismissed.need', 'dismissed.offer', 'draft', 'expired'].concat(
      ['introduced.need', 'introduced.offer', 'lively.need', 'lively.offer'],
      ['running.need', 'running.offer', 'waiting'],
    );

    await strikeOn(20);
    expect([await mails(), await contacts()]).toEqual([['sent true', 'waits true'], all]);
    expect(await tablesWith(database, stranger.id)).toContain('auth.user');
    await strikeOn(61, '01:30');
    expect(await tablesWith(database, stranger.id)).toContain('auth.user');
    await strikeOn(61);
    expect(await tablesWith(database, stranger.id)).toEqual([]);
    for (const { id } of [member, founder]) {
      expect(await tablesWith(database, id)).toContain('auth.user');
    }
    expect(await database.count('auth.session')).toEqual({ 'auth.session': 0 });
    // Asked once and never answered.
    const known = all.filter((name) => name !== 'waiting');
    expect(await contacts()).toEqual(['erased@wilma.invalid', ...known].sort());
    await strikeOn(91);
    expect(await mails()).toEqual(['sent false', 'waits true']);

    await strikeOn(3 * 365 + 2);
    expect(await mails()).toEqual(['waits true']);
    // The introduction stays, without its people.
    const erased = ['introduced', 'introduced', 'waiting'].map(() => 'erased@wilma.invalid');
    const left = ['dismissed.offer', ...erased, 'expired'];
    const lively = ['lively.need', 'lively.offer', 'running.need', 'running.offer'];
    expect(await contacts()).toEqual([...left, ...lively]);
    expect(await database.query('SELECT state FROM match ORDER BY state::text')).toEqual(
      ['APPROVED', 'COLLABORATION', 'DISMISSED'].map((state) => ({ state })),
    );
    const closed = `SELECT state FROM posting WHERE contact_mail = 'expired@people.example'`;
    expect(await database.query(closed)).toEqual([{ state: 'CLOSED' }]);
    const texts = await tablesWith(database, 'introduced.need', 'waiting@people', 'draft@people');
    expect(texts).toEqual([]);
    await api.app.get(EventSealer).seal();
    expect((await checkChain(api.app.get(Database).read)).broken).toBeNull();
  });

  it('is removed once a night, and how much is noted', async () => {
    const runs = await api.database.query<{ rule: string; removed: number }>(
      `SELECT rule, sum(removed)::int AS removed FROM retention_run GROUP BY rule
       HAVING sum(removed) > 0 ORDER BY rule`,
    );
    expect(Object.fromEntries(runs.map(({ rule, removed }) => [rule, removed]))).toEqual({
      'accounts that were never confirmed': 1,
      'closed postings and drafts left lying': 2,
      'contacts of closed postings': 2,
      'contacts who never agreed or refused': 1,
      'expired postings, closed': 1,
      mails: 1,
      'matches that came to nothing': 1,
      'postings whose contact never answered': 1,
      'sessions that are over': 1,
      'texts of mails': 1,
    });
    const open = 'SELECT FROM retention_run WHERE removed IS NULL';
    expect(await api.database.query(open)).toEqual([]);
    const nights = 'SELECT count(DISTINCT day)::int AS n FROM retention_run';
    expect(await api.database.query(nights)).toEqual([{ n: 4 }]);
  });
});
