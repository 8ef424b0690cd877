import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AccountActor } from '@wilma/domain';
import { SettingsService } from '@wilma/identity';
import { type Match, MatchAnswerService, MatchReviewService } from '@wilma/matches';
import { PostingService } from '@wilma/postings';
import { answerLink, buildAccount, type ReceivedMail } from '@wilma/testing';
import { inBerlin as at, type Scene, WorkerStage } from './worker-stage.js';

/** Before what the builders publish expires. */
const MONDAY = '2027-01-11';
/** Working days 4, 8 and 10 after it. */
const [FRIDAY, THURSDAY, NEXT_MONDAY] = ['2027-01-15', '2027-01-21', '2027-01-25'];

let stage: WorkerStage;

beforeAll(async () => {
  stage = await WorkerStage.set();
});

beforeEach(() => stage.clock.setTo(at(MONDAY, '09:00')));

afterAll(() => stage.end());

/** The clock strikes for two workers at once, and again, at a moment. */
async function strikeAt(day: string, time = '08:00'): Promise<void> {
  stage.clock.setTo(at(day, time));
  await stage.strike();
  await stage.strike();
  await stage.settled();
}

const say = (actor: AccountActor, match: { id: string }, answer: 'INTERESTED' | 'QUESTION') =>
  stage.get(MatchAnswerService).answer(actor, match.id, {
    answer,
    reason: null,
    note: answer === 'QUESTION' ? 'Wie heiß wird es?' : null,
  });

/** A scene with so many matches whose sides have been asked. */
async function asked(offers = 1): Promise<Scene & { matches: { id: string }[] }> {
  const scene = await stage.aSuggestion({ offers });
  const matches = await stage.matchesOf(scene.need);
  for (const { id, version } of matches) {
    await stage.get(MatchReviewService).approve(stage.coordinator, [id, version], null);
  }
  await stage.settled();
  return { ...scene, matches };
}

async function introduced(): Promise<Scene & { match: Match }> {
  const scene = await asked();
  const [{ id }] = scene.matches as [{ id: string }];
  await say(scene.member, { id }, 'INTERESTED');
  const match = await say(scene.researcher, { id }, 'INTERESTED');
  await stage.settled();
  return { ...scene, match };
}

async function pause(member: AccountActor, need: string): Promise<void> {
  const sql = 'SELECT version FROM posting WHERE id = $1';
  const [row] = await stage.database.query<{ version: number }>(sql, [need]);
  await stage.get(PostingService).move(member, [need, row!.version], 'pause');
  await stage.settled();
}

const reminders = (mail: string): ReceivedMail[] =>
  stage.inbox.mailsTo(mail).filter(({ subject }) => /^(\[Beispiel\] )?Bis /.test(subject));

describe('a side that does not answer', () => {
  it('is reminded on working days 4 and 8; then the match expires and who said yes hears of it', async () => {
    const { matches, member, needMail, offerMail, need } = await asked();
    const [match] = matches as [{ id: string }];
    await say(member, match, 'INTERESTED');

    await strikeAt('2027-01-14');
    await strikeAt(FRIDAY, '06:59');
    expect(reminders(offerMail)).toHaveLength(0);
    await strikeAt(FRIDAY, '07:00');
    await strikeAt('2027-01-20');
    expect(reminders(offerMail)).toHaveLength(1);
    await strikeAt(THURSDAY);
    await strikeAt('2027-01-22');
    expect(reminders(offerMail)).toHaveLength(2);
    expect(reminders(needMail)).toEqual([]);
    expect(await stage.eventsOf(match.id, 'match.reminded')).toBe(2);
    expect(await stage.statesOf(need)).toEqual(['APPROVED']);

    await strikeAt(NEXT_MONDAY, '12:00');
    expect(await stage.statesOf(need)).toEqual(['EXPIRED']);
    const [, over, ...more] = stage.inbox.mailsTo(needMail);
    expect(over?.subject).toContain('Kein Kontakt zustande gekommen');
    expect(more).toEqual([]);
    expect(stage.inbox.mailsTo(offerMail)).toHaveLength(3);
  });

  it('is reminded of all that they owe in one mail', async () => {
    const { offerMail, matches } = await asked(2);
    await strikeAt(FRIDAY);
    const [reminder, ...more] = reminders(offerMail);
    expect(more).toEqual([]);
    expect(reminder?.subject).toContain('2 Vorschläge warten auf Ihre Antwort');
    expect(new Set(reminder?.text.match(/\S+\/answer\/\S+/g)).size).toBe(matches.length);
  });

  it('is reminded once where nothing ran for days', async () => {
    const { offerMail } = await asked();
    await strikeAt(THURSDAY);
    await strikeAt('2027-01-22');
    expect(reminders(offerMail)).toHaveLength(1);
  });

  it('is left alone while a question waits for its answer', async () => {
    const { matches, researcher, needMail, offerMail } = await asked();
    await say(researcher, matches[0]!, 'QUESTION');
    await strikeAt(FRIDAY);
    expect([...reminders(needMail), ...reminders(offerMail)]).toEqual([]);
  });

  it('is left alone while they are away, and given the days afterwards', async () => {
    const { offerMail, needMail } = await asked();
    const { id } = await buildAccount(stage.database, { email: offerMail });
    await stage.database.insert('absence', {
      account_id: id,
      from_day: '2027-01-13',
      to_day: '2027-01-20',
    });
    await strikeAt(FRIDAY);
    expect(reminders(offerMail)).toHaveLength(0);
    expect(reminders(needMail)).toHaveLength(1);
    // Tuesday, then Thursday to Monday are four working days.
    await strikeAt('2027-01-22');
    expect(reminders(offerMail)).toHaveLength(0);
    await strikeAt(NEXT_MONDAY, '07:30');
    expect(reminders(offerMail)).toHaveLength(1);
  });
});

