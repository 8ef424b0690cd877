import { Injectable } from '@nestjs/common';
import { Database } from '@wilma/platform';
import type { DemoNeed, DemoOffer } from './demo-file.js';
import { DemoMatches } from './demo-matches.js';
import type { DemoActors } from './demo-people.js';
import { DemoPostings } from './demo-postings.js';
import { Timeline } from './demo-timeline.js';
import { SettableClock } from './settable-clock.js';

/** Long ago the clock strikes every few days only, which is hardly seen later. */
const LATELY_DAYS = 15;
const EVERY_DAYS = 4;

/** Of the company whose account is shown on the sign-in page. */
const WAITING = 'gloss-panel-inspection';

interface DemoFiles {
  readonly needs: readonly DemoNeed[];
  readonly offers: readonly DemoOffer[];
}

/** Lets the example network live through two years, day by day, by the services themselves. */
@Injectable()
export class DemoHistory {
  constructor(
    private readonly postings: DemoPostings,
    private readonly matches: DemoMatches,
    private readonly database: Database,
    private readonly clock: SettableClock,
  ) {}

  async live(files: DemoFiles, people: DemoActors): Promise<void> {
    const timeline = new Timeline();
    this.postings.plan(timeline, files, people);
    for (let day = timeline.first; day >= 0; day -= 1) {
      if (day > LATELY_DAYS && day % EVERY_DAYS !== 0 && !timeline.has(day)) continue;
      this.clock.goBack(day);
      await timeline.run(day);
      await this.postings.endListings();
      this.matches.waiting = this.postings.ids.get(WAITING);
      await this.matches.pass(timeline, day, people);
    }
    this.clock.goBack(null);
    await this.settle();
  }

  /**
   * The past is over: nobody handles its events or sends its mails, except those that ask about a
   * match that is still open, so that the local inbox is not empty.
   */
  private async settle(): Promise<void> {
    await this.database.read.query(
      `UPDATE outgoing_mail SET state = 'SENT', sent_at = created_at
        WHERE kind <> 'ASK' OR match_id NOT IN (SELECT id FROM match WHERE state = 'APPROVED')`,
    );
    await this.database.read.query(
      `UPDATE event SET relayed_at = 'epoch' WHERE name <> 'mail.queued'
          OR payload->>'mail' IN (SELECT id::text FROM outgoing_mail WHERE state = 'SENT')`,
    );
  }
}
