import { Controller, Get, Inject, ServiceUnavailableException } from '@nestjs/common';
import { Config, Database, Mailer } from '@wilma/platform';
import { Public } from '../auth/viewer.js';
import { Probe } from './probe.js';
import { QueueView } from './queue-view.js';

/** How long answers are good: balancers ask every second or two. */
const KEPT_MS = { queue: 5_000, smtp: 30_000 } as const;

const word = (works: boolean) => (works ? 'ok' : 'degraded');
const answered = (ask: () => Promise<unknown>) => () => ask().then(() => true as const);
const works = async (probe: Probe<true>) => (await probe.answer()) === true;

@Public()
@Controller('health')
export class HealthController {
  private readonly probes: Readonly<Record<'database' | 'queue' | 'smtp', Probe<true>>>;

  constructor(
    database: Database,
    queues: QueueView,
    mailer: Mailer,
    @Inject(Config) private readonly config: Pick<Config, 'redisUrl'>,
  ) {
    this.probes = {
      database: new Probe(
        answered(() => database.read.query('SELECT 1')),
        0,
      ),
      queue: new Probe(
        answered(() => queues.ping()),
        KEPT_MS.queue,
      ),
      smtp: new Probe(
        answered(() => mailer.greet()),
        KEPT_MS.smtp,
      ),
    };
  }

  @Get('live')
  live() {
    return { status: 'ok' };
  }

  /**
   * Ready when the database answers in time. Without queue or mail server requests are still
   * answered, and what they set off is done later.
   */
  @Get('ready')
  async ready() {
    const { probes } = this;
    const [database, queue, smtp] = await Promise.all([
      works(probes.database),
      // Without Redis the queue is in the database.
      works(this.config.redisUrl === null ? probes.database : probes.queue),
      works(probes.smtp),
    ]);
    const rest = { queue: word(queue), smtp: word(smtp) };
    if (!database) {
      throw new ServiceUnavailableException({ status: 'error', database: 'unreachable', ...rest });
    }
    return { status: word(queue && smtp), database: 'ok', ...rest };
  }
}
