import { Injectable, Logger } from '@nestjs/common';
import { type Asked, AskingService, MatchWriter, ReminderService } from '@wilma/matches';
import { Database, type Tx, withoutAddresses } from '@wilma/platform';
import { MailService } from './mail.service.js';
import { MatchMailReader } from './match-mail.reader.js';
import {
  type AskMail,
  type AskSeveralMail,
  type MailContent,
  renderAsk,
  renderAskSeveral,
  renderReminder,
  renderReminderSeveral,
} from './templates/index.js';

/** What a person is written to about: one mail for all of it. */
interface Occasion {
  readonly kind: 'ASK' | 'REMINDER';
  readonly one: (mail: AskMail) => Promise<MailContent>;
  readonly several: (mail: AskSeveralMail) => Promise<MailContent>;
}

const ASK: Occasion = { kind: 'ASK', one: renderAsk, several: renderAskSeveral };
const REMINDER: Occasion = {
  kind: 'REMINDER',
  one: renderReminder,
  several: renderReminderSeveral,
};

/** Asks people about approved matches and reminds them: one mail a day a person, about all. */
@Injectable()
export class AskMailService {
  private readonly log = new Logger(AskMailService.name);

  constructor(
    private readonly database: Database,
    private readonly mails: MailService,
    private readonly reader: MatchMailReader,
    private readonly matches: MatchWriter,
    private readonly askings: AskingService,
    private readonly reminders: ReminderService,
  ) {}

  /**
   * A match was approved and the time to undo is over: who can be asked is asked at once, with all
   * else that is ready for them; others are asked by the clock. Sides that answered in the app
   * meanwhile are not asked.
   * @throws DomainError CONFLICT where a posting is not listed, until the match is withdrawn or it
   *   is again: done for now, the asking would be lost if the posting is back before that
   */
  async ask(tx: Tx, matchId: string, round: number): Promise<void> {
    const { match } = await this.matches.claim(tx, matchId);
    // Undone meanwhile, or approved afresh: then another job asks.
    if (match.state !== 'APPROVED' || match.round !== round) return;
    await this.matches.demandListed(tx, match);
    const asked: Asked[] = [];
    for (const person of await this.askings.prepare(tx, match)) {
      asked.push(...(await this.askPerson(tx, person)));
    }
    await this.askings.settle(tx, asked);
  }

  /** Asks those who had to wait and need not any more, and reminds those who owe an answer. */
  async tick(): Promise<void> {
    for (const person of await this.askings.due()) {
      await this.attempt(async (tx) => {
        await this.askings.settle(tx, await this.askPerson(tx, person));
      });
    }
    for (const person of await this.reminders.due()) {
      await this.attempt(async (tx) => {
        await this.write(tx, REMINDER, await this.reminders.take(tx, person));
      });
    }
  }

  /** One person whose mail fails must not keep the others waiting. */
  private async attempt(work: (tx: Tx) => Promise<void>): Promise<void> {
    await this.database.transaction(work).catch((error: unknown) => {
      this.log.error(withoutAddresses(`writing to a person: ${String(error)}`));
    });
  }

  private async askPerson(tx: Tx, person: string): Promise<readonly Asked[]> {
    const asked = await this.askings.take(tx, person);
    await this.write(tx, ASK, asked);
    return asked;
  }

  private async write(tx: Tx, { kind, one, several }: Occasion, about: Asked[]): Promise<void> {
    const [first, ...others] = about;
    if (first === undefined) return;
    const { match, side, deadline } = first;
    const view = await this.reader.side(match, side);
    const { recipient, contact } = view;
    const mail = this.reader.askOf(match, view, deadline);
    const more: AskMail[] = [];
    for (const other of others) {
      const sight = await this.reader.side(other.match, other.side, recipient.locale);
      more.push(this.reader.askOf(other.match, sight, other.deadline));
    }
    const { operator } = mail;
    await this.mails.queue(tx, {
      dedupeKey: `${kind}/${match.id}/${String(match.round)}/${side}/${String(first.reminder)}`,
      kind,
      ...(more.length === 0 ? { matchId: match.id } : {}),
      to: { name: contact.name, address: contact.mail, locale: recipient.locale },
      content: await (more.length === 0
        ? one(mail)
        : several({ recipient, operator, matches: [mail, ...more] })),
    });
  }
}
