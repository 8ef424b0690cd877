import { Inject, Injectable } from '@nestjs/common';
import { answerOf, firstTalkAt, type MailKind, Side } from '@wilma/domain';
import { AskingService, type Match, MatchWriter } from '@wilma/matches';
import { Clock, Config, type Tx } from '@wilma/platform';
import { MailService } from './mail.service.js';
import { MatchMailReader, type SideView } from './match-mail.reader.js';
import { talkCalendar } from './talk-calendar.js';
import {
  type MailContent,
  renderDeclined,
  renderIntroduced,
  renderWithdrawn,
} from './templates/index.js';

interface Letter {
  readonly kind: MailKind;
  readonly view: SideView;
  readonly content: MailContent;
  readonly cc?: readonly string[];
  readonly calendar?: string;
}

/** Writes to the sides of a match what happened to it. */
@Injectable()
export class MatchMailService {
  constructor(
    private readonly mails: MailService,
    private readonly reader: MatchMailReader,
    private readonly matches: MatchWriter,
    private readonly askings: AskingService,
    private readonly clock: Clock,
    @Inject(Config) private readonly config: Config,
  ) {}

  /** Gives each side the other's contact data, with its own transfer office in copy. */
  async introduce(tx: Tx, matchId: string): Promise<void> {
    const match = await this.matches.reload(tx, matchId);
    const [need, offer] = [
      await this.reader.released(match, 'NEED'),
      await this.reader.released(match, 'OFFER'),
    ];
    const talkAt = firstTalkAt(this.clock.now());
    for (const side of Object.values(Side)) {
      const view = await this.reader.side(match, side);
      const { contact, organisation } = side === 'NEED' ? need : offer;
      const { name, salutation, academicTitle, mail, phone } = contact;
      const office = (side === 'NEED' ? offer : need).organisation.transferEmail;
      const cc = office === null ? [] : [office];
      const content = await renderIntroduced({
        ...this.reader.frame(view),
        otherTitle: view.other.title,
        contact: { name, salutation, academicTitle, mail, phone, organisation: organisation.name },
        transferOffices: cc,
        matchUrl: this.reader.matchUrl(match),
        talkAt,
      });
      const calendar = this.calendarOf(match, view, talkAt);
      await this.queue(tx, match, { kind: 'INTRODUCED', view, content, cc, calendar });
    }
  }

  /** Tells who said yes that it came to nothing; not why, and not by whom. */
  async tellOver(tx: Tx, matchId: string): Promise<void> {
    const match = await this.matches.reload(tx, matchId);
    for (const side of Object.values(Side)) {
      if (answerOf(match, side) !== 'INTERESTED') continue;
      const view = await this.reader.side(match, side);
      const content = await renderDeclined({
        ...this.reader.frame(view),
        otherTitle: view.other.title,
        postingUrl: this.postingUrl(view),
      });
      await this.queue(tx, match, { kind: 'DECLINED', view, content });
    }
  }

  /** Tells who was asked that the match was withdrawn; who was not asked knows of none. */
  async tellWithdrawn(tx: Tx, matchId: string): Promise<void> {
    const match = await this.matches.reload(tx, matchId);
    // Back and approved again: they are asked anew.
    if (match.state !== 'WITHDRAWN' && match.state !== 'SUGGESTED') return;
    for (const side of await this.askings.sidesAsked(tx, match)) {
      const view = await this.reader.side(match, side);
      const content = await renderWithdrawn({
        ...this.reader.frame(view),
        otherTitle: view.other.title,
        postingUrl: this.postingUrl(view),
        isOwnAway: view.own.state !== 'PUBLISHED',
      });
      await this.queue(tx, match, { kind: 'WITHDRAWN', view, content });
    }
  }

  private postingUrl({ side, own }: SideView): string {
    return `${this.reader.operator.publicUrl}/${side === 'NEED' ? 'needs' : 'offers'}/${own.id}`;
  }

  private calendarOf(match: Match, view: SideView, at: Date): string {
    return talkCalendar(match, view, {
      at,
      now: this.clock.now(),
      organizer: { name: this.config.operatorName, email: this.config.mailFrom },
      url: this.reader.matchUrl(match),
    });
  }

  private queue(
    tx: Tx,
    match: Match,
    { kind, view, content, cc = [], calendar }: Letter,
  ): Promise<void> {
    return this.mails.queue(tx, {
      dedupeKey: `${kind}/${match.id}/${String(match.round)}/${view.side}`,
      kind,
      matchId: match.id,
      to: { name: view.contact.name, address: view.contact.mail, locale: view.recipient.locale },
      cc: cc.filter((address) => address !== view.contact.mail),
      content,
      ...(calendar === undefined ? {} : { calendar }),
    });
  }
}
