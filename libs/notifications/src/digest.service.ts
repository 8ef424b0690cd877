import { Inject, Injectable, Logger } from '@nestjs/common';
import { dayInBerlin, isDigestTime } from '@wilma/domain';
import { DigestChoices, type DigestReceiver } from '@wilma/identity';
import { Clock, Config, Database, type Tx, withoutAddresses } from '@wilma/platform';
import { areExamples } from './contact.reader.js';
import { DigestReader, type WaitingList } from './digest.reader.js';
import { MailService } from './mail.service.js';
import { type MailContent, renderDigest } from './templates/index.js';
import { UnsubscribeLinks } from './unsubscribe-link.js';

/** Writes to coordinators on the mornings of working days what waits for them. */
@Injectable()
export class DigestService {
  private readonly log = new Logger(DigestService.name);

  constructor(
    private readonly database: Database,
    private readonly choices: DigestChoices,
    private readonly reader: DigestReader,
    private readonly mails: MailService,
    private readonly unsubscribe: UnsubscribeLinks,
    private readonly clock: Clock,
    @Inject(Config) private readonly config: Config,
  ) {}

  async tick(): Promise<void> {
    const now = this.clock.now();
    if (!isDigestTime(now)) return;
    const day = dayInBerlin(now);
    for (const receiver of await this.choices.receivers(day)) {
      await this.database
        .transaction((tx) => this.write(tx, receiver, day))
        .catch((error: unknown) => {
          this.log.error(withoutAddresses(`digest of ${receiver.id}: ${String(error)}`));
        });
    }
  }

  /** Whom nothing waits for in the morning hears nothing on that day. */
  private async write(tx: Tx, receiver: DigestReceiver, day: string): Promise<void> {
    if (!(await this.choices.claim(tx, receiver.id, day))) return;
    const { id, role, organisations, name, email, locale } = receiver;
    const lists = await this.reader.of({ kind: 'ACCOUNT', accountId: id, role, organisations });
    if (lists.length === 0) return;
    const unsubscribeUrl = this.unsubscribe.urlFor(receiver);
    await this.mails.queue(tx, {
      dedupeKey: `DIGEST/${id}/${day}`,
      kind: 'DIGEST',
      to: { name, address: email, locale },
      content: await this.render(receiver, lists, unsubscribeUrl),
      unsubscribeUrl,
    });
  }

  private render(
    { name, salutation, academicTitle, locale }: DigestReceiver,
    lists: readonly WaitingList[],
    unsubscribeUrl: string,
  ): Promise<MailContent> {
    const { operatorName, imprintUrl, publicUrl } = this.config;
    const items = lists.flatMap((list) => list.items);
    return renderDigest({
      recipient: { name, salutation, academicTitle, locale },
      operator: { name: operatorName, imprintUrl, publicUrl },
      demo: items.every(({ title }) => areExamples(title)),
      lists: lists.map((list) => ({
        ...list,
        items: list.items.map(({ title, path }) => ({
          title,
          url: `${publicUrl}${path}`,
        })),
      })),
      reviewUrl: `${publicUrl}/review`,
      unsubscribeUrl,
    });
  }
}
