import type { EventName } from '@wilma/domain';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * Everything that ever happened: outbox and audit in one. Append-only by a trigger, which lets
 * through changes of `relayedAt` alone.
 */
@Entity('event')
@Index('ix_event_unrelayed', ['id'], { where: 'relayed_at IS NULL' })
@Index('ix_event_match', { synchronize: false })
@Index('ix_event_posting', { synchronize: false })
export class Event {
  /** Version 7, so that ids order by time. */
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id: string;
  @Column('text') name: EventName;
  /** The account that acted; null for the worker, the clock and people behind answer links. */
  @Column('uuid', { nullable: true }) actor: string | null;
  @Column('jsonb') payload: Record<string, unknown>;
  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' }) at: Date;
  @Column({ type: 'timestamptz', precision: 3, nullable: true }) relayedAt: Date | null;
}

/** Mark that a handler has dealt with an event; it commits together with the effect. */
@Entity('handled')
export class Handled {
  @PrimaryColumn('uuid') eventId: string;
  @PrimaryColumn('text') handler: string;
  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' }) at: Date;
}

/** Since when a handler exists: events that were relayed before are none of its business. */
@Entity('known_handler')
export class KnownHandler {
  @PrimaryColumn('text') event: EventName;
  @PrimaryColumn('text') handler: string;
  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' }) since: Date;
}

/** A job that failed too often: queues forget it, the clock offers it again at growing intervals. */
@Entity('parked_job')
export class ParkedJob {
  @PrimaryColumn('uuid') eventId: string;
  @PrimaryColumn('text') handler: string;
  @Column('text') error: string;
  /** How often it was parked. */
  @Column('int', { default: 1 }) attempts: number;
  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' }) at: Date;
}
