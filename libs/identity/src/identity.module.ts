import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Config } from '@wilma/platform';
import { Absence } from './absence.entity.js';
import { Account } from './account.entity.js';
import { AccountService } from './account.service.js';
import { AddressConfirmation } from './address-confirmation.entity.js';
import { AddressConfirmations } from './address-confirmations.js';
import { Auth } from './auth.js';
import { ConfirmationLinks } from './confirmation-links.js';
import { DemoAccounts } from './demo-accounts.js';
import { Digest } from './digest.entity.js';
import { DigestChoices } from './digest-choice.service.js';
import { SignInDesk } from './front-desk.js';
import { Invitation } from './invitation.entity.js';
import { InvitationLinks } from './invitation-links.js';
import { InvitationService } from './invitation.service.js';
import { KnownDevices } from './known-devices.js';
import { LinkRequest } from './link-request.entity.js';
import { LinkRequests } from './link-requests.js';
import { MailedLinks } from './mailed-links.js';
import { Membership } from './membership.entity.js';
import { Organisation } from './organisation.entity.js';
import { OrganisationService } from './organisation.service.js';
import { Session } from './session.entity.js';
import { SessionList } from './session-list.js';
import { SessionService } from './session.service.js';
import { SettingsService } from './settings.service.js';
import { StaffService } from './staff.service.js';

const SERVICES = [
  AccountService,
  AddressConfirmations,
  ConfirmationLinks,
  DemoAccounts,
  DigestChoices,
  InvitationLinks,
  InvitationService,
  KnownDevices,
  LinkRequests,
  MailedLinks,
  OrganisationService,
  SessionList,
  SessionService,
  SettingsService,
];

@Module({
  imports: [
    TypeOrmModule.forFeature([
      Absence,
      Account,
      AddressConfirmation,
      Digest,
      Invitation,
      LinkRequest,
      Membership,
      Organisation,
      Session,
    ]),
  ],
  providers: SERVICES,
  exports: SERVICES,
})
export class IdentityModule {}

/** Signing in, for the program that serves it. */
@Module({
  imports: [IdentityModule],
  providers: [
    SignInDesk,
    {
      provide: Auth,
      inject: [Config, SignInDesk],
      useFactory: (config: Config, desk: SignInDesk) => new Auth(config, desk),
    },
    StaffService,
  ],
  exports: [Auth, StaffService],
})
export class SignInModule {}
