import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '@wilma/identity';
import { MatchesModule } from '@wilma/matches';
import { PostingsModule } from '@wilma/postings';
import { AccountMailService } from './account-mail.service.js';
import { AnswerLinks } from './answer-link.js';
import { AskMailService } from './ask-mail.service.js';
import { DigestReader } from './digest.reader.js';
import { DigestService } from './digest.service.js';
import { FollowUp } from './follow-up.entity.js';
import { FollowUpService } from './follow-up.service.js';
import { Notification } from './inbox/notification.entity.js';
import { NotificationReader } from './inbox/notification.reader.js';
import { NotificationService } from './inbox/notification.service.js';
import { NotificationWriter } from './inbox/notification.writer.js';
import { ContactReader } from './contact.reader.js';
import { InvitationMailService } from './invitation-mail.service.js';
import { MailLog } from './mail-log.js';
import { MailProblemReader } from './mail-problem.reader.js';
import { MailService } from './mail.service.js';
import { MatchMailReader } from './match-mail.reader.js';
import { MatchMailService } from './match-mail.service.js';
import { OutgoingMail } from './outgoing-mail.entity.js';
import { PersonClock } from './person-clock.js';
import { UnsubscribeLinks } from './unsubscribe-link.js';
import { QuestionMailService } from './question-mail.service.js';
import { PostingLinks } from './posting-link.js';
import { PostingMailReader } from './posting-mail.reader.js';
import { PostingMailService } from './posting-mail.service.js';

const SERVICES = [
  AccountMailService,
  AnswerLinks,
  AskMailService,
  DigestReader,
  DigestService,
  FollowUpService,
  ContactReader,
  InvitationMailService,
  MailLog,
  MailProblemReader,
  MailService,
  MatchMailReader,
  MatchMailService,
  NotificationReader,
  NotificationService,
  NotificationWriter,
  PersonClock,
  QuestionMailService,
  UnsubscribeLinks,
  PostingLinks,
  PostingMailReader,
  PostingMailService,
];

@Module({
  imports: [
    TypeOrmModule.forFeature([FollowUp, Notification, OutgoingMail]),
    IdentityModule,
    MatchesModule,
    PostingsModule,
  ],
  providers: SERVICES,
  exports: SERVICES,
})
export class NotificationsModule {}
