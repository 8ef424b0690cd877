import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MatchAnswerService, MatchReviewService } from '@wilma/matches';
import { buildAccount, buildMatch, buildPosting } from '@wilma/testing';
import { inBerlin as at, type MatchRow, type Scene, WorkerStage } from './worker-stage.js';

/** Before what the builders publish expires. */
const MONDAY = '2027-01-11';

let stage: WorkerStage;

beforeAll(async () => {
  // Long enough to gather, short enough to wait for.
  stage = await WorkerStage.set({ UNDO_SECONDS: '1' });
});

beforeEach(() => stage.clock.setTo(at(MONDAY, '09:00')));

afterAll(() => stage.end());

interface AskedRow extends Record<string, unknown> {
  readonly asked_at: Date | null;
  readonly ever_asked: boolean;
  readonly deadline: Date;
}

const rowOf = async (id: string): Promise<AskedRow> =>
  (await stage.database.query<AskedRow>('SELECT * FROM match WHERE id = $1', [id]))[0]!;

/** Approves, and resolves when the time to undo is over and who can be asked was asked. */
async function approve(...matches: MatchRow[]): Promise<void> {
  for (const { id, version } of matches) {
    await stage.get(MatchReviewService).approve(stage.coordinator, [id, version], null);
  }
  await stage.settled();
}

/** Sides that were asked about a match, as often as they were. */
const sidesAsked = async (id: string): Promise<string[]> => {
  const sql = `SELECT jsonb_array_elements_text(payload->'sides') AS side FROM event
    WHERE name = 'match.asked' AND payload->>'match' = $1 ORDER BY side`;
  return (await stage.database.query<{ side: string }>(sql, [id])).map(({ side }) => side);
};

const linksIn = (text: string): string[] => text.match(/\S+\/answer\/\S+/g) ?? [];

const say = (scene: Scene, match: MatchRow, answer: 'DECLINED' | 'INTERESTED') =>
  stage.get(MatchAnswerService).answer(scene.researcher, match.id, {
    answer,
    reason: answer === 'DECLINED' ? 'CAPACITY' : null,
    note: null,
  });

/** A need with so many suggested offers of one researcher. */
async function suggestions(offers: number) {
  const scene = await stage.aSuggestion({ offers });
  return { ...scene, matches: await stage.matchesOf(scene.need) };
}

describe('who is asked about several matches on one day', () => {
  it('hears of the first at once and of the others together, on the next working morning', async () => {
    stage.clock.setTo(at('2027-01-15', '09:00')); // A Friday.
    const { matches, needMail, offerMail } = await suggestions(3);
    const [first, ...others] = matches as [MatchRow, ...MatchRow[]];
    await approve(first);
    await approve(...others);
    for (const mail of [needMail, offerMail]) expect(stage.inbox.mailsTo(mail)).toHaveLength(1);
    for (const { id } of others) {
      expect(await rowOf(id)).toMatchObject({ asked_at: null, ever_asked: false });
    }

    for (const [day, time] of [
      ['2027-01-15', '23:00'],
      ['2027-01-16', '09:00'],
      ['2027-01-18', '06:59'],
    ] as const) {
      stage.clock.setTo(at(day, time));
      await stage.strike();
    }
    await stage.settled();
    expect(stage.inbox.mailsTo(offerMail)).toHaveLength(1);

    stage.clock.setTo(at('2027-01-18', '07:00'));
    await stage.strike();
    await stage.strike();
    await stage.settled();
    for (const mail of [needMail, offerMail]) {
      const [, bundle, ...more] = stage.inbox.mailsTo(mail);
      expect(more).toEqual([]);
      expect(bundle?.subject).toContain('2 Vorschläge warten auf Ihre Antwort');
      expect(new Set(linksIn(bundle?.text ?? '')).size).toBe(2);
    }
    for (const { id } of others) {
      // Ten working days from the mail on, not from the approval.
      const { asked_at, deadline } = await rowOf(id);
      expect(asked_at?.getTime()).toBeGreaterThanOrEqual(at('2027-01-18', '07:00').getTime());
      expect(deadline.toISOString()).toContain('2027-02-01T06:00');
      expect(await sidesAsked(id)).toEqual(['NEED', 'OFFER']);
    }
  });

  it('is asked side by side: who was not asked today does not wait for who was', async () => {
    const { need, matches, needMail, offerMail, university } = await suggestions(1);
    await approve(matches[0]!);
    const another = await buildPosting(stage.database, 'OFFER', {
      organisation: university,
      contact: { mail: `another-${offerMail}` },
    });
    const id = await buildMatch(stage.database, { need, offer: another });
    await approve({ id, version: 1, state: 'SUGGESTED' });
    expect(stage.inbox.mailsTo(`another-${offerMail}`)).toHaveLength(1);
    expect(stage.inbox.mailsTo(needMail)).toHaveLength(1);
    const before = await rowOf(id);
    expect(before).toMatchObject({ ever_asked: true });

    stage.clock.setTo(at('2027-01-12', '08:00'));
    await stage.strike();
    await stage.settled();
    expect(stage.inbox.mailsTo(needMail)).toHaveLength(2);
    const after = await rowOf(id);
    expect(after.asked_at).toEqual(before.asked_at);
    expect(after.deadline.getTime() - before.deadline.getTime()).toBeGreaterThan(20 * 3_600_000);
  });

  it('is not asked about what was undone meanwhile', async () => {
    const { need, matches, needMail } = await suggestions(2);
    const [first, second] = matches as [MatchRow, MatchRow];
    await approve(first);
    await approve(second);
    const waiting = (await stage.matchesOf(need)).find(({ id }) => id === second.id)!;
    const decision: [string, number] = [waiting.id, waiting.version];
    await stage.get(MatchReviewService).undo(stage.coordinator, decision);
    stage.clock.setTo(at('2027-01-12', '08:00'));
    await stage.strike();
    await stage.settled();
    expect(stage.inbox.mailsTo(needMail)).toHaveLength(1);
  });
});

