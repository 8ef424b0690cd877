import { Injectable } from '@nestjs/common';
import { Account, Invitation, InvitationLinks, Organisation } from '@wilma/identity';
import type { Tx } from '@wilma/platform';
import { areExamples, ContactReader } from './contact.reader.js';
import { MailService } from './mail.service.js';
import { renderInvitation } from './templates/index.js';

/** Writes to people who were invited to act for an organisation. */
@Injectable()
export class InvitationMailService {
  constructor(
    private readonly mails: MailService,
    private readonly links: InvitationLinks,
    private readonly contacts: ContactReader,
  ) {}

  async invite(tx: Tx, id: string): Promise<void> {
    const invitation = await tx.findOneByOrFail(Invitation, { id });
    const { email, locale, organisationId, invitedBy, expiresAt } = invitation;
    const organisation = await tx.findOneByOrFail(Organisation, { id: organisationId });
    const inviter = invitedBy === null ? null : await tx.findOneBy(Account, { id: invitedBy });
    const { operator } = this.contacts;
    const content = await renderInvitation({
      recipient: { name: email, salutation: 'NONE', academicTitle: null, locale },
      operator,
      demo: areExamples(organisation.name),
      organisation: organisation.name,
      inviter: inviter?.name ?? operator.name,
      acceptUrl: this.links.urlFor(invitation),
      until: expiresAt,
    });
    await this.mails.queue(tx, {
      dedupeKey: `INVITATION/${id}`,
      kind: 'INVITATION',
      to: { name: email, address: email, locale },
      content,
    });
  }
}
