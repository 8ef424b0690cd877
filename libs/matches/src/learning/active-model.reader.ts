import { Injectable } from '@nestjs/common';
import {
  type Corpus,
  type Formula,
  priorFormula,
  profileOf,
  STRENGTH_THRESHOLDS,
  type StrengthThresholds,
  TOPIC_SIGNALS,
} from '@wilma/matching';
import type { EntityManager } from 'typeorm';
import { MatchingModel } from './matching-model.entity.js';

/** The weights that scores are made with. */
export interface ActiveModel {
  /** 0: as stated in the program. */
  readonly version: number;
  readonly formula: Formula;
  readonly thresholds: StrengthThresholds;
}

/** What the program states. */
export const STATED: ActiveModel = {
  version: 0,
  formula: priorFormula(TOPIC_SIGNALS),
  thresholds: STRENGTH_THRESHOLDS,
};

@Injectable()
export class ActiveModelReader {
  /** The same snapshot with the same weights is the same object: what is derived from it is kept. */
  private readonly weighed = new WeakMap<Corpus, { readonly version: number; corpus: Corpus }>();

  /** The snapshot as scores are made with it: with the weights that are active. */
  async weigh(from: EntityManager, corpus: Corpus): Promise<{ corpus: Corpus; model: number }> {
    const { version, formula, thresholds } = await this.active(from);
    if (version === 0) return { corpus, model: 0 };
    const known = this.weighed.get(corpus);
    if (known?.version === version) return { corpus: known.corpus, model: version };
    const weighed = { ...corpus, profile: profileOf(formula, thresholds) };
    this.weighed.set(corpus, { version, corpus: weighed });
    return { corpus: weighed, model: version };
  }

  async active(from: EntityManager): Promise<ActiveModel> {
    return (await from.findOneBy(MatchingModel, { active: true })) ?? STATED;
  }
}
