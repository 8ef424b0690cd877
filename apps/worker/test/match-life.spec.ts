import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MATCH_TRANSITIONS, QUESTION_TRANSITIONS, type StepTaker } from '@wilma/domain';
import { LIFE_CASES } from './match-life-cases.js';
import { aLife, type Player, toldOf } from './match-life-stage.js';
import { QUESTION_CASES } from './question-life-cases.js';
import { codeOf, WorkerStage } from './worker-stage.js';

let stage: WorkerStage;

beforeAll(async () => {
  stage = await WorkerStage.set({ UNDO_SECONDS: '1' });
});

afterAll(() => stage.end());

const TAKERS: Readonly<Partial<Record<Player, StepTaker>>> = {
  coordinator: 'COORDINATOR',
  decider: 'SAME_COORDINATOR',
  need: 'SIDE',
  offer: 'SIDE',
  link: 'SIDE',
  system: 'SYSTEM',
};

/** Whom the event names: the decider is the coordinator, links and the system are nobody. */
const NAMED: Readonly<Partial<Record<Player, string>>> = {
  decider: 'coordinator',
  link: 'nobody',
  system: 'nobody',
};

const CASES = [...LIFE_CASES, ...QUESTION_CASES];
const beginningOf = (one: (typeof CASES)[number]) =>
  'questionAction' in one ? one.question : one.from;
const actionOf = (one: (typeof CASES)[number]): string =>
  'questionAction' in one ? one.questionAction : one.action;

const WALKS = CASES.flatMap((one) =>
  one.by.map((player) => {
    const title = `${String(beginningOf(one))}: ${actionOf(one)} by ${player}`;
    return [title, player, one] as const;
  }),
);

describe('a step', () => {
  it.each(WALKS)('%s', async (_title, player, one) => {
    const life = await aLife(stage, one);
    const attempt = async (who: Player, version = life.version) =>
      codeOf(one.act(life, life.players[who], version));
    for (const [who, code] of Object.entries(one.refused)) {
      expect([who, await attempt(who as Player)]).toEqual([who, code]);
    }
    if (one.versioned) expect(await attempt(player, life.version - 1)).toBe('CONFLICT');

    await one.act(life, life.players[player], life.version);
    const by = NAMED[player] ?? player;
    expect(await toldOf(life)).toEqual({
      state: one.to,
      events: [...one.events.map((name) => `${name} by ${by}`), ...(one.later ?? [])],
      mails: one.mails,
    });
  });
});

describe('the tables', () => {
  const ROWS = [...MATCH_TRANSITIONS, ...QUESTION_TRANSITIONS];
  const unique = (words: readonly string[]): string[] => [...new Set(words)].sort();
  it('have a case for every row, from each state and for everybody who may', () => {
    const rows = ROWS.flatMap(({ action, from, by }) =>
      (from.length === 0 ? [null] : from).flatMap((state) =>
        by.map((taker) => `${String(state)}: ${action} by ${taker}`),
      ),
    );
    const covered = CASES.flatMap((one) =>
      one.by.map(
        (player) =>
          `${String(beginningOf(one))}: ${actionOf(one)} by ${TAKERS[player] ?? 'nobody'}`,
      ),
    );
    expect(unique(covered)).toEqual(unique(rows));
  });

  it.each(ROWS)('say of $action what follows from it', ({ action, event, mail }) => {
    const cases = CASES.filter((one) => actionOf(one) === action);
    expect(unique(cases.map(({ events }) => events.at(-1) ?? ''))).toEqual([event]);
    const kinds = cases.flatMap(({ mails }) => mails.map((line) => line.split(' ')[0] ?? ''));
    expect(unique(kinds)).toEqual([...mail].sort());
  });
});
