import { Inject, Injectable } from '@nestjs/common';
import { Account } from '@wilma/identity';
import { MailService, renderErasure } from '@wilma/notifications';
import { Config, type Tx } from '@wilma/platform';
import { IsNull } from 'typeorm';
import { Erasure } from './erasure.entity.js';
import { ErasureLinks } from './erasure-link.js';
import { ErasureService } from './erasure.service.js';

/** Tells whoever asked to be erased when it will be, and how to keep the account. */
@Injectable()
export class ErasureMailService {
  constructor(
    private readonly erasures: ErasureService,
    private readonly links: ErasureLinks,
    private readonly mails: MailService,
    @Inject(Config) private readonly config: Config,
  ) {}

  async tell(tx: Tx, id: string): Promise<void> {
    const open = await tx.findOneBy(Erasure, { id, doneAt: IsNull() });
    // Taken back before the mail was written.
    if (open?.accountId == null) return;
    const account = await tx.findOneByOrFail(Account, { id: open.accountId });
    const { dueAt, latestAt, holds } = await this.erasures.planOf({ accountId: account.id });
    const { operatorName, imprintUrl, publicUrl } = this.config;
    const { name, email, locale, salutation, academicTitle } = account;
    await this.mails.queue(tx, {
      dedupeKey: `ERASURE/${id}`,
      kind: 'ERASURE',
      to: { name, address: email, locale },
      content: await renderErasure({
        recipient: { name, salutation, academicTitle, locale },
        operator: { name: operatorName, imprintUrl, publicUrl },
        demo: false,
        dueAt,
        latestAt,
        holds,
        keepUrl: this.links.urlFor(open, latestAt),
      }),
    });
  }
}
