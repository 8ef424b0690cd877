import { Injectable } from '@nestjs/common';
import { accountIdOf, type Actor, type EventName, type Events } from '@wilma/domain';
import { Clock } from './clock.js';
import { rowsOf, type Tx } from './database.js';

/** Writes events; the transaction that it demands makes outbox, audit and change one. */
@Injectable()
export class EventLog {
  constructor(private readonly clock: Clock) {}

  /** @returns the id of the event. */
  async record<N extends EventName>(
    tx: Tx,
    actor: Actor,
    name: N,
    payload: Events[N],
  ): Promise<string> {
    const rows = await rowsOf<{ id: string }>(
      tx,
      'INSERT INTO event (name, actor, payload, at) VALUES ($1, $2, $3, $4) RETURNING id',
      [name, accountIdOf(actor), payload, this.clock.now()],
    );
    const [row] = rows;
    if (row === undefined) throw new Error('the event was not stored');
    return row.id;
  }

  /** The same event for many payloads, by one statement. */
  async recordEach<N extends EventName>(
    tx: Tx,
    actor: Actor,
    name: N,
    payloads: readonly Events[N][],
  ): Promise<void> {
    await tx.query(
      `INSERT INTO event (name, actor, payload, at)
       SELECT $1, $2, payload, $4 FROM jsonb_array_elements($3::jsonb) AS payload`,
      [name, accountIdOf(actor), JSON.stringify(payloads), this.clock.now()],
    );
  }
}
