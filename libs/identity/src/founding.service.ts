import { Injectable } from '@nestjs/common';
import { type AccountActor, demand } from '@wilma/domain';
import { Database } from '@wilma/platform';
import { InvitationService } from './invitation.service.js';
import type { Organisation, OrganisationInput } from './organisation.entity.js';
import { OrganisationService } from './organisation.service.js';

/** Organisations of people who phone. */
@Injectable()
export class FoundingService {
  constructor(
    private readonly database: Database,
    private readonly organisations: OrganisationService,
    private readonly invitations: InvitationService,
  ) {}

  /**
   * Staff found an organisation for a caller and ask them by mail to manage it. It waits to be
   * verified like any other, and is marked. @throws DomainError FORBIDDEN for others
   */
  foundFor(actor: AccountActor, input: OrganisationInput, caller: string): Promise<Organisation> {
    demand(actor, 'oversee', 'Organisation');
    return this.database.transaction(async (tx) => {
      const organisation = await this.organisations.createWithin(tx, actor, input);
      const invited = { email: caller.toLowerCase(), role: 'MANAGER' } as const;
      await this.invitations.inviteWithin(tx, actor, organisation.id, invited);
      return organisation;
    });
  }
}
