import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { type DynamicModule, Module, ValidationPipe } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { ExchangeModule } from '@wilma/exchange';
import { IdentityModule, SignInModule } from '@wilma/identity';
import { MatchesModule } from '@wilma/matches';
import { NotificationsModule } from '@wilma/notifications';
import { Config, Idempotency, Limiter, PlatformModule, refusalOf } from '@wilma/platform';
import { PostingsModule } from '@wilma/postings';
import { PrivacyModule } from '@wilma/privacy';
import { ProgrammesModule } from '@wilma/programmes';
import { TaxonomyModule } from '@wilma/taxonomy';
import { AccessGuard } from './auth/access.guard.js';
import { Changes } from './graphql/changes.js';
import { LoaderFactory } from './graphql/loaders.js';
import { idempotent } from './graphql/idempotent.js';
import { graphqlOptions } from './graphql/options.js';
import { countOperations } from './graphql/operation-limits.js';
import { SocketServer } from './graphql/socket-server.js';
import { AnswerController } from './http/answer.controller.js';
import { ConfirmAddressController } from './http/confirm-address.controller.js';
import { CatalogueController } from './http/catalogue.controller.js';
import { ErasureController } from './http/erasure.controller.js';
import { HealthController } from './http/health.controller.js';
import { OwnDataController } from './http/own-data.controller.js';
import { QueueView } from './http/queue-view.js';
import { InstallationReader } from './http/installation.js';
import { PostingLinkController } from './http/posting-link.controller.js';
import { ResetPasswordController } from './http/reset-password.controller.js';
import { SignInLinkController } from './http/sign-in-link.controller.js';
import { UnsubscribeController } from './http/unsubscribe.controller.js';
import { RefusalFilter } from './http/refusals.js';
import { Metrics } from './metrics/metrics.js';
import { timeOperations } from './metrics/timed-operations.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { AdministrationResolver, AuditEntryResolver } from './resolvers/administration.resolver.js';
import { ErasureResolver } from './resolvers/erasure.resolver.js';
import { IdentityResolver } from './resolvers/identity.resolver.js';
import { InvitationResolver } from './resolvers/invitation.resolver.js';
import { JobsResolver } from './resolvers/jobs.resolver.js';
import { MailProblemsResolver } from './resolvers/mail-problems.resolver.js';
import {
  ConfidentialReadsResolver,
  DaysOfReadingResolver,
} from './resolvers/confidential-reads.resolver.js';
import {
  MatchQuestionsResolver,
  MatchQuestionWordsResolver,
} from './resolvers/match-questions.resolver.js';
import { MatchChangesResolver } from './resolvers/match-changes.resolver.js';
import { MatchNotesResolver, MatchRecordsResolver } from './resolvers/match-records.resolver.js';
import { MatchWaitingResolver } from './resolvers/match-waiting.resolver.js';
import { MatchReasonResolver } from './resolvers/match-reason.resolver.js';
import { MatchViewResolver } from './resolvers/match-view.resolver.js';
import {
  MatchesOfNeedResolver,
  MatchesOfOfferResolver,
  MatchesResolver,
} from './resolvers/matches.resolver.js';
import { PostingLifeResolver, PostingVersionsResolver } from './resolvers/posting-life.resolver.js';
import {
  NotificationsResolver,
  UnreadNotificationsResolver,
} from './resolvers/notifications.resolver.js';
import { PostingChangesResolver } from './resolvers/posting-changes.resolver.js';
import { PostingRevelationsResolver } from './resolvers/posting-revelations.resolver.js';
import { PostingReportsResolver } from './resolvers/posting-reports.resolver.js';
import { PostingListsResolver } from './resolvers/posting-lists.resolver.js';
import { OffersResolver, PostingsResolver } from './resolvers/postings.resolver.js';
import {
  ProgrammeOfMatchResolver,
  ProgrammeOfPostingResolver,
  ProgrammesResolver,
} from './resolvers/programmes.resolver.js';
import {
  MailDomainResolver,
  OrganisationResolver,
  VerificationResolver,
} from './resolvers/organisation.resolver.js';
import {
  MatchingLearningResolver,
  MatchOriginResolver,
} from './resolvers/matching-learning.resolver.js';
import { MemberResolver } from './resolvers/member.resolver.js';
import { ServiceResolver } from './resolvers/service.resolver.js';
import { SavedFiltersResolver } from './resolvers/saved-filters.resolver.js';
import { AbsencesResolver, SettingsResolver } from './resolvers/settings.resolver.js';
import { SignInResolver } from './resolvers/sign-in.resolver.js';
import { SuggestionsResolver } from './resolvers/suggestions.resolver.js';
import { TagCurationResolver, TagMergesResolver } from './resolvers/tag-curation.resolver.js';
import { TaxonomyResolver } from './resolvers/taxonomy.resolver.js';

