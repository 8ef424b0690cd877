import { Injectable } from '@nestjs/common';
import { type AccountActor, type Actor, overseesMatches } from '@wilma/domain';
import { Clock, Database, EventLog, type Tx } from '@wilma/platform';
import { MatchNote } from './match-note.entity.js';
import type { Match } from './match.entity.js';
import { MatchWriter } from './match.writer.js';

/** Notes of one match that are shown; the newest. */
const SHOWN = 50;

/** What coordinators note about matches among themselves. */
@Injectable()
export class MatchNotes {
  constructor(
    private readonly database: Database,
    private readonly writer: MatchWriter,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps a note. The match's version stays: its sides would notice a new one.
   * @throws DomainError CONFLICT where the match was changed meanwhile
   */
  note(actor: AccountActor, at: [id: string, version: number], text: string): Promise<Match> {
    return this.database.transaction(async (tx) => {
      const match = await this.writer.claimFor(tx, actor, 'annotate', at);
      await this.add(tx, actor, match, text);
      await this.events.record(tx, actor, 'match.noted', { match: match.id });
      return match;
    });
  }

  /** Keeps a note that was written along with a decision; nothing where there is none. */
  async add(tx: Tx, actor: AccountActor, match: Match, text: string | null): Promise<void> {
    if ((text ?? '') === '') return;
    await tx.insert(MatchNote, {
      matchId: match.id,
      authorId: actor.accountId,
      text: text ?? '',
      createdAt: this.clock.now(),
    });
  }

  /** The newest notes of each match, oldest first; for staff alone. */
  async of(actor: Actor, ids: readonly string[]): Promise<MatchNote[][]> {
    if (!overseesMatches(actor)) return ids.map(() => []);
    const notes = await this.database.read
      .createQueryBuilder(MatchNote, 'note')
      .where(
        `note.id IN (SELECT newest.id FROM unnest(:ids::uuid[]) AS asked(match_id)
           CROSS JOIN LATERAL (SELECT id FROM match_note WHERE match_id = asked.match_id
                                ORDER BY created_at DESC LIMIT :shown) AS newest)`,
        { ids, shown: SHOWN },
      )
      .orderBy('note.created_at')
      .getMany();
    return ids.map((id) => notes.filter(({ matchId }) => matchId === id));
  }
}
