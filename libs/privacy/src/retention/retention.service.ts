import { Inject, Injectable, Logger } from '@nestjs/common';
import { atHourInBerlin, dayInBerlin } from '@wilma/domain';
import { Clock, Config, Database, rowsOf, withoutAddresses } from '@wilma/platform';
import { PostingSuccession } from '@wilma/postings';
import { RetentionRun } from './retention-run.entity.js';
import { type Rule, RULES } from './rules.js';

/** What one transaction removes at most, and one night of one rule; the next night goes on. */
const BATCH = 200;
const AT_ONCE = 500 * BATCH;
/** By the clocks of Berlin; whoever was down then does it when they are back. */
const NIGHT_HOUR = 2;

/** What a rule would remove now. */
export interface RuleState {
  readonly rule: string;
  readonly days: number;
  readonly due: number;
  readonly oldest: Date | null;
}

/** Removes what has been kept long enough. */
@Injectable()
export class Retention {
  private readonly log = new Logger(Retention.name);

  constructor(
    private readonly database: Database,
    private readonly postings: PostingSuccession,
    private readonly clock: Clock,
    @Inject(Config) private readonly config: Config,
  ) {}

  /** Once a night, whoever of several clocks strikes first. */
  async tick(): Promise<void> {
    const now = this.clock.now();
    const day = dayInBerlin(now);
    if (now < atHourInBerlin(day, NIGHT_HOUR)) return;
    const claimed = await this.claim(day);
    for (const rule of RULES) {
      if (!claimed.has(rule.name)) continue;
      try {
        const removed = await this.follow(rule);
        await this.database.read.update(RetentionRun, { day, rule: rule.name }, { removed });
      } catch (error) {
        this.log.error(withoutAddresses(`${rule.name}: ${String(error)}`));
      }
    }
  }

  /** What is due, without removing it. */
  async states(): Promise<RuleState[]> {
    const states: RuleState[] = [];
    for (const rule of RULES) {
      const [found] = await rowsOf<{ due: number; oldest: Date | null }>(
        this.database.read,
        `SELECT count(*)::int AS due, min(at) AS oldest FROM (${rule.due}) AS old`,
        [this.before(rule)],
      );
      const days = rule.days(this.config.keptDays);
      states.push({ rule: rule.name, days, due: found?.due ?? 0, oldest: found?.oldest ?? null });
    }
    return states;
  }

  /** Follows all rules at once. @returns how much each removed */
  async run(): Promise<ReadonlyMap<string, number>> {
    const removed = new Map<string, number>();
    for (const rule of RULES) removed.set(rule.name, await this.follow(rule));
    return removed;
  }

  /** All rules at once: they are followed in their order. @returns those that nobody else follows */
  private async claim(day: string): Promise<ReadonlySet<string>> {
    const claimed = await rowsOf<{ rule: string }>(
      this.database.read,
      `INSERT INTO retention_run (day, rule, at) SELECT $1, rule, $3 FROM unnest($2::text[]) AS rule
       ON CONFLICT DO NOTHING RETURNING rule`,
      [day, RULES.map(({ name }) => name), this.clock.now()],
    );
    return new Set(claimed.map(({ rule }) => rule));
  }

  private async follow(rule: Rule): Promise<number> {
    let removed = 0;
    let batch: number;
    do {
      batch = await this.removeBatch(rule);
      removed += batch;
    } while (batch === BATCH && removed < AT_ONCE);
    return removed;
  }

  private removeBatch({ due, remove, ...rule }: Rule): Promise<number> {
    return this.database.transaction(async (tx) => {
      const rows = await rowsOf<{ id: string }>(
        tx,
        `SELECT id FROM (${due}) AS old ORDER BY at LIMIT ${String(BATCH)}`,
        [this.before(rule)],
      );
      const ids = rows.map(({ id }) => id);
      if (ids.length === 0) return 0;
      if (remove === null) for (const id of ids) await this.postings.close(tx, id);
      else await tx.query(remove, [ids]);
      return ids.length;
    });
  }

  private before({ days }: Pick<Rule, 'days'>): Date {
    return new Date(this.clock.now().getTime() - days(this.config.keptDays) * 86_400_000);
  }
}
