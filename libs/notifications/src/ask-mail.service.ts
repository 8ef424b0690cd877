import { Injectable, Logger } from '@nestjs/common';
import { type Asked, AskingService, MatchWriter } from '@wilma/matches';
import { Database, type Tx } from '@wilma/platform';
import { MailService } from './mail.service.js';
import { MatchMailReader } from './match-mail.reader.js';
import { type AskMail, type MailContent, renderAsk, renderAskSeveral } from './templates/index.js';

/** Asks people about approved matches: one mail a day a person, about all that is ready. */
@Injectable()
export class AskMailService {
  private readonly log = new Logger(AskMailService.name);

  constructor(
    private readonly database: Database,
    private readonly mails: MailService,
    private readonly reader: MatchMailReader,
    private readonly matches: MatchWriter,
    private readonly askings: AskingService,
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

  /** Asks those who had to wait and need not any more. */
  async tick(): Promise<void> {
    for (const person of await this.askings.due()) {
      // One person whose mail fails must not keep the others waiting.
      await this.database
        .transaction(async (tx) => this.askings.settle(tx, await this.askPerson(tx, person)))
        .catch((error: unknown) => this.log.error(`asking a person: ${String(error)}`));
    }
  }

  private async askPerson(tx: Tx, person: string): Promise<readonly Asked[]> {
    const asked = await this.askings.take(tx, person);
    const [first, ...others] = asked;
    if (first === undefined) return [];
    const view = await this.reader.side(first.match, first.side);
    const { locale } = view.recipient;
    const matches: [AskMail, ...AskMail[]] = [this.reader.askOf(first.match, view, first.deadline)];
    for (const { match, side, deadline } of others) {
      const another = await this.reader.side(match, side, locale);
      matches.push(this.reader.askOf(match, another, deadline));
    }
    await this.mails.queue(tx, {
      dedupeKey: `ASK/${first.match.id}/${String(first.match.round)}/${first.side}`,
      kind: 'ASK',
      ...(others.length === 0 ? { matchId: first.match.id } : {}),
      to: { name: view.contact.name, address: view.contact.mail, locale },
      content: await this.render(matches),
    });
    return asked;
  }

  private render(matches: readonly [AskMail, ...AskMail[]]): Promise<MailContent> {
    const [first] = matches;
    if (matches.length === 1) return renderAsk(first);
    const { recipient, operator, deadline } = first;
    return renderAskSeveral({ recipient, operator, deadline, matches });
  }
}