export const RESOLVERS = [
  AbsencesResolver,
  AdministrationResolver,
  AuditEntryResolver,
  ConfidentialReadsResolver,
  DaysOfReadingResolver,
  ErasureResolver,
  IdentityResolver,
  InvitationResolver,
  JobsResolver,
  MailDomainResolver,
  MailProblemsResolver,
  MatchChangesResolver,
  MatchesOfNeedResolver,
  MatchesOfOfferResolver,
  MatchesResolver,
  MatchingLearningResolver,
  MatchNotesResolver,
  MatchOriginResolver,
  MatchQuestionsResolver,
  MatchQuestionWordsResolver,
  MatchRecordsResolver,
  MatchReasonResolver,
  MatchViewResolver,
  MatchWaitingResolver,
  MemberResolver,
  NotificationsResolver,
  OffersResolver,
  OrganisationResolver,
  PostingLifeResolver,
  PostingChangesResolver,
  PostingListsResolver,
  PostingReportsResolver,
  PostingsResolver,
  PostingRevelationsResolver,
  PostingVersionsResolver,
  ProgrammeOfMatchResolver,
  ProgrammeOfPostingResolver,
  ProgrammesResolver,
  ServiceResolver,
  SavedFiltersResolver,
  SettingsResolver,
  SignInResolver,
  SuggestionsResolver,
  TagCurationResolver,
  TagMergesResolver,
  TaxonomyResolver,
  UnreadNotificationsResolver,
  VerificationResolver,
];

@Module({
  imports: [IdentityModule, PostingsModule, MatchesModule, ProgrammesModule],
  providers: [LoaderFactory],
  exports: [LoaderFactory, IdentityModule],
})
class LoadersModule {}

@Module({ providers: [Metrics], exports: [Metrics] })
class MetricsModule {}

@Module({})
export class AppModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot(config),
        IdentityModule,
        SignInModule,
        TaxonomyModule,
        PostingsModule,
        MatchesModule,
        ProgrammesModule,
        NotificationsModule,
        ExchangeModule,
        PrivacyModule,
        LoadersModule,
        MetricsModule,
        GraphQLModule.forRootAsync<ApolloDriverConfig>({
          driver: ApolloDriver,
          imports: [LoadersModule, MetricsModule],
          inject: [LoaderFactory, Idempotency, Limiter, Metrics],
          useFactory: (
            loaders: LoaderFactory,
            requests: Idempotency,
            limiter: Limiter,
            metrics: Metrics,
          ) =>
            graphqlOptions(config, loaders, [
              timeOperations(metrics),
              countOperations(limiter),
              idempotent(requests),
            ]),
        }),
      ],
      controllers: [
        AnswerController,
        CatalogueController,
        ConfirmAddressController,
        ErasureController,
        HealthController,
        MetricsController,
        OwnDataController,
        PostingLinkController,
        ResetPasswordController,
        SignInLinkController,
        UnsubscribeController,
      ],
      providers: [
        ...RESOLVERS,
        Changes,
        InstallationReader,
        QueueView,
        SocketServer,
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: RefusalFilter },
        {
          provide: APP_PIPE,
          useValue: new ValidationPipe({
            transform: true,
            whitelist: true,
            exceptionFactory: refusalOf,
            validationError: { target: false, value: false },
          }),
        },
      ],
    };
  }
}
