import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a request with an `Idempotency-Key` asked and was answered. */
@Entity('idempotent_request')
@Index('ix_idempotent_request_begun_at', ['begunAt'])
export class IdempotentRequest {
  @PrimaryColumn('uuid') accountId: string;
  @PrimaryColumn('text') key: string;
  /** Digest of what was asked: the same key may not ask for something else. */
  @Column('text') asked: string;
  /** Set in the transaction of the change itself: from then on it is never made again. */
  @Column('boolean', { default: false }) changed: boolean;
  @Column('jsonb', { nullable: true }) answer: object | null;
  @Column({ type: 'timestamptz', precision: 3 }) begunAt: Date;
}
