import type { Formula, Measured, StrengthThresholds } from '@wilma/matching';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * Weights and thresholds that were learned. What is stated in the program is version 0 and has no
 * row: it is used where none of these is.
 */
@Entity('matching_model')
@Index('uq_matching_model_active', ['active'], { unique: true, where: 'active' })
@Check('ck_matching_model_version', 'version > 0')
export class MatchingModel {
  @PrimaryColumn('int') version: number;
  @Column({ type: 'timestamptz', precision: 3 }) createdAt: Date;
  @Column('boolean') active: boolean;
  @Column('jsonb') formula: Formula;
  @Column('jsonb') thresholds: StrengthThresholds;
  /** What the weights were measured on; null where only thresholds were set. */
  @Column('jsonb', { nullable: true }) measured: Measured | null;
  /** Decisions that the thresholds come from. */
  @Column('int') answers: number;
}

/** What one night's learning came to. */
@Entity('learning_run')
export class LearningRun {
  /** By the clocks of Berlin. */
  @PrimaryColumn('date') day: string;
  @Column({ type: 'timestamptz', precision: 3 }) at: Date;
  /** Null while it runs, and where that was interrupted. */
  @Column('jsonb', { nullable: true }) measured: Measured | null;
  /** The version that came of it. */
  @Column('int', { nullable: true }) version: number | null;
}
