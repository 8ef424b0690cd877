import { Injectable } from '@nestjs/common';
import { answerOf, type MailKind, Side, silentSides } from '@wilma/domain';
import { type Match, MatchWriter } from '@wilma/matches';
import type { Tx } from '@wilma/platform';
import { MailService } from './mail.service.js';
import { MatchMailReader, type SideView } from './match-mail.reader.js';
import {
  type MailContent,
  renderDeclined,
  renderIntroduced,
  renderReminder,
} from './templates/index.js';

interface Letter {
  readonly kind: MailKind;
  readonly view: SideView;
  readonly content: MailContent;
  readonly cc?: readonly string[];
}

/** Writes to the sides of a match what happened to it. */
@Injectable()
export class MatchMailService {
  constructor(
    private readonly mails: MailService,
    private readonly reader: MatchMailReader,
    private readonly matches: MatchWriter,
  ) {}

  /** Reminds those who have not answered, once a round. */
  async remind(tx: Tx, matchId: string): Promise<void> {
    const { match } = await this.matches.claim(tx, matchId);
    if (match.state !== 'APPROVED' || match.deadline === null) return;
    for (const side of silentSides(match)) {
      const view = await this.reader.side(match, side);
      const content = await renderReminder(this.reader.askOf(match, view, match.deadline));
      await this.queue(tx, match, { kind: 'REMINDER', view, content });
    }
  }

  /** Gives each side the other's contact data, with its own transfer office in copy. */
  async introduce(tx: Tx, matchId: string): Promise<void> {
    const match = await this.matches.reload(tx, matchId);
    const [need, offer] = [
      await this.reader.released(match, 'NEED'),
      await this.reader.released(match, 'OFFER'),
    ];
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
        matchUrl: `${this.reader.operator.publicUrl}/matches/${match.id}`,
      });
      await this.queue(tx, match, { kind: 'INTRODUCED', view, content, cc });
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
        postingUrl: `${this.reader.operator.publicUrl}/${side === 'NEED' ? 'needs' : 'offers'}/${view.own.id}`,
      });
      await this.queue(tx, match, { kind: 'DECLINED', view, content });
    }
  }

  private queue(tx: Tx, match: Match, { kind, view, content, cc = [] }: Letter): Promise<void> {
    return this.mails.queue(tx, {
      dedupeKey: `${kind}/${match.id}/${String(match.round)}/${view.side}`,
      kind,
      matchId: match.id,
      to: { name: view.contact.name, address: view.contact.mail, locale: view.recipient.locale },
      cc: cc.filter((address) => address !== view.contact.mail),
      content,
    });
  }
}
