import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { EventName } from '@wilma/domain';
import { Check, Column, Entity, Generated, Index, PrimaryColumn } from 'typeorm';

/**
 * Everything that ever happened: outbox and audit in one. Append-only by a trigger, which lets
 * through changes of `relayedAt` alone.
 */
@Entity('event')
@Index('ix_event_unrelayed', ['id'], { where: 'relayed_at IS NULL' })
@Index('ix_event_relayed_at', ['relayedAt'])
@Index('ix_event_at', ['at', 'id'])
@Index('ix_event_name', ['name', 'at', 'id'])
@Index('ix_event_actor', ['actor', 'at', 'id'])
@Index('ix_event_match', { synchronize: false })
@Index('ix_event_posting', { synchronize: false })
@Index('ix_event_organisation', { synchronize: false })
@Index('ix_event_account', { synchronize: false })
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
  /** When a worker that has it last started; a handler that a release drops is not seen again. */
  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' }) seenAt: Date;
}

/** A job that failed too often: queues forget it, the clock offers it again at growing intervals. */
@ObjectType()
@Entity('parked_job')
export class ParkedJob {
  @PrimaryColumn('uuid') eventId: string;
  /** What was to be done. */
  @Field({ description: 'What was to be done' }) @PrimaryColumn('text') handler: string;
  /** Names the pair above. */
  @Field(() => ID)
  @Column('uuid', { unique: true })
  @Generated('uuid')
  id: string;
  /** Never holds an address. */
  @Field() @Column('text') error: string;
  @Field(() => Int, { description: 'How often it was parked' })
  @Column('int', { default: 1 })
  attempts: number;
  @Field({ name: 'parkedAt' })
  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  at: Date;
  @Field() @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' }) nextTryAt: Date;
  /** What it is about, where it was joined. */
  readonly event?: Event;
}

/** The one queue that holds what was relayed; another one, or an emptied one, holds nothing of it. */
@Entity('queue_state')
@Check('ck_queue_state_one', 'id = 1')
export class QueueState {
  @PrimaryColumn('smallint', { default: 1 }) id: number;
  /** The queue holds it as long as it has lost nothing. */
  @Column('uuid') marker: string;
  /** Which server keeps the queue, and which of its lives; see `QueueServer.identity`. */
  @Column('text') server: string;
  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' }) since: Date;
}
