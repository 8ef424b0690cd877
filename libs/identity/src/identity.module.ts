import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Config } from '@wilma/platform';
import { Absence } from './absence.entity.js';
import { Account } from './account.entity.js';
import { AccountLister } from './account-list.js';
import { AccountService } from './account.service.js';
import { AddressConfirmation } from './address-confirmation.entity.js';
import { AddressConfirmations } from './address-confirmations.js';
import { Auth } from './auth.js';
import { ConfirmationLinks } from './confirmation-links.js';
import { DemoAccounts } from './demo-accounts.js';
import { Digest } from './digest.entity.js';
import { DigestChoices } from './digest-choice.service.js';
import { FoundingService } from './founding.service.js';
import { SignInDesk } from './front-desk.js';
import { Invitation } from './invitation.entity.js';
import { InvitationLinks } from './invitation-links.js';
import { InvitationService } from './invitation.service.js';
import { KnownDevices } from './known-devices.js';
import { LinkRequest } from './link-request.entity.js';
import { LinkRequests } from './link-requests.js';
import { OrganisationDomain } from './mail-domain.entity.js';
import { MailDomainService } from './mail-domain.service.js';
import { MailedLinks } from './mailed-links.js';
import { MemberService } from './member.service.js';
import { Membership } from './membership.entity.js';
import { Organisation } from './organisation.entity.js';
import { OrganisationService } from './organisation.service.js';
import { Session } from './session.entity.js';
import { SessionList } from './session-list.js';
import { SessionService } from './session.service.js';
import { SettingsService } from './settings.service.js';
import { StaffService } from './staff.service.js';
import { Verification } from './verification.entity.js';
import { VerificationService } from './verification.service.js';

const SERVICES = [
  AccountLister,
  AccountService,
  AddressConfirmations,
  ConfirmationLinks,
  DemoAccounts,
  DigestChoices,
  FoundingService,
  InvitationLinks,
  InvitationService,
  KnownDevices,
  LinkRequests,
  MailDomainService,
  MailedLinks,
  MemberService,
  OrganisationService,
  SessionList,
  SessionService,
  SettingsService,
  VerificationService,
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
      OrganisationDomain,
      Session,
      Verification,
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
