import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, dayInBerlin, type MatchState, OPEN_MATCHES_PER_NEED } from '@wilma/domain';
import {
  LearningOverview,
  MatchAnswerService,
  MatchFinder,
  MatchingModels,
  MatchReviewService,
  WeightLearner,
} from '@wilma/matches';
import { Database } from '@wilma/platform';
import { PostingService } from '@wilma/postings';
import { buildPosting, until } from '@wilma/testing';
import { codeOf, inBerlin, WorkerStage } from './worker-stage.js';

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

describe('what was decided on a need', () => {
  const feedback = () =>
    stage.database.query<{ id: string; kinds: string[]; version: number }>(
      `SELECT id, ARRAY(SELECT part->>'kind' FROM jsonb_array_elements(feedback) AS part) AS kinds,
              version
         FROM match WHERE state = 'SUGGESTED'`,
    );

  it('orders what is still open of it at once, each reason in its own part', async () => {
    await stage.database.query('DELETE FROM match');
    await stage.aSuggestion({ offers: 4 });
    const review = stage.get(MatchReviewService);
    const decide = async (reason: 'CAPACITY' | 'TOPIC' | null): Promise<string[]> => {
      const [match] = await feedback();
      const at: [string, number] = [match!.id, match!.version];
      if (reason === null) await review.approve(stage.coordinator, at, null);
      else await review.dismiss(stage.coordinator, at, { reason, note: null });
      await stage.settled();
      const left = await feedback();
      // Nobody who looks at one of them is told that it changed.
      expect(left.map(({ version }) => version)).toEqual(left.map(() => 1));
      return [...new Set(left.flatMap(({ kinds }) => kinds))].sort();
    };
    // Of offers that say the same, all but the one that stands first.
    expect(await decide('CAPACITY')).toEqual(['ALIKE']);
    expect(await decide(null)).toEqual(['ACCEPTED', 'ALIKE']);
    // The last one stands first.
    expect(await decide('TOPIC')).toEqual(['ACCEPTED', 'TOPIC']);
  });
});

describe('a night of learning', () => {
  /** Decisions on every pair: what has few points was refused. */
  const decideOn = async (needs: number, offers: number): Promise<void> => {
    const { company, university } = await stage.aScene();
    for (let n = 0; n < needs; n += 1) {
      await buildPosting(stage.database, 'NEED', { organisation: company, state: 'CLOSED' });
    }
    for (let n = 0; n < offers; n += 1) {
      await buildPosting(stage.database, 'OFFER', { organisation: university, state: 'CLOSED' });
    }
    await stage.database.query(
      `INSERT INTO match (need_id, offer_id, state, points, strength, parts, reasons, open_questions,
                          dismiss_reason)
       SELECT need.id, offer.id, 'DISMISSED', 80, 'STRONG', '[]', '[]', '[]', 'TOPIC'
         FROM posting AS need, posting AS offer
        WHERE need.organisation_id = $1 AND need.state = 'CLOSED' AND need.kind = 'NEED'
          AND offer.organisation_id = $2 AND offer.state = 'CLOSED' AND offer.kind = 'OFFER'`,
      [company, university],
    );
  };
  /** Resolves when the learning of the n-th night from now is over, whoever's clock began it. */
  const night = async (n: number) => {
    const day = addDays(dayInBerlin(new Date()), n);
    stage.clock.setTo(inBerlin(day, '03:10'));
    const learner = stage.get(WeightLearner);
    await Promise.all([learner.tick(), learner.tick()]);
    return until('the night is learned from', async () => {
      const [run] = await stage.database.query<{ version: number | null; result: string }>(
        `SELECT version, measured->>'result' AS result FROM learning_run
          WHERE day = $1 AND measured IS NOT NULL`,
        [day],
      );
      return run;
    });
  };
  const models = () =>
    stage.database.query<{ version: number; active: boolean }>(
      'SELECT version, active FROM matching_model ORDER BY version',
    );
  it('sets thresholds once, of which coordinators can go back; then new ones wait', async () => {
    await stage.database.query('DELETE FROM match');
    expect(await night(1)).toEqual({ version: null, result: 'TOO_FEW' });
    expect(await models()).toEqual([]);

    await decideOn(10, 10);
    expect(await night(2)).toEqual({ version: 1, result: 'TOO_FEW' });
    expect(await models()).toEqual([{ version: 1, active: true }]);
    await stage.settled();

    const { need } = await stage.aSuggestion();
    const overview = await stage.get(LearningOverview).read(stage.coordinator);
    expect(overview.models.map(({ version, suggested }) => [version, suggested])).toEqual([
      [1, 1],
      [0, 100],
    ]);
    await stage.get(MatchingModels).activate(stage.coordinator, 0);
    await stage.settled();
    expect(await stage.statesOf(need)).toEqual(['SUGGESTED']);

    await decideOn(1, 10);
    await night(3);
    expect((await models()).map(({ active }) => active)).not.toContain(true);
    expect(await codeOf(stage.get(MatchingModels).activate(stage.coordinator, 99))).toBe(
      'NOT_FOUND',
    );
  });
});
