import { Injectable, Logger } from '@nestjs/common';
import { atHourInBerlin, dayInBerlin } from '@wilma/domain';
import {
  ENOUGH_ANSWERS,
  exampleOf,
  type Formula,
  formulaScore,
  type JudgedExample,
  learnBehindGate,
  learnThresholds,
  TOPIC_SIGNALS,
} from '@wilma/matching';
import { Clock, Database, rowsOf } from '@wilma/platform';
import { VocabularyService } from '@wilma/taxonomy';
import { CandidateReader } from '../candidate.reader.js';
import { type ActiveModel, ActiveModelReader } from './active-model.reader.js';
import { DecisionReader } from './decision.reader.js';
import { LearningRun } from './matching-model.entity.js';
import { type Learnt, MatchingModels } from './matching-models.service.js';

/** By the clocks of Berlin, when what was kept long enough is gone. */
const NIGHT_HOUR = 3;

/** Learns weights and thresholds from what was decided, once a night. */
@Injectable()
export class WeightLearner {
  private readonly log = new Logger(WeightLearner.name);

  constructor(
    private readonly database: Database,
    private readonly decisions: DecisionReader,
    private readonly candidates: CandidateReader,
    private readonly vocabulary: VocabularyService,
    private readonly active: ActiveModelReader,
    private readonly models: MatchingModels,
    private readonly clock: Clock,
  ) {}

  /** Whoever of several clocks strikes first; where that one fails, the next night learns. */
  async tick(): Promise<void> {
    const now = this.clock.now();
    const day = dayInBerlin(now);
    if (now < atHourInBerlin(day, NIGHT_HOUR) || !(await this.claim(day))) return;
    const learnt = await this.learn();
    await this.database.transaction(async (tx) => {
      const version = await this.models.add(tx, learnt);
      await tx.update(LearningRun, { day }, { measured: learnt.measured, version });
      if (version !== null) this.log.log(`learned version ${String(version)} of the weights`);
    });
  }

  /** What could be learned now; nothing is stored. */
  async learn(): Promise<Learnt> {
    const { read } = this.database;
    const active = await this.active.active(read);
    const examples = await this.examples();
    const { formula, measured } = learnBehindGate(examples, {
      current: active.formula,
      signals: TOPIC_SIGNALS,
      lastMeasuredAt: await this.lastMeasuredAt(),
    });
    return { ...setBy(examples, active, formula), measured };
  }

  /** Every decision on a part of the score. */
  private async examples(): Promise<JudgedExample[]> {
    const { read } = this.database;
    const graph = await this.vocabulary.graph();
    const { corpus } = await this.candidates.everything(read, graph);
    const decided = await this.decisions.decided(read);
    return decided.flatMap(
      ({ need, offer, verdict }) => exampleOf(need, offer, verdict, { graph, corpus }) ?? [],
    );
  }

  private async lastMeasuredAt(): Promise<number> {
    const [last] = await rowsOf<{ judgements: number }>(
      this.database.read,
      `SELECT (measured->>'judgements')::int AS judgements FROM learning_run
        WHERE measured->>'result' IN ('BETTER', 'NOT_BETTER') ORDER BY day DESC LIMIT 1`,
    );
    return last?.judgements ?? 0;
  }

  private async claim(day: string): Promise<boolean> {
    const claimed = await rowsOf(
      this.database.read,
      'INSERT INTO learning_run (day, at) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING day',
      [day, this.clock.now()],
    );
    return claimed.length > 0;
  }
}

/** Thresholds follow the weights that will be used. */
function setBy(
  examples: readonly JudgedExample[],
  active: ActiveModel,
  learned: Formula | null,
): Omit<Learnt, 'measured'> {
  const formula = learned ?? active.formula;
  const answers = examples.map((example) => ({
    points: Math.floor(100 * formulaScore(formula, example, TOPIC_SIGNALS.joined) + 1e-9),
    accepted: example.refused === null,
  }));
  return {
    formula,
    thresholds: learnThresholds(answers),
    answers: answers.length < ENOUGH_ANSWERS ? 0 : answers.length,
  };
}
