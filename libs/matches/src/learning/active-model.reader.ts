import { Injectable } from '@nestjs/common';
import {
  type Formula,
  priorFormula,
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
  async active(from: EntityManager): Promise<ActiveModel> {
    return (await from.findOneBy(MatchingModel, { active: true })) ?? STATED;
  }
}
