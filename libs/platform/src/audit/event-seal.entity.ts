import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * The place of an event in the chain of the audit. Events are written by many transactions at once;
 * the sealer puts them in line afterwards. Append-only by a trigger. Holds no key to the event, so
 * that one which is gone is found, rather than its seal going along.
 */
@Entity('event_seal')
export class EventSeal {
  /** 1, 2, 3 …, without a gap. */
  @PrimaryColumn('bigint') seq: string;
  @Column('uuid', { unique: true }) eventId: string;
  /** See `sealOf`. */
  @Column('bytea') hash: Buffer;
}
