import { ArgsType, Field, ID, ObjectType } from '@nestjs/graphql';
import { Injectable } from '@nestjs/common';
import { type Actor, demand, type EventName } from '@wilma/domain';
import { type Connection, page, PageArgs } from '../connection.js';
import { Cursors } from '../cursors.js';
import { Database } from '../database.js';
import { Event } from '../event.entity.js';
import { isUuid } from '../uuid.js';
import { IsText, Optional } from '../validation.js';
import { checkChain, type ChainState } from './chain-check.js';

/** As much of the chain as is recomputed for who looks at it; operators' commands take all. */
const LAST_SEALS = 5_000;

/** Whom or what an event is about, by name and id; payloads hold no more. */
@ObjectType()
export class AuditDetail {
  @Field() name: string;
  @Field() value: string;
}

/** Something that happened. */
@ObjectType()
export class AuditEntry {
  @Field(() => ID) id: string;
  /** What happened, such as `posting.published`. */
  @Field() name: string;
  /** The account that acted; null for the service itself and people behind links. */
  @Field(() => ID, { nullable: true }) actorId: string | null;
  @Field(() => Date) at: Date;
  @Field(() => [AuditDetail]) details: AuditDetail[];
}

@ArgsType()
export class AuditFilter extends PageArgs {
  /** What happened. */
  @Field(() => String, { nullable: true })
  @Optional()
  @IsText({ max: 64 })
  name?: string | null;

  /** Id of the account that acted. */
  @Field(() => ID, { nullable: true })
  @Optional()
  @IsText({ max: 64 })
  actor?: string | null;

  /** Id of an account, an organisation, a posting or a match that it is about. */
  @Field(() => ID, { nullable: true })
  @Optional()
  @IsText({ max: 64 })
  subject?: string | null;

  @Field(() => Date, { nullable: true }) @Optional() since?: Date | null;
  /** Before this moment. */
  @Field(() => Date, { nullable: true }) @Optional() until?: Date | null;
}

/** What of an event may name its subject: each has an index. */
const SUBJECT_SQL = ['account', 'match', 'organisation', 'posting']
  .map((key) => `entry.payload->>'${key}' = :subject`)
  .join(' OR ');

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

const entryOf = ({ id, name, actor, at, payload }: Event): AuditEntry => ({
  ...{ id, name, at },
  actorId: actor,
  details: Object.entries(payload).map(([key, value]) => ({ name: key, value: textOf(value) })),
});

/** Shows what happened to those who watch over it. */
@Injectable()
export class AuditReader {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  /** The latest first. @throws DomainError FORBIDDEN */
  async list(actor: Actor, filter: AuditFilter): Promise<Connection<AuditEntry>> {
    demand(actor, 'read', 'Audit');
    const { name, actor: by, subject, since, until, ...args } = filter;
    const query = this.database.read.createQueryBuilder(Event, 'entry');
    if (name) query.andWhere('entry.name = :name', { name: name as EventName });
    // What is no id is nobody's.
    if (by) query.andWhere(isUuid(by) ? 'entry.actor = :by' : 'FALSE', { by });
    if (subject) query.andWhere(`(${SUBJECT_SQL})`, { subject });
    if (since) query.andWhere('entry.at >= :since', { since });
    if (until) query.andWhere('entry.at < :until', { until });
    const found = await page(query, { by: 'entry.at', direction: 'DESC' }, args, this.cursors);
    return {
      edges: found.edges.map(({ node, cursor }) => ({ cursor, node: entryOf(node) })),
      pageInfo: found.pageInfo,
      get totalCount() {
        return found.totalCount;
      },
    };
  }

  /** Whether the latest events are as they were written. @throws DomainError FORBIDDEN */
  async chain(actor: Actor): Promise<ChainState> {
    demand(actor, 'read', 'Audit');
    return checkChain(this.database.read, { last: LAST_SEALS });
  }
}
