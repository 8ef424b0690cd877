import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type MatchState, OPEN_MATCHES_PER_NEED } from '@wilma/domain';
import { MatchAnswerService, MatchFinder } from '@wilma/matches';
import { Database } from '@wilma/platform';
import { PostingService } from '@wilma/postings';
import { buildPosting } from '@wilma/testing';
import { codeOf, WorkerStage } from './worker-stage.js';

let stage: WorkerStage;

beforeAll(async () => {
  stage = await WorkerStage.set();
});

afterAll(() => stage.end());

const yes = { answer: 'INTERESTED', reason: null, note: null } as const;

describe('a yes', () => {
  it.each(['PAUSED', 'CLOSED', 'EXPIRED'])(
    'comes too late once a posting is %s, before its match is withdrawn',
    async (state) => {
      const { match, need, offers, member, researcher } = await stage.anApproval();
      await stage.settled();
      const answers = stage.get(MatchAnswerService);
      await answers.answer(member, match.id, yes);
      // Without an event: nobody has withdrawn the match yet.
      const set = (to: string) =>
        stage.database.query('UPDATE posting SET state = $2 WHERE id = $1', [offers[0], to]);
      await set(state);
      expect(await codeOf(answers.answer(researcher, match.id, yes))).toBe('CONFLICT');
      expect(await stage.statesOf(need)).toEqual(['APPROVED']);
      expect(await stage.eventsOf(match.id, 'match.introduced')).toBe(0);
      await set('PUBLISHED');
      expect(await answers.answer(researcher, match.id, yes)).toMatchObject({
        state: 'INTRODUCED',
      });
    },
  );
});

describe('matches that were withdrawn', () => {
  /** How many matches of a need stand in each state. */
  const tally = async (need: string): Promise<Partial<Record<MatchState, number>>> => {
    const counts: Partial<Record<MatchState, number>> = {};
    for (const state of await stage.statesOf(need)) counts[state] = (counts[state] ?? 0) + 1;
    return counts;
  };

  it('come back within the limit of a need, and not beyond it', async () => {
    const full = OPEN_MATCHES_PER_NEED;
    const { need, offers, university, researcher } = await stage.aSuggestion({ offers: full });
    const postings = stage.get(PostingService);
    const move = async (action: 'pause' | 'resume') => {
      for (const offer of offers.slice(0, 3)) {
        const [row] = await stage.database.query<{ version: number }>(
          'SELECT version FROM posting WHERE id = $1',
          [offer],
        );
        await postings.move(researcher, [offer, row!.version], action);
      }
      await stage.settled();
    };
    const refresh = (posting: string) =>
      stage.get(Database).transaction((tx) => stage.get(MatchFinder).refresh(tx, posting));

    await move('pause');
    expect(await tally(need)).toEqual({ SUGGESTED: full - 3, WITHDRAWN: 3 });

    // Two more offers take the places of those that are away.
    for (let n = 0; n < 2; n += 1) {
      await refresh(await buildPosting(stage.database, 'OFFER', { organisation: university }));
    }
    expect(await tally(need)).toEqual({ SUGGESTED: full - 1, WITHDRAWN: 3 });

    await move('resume');
    expect(await tally(need)).toEqual({ SUGGESTED: full, WITHDRAWN: 2 });
    await refresh(need);
    expect(await tally(need)).toEqual({ SUGGESTED: full, WITHDRAWN: 2 });
  });
});
