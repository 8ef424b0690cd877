import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { Database } from '@wilma/platform';
import { Public } from '../auth/viewer.js';

@Public()
@Controller('health')
export class HealthController {
  constructor(private readonly database: Database) {}

  @Get('live')
  live() {
    return { status: 'ok' };
  }

  /** Ready when the database answers. */
  @Get('ready')
  async ready() {
    try {
      await this.database.read.query('SELECT 1');
    } catch {
      throw new ServiceUnavailableException({ status: 'error', database: 'unreachable' });
    }
    return { status: 'ok', database: 'ok' };
  }
}
