import { Injectable } from '@nestjs/common';
import type { AccountActor } from '@wilma/domain';
import { Database, EventLog } from '@wilma/platform';
import { ProgrammeService } from '@wilma/programmes';
import type { Match } from './match.entity.js';
import { MatchWriter } from './match.writer.js';

/** Says which programme a match counts towards. */
@Injectable()
export class MatchAttribution {
  constructor(
    private readonly database: Database,
    private readonly writer: MatchWriter,
    private readonly programmes: ProgrammeService,
    private readonly events: EventLog,
  ) {}

  /** @param programme null counts it towards none */
  attribute(
    actor: AccountActor,
    at: [id: string, version: number],
    programme: string | null,
  ): Promise<Match> {
    return this.database.transaction(async (tx) => {
      const match = await this.writer.claimFor(tx, actor, 'attribute', at);
      const programmeId = await this.programmes.demandKnown(tx, programme);
      await this.writer.set(tx, match, { programmeId });
      await this.events.record(tx, actor, 'match.attributed', { match: match.id, programme });
      return this.writer.reload(tx, match.id);
    });
  }
}
