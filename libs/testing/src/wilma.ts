import { join } from 'node:path';
import { Inbox } from './inbox.js';
import { Person } from './person.js';
import { freePort, Program } from './program.js';
import { type Queue, Redis } from './redis.js';
import { TestDatabase } from './test-database.js';
import { GraphqlClient } from './graphql-client.js';

const ROOT = join(import.meta.dirname, '../../..');

export interface WilmaOptions {
  readonly queue?: Queue;
  readonly workers?: number;
  /** With the demo data; only where a test run has loaded it, as browser flows do. */
  readonly demo?: boolean;
  /** Settings by the names of their environment variables. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** What all settings of a program under test have in common. */
export function settingsFor(
  database: TestDatabase,
  inbox: Inbox | null = null,
): Record<string, string> {
  return {
    DATABASE_URL: database.url,
    AUTH_SECRET: 'only-for-tests-'.repeat(3),
    UNDO_SECONDS: '0',
    RATE_LIMITS: '0',
    ...(inbox === null ? {} : { SMTP_URL: inbox.url }),
  };
}

/** Wilma as it really runs: the built programs, each a process of its own. */
export class Wilma {
  /** Where the APIs listen. */
  readonly origins: string[] = [];
  readonly workers: Program[] = [];
  private readonly apis: Program[] = [];

  private constructor(
    readonly database: TestDatabase,
    readonly inbox: Inbox,
    /** Where the queue is, unless it is in the database. */
    readonly redis: Redis | null,
    readonly settings: Readonly<Record<string, string>>,
  ) {}

  static async start(options: WilmaOptions = {}): Promise<Wilma> {
    const { queue = 'postgres', workers = 1, demo = false } = options;
    const database = await TestDatabase.create(demo ? 'WILMA_TEST_DEMO' : undefined);
    const inbox = await Inbox.open();
    const redis = queue === 'redis' ? await Redis.start() : null;
    const port = await freePort();
    const wilma = new Wilma(database, inbox, redis, {
      ...settingsFor(database, inbox),
      ...(redis === null ? {} : { REDIS_URL: redis.url }),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      ...options.settings,
    });
    try {
      const started = Array.from({ length: workers }, () => wilma.startWorker());
      await Promise.all([wilma.startApi(port), ...started]);
    } catch (error) {
      await wilma.stop();
      throw error;
    }
    return wilma;
  }

  /** Where links in mails lead. */
  get origin(): string {
    const [first] = this.origins;
    if (first === undefined) throw new Error('no API runs');
    return first;
  }

  get visitor(): GraphqlClient {
    return new GraphqlClient(this.origin);
  }

  signIn({ email }: { readonly email: string }): Promise<Person> {
    return Person.signIn(this.origin, email);
  }

  async startApi(port?: number): Promise<void> {
    const chosen = String(port ?? (await freePort()));
    this.apis.push(await this.run('api', 'api is listening', { PORT: chosen }));
    this.origins.push(`http://127.0.0.1:${chosen}`);
  }

  async startWorker(settings: WilmaOptions['settings'] = {}): Promise<void> {
    this.workers.push(await this.run('worker', 'worker is running', settings));
  }

  /** Ends everything. @throws Error if a program did not end well */
  async stop(): Promise<void> {
    const programs = [...this.workers, ...this.apis];
    const ended = await Promise.allSettled(programs.map((program) => program.stop()));
    await this.redis?.stop();
    await this.inbox.close();
    await this.database.drop();
    for (const end of ended) if (end.status === 'rejected') throw end.reason;
  }

  private run(name: string, ready: string, settings: WilmaOptions['settings'] = {}) {
    const { PATH, HOME } = process.env;
    return Program.start({
      command: process.execPath,
      args: [
        '--import',
        join(ROOT, 'tools/end-with-parent.mjs'),
        join(ROOT, 'dist/programs', `${name}.js`),
      ],
      env: { PATH, HOME, ...this.settings, ...settings },
      ready,
    });
  }
}
