import { Injectable } from '@nestjs/common';
import { AskMailService } from './ask-mail.service.js';

/** What people are told because time passes. */
@Injectable()
export class PersonClock {
  constructor(private readonly asks: AskMailService) {}

  async tick(): Promise<void> {
    await this.asks.tick();
  }
}
