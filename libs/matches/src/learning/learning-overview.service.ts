import { Injectable } from '@nestjs/common';
import { type Actor, demand, overseesMatches } from '@wilma/domain';
import { ENOUGH_ANSWERS, GATE, type Measured } from '@wilma/matching';
import { Database, rowsOf } from '@wilma/platform';
import { Match } from '../match.entity.js';
import { type ActiveModel, STATED } from './active-model.reader.js';
import { LearningRun, MatchingModel } from './matching-model.entity.js';
import type { LearningView, MeasurementView, ModelView } from './matching-learning.view.js';
import { weightsOf } from './weights.js';

const NIGHTS = 14;

interface Tally {
  readonly version: number;
  readonly suggested: number;
  readonly accepted: number;
  readonly refused: number;
}

/** Of the versions that made the matches; a coordinator's yes counts until a side declines. */
const TALLIES_SQL = `
  SELECT model_version AS version, count(*)::int AS suggested,
         count(*) FILTER (WHERE state IN ('APPROVED', 'EXPIRED', 'INTRODUCED', 'IN_PROGRESS',
                                          'COLLABORATION', 'NO_COLLABORATION'))::int AS accepted,
         count(*) FILTER (WHERE state IN ('DISMISSED', 'DECLINED'))::int AS refused
    FROM match GROUP BY model_version`;

/** What made a match's score and its place in the list. */
export type MatchOrigin = Pick<Match, 'feedback' | 'modelVersion'>;

/** What was learned so far, for staff. */
@Injectable()
export class LearningOverview {
  constructor(private readonly database: Database) {}

  /** Of matches, for staff: null for all others. */
  async originsOf(actor: Actor, ids: readonly string[]): Promise<(MatchOrigin | null)[]> {
    if (!overseesMatches(actor)) return ids.map(() => null);
    const rows = await this.database.read
      .createQueryBuilder(Match, 'match')
      .select(['match.id', 'match.modelVersion', 'match.feedback'])
      .where('match.id = ANY(:ids)', { ids })
      .getMany();
    return ids.map((id) => rows.find((row) => row.id === id) ?? null);
  }

  /** @throws DomainError FORBIDDEN */
  async read(actor: Actor): Promise<LearningView> {
    demand(actor, 'read', 'MatchingModel');
    const { read } = this.database;
    const stored = await read.find(MatchingModel, { order: { version: 'DESC' } });
    const runs = await read.find(LearningRun, { order: { day: 'DESC' }, take: NIGHTS });
    const tallies = await rowsOf<Tally>(read, TALLIES_SQL);
    const tallyOf = (version: number): Tally =>
      tallies.find((tally) => tally.version === version) ?? NONE;
    const isStated = stored.every(({ active }) => !active);
    const models = [...stored, { ...STATED, ...UNLEARNED, active: isStated }];
    return {
      neededJudgements: GATE.judgements,
      neededAcceptances: GATE.acceptances,
      neededAnswers: ENOUGH_ANSWERS,
      models: models.map((model) => ({ ...modelView(model), ...countsOf(tallyOf(model.version)) })),
      runs: runs.map(({ day, measured, version }) => ({
        day,
        measured: measurementView(measured),
        version,
      })),
    };
  }
}

const NONE = { version: 0, suggested: 0, accepted: 0, refused: 0 };
const UNLEARNED = { createdAt: null, measured: null, answers: 0 };
const countsOf = ({ suggested, accepted, refused }: Tally) => ({ suggested, accepted, refused });

type Shown = ActiveModel &
  Pick<MatchingModel, 'active' | 'answers' | 'measured'> & { readonly createdAt: Date | null };

const modelView = (model: Shown): Omit<ModelView, 'accepted' | 'refused' | 'suggested'> => ({
  version: model.version,
  active: model.active,
  createdAt: model.createdAt,
  weights: weightsOf(model.formula, STATED.formula),
  conceptPairs: model.formula.pairs.length,
  goodFrom: model.thresholds.GOOD,
  strongFrom: model.thresholds.STRONG,
  answers: model.answers,
  measured: measurementView(model.measured),
});

function measurementView(measured: Measured | null): MeasurementView | null {
  if (measured === null) return null;
  const { interval, ...rest } = measured;
  return { ...rest, low: interval?.low ?? null, high: interval?.high ?? null };
}
