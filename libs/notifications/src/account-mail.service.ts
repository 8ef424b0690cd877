import { Injectable } from '@nestjs/common';
import { type AccountActor, demand, type MailKind } from '@wilma/domain';
import { Account, ConfirmationLinks, LinkRequests, MailedLinks } from '@wilma/identity';
import { Clock, Database, type Tx } from '@wilma/platform';
import { In, LessThan } from 'typeorm';
import { ContactReader } from './contact.reader.js';
import { MailService } from './mail.service.js';
import { OutgoingMail } from './outgoing-mail.entity.js';
import {
  type AccountMail,
  type MailContent,
  renderAccountMail,
  renderTestMail,
} from './templates/index.js';

/** Mails with a link that works for minutes are kept for a month, to see what became of them. */
const KEPT_MS = 30 * 86_400_000;
const SHORT_LIVED = ['SIGN_IN_LINK', 'RESET_PASSWORD'] as const satisfies readonly MailKind[];

/** Writes what belongs to an account itself: links to confirm its address and to sign in. */
@Injectable()
export class AccountMailService {
  constructor(
    private readonly mails: MailService,
    private readonly contacts: ContactReader,
    private readonly confirmations: ConfirmationLinks,
    private readonly requests: LinkRequests,
    private readonly links: MailedLinks,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  /** Asks whether the address is theirs. @param occasion the same asks once */
  async askToConfirm(tx: Tx, id: string, occasion: string): Promise<void> {
    const account = await tx.findOneBy(Account, { id });
    if (account === null || account.emailVerified) return;
    const { url, until } = this.confirmations.make(account);
    await this.write(tx, account, occasion, { kind: 'CONFIRM_ADDRESS', url, until });
  }

  /** Sends the link that was asked for, if the address belongs to an account; else nothing. */
  async sendLink(tx: Tx, requestId: string): Promise<void> {
    const request = await this.requests.take(tx, requestId);
    if (request === null) return;
    const account = await tx.findOneBy(Account, { email: request.address });
    if (account === null) return;
    await this.write(tx, account, request.id, {
      kind: request.purpose === 'SIGN_IN' ? 'SIGN_IN_LINK' : 'RESET_PASSWORD',
      url: this.links.urlFor(request),
      until: request.expiresAt,
    });
  }

  /**
   * Sends the actor a mail that says it has arrived; once a minute at most.
   * @throws DomainError FORBIDDEN
   */
  async sendTest(actor: AccountActor): Promise<void> {
    demand(actor, 'tryMail', 'Installation');
    const account = await this.database.read.findOneByOrFail(Account, { id: actor.accountId });
    const { name, email, salutation, academicTitle, locale } = account;
    const recipient = { name, salutation, academicTitle, locale };
    const content = await renderTestMail({
      recipient,
      operator: this.contacts.operator,
      demo: false,
    });
    const minute = this.clock.now().toISOString().slice(0, 'yyyy-mm-ddThh:mm'.length);
    await this.database.transaction((tx) =>
      this.mails.queue(tx, {
        dedupeKey: `TEST/${account.id}/${minute}`,
        kind: 'TEST',
        to: { name, address: email, locale },
        content,
      }),
    );
  }

  /** Forgets requests that nobody took, and mails whose links ended long ago. */
  async forget(): Promise<void> {
    await this.requests.forget();
    const since = new Date(this.clock.now().getTime() - KEPT_MS);
    await this.database.read.delete(OutgoingMail, {
      kind: In([...SHORT_LIVED]),
      createdAt: LessThan(since),
    });
  }

  private async write(
    tx: Tx,
    account: Account,
    occasion: string,
    mail: Pick<AccountMail, 'kind' | 'until' | 'url'>,
  ): Promise<void> {
    const { name, email, salutation, academicTitle, locale } = account;
    const content: MailContent = await renderAccountMail({
      ...mail,
      recipient: { name, salutation, academicTitle, locale },
      operator: this.contacts.operator,
      demo: false,
    });
    await this.mails.queue(tx, {
      dedupeKey: `${mail.kind}/${occasion}`,
      kind: mail.kind,
      to: { name, address: email, locale },
      content,
    });
  }
}
