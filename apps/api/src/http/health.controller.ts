import { Controller, Get, Inject, ServiceUnavailableException } from '@nestjs/common';
import { Config, Database, Mailer } from '@wilma/platform';
import { Public } from '../auth/viewer.js';
import { Probe } from './probe.js';
import { QueueView } from './queue-view.js';

/** How long answers are good: balancers ask every second or two. */
const KEPT_MS = { queue: 5_000, smtp: 30_000 } as const;

const word = (works: boolean) => (works ? 'ok' : 'degraded');

@Public()
@Controller('health')
export class HealthController {
  private readonly probes: Readonly<Record<'database' | 'queue' | 'smtp', Probe>>;

  constructor(
    database: Database,
    queues: QueueView,
    mailer: Mailer,
    @Inject(Config) private readonly config: Pick<Config, 'redisUrl'>,
  ) {
    this.probes = {
      database: new Probe(() => database.read.query('SELECT 1'), 0),
      queue: new Probe(() => queues.ping(), KEPT_MS.queue),
      smtp: new Probe(() => mailer.greet(), KEPT_MS.smtp),
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
      probes.database.works(),
      // Without Redis the queue is in the database.
      this.config.redisUrl === null ? probes.database.works() : probes.queue.works(),
      probes.smtp.works(),
    ]);
    const rest = { queue: word(queue), smtp: word(smtp) };
    if (!database) {
      throw new ServiceUnavailableException({ status: 'error', database: 'unreachable', ...rest });
    }
    return { status: word(queue && smtp), database: 'ok', ...rest };
  }
}
