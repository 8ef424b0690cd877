import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Ability, wrapArray } from '@casl/ability';
import { FIELDS } from './access/fields.js';
import { MUTATIONS } from './access/mutations.js';
import { QUERIES } from './access/queries.js';
import { askRoute, ROUTES } from './access/routes.js';
import { type Cell, Stage } from './access/stage.js';
import { type Row, rowsUnder, triedCells, VIEWERS } from './access/table.js';
import { tryCell } from './access/trial.js';

/** Actions that the rules allow while a test runs; all other rules say nothing. */
let kept: readonly string[] = [];

// Every rule of everybody is looked up here. What answers all the same asks no rule.
const lookUp = jest.spyOn(Ability.prototype as Ability, 'possibleRulesFor');
const lookUpReally = lookUp.getMockImplementation()!;
lookUp.mockImplementation(function (this: Ability, asked, ...of) {
  const rules = kept.includes(asked) ? lookUpReally.call(this, asked, ...of) : [];
  return rules.filter(({ action }) => wrapArray(action).includes(asked));
});

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.build();
});

afterAll(async () => {
  await stage.stop();
  lookUp.mockRestore();
});

const named = (rows: readonly Row[]): [string, Row][] => rows.map((row) => [row.name, row]);

/** The cells of a row that are answered, as "viewer kind". */
async function answered(
  row: Row,
  isRefused: (letter: string) => boolean,
  attempt: (cell: Cell) => Promise<string>,
): Promise<string[]> {
  const found: string[] = [];
  for (const viewer of VIEWERS) {
    for (const [kind, letter] of triedCells(row, viewer)) {
      if (isRefused(letter)) continue;
      const now = await attempt({ viewer, kind });
      if (!isRefused(now)) found.push(`${viewer} ${kind} ${now}`);
    }
  }
  return found;
}

describe('where no rule allows anything, nobody', () => {
  const isRefused = (letter: string): boolean => /^[UFNB0]$/.test(letter);

  it.each(named([...rowsUnder('Queries'), ...rowsUnder('Mutations')]))(
    'is answered by %s',
    async (name, row) => {
      const call = { ...QUERIES, ...MUTATIONS }[name];
      if (call === undefined) throw new Error(`nobody says how to call ${name}`);
      expect(await answered(row, isRefused, (cell) => tryCell(stage, call, cell))).toEqual([]);
    },
  );

  it('sees the queues', async () => {
    const { headers } = stage.players.administrator.client;
    expect(await askRoute(stage, 'GET /queues', { path: '/queues' }, headers)).toBe('N');
  });

  it.each(['POST /answer/:token', 'POST /confirm/:token', 'POST /renew/:token'])(
    'changes anything by %s',
    async (name) => {
      const sent = await ROUTES[name]?.(stage, 'other');
      if (sent === undefined) throw new Error(`nobody says how to ask ${name}`);
      await stage.written();
      await askRoute(stage, name, sent, {});
      expect(await stage.written()).toEqual([]);
    },
  );
});

describe('where the rules allow to see postings and matches and no more, nobody is told', () => {
  beforeAll(() => {
    kept = ['read'];
  });

  /** What an introduction released stays so; whose something is, and which day, is no secret. */
  const STAYS = [
    'Match.createdAt',
    'Match.history',
    "Match.history · of the offer's side",
    'Match.mySides',
    'Match.needAnswer',
    'Match.offerAnswer',
    'Match.programme',
    'MatchQuestion.answer',
    'MatchQuestion.relayed',
    'MatchQuestion.reply',
    'MatchQuestion.text',
    'Posting.expiresAt',
    'Posting.matches',
    'Posting.mine',
    'Posting.publishedAt',
  ];
  const OWN = /^(Absence|MySettings|Notification|Service)\./;
  const rows = rowsUnder('Fields that not everybody sees').filter(
    ({ name }) => !STAYS.includes(name) && !OWN.test(name),
  );

  it.each(named(rows))('%s', async (name, row) => {
    const look = FIELDS[name];
    if (look === undefined) throw new Error(`nobody says how to look at ${name}`);
    const found = await answered(
      row,
      (letter) => letter === '0',
      (cell) => look(stage, cell),
    );
    expect(found.filter((cell) => !cell.includes(' met '))).toEqual([]);
  });
});
