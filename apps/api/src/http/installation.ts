import { Inject, Injectable } from '@nestjs/common';
import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { type Actor, atHourInBerlin, dayInBerlin, demand } from '@wilma/domain';
import { Clock, Config, Database, Mailer, rowsOf, VERSION } from '@wilma/platform';
import { revisionOf } from '@wilma/taxonomy';
import { Probe } from './probe.js';
import { QueueStanding, QueueView } from './queue-view.js';

/** How long what was found is good, however many look. */
const KEPT_MS = 5_000;
const SMTP_KEPT_MS = 30_000;

@ObjectType()
export class MailStanding {
  /** Since midnight in Berlin. */
  @Field(() => Int) sentToday: number;
  @Field(() => Int) waiting: number;
  @Field(() => Date, { nullable: true }) oldestAt: Date | null;
  /** Of the last seven days. */
  @Field(() => Int) refused: number;
}

@ObjectType()
export class ParkedStanding {
  @Field(() => Int) count: number;
  @Field(() => Date, { nullable: true }) oldestAt: Date | null;
}

@ObjectType()
export class Versions {
  @Field() wilma: string;
  @Field() node: string;
  @Field() postgresql: string;
  /** Null where the queue is in PostgreSQL, or Redis does not answer. */
  @Field(() => String, { nullable: true }) redis: string | null;
  /** How often the vocabulary was changed. */
  @Field(() => Int) vocabulary: number;
}

/** How the programs and what they stand on are. */
@ObjectType()
export class Installation {
  @Field() versions: Versions;
  /** In bytes. */
  @Field(() => Float) databaseSize: number;
  @Field() usesRedis: boolean;
  /** Null where its server does not answer. */
  @Field(() => QueueStanding, { nullable: true }) queue: QueueStanding | null;
  @Field() parked: ParkedStanding;
  @Field() mail: MailStanding;
  /** Whether the mail server answers. */
  @Field() mailServerAnswers: boolean;
  /** When an operator last noted that a backup was made; null where nobody did. */
  @Field(() => Date, { nullable: true }) lastBackupAt: Date | null;
}

const DATABASE_SQL = `
  SELECT current_setting('server_version') AS postgresql,
         pg_database_size(current_database())::float8 AS size,
         (SELECT max(at) FROM event WHERE name = 'backup.noted') AS "lastBackupAt"`;

const PARKED_SQL = 'SELECT count(*)::int AS count, min(at) AS "oldestAt" FROM parked_job';

const MAIL_SQL = `
  SELECT (SELECT count(*)::int FROM outgoing_mail
           WHERE state = 'SENT' AND sent_at >= $1 AND created_at > $1 - interval '6 days'
         ) AS "sentToday",
         (SELECT count(*)::int FROM outgoing_mail WHERE state = 'REFUSED'
             AND created_at > now() - interval '7 days') AS refused,
         count(*)::int AS waiting, min(created_at) AS "oldestAt"
    FROM outgoing_mail WHERE state IN ('QUEUED', 'SENDING')`;

interface DatabaseRow {
  readonly postgresql: string;
  readonly size: number;
  readonly lastBackupAt: Date | null;
}

/** Looks after what Wilma stands on, for administrators. */
@Injectable()
export class InstallationReader {
  private readonly whole: Probe<Omit<Installation, 'mailServerAnswers' | 'queue'>>;
  private readonly queue: Probe<QueueStanding>;
  private readonly smtp: Probe<unknown>;

  constructor(
    private readonly database: Database,
    private readonly queues: QueueView,
    private readonly clock: Clock,
    mailer: Mailer,
    @Inject(Config) private readonly config: Pick<Config, 'redisUrl'>,
  ) {
    this.whole = new Probe(() => this.read(), KEPT_MS);
    this.queue = new Probe(() => queues.standing(), KEPT_MS);
    this.smtp = new Probe(() => mailer.greet().then(() => true), SMTP_KEPT_MS);
  }

  /** @throws DomainError FORBIDDEN; Error where the database does not answer */
  async standing(actor: Actor): Promise<Installation> {
    demand(actor, 'read', 'Installation');
    const [whole, queue, smtp] = await Promise.all([
      this.whole.answer(),
      this.queue.answer(),
      this.smtp.answer(),
    ]);
    if (whole === null) throw new Error('the database does not answer in time');
    return { ...whole, queue, mailServerAnswers: smtp !== null };
  }

  private async read(): Promise<Omit<Installation, 'mailServerAnswers' | 'queue'>> {
    const { read } = this.database;
    const midnight = atHourInBerlin(dayInBerlin(this.clock.now()), 0);
    const [database] = await rowsOf<DatabaseRow>(read, DATABASE_SQL);
    const [parked] = await rowsOf<ParkedStanding>(read, PARKED_SQL);
    const [mail] = await rowsOf<MailStanding>(read, MAIL_SQL, [midnight]);
    if (!database || !parked || !mail) throw new Error('the database told nothing');
    const versions = {
      ...{ wilma: VERSION, node: process.versions.node, postgresql: database.postgresql },
      redis: await this.queues.redisVersion().catch(() => null),
      vocabulary: await revisionOf(read),
    };
    const { size: databaseSize, lastBackupAt } = database;
    const usesRedis = this.config.redisUrl !== null;
    return { versions, databaseSize, lastBackupAt, usesRedis, parked, mail };
  }
}
