import { setTimeout as pause } from 'node:timers/promises';
import {
  type DynamicModule,
  Inject,
  Module,
  type OnModuleDestroy,
  type OnModuleInit,
} from '@nestjs/common';
import { IdentityModule } from '@wilma/identity';
import {
  AbsenceDeadlines,
  MatchClock,
  MatchesModule,
  MatchFinder,
  MatchingModels,
  NeedFeedback,
  WeightLearner,
} from '@wilma/matches';
import {
  AccountMailService,
  AskMailService,
  FollowUpService,
  InvitationMailService,
  MailService,
  MatchMailService,
  NotificationService,
  NotificationsModule,
  NotificationWriter,
  PersonClock,
  PostingMailService,
  QuestionMailService,
} from '@wilma/notifications';
import {
  ChangeFeed,
  CLOCK_QUEUE,
  Config,
  Database,
  EVENTS_QUEUE,
  EventSealer,
  Idempotency,
  ParkedJobs,
  PlatformModule,
  QueueServer,
} from '@wilma/platform';
import { PostingClock, PostingsModule, TagUsageReader } from '@wilma/postings';
import { ErasureClock, ErasureMailService, PrivacyModule, Retention } from '@wilma/privacy';
import { type Handler, HandlerRegistry } from './handler-registry.js';
import { accountMailHandlers } from './handlers/account-mails.handlers.js';
import { erasureHandlers } from './handlers/erasure.handlers.js';
import { inboxHandlers } from './handlers/inbox.handlers.js';
import { invitationHandlers } from './handlers/invitation.handlers.js';
import {
  feedbackHandlers,
  matchingHandlers,
  modelHandlers,
  tagHandlers,
} from './handlers/matching.handlers.js';
import { notificationHandlers } from './handlers/notifications.handlers.js';
import { postingMailHandlers } from './handlers/posting-mails.handlers.js';
import { QueueWatch } from './queue-watch.js';
import { Reconciler } from './reconciler.js';
import { Relay } from './relay.js';
import { CONCURRENCY, Runner } from './runner.js';
import { Schedule } from './schedule.js';

const FAREWELL_MS = 1_000;
/** Two connections for each handler that runs, and for the relay and the clock. */
const POOL_SIZE = 2 * CONCURRENCY + 4;

/** Handlers by concern: each knows only the services that it calls. */
const MATCHING = Symbol('handlers of the matching');
const NOTIFICATIONS = Symbol('handlers of the notifications');
const PEOPLE = Symbol('handlers of what people are told, with or without an account');
const POSTING_MAILS = Symbol('handlers of the mails about postings');

const matching = {
  provide: MATCHING,
  inject: [MatchFinder, TagUsageReader, NeedFeedback, MatchingModels],
  useFactory: (
    finder: MatchFinder,
    tagUsage: TagUsageReader,
    feedback: NeedFeedback,
    models: MatchingModels,
  ) => [
    ...matchingHandlers(finder),
    ...feedbackHandlers(feedback),
    ...modelHandlers(models),
    ...tagHandlers(tagUsage),
  ],
};

const notifications = {
  provide: NOTIFICATIONS,
  inject: [
    Config,
    MailService,
    AskMailService,
    MatchMailService,
    FollowUpService,
    QuestionMailService,
    AbsenceDeadlines,
  ],
  useFactory: (
    { undoSeconds }: Config,
    ...letters: [
      MailService,
      AskMailService,
      MatchMailService,
      FollowUpService,
      QuestionMailService,
      AbsenceDeadlines,
    ]
  ) => {
    const [mails, asks, matchMails, followUps, questionMails, absences] = letters;
    return notificationHandlers(
      { mails, asks, matchMails, followUps, questionMails, absences },
      undoSeconds * 1000,
    );
  },
};

const people = {
  provide: PEOPLE,
  inject: [NotificationService, InvitationMailService, AccountMailService, ErasureMailService],
  useFactory: (
    told: NotificationService,
    invitations: InvitationMailService,
    accountMails: AccountMailService,
    erasures: ErasureMailService,
  ) => [
    ...inboxHandlers(told),
    ...invitationHandlers(invitations),
    ...accountMailHandlers(accountMails),
    ...erasureHandlers(erasures),
  ],
};

const postingMails = {
  provide: POSTING_MAILS,
  inject: [PostingMailService],
  useFactory: postingMailHandlers,
};

const handlers = {
  provide: HandlerRegistry,
  inject: [MATCHING, NOTIFICATIONS, PEOPLE, POSTING_MAILS],
  useFactory: (...concerns: Handler[][]) => new HandlerRegistry(concerns.flat()),
};

const runner = {
  provide: Runner,
  inject: [Database, HandlerRegistry, ParkedJobs],
  useFactory: (...parts: ConstructorParameters<typeof Runner>) => new Runner(...parts),
};

const reconciler = {
  provide: Reconciler,
  inject: [Database, HandlerRegistry, ParkedJobs],
  useFactory: (...parts: ConstructorParameters<typeof Reconciler>) => new Reconciler(...parts),
};

const schedule = {
  provide: Schedule,
  inject: [
    MatchClock,
    PostingClock,
    MailService,
    Reconciler,
    Idempotency,
    PersonClock,
    NotificationWriter,
    InvitationMailService,
    EventSealer,
    AccountMailService,
    ErasureClock,
    Retention,
    WeightLearner,
  ],
  useFactory: (...parts: ConstructorParameters<typeof Schedule>) => new Schedule(...parts),
};

/** The features without transports: carries events to the queue, runs handlers and the clock. */
@Module({})
export class WorkerModule implements OnModuleInit, OnModuleDestroy {
  /** What was started, in the order in which it is ended: nothing new, what runs, connections. */
  private stages: Stoppable[][] = [];

  constructor(
    @Inject(Config) private readonly config: Config,
    private readonly database: Database,
    private readonly changes: ChangeFeed,
    private readonly registry: HandlerRegistry,
    private readonly runner: Runner,
    private readonly reconciler: Reconciler,
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
        PrivacyModule,
      ],
      providers: [
        matching,
        notifications,
        people,
        postingMails,
        handlers,
        reconciler,
        runner,
        schedule,
      ],
    };
  }

  async onModuleInit(): Promise<void> {
    const { database, changes, registry: handlers, reconciler } = this;
    const server = new QueueServer(this.config);
    const queue = server.open(EVENTS_QUEUE);
    const clock = server.open(CLOCK_QUEUE);
    const relay = new Relay({ database, changes, queue, handlers });
    const watch = new QueueWatch(database, reconciler, server, clock);
    await reconciler.introduceHandlers();
    this.runner.start(server.forWorkers);
    this.schedule.start(server.forWorkers);
    watch.start();
    relay.start();
    this.stages = [
      [relay, watch],
      [this.schedule, this.runner],
      [queue, clock, server].map(closing),
    ];
  }

  async onModuleDestroy(): Promise<void> {
    for (const parts of this.stages) await Promise.all(parts.map((part) => part.stop()));
  }
}

interface Stoppable {
  stop(): Promise<void>;
}

/** Nobody waits for a server that is gone to say good-bye. */
const closing = (part: { close(): Promise<void> }): Stoppable => ({
  stop: () => Promise.race([part.close(), pause(FAREWELL_MS)]),
});
