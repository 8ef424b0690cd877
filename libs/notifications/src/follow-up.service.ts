import { Injectable, Logger } from '@nestjs/common';
import {
  FOLLOW_UP_NAMES,
  followUpAt,
  followUpDue,
  isWorkingMorning,
  type MatchState,
  Side,
} from '@wilma/domain';
import { Match } from '@wilma/matches';
import { Clock, Database, type Tx, withoutAddresses } from '@wilma/platform';
import { FollowUp } from './follow-up.entity.js';
import { MailService } from './mail.service.js';
import { MatchMailReader } from './match-mail.reader.js';
import { renderFollowUp } from './templates/index.js';

/** Introductions that one run of the clock turns to at most; the next run takes the rest. */
const BATCH = 200;
const GOES_ON: readonly MatchState[] = ['INTRODUCED', 'IN_PROGRESS'];
const DUE = 'followUp.nextAt <= :now';

/** Asks both sides of an introduction how it went, until one of them records it. */
@Injectable()
export class FollowUpService {
  private readonly log = new Logger(FollowUpService.name);

  constructor(
    private readonly database: Database,
    private readonly mails: MailService,
    private readonly reader: MatchMailReader,
    private readonly clock: Clock,
  ) {}

  /** Two sides were introduced just now. */
  async plan(tx: Tx, matchId: string): Promise<void> {
    const introducedAt = this.clock.now();
    const nextAt = followUpAt(introducedAt, 0);
    await tx
      .createQueryBuilder()
      .insert()
      .into(FollowUp)
      .values({ matchId, introducedAt, nextAt })
      .orIgnore()
      .execute();
  }

  async tick(): Promise<void> {
    const now = this.clock.now();
    if (!isWorkingMorning(now)) return;
    const due = await this.database.read
      .createQueryBuilder(FollowUp, 'followUp')
      .where(DUE, { now })
      .orderBy('followUp.nextAt')
      .limit(BATCH)
      .getMany();
    for (const { matchId } of due) {
      await this.database
        .transaction((tx) => this.ask(tx, matchId, now))
        .catch((error: unknown) => {
          this.log.error(withoutAddresses(`follow-up of match ${matchId}: ${String(error)}`));
        });
    }
  }

  private async ask(tx: Tx, matchId: string, now: Date): Promise<void> {
    const followUp = await tx
      .createQueryBuilder(FollowUp, 'followUp')
      .where('followUp.matchId = :matchId', { matchId })
      .andWhere(DUE, { now })
      .setLock('pessimistic_write')
      .setOnLocked('skip_locked')
      .getOne();
    if (followUp === null) return;
    const { introducedAt, sent } = followUp;
    const match = await tx.findOneByOrFail(Match, { id: matchId });
    const number = GOES_ON.includes(match.state) ? followUpDue(introducedAt, sent, now) : null;
    if (number === null) {
      await tx.update(FollowUp, { matchId }, { nextAt: null });
      return;
    }
    for (const side of Object.values(Side)) await this.write(tx, match, side, number);
    const next = number + 1;
    await tx.update(FollowUp, { matchId }, { sent: next, nextAt: followUpAt(introducedAt, next) });
  }

  private async write(tx: Tx, match: Match, side: Side, number: number): Promise<void> {
    const view = await this.reader.side(match, side);
    const { contact, recipient, other } = view;
    const name = FOLLOW_UP_NAMES[number] ?? 'TWO_YEARS';
    await this.mails.queue(tx, {
      dedupeKey: `FOLLOW_UP/${match.id}/${side}/${String(number)}`,
      kind: 'FOLLOW_UP',
      matchId: match.id,
      to: { name: contact.name, address: contact.mail, locale: recipient.locale },
      content: await renderFollowUp({
        ...this.reader.frame(view),
        name,
        otherTitle: other.title,
        organisation: other.organisation,
        matchUrl: this.reader.matchUrl(match),
      }),
    });
  }
}
