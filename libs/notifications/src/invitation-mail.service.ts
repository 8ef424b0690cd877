import { Injectable } from '@nestjs/common';
import {
  Account,
  Invitation,
  InvitationLinks,
  InvitationService,
  Membership,
  Organisation,
} from '@wilma/identity';
import { Clock, Database, type Tx } from '@wilma/platform';
import { In } from 'typeorm';
import { areExamples, ContactReader } from './contact.reader.js';
import { MailService } from './mail.service.js';
import { OutgoingMail } from './outgoing-mail.entity.js';
import { renderInvitation } from './templates/index.js';

const keyOf = (invitation: string): string => `INVITATION/${invitation}`;

/** Writes to people who were invited to act for an organisation. */
@Injectable()
export class InvitationMailService {
  constructor(
    private readonly mails: MailService,
    private readonly links: InvitationLinks,
    private readonly contacts: ContactReader,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly invitations: InvitationService,
  ) {}

  /** Forgets invitations that ended long ago, and the mails with them: both hold the address. */
  forget(): Promise<void> {
    return this.database.transaction(async (tx) => {
      const ids = await this.invitations.forget(tx);
      if (ids.length > 0) await tx.delete(OutgoingMail, { dedupeKey: In(ids.map(keyOf)) });
    });
  }

  async invite(tx: Tx, id: string): Promise<void> {
    const invitation = await tx.findOneBy(Invitation, { id });
    // Taken back, or made anew, before its mail was written.
    if (invitation === null || invitation.expiresAt <= this.clock.now()) return;
    const { email, locale, organisationId, invitedBy, expiresAt } = invitation;
    const organisation = await tx.findOneByOrFail(Organisation, { id: organisationId });
    const inviter = invitedBy === null ? null : await tx.findOneBy(Account, { id: invitedBy });
    const isMember =
      invitedBy !== null &&
      (await tx.existsBy(Membership, { accountId: invitedBy, organisationId }));
    const { operator } = this.contacts;
    const content = await renderInvitation({
      recipient: { name: '', salutation: 'NONE', academicTitle: null, locale },
      operator,
      demo: areExamples(organisation.name),
      organisation: organisation.name,
      inviter: inviter?.name ?? operator.name,
      by: isMember ? 'MEMBER' : 'STAFF',
      acceptUrl: this.links.urlFor(invitation),
      until: expiresAt,
    });
    await this.mails.queue(tx, {
      dedupeKey: keyOf(id),
      kind: 'INVITATION',
      to: { name: email, address: email, locale },
      content,
    });
  }
}
