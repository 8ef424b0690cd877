import { setTimeout as pause } from 'node:timers/promises';
import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { Database } from '@wilma/platform';
import { Public } from '../auth/viewer.js';

/** Less than whoever asks will wait. */
const PATIENCE_MS = 2_500;

@Public()
@Controller('health')
export class HealthController {
  constructor(private readonly database: Database) {}

  @Get('live')
  live() {
    return { status: 'ok' };
  }

  /** Ready when the database answers in time. */
  @Get('ready')
  async ready() {
    try {
      await Promise.race([this.database.read.query('SELECT 1'), tooLate()]);
    } catch {
      throw new ServiceUnavailableException({ status: 'error', database: 'unreachable' });
    }
    return { status: 'ok', database: 'ok' };
  }
}

async function tooLate(): Promise<never> {
  await pause(PATIENCE_MS, undefined, { ref: false });
  throw new Error('no answer in time');
}
