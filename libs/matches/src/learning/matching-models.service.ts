import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { type Actor, demand, notFound, SYSTEM } from '@wilma/domain';
import type { Formula, Measured, StrengthThresholds } from '@wilma/matching';
import { Clock, Database, EventLog, LOCKS, rowsOf, type Tx } from '@wilma/platform';
import { ActiveModelReader } from './active-model.reader.js';
import { MatchingModel } from './matching-model.entity.js';

/** What one night learned. */
export interface Learnt {
  readonly formula: Formula;
  readonly thresholds: StrengthThresholds;
  readonly measured: Measured;
  /** Decisions that the thresholds come from. */
  readonly answers: number;
}

/** The versions of what was learned: written, made active, taken back. */
@Injectable()
export class MatchingModels {
  constructor(
    private readonly database: Database,
    private readonly models: ActiveModelReader,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Uses a version from now on, 0 for what the program states: open matches are scored anew.
   * @throws DomainError FORBIDDEN, or NOT_FOUND where there is no such version
   */
  async activate(actor: Actor, version: number): Promise<void> {
    demand(actor, 'activate', 'MatchingModel');
    await this.database.transaction(async (tx) => {
      await this.lock(tx);
      const isThere = version === 0 || (await tx.existsBy(MatchingModel, { version }));
      if (!isThere) throw notFound();
      await this.use(tx, actor, version);
    });
  }

  /**
   * Stores what was learned as a new version where it differs from what is used. It is used at once,
   * unless somebody went back to an older one: then it waits for somebody to choose it.
   * @returns its version, null where nothing is new
   */
  async add(tx: Tx, { formula, thresholds, measured, answers }: Learnt): Promise<number | null> {
    await this.lock(tx);
    const active = await this.models.active(tx);
    const isNew =
      !isDeepStrictEqual(active.formula, formula) ||
      !isDeepStrictEqual(active.thresholds, thresholds);
    if (!isNew) return null;
    const newest = (await tx.maximum(MatchingModel, 'version')) ?? 0;
    const version = newest + 1;
    await tx.insert(MatchingModel, {
      version,
      createdAt: this.clock.now(),
      active: false,
      formula,
      thresholds,
      measured: measured.result === 'BETTER' ? measured : null,
      answers,
    });
    await this.events.record(tx, SYSTEM, 'matching.learned', { version });
    if (active.version === newest) await this.use(tx, SYSTEM, version);
    return version;
  }

  private async use(tx: Tx, actor: Actor, version: number): Promise<void> {
    if ((await this.models.active(tx)).version === version) return;
    await tx.update(MatchingModel, { active: true }, { active: false });
    await tx.update(MatchingModel, { version }, { active: true });
    await this.events.record(tx, actor, 'matching.activated', { version });
  }

  /** Every published need is matched anew: one event, and one job, for each. */
  async announce(tx: Tx): Promise<void> {
    const needs = await rowsOf<{ id: string }>(
      tx,
      `SELECT id FROM posting WHERE kind = 'NEED' AND state = 'PUBLISHED' ORDER BY id`,
    );
    await this.events.recordEach(
      tx,
      SYSTEM,
      'posting.reweighed',
      needs.map(({ id }) => ({ posting: id })),
    );
  }

  private async lock(tx: Tx): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(${String(LOCKS.matching)})`);
  }
}
