import { Controller, Get, Inject, ServiceUnavailableException } from '@nestjs/common';
import { Config, Database, Mailer } from '@wilma/platform';
import { Public } from '../auth/viewer.js';
import { Probe } from './probe.js';
import { QueueView } from './queue-view.js';

/** How long a mail server that answered is not bothered again. */
const SMTP_KEPT_MS = 30_000;

const word = (works: boolean) => (works ? 'ok' : 'degraded');
const works = async (probe: Probe<unknown>) => (await probe.answer()) !== null;

@Public()
@Controller('health')
export class HealthController {
  private readonly probes: Readonly<Record<'database' | 'smtp', Probe<unknown>>>;

  constructor(
    database: Database,
    private readonly queues: QueueView,
    mailer: Mailer,
    @Inject(Config) private readonly config: Pick<Config, 'redisUrl'>,
  ) {
    this.probes = {
      database: new Probe(() => database.read.query('SELECT 1'), 0),
      smtp: new Probe(() => mailer.greet(), SMTP_KEPT_MS),
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
      this.config.redisUrl === null ? works(probes.database) : this.queues.answers(),
      works(probes.smtp),
    ]);
    const rest = { queue: word(queue), smtp: word(smtp) };
    if (!database) {
      throw new ServiceUnavailableException({ status: 'error', database: 'unreachable', ...rest });
    }
    return { status: word(queue && smtp), database: 'ok', ...rest };
  }
}
