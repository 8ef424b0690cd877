import {
  type DynamicModule,
  Global,
  Inject,
  Module,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditReader, EventSeal, EventSealer } from './audit/index.js';
import { ChangeFeed } from './change-feed.js';
import { Clock } from './clock.js';
import { Config } from './config.js';
import { Cursors } from './cursors.js';
import { connectReader, Database, databaseOptions, READER } from './database.js';
import { EventLog } from './event-log.js';
import { Event, Handled, KnownHandler, ParkedJob, QueueState } from './event.entity.js';
import { Idempotency } from './idempotency.js';
import { IdempotentRequest } from './idempotent-request.entity.js';
import { Limiter } from './limiter.js';
import { Mailer } from './mailer.js';
import { ParkedJobs } from './parked-jobs.js';
import { RateLimit } from './rate-limit.entity.js';
import { SignedLinks } from './signed-links.js';
import { DataSource } from 'typeorm';

const ENTITIES = [
  Event,
  EventSeal,
  Handled,
  IdempotentRequest,
  KnownHandler,
  ParkedJob,
  QueueState,
  RateLimit,
];
const SERVICES = [
  AuditReader,
  ChangeFeed,
  Cursors,
  Database,
  EventLog,
  EventSealer,
  Idempotency,
  Limiter,
  Mailer,
  ParkedJobs,
  SignedLinks,
];

interface PlatformOptions {
  readonly clock?: Clock;
  /** Connections to the database; see {@link databaseOptions}. */
  readonly poolSize?: number;
}

/** What every feature stands on: settings, database, events, clock, mail. */
@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(@Inject(READER) private readonly reader: DataSource) {}

  static forRoot(
    config: Config,
    { clock = new Clock(), poolSize }: PlatformOptions = {},
  ): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        TypeOrmModule.forRoot({ ...databaseOptions(config, { poolSize }), autoLoadEntities: true }),
        TypeOrmModule.forFeature(ENTITIES),
      ],
      providers: [
        { provide: Config, useValue: config },
        { provide: Clock, useValue: clock },
        { provide: READER, inject: [DataSource], useFactory: connectReader },
        ...SERVICES,
      ],
      exports: [Config, Clock, ...SERVICES],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.reader.destroy();
  }
}
