import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MatchFinder, MatchReviewService } from '@wilma/matches';
import { AskMailService } from '@wilma/notifications';
import { Clock, Database } from '@wilma/platform';
import { PostingService } from '@wilma/postings';
import { buildPosting } from '@wilma/testing';
import { codeOf, WorkerStage } from './worker-stage.js';

let stage: WorkerStage;

beforeAll(async () => {
  // Long enough to undo, short enough to wait for.
  stage = await WorkerStage.set({ UNDO_SECONDS: '1' });
});

afterAll(() => stage.end());

describe('a decision', () => {
  it('that is undone in time leads to no mail', async () => {
    const { match, need, needMail, offerMail } = await stage.anApproval();
    await stage.get(MatchReviewService).undo(stage.coordinator, [match.id, match.version]);
    await stage.settled();
    expect(await stage.statesOf(need)).toEqual(['SUGGESTED']);
    expect([...stage.inbox.mailsTo(needMail), ...stage.inbox.mailsTo(offerMail)]).toEqual([]);
  });

  it('that is made again is not carried out by the job of the first', async () => {
    const { match, needMail } = await stage.anApproval();
    const review = stage.get(MatchReviewService);
    const undone = await review.undo(stage.coordinator, [match.id, match.version]);
    await review.approve(stage.coordinator, [match.id, undone.version], null);
    await stage.get(Database).transaction((tx) => {
      return stage.get(AskMailService).ask(tx, match.id, match.round);
    });
    const mails = 'SELECT id FROM outgoing_mail WHERE match_id = $1';
    expect(await stage.database.query(mails, [match.id])).toEqual([]);
    await stage.settled();
    expect(stage.inbox.mailsTo(needMail)).toHaveLength(1);
  });

  it('waits while a posting is paused, and is carried out where it is back in time', async () => {
    const { match, need, needMail } = await stage.anApproval();
    const set = (state: string) =>
      stage.database.query('UPDATE posting SET state = $2 WHERE id = $1', [need, state]);
    await set('PAUSED');
    const asked = stage.get(Database).transaction((tx) => {
      return stage.get(AskMailService).ask(tx, match.id, match.round);
    });
    await expect(asked).rejects.toThrow('no longer published');
    await set('PUBLISHED');
    await stage.settled();
    expect(stage.inbox.mailsTo(needMail)).toHaveLength(1);
  });

  it('can not be undone once mail has left', async () => {
    const { match, needMail, need } = await stage.anApproval();
    await stage.inbox.mailTo(needMail);
    const [{ version } = match] = await stage.matchesOf(need);
    const undo = stage.get(MatchReviewService).undo(stage.coordinator, [match.id, version]);
    expect(await codeOf(undo)).toBe('CONFLICT');
  });

  it('to snooze ends when its time is over', async () => {
    const { need, match } = await stage.aSuggestion();
    const { id, version } = match;
    const until = new Date(stage.get(Clock).now().getTime() + 2 * 86_400_000);
    await stage.get(MatchReviewService).snooze(stage.coordinator, [id, version], until);

    stage.clock.forwardDays(1);
    await stage.strike();
    expect(await stage.statesOf(need)).toEqual(['SNOOZED']);
    stage.clock.forwardDays(1.01);
    await stage.strike();
    expect(await stage.statesOf(need)).toEqual(['SUGGESTED']);
    expect(await stage.eventsOf(id, 'match.woken')).toBe(1);
  });
});

describe('the matches of a need', () => {
  it('are withdrawn while it is paused, back when it is resumed, gone when it is closed', async () => {
    const scene = await stage.aScene();
    const { member, need } = scene;
    let posting = await stage.submit(scene);
    for (const [action, state] of [
      ['pause', 'WITHDRAWN'],
      ['resume', 'SUGGESTED'],
      ['close', 'WITHDRAWN'],
    ] as const) {
      await stage.settled();
      const postings = stage.get(PostingService);
      posting = await postings.move(member, [need, posting.version], action);
      await stage.settled();
      expect(await stage.statesOf(need)).toEqual([state]);
    }
  });

  it('are five at most, unless a coordinator asks for more', async () => {
    const { need } = await stage.aSuggestion({ offers: 7 });
    expect(await stage.statesOf(need)).toEqual(Array(5).fill('SUGGESTED'));
    expect(await stage.get(MatchFinder).suggestMore(stage.coordinator, need)).toBe(2);
    expect(await stage.statesOf(need)).toEqual(Array(7).fill('SUGGESTED'));
  });

  it('never lead to an offer of the same organisation', async () => {
    const scene = await stage.aScene();
    const { company, need } = scene;
    const own = await buildPosting(stage.database, 'OFFER', { organisation: company });
    await stage.submit(scene);
    await stage.settled();
    expect(await stage.matchesOf(need)).toHaveLength(1);
    const withOwn = 'SELECT id FROM match WHERE offer_id = $1';
    expect(await stage.database.query(withOwn, [own])).toEqual([]);
  });
});
