import { Injectable } from '@nestjs/common';
import type { AccountActor } from '@wilma/domain';
import { Database, EventLog } from '@wilma/platform';
import { ProgrammeService } from '@wilma/programmes';
import type { Posting } from './posting.entity.js';
import { PostingWriter } from './posting.writer.js';

/** Says which programme a posting counts towards. */
@Injectable()
export class PostingAttribution {
  constructor(
    private readonly database: Database,
    private readonly writer: PostingWriter,
    private readonly programmes: ProgrammeService,
    private readonly events: EventLog,
  ) {}

  /** @param programme null counts it towards none */
  attribute(
    actor: AccountActor,
    at: [id: string, version: number],
    programme: string | null,
  ): Promise<Posting> {
    return this.database.transaction(async (tx) => {
      const posting = await this.writer.claim(tx, actor, 'attribute', at);
      const programmeId = await this.programmes.demandKnown(tx, programme);
      await this.writer.update(tx, posting, { programmeId });
      await this.events.record(tx, actor, 'posting.attributed', { posting: posting.id, programme });
      return this.writer.reload(tx, posting.id);
    });
  }
}