describe('a person who wants few open questions', () => {
  it('is asked about the next match when they have answered one', async () => {
    const scene = await suggestions(2);
    const { matches, offerMail } = scene;
    await buildAccount(stage.database, { email: offerMail, openQuestionsLimit: 1 });
    const [first, second] = matches as [MatchRow, MatchRow];
    await approve(first);
    await approve(second);
    stage.clock.setTo(at('2027-01-12', '08:00'));
    await stage.strike();
    await stage.settled();
    expect(stage.inbox.mailsTo(offerMail)).toHaveLength(1);
    expect(stage.inbox.mailsTo(scene.needMail)).toHaveLength(2);

    await say(scene, first, 'DECLINED');
    await stage.strike();
    await stage.settled();
    expect(stage.inbox.mailsTo(offerMail)).toHaveLength(2);
  });

  it('has three of them as a researcher, as many as come as a company', async () => {
    const { matches, needMail, offerMail } = await suggestions(5);
    await approve(...matches);
    for (const day of ['2027-01-12', '2027-01-13']) {
      stage.clock.setTo(at(day, '08:00'));
      await stage.strike();
      await stage.settled();
    }
    const asked = (mail: string) =>
      stage.inbox.mailsTo(mail).flatMap(({ text }) => linksIn(text)).length;
    expect([asked(needMail), asked(offerMail)]).toEqual([5, 3]);
  });

  it('keeps the match open as long as the other side said yes and they wait', async () => {
    const scene = await suggestions(2);
    const [first, second] = scene.matches as [MatchRow, MatchRow];
    await buildAccount(stage.database, { email: scene.offerMail, openQuestionsLimit: 1 });
    await approve(first);
    await approve(second);
    stage.clock.setTo(at('2027-01-12', '08:00'));
    await stage.strike();
    await stage.get(MatchAnswerService).answer(scene.member, second.id, {
      answer: 'INTERESTED',
      reason: null,
      note: null,
    });
    // Two weeks and a half later the first has expired, and so there is room for the second.
    stage.clock.setTo(at('2027-01-28', '08:00'));
    await stage.strike();
    await stage.settled();
    expect(
      new Map((await stage.matchesOf(scene.need)).map(({ id, state }) => [id, state])),
    ).toEqual(
      new Map([
        [first.id, 'EXPIRED'],
        [second.id, 'APPROVED'],
      ]),
    );
    expect(stage.inbox.mailsTo(scene.offerMail, 'Bedarf, der zu Ihnen passt')).toHaveLength(2);
    expect((await rowOf(second.id)).deadline.toISOString()).toContain('2027-02-11');
  });
});

describe('a person who is away', () => {
  it('is asked when they are back, with a deadline that leaves the next absence out', async () => {
    const { matches, needMail, offerMail } = await suggestions(1);
    const { id: account } = await buildAccount(stage.database, { email: offerMail });
    for (const [from_day, to_day] of [
      [MONDAY, '2027-01-13'],
      ['2027-01-18', '2027-01-19'],
    ]) {
      await stage.database.insert('absence', { account_id: account, from_day, to_day });
    }
    await approve(...matches);
    expect(stage.inbox.mailsTo(needMail)).toHaveLength(1);
    stage.clock.setTo(at('2027-01-13', '08:00'));
    await stage.strike();
    expect(stage.inbox.mailsTo(offerMail)).toEqual([]);
    stage.clock.setTo(at('2027-01-14', '08:00'));
    await stage.strike();
    await stage.settled();
    expect(stage.inbox.mailsTo(offerMail)).toHaveLength(1);
    expect((await rowOf(matches[0]!.id)).deadline.toISOString()).toContain('2027-02-01');
  });
});

describe('a contact who changes while the match waits', () => {
  it('is asked in place of the former', async () => {
    const { matches, offers, offerMail } = await suggestions(2);
    const [first, second] = matches as [MatchRow, MatchRow];
    await approve(first);
    await approve(second);
    const waiting = 'SELECT offer_id FROM match WHERE id = $1';
    const [row] = await stage.database.query<{ offer_id: string }>(waiting, [second.id]);
    expect(offers).toContain(row?.offer_id);
    await stage.database.query('UPDATE posting SET contact_mail = $2 WHERE id = $1', [
      row?.offer_id,
      `New-${offerMail}`,
    ]);
    stage.clock.setTo(at('2027-01-12', '08:00'));
    await stage.strike();
    await stage.strike();
    await stage.settled();
    expect(stage.inbox.mailsTo(offerMail)).toHaveLength(1);
    expect(stage.inbox.mailsTo(`New-${offerMail}`)).toHaveLength(1);
  });
});
