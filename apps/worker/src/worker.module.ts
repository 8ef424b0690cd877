import {
  type DynamicModule,
  Inject,
  Module,
  type OnModuleDestroy,
  type OnModuleInit,
} from '@nestjs/common';
import { IdentityModule } from '@wilma/identity';
import { MatchClock, MatchesModule, MatchFinder } from '@wilma/matches';
import { MailService, MatchMailService, NotificationsModule } from '@wilma/notifications';
import {
  ChangeFeed,
  Config,
  Database,
  EVENTS_QUEUE,
  Idempotency,
  PlatformModule,
  queueConnection,
} from '@wilma/platform';
import { PostingClock, PostingsModule } from '@wilma/postings';
import { Queue } from 'bullmq';
import { HandlerRegistry } from './handler-registry.js';
import { matchingHandlers } from './handlers/matching.handlers.js';
import { notificationHandlers } from './handlers/notifications.handlers.js';
import { Relay } from './relay.js';
import { CONCURRENCY, Runner } from './runner.js';
import { Schedule } from './schedule.js';

/** Two connections for each handler that runs, and for the relay and the clock. */
const POOL_SIZE = 2 * CONCURRENCY + 4;

const handlers = {
  provide: HandlerRegistry,
  inject: [MatchFinder, MailService, MatchMailService, Config],
  useFactory: (
    finder: MatchFinder,
    mails: MailService,
    matchMails: MatchMailService,
    config: Config,
  ) =>
    new HandlerRegistry([
      ...matchingHandlers(finder),
      ...notificationHandlers(mails, matchMails, config.undoSeconds * 1000),
    ]),
};

const runner = {
  provide: Runner,
  inject: [Database, HandlerRegistry],
  useFactory: (database: Database, registry: HandlerRegistry) => new Runner(database, registry),
};

const schedule = {
  provide: Schedule,
  inject: [Database, MatchClock, PostingClock, MailService, HandlerRegistry, Idempotency],
  useFactory: (...parts: ConstructorParameters<typeof Schedule>) => new Schedule(...parts),
};

/** The features without transports: carries events to the queue, runs handlers and the clock. */
@Module({})
export class WorkerModule implements OnModuleInit, OnModuleDestroy {
  private queue: Queue | null = null;
  private relay: Relay | null = null;

  constructor(
    @Inject(Config) private readonly config: Config,
    private readonly database: Database,
    private readonly changes: ChangeFeed,
    private readonly registry: HandlerRegistry,
    private readonly runner: Runner,
    private readonly schedule: Schedule,
  ) {}

  static forRoot(config: Config): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.forRoot(config, { poolSize: POOL_SIZE }),
        IdentityModule,
        PostingsModule,
        MatchesModule,
        NotificationsModule,
      ],
      providers: [handlers, runner, schedule],
    };
  }

  async onModuleInit(): Promise<void> {
    const connection = queueConnection(this.config);
    this.queue = new Queue(EVENTS_QUEUE, { connection });
    this.relay = new Relay(this.database, this.changes, this.queue, this.registry);
    this.runner.start(connection);
    await this.schedule.start(connection);
    this.relay.start();
  }

  /** First nothing new is taken on, then what runs is finished. */
  async onModuleDestroy(): Promise<void> {
    await this.relay?.stop();
    await this.schedule.stop();
    await this.runner.stop();
    await this.queue?.close();
  }
}
