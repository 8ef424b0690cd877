import { Injectable } from '@nestjs/common';
import {
  type AccountActor,
  badInput,
  conflict,
  demand,
  notFound,
  type ProgrammeStatus,
} from '@wilma/domain';
import {
  Clock,
  type Connection,
  Cursors,
  Database,
  EventLog,
  isUuid,
  page,
  type PageArgs,
  type Tx,
} from '@wilma/platform';
import { In } from 'typeorm';
import { Programme } from './programme.entity.js';
import type { ProgrammeInput, ProgrammePatch } from './programme.input.js';

/** What keeps its value, or has its default, where null is sent. */
const DEFAULTED: Readonly<Record<string, boolean | string>> = {
  status: 'UNKNOWN' satisfies ProgrammeStatus,
  own: false,
  descriptionDe: '',
  descriptionEn: '',
};

/** The programmes: anybody reads them, coordinators keep them. */
@Injectable()
export class ProgrammeService {
  constructor(
    private readonly database: Database,
    private readonly events: EventLog,
    private readonly clock: Clock,
    private readonly cursors: Cursors,
  ) {}

  list(args: PageArgs): Promise<Connection<Programme>> {
    const query = this.database.read.createQueryBuilder(Programme, 'programme');
    return page(query, { by: 'programme.short_name', direction: 'ASC' }, args, this.cursors);
  }

  /** By id, in the order asked for; for loaders. */
  async byIds(ids: readonly string[]): Promise<(Programme | null)[]> {
    const found = await this.database.read.findBy(Programme, { id: In([...ids]) });
    return ids.map((id) => found.find((programme) => programme.id === id) ?? null);
  }

  create(actor: AccountActor, input: ProgrammeInput): Promise<Programme> {
    demand(actor, 'edit', 'Programme');
    return this.database.transaction(async (tx) => {
      const programme = tx.create(Programme, { ...columnsOf(input), editedAt: this.clock.now() });
      checkPeriod(programme);
      await tx.insert(Programme, programme);
      await this.events.record(tx, actor, 'programme.created', { programme: programme.id });
      return tx.findOneByOrFail(Programme, { id: programme.id });
    });
  }

  /** @throws DomainError CONFLICT where somebody else edited it meanwhile */
  update(
    actor: AccountActor,
    [id, version]: [string, number],
    patch: ProgrammePatch,
  ): Promise<Programme> {
    demand(actor, 'edit', 'Programme');
    if (!isUuid(id)) throw notFound();
    return this.database.transaction(async (tx) => {
      const before = await tx.findOneBy(Programme, { id });
      if (before === null) throw notFound();
      const columns = columnsOf(patch);
      checkPeriod({ startsOn: before.startsOn, endsOn: before.endsOn, ...columns });
      const { affected } = await tx
        .createQueryBuilder()
        .update(Programme)
        .set({ ...columns, editedAt: this.clock.now(), version: () => 'version + 1' })
        .where('id = :id AND version = :version', { id, version })
        .execute();
      if (affected !== 1) throw conflict('the programme was changed meanwhile');
      await this.events.record(tx, actor, 'programme.edited', { programme: id });
      return tx.findOneByOrFail(Programme, { id });
    });
  }

  /** The id, where a programme has it. @throws DomainError BAD_USER_INPUT on field `programme` */
  async demandKnown(tx: Tx, id: string | null): Promise<string | null> {
    if (id === null) return null;
    if (isUuid(id) && (await tx.existsBy(Programme, { id }))) return id;
    throw badInput({ path: 'programme', problem: 'notAllowedValue' });
  }
}

function columnsOf(input: ProgrammePatch): Partial<Programme> {
  const given = Object.entries(input).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    given.map(([name, value]) => [
      name,
      value === null ? (DEFAULTED[name] ?? null) : (value as unknown),
    ]),
  );
}

function checkPeriod({ startsOn, endsOn }: Partial<Programme>): void {
  if (startsOn && endsOn && endsOn < startsOn) {
    throw badInput({ path: 'endsOn', problem: 'endBeforeStart' });
  }
}