describe('an absence', () => {
  it('puts off what was asked before, by its working days', async () => {
    const { matches, offerMail } = await asked();
    const { id: accountId } = await buildAccount(stage.database, { email: offerMail });
    const person: AccountActor = { ...stage.coordinator, accountId, role: 'MEMBER' };
    const deadline = async (): Promise<string> => {
      const sql = 'SELECT deadline FROM match WHERE id = $1';
      const [row] = await stage.database.query<{ deadline: Date }>(sql, [matches[0]?.id]);
      return row!.deadline.toISOString().slice(0, 10);
    };
    expect(await deadline()).toBe(NEXT_MONDAY);
    const away = { from: '2027-01-18', to: '2027-01-22' };
    await stage.get(SettingsService).setAbsence(person, away);
    await stage.settled();
    expect(await deadline()).toBe('2027-02-01');
    await stage.get(SettingsService).setAbsence(person, away);
    await stage.settled();
    expect(await deadline()).toBe('2027-02-01');
  });
});

describe('two who were introduced', () => {
  it('have a proposal for their calendars', async () => {
    const { needMail, offerMail } = await introduced();
    for (const mail of [needMail, offerMail]) {
      const { raw, text } = await stage.inbox.mailTo(mail, 'Kontakt hergestellt');
      expect(raw).toContain('text/calendar; charset=utf-8; method=PUBLISH');
      expect(text.replace(/\s+/g, ' ')).toContain('Montag, 18. Januar 2027, 10:00 Uhr');
    }
    const calendars = await stage.database.query<{ calendar: string }>(
      `SELECT calendar FROM outgoing_mail WHERE kind = 'INTRODUCED' AND to_address = ANY($1)`,
      [[needMail, offerMail]],
    );
    const ids = calendars.map(({ calendar }) => /^UID:.*$/m.exec(calendar)?.[0]);
    expect(new Set(ids).size).toBe(1);
    for (const { calendar } of calendars) {
      expect(calendar).toMatch(/^DTSTART:20270118T090000Z\r?$/m);
      // What the mail itself releases stands in the mail alone.
      expect(calendar).not.toContain(needMail);
      expect(calendar).not.toContain(offerMail);
    }
  });

  it('are asked how it went, each time once, until the outcome is recorded', async () => {
    const { needMail, offerMail, match } = await introduced();
    const asks = (mail: string) => stage.inbox.mailsTo(mail, 'Wie ist es weitergegangen?');
    await strikeAt('2027-01-22');
    expect(asks(needMail)).toHaveLength(0);
    await strikeAt(NEXT_MONDAY, '10:00');
    await strikeAt('2027-01-26');
    for (const mail of [needMail, offerMail]) {
      expect(asks(mail)).toHaveLength(1);
      expect(asks(mail)[0]?.text).toContain(`/matches/${match.id}`);
    }
    await strikeAt('2027-07-12', '10:00');
    expect(asks(needMail)).toHaveLength(2);
    const { version } = await stage.database
      .query<{ version: number }>('SELECT version FROM match WHERE id = $1', [match.id])
      .then(([row]) => row!);
    await stage.get(MatchReviewService).start(stage.coordinator, [match.id, version]);
    await strikeAt('2028-01-12');
    expect(asks(needMail)).toHaveLength(3);
    await stage.database.query(`UPDATE match SET state = 'COLLABORATION' WHERE id = $1`, [
      match.id,
    ]);
    await strikeAt('2029-01-15');
    expect(asks(offerMail)).toHaveLength(3);
  });
});

describe('a match that is withdrawn', () => {
  it('leaves who was asked with nothing to do, and who said yes too', async () => {
    const { need, member, needMail, offerMail, researcher, matches } = await asked();
    await say(researcher, matches[0]!, 'INTERESTED');
    const link = answerLink(await stage.inbox.mailTo(offerMail));
    expect(link).toContain('/answer/');
    await pause(member, need);
    const [, toOwner] = stage.inbox.mailsTo(needMail);
    expect(toOwner?.subject).toContain('Vorschlag zurückgezogen');
    expect(toOwner?.text).toContain('Ihr Bedarf');
    const [, toOther] = stage.inbox.mailsTo(offerMail);
    expect(toOther?.text.replace(/\s+/g, ' ')).toContain('ist zurzeit nicht verfügbar');
    for (const mail of [needMail, offerMail]) {
      expect(stage.inbox.mailsTo(mail)).toHaveLength(2);
    }
  });

  it('tells nobody who was never asked', async () => {
    const { need, member, needMail, offerMail } = await stage.aSuggestion();
    await pause(member, need);
    expect([...stage.inbox.mailsTo(needMail), ...stage.inbox.mailsTo(offerMail)]).toEqual([]);
  });
});
