import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Config } from '@wilma/platform';
import { Absence } from './absence.entity.js';
import { Account } from './account.entity.js';
import { AccountService } from './account.service.js';
import { Auth } from './auth.js';
import { DemoAccounts } from './demo-accounts.js';
import { Digest } from './digest.entity.js';
import { DigestChoices } from './digest-choice.service.js';
import { Invitation } from './invitation.entity.js';
import { InvitationLinks } from './invitation-links.js';
import { InvitationService } from './invitation.service.js';
import { Membership } from './membership.entity.js';
import { Organisation } from './organisation.entity.js';
import { OrganisationService } from './organisation.service.js';
import { SessionService } from './session.service.js';
import { SettingsService } from './settings.service.js';
import { StaffService } from './staff.service.js';

const SERVICES = [
  AccountService,
  DemoAccounts,
  DigestChoices,
  InvitationLinks,
  InvitationService,
  OrganisationService,
  SessionService,
  SettingsService,
];

@Module({
  imports: [
    TypeOrmModule.forFeature([Absence, Account, Digest, Invitation, Membership, Organisation]),
  ],
  providers: SERVICES,
  exports: SERVICES,
})
export class IdentityModule {}

/** Signing in, for the program that serves it. */
@Module({
  providers: [
    { provide: Auth, inject: [Config], useFactory: (config: Config) => new Auth(config) },
    StaffService,
  ],
  exports: [Auth, StaffService],
})
export class SignInModule {}
