import { Injectable } from '@nestjs/common';
import { RELEASED } from '@wilma/domain';
import { Database } from '@wilma/platform';
import { In } from 'typeorm';
import { Match } from './match.entity.js';

/** What everybody may know of matches. */
@Injectable()
export class IntroductionReader {
  constructor(private readonly database: Database) {}

  /** How often both sides have said yes. */
  count(): Promise<number> {
    return this.database.read.countBy(Match, { state: In([...RELEASED]) });
  }
}
