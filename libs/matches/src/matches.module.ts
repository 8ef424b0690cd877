import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '@wilma/identity';
import { PostingsModule } from '@wilma/postings';
import { ProgrammesModule } from '@wilma/programmes';
import { TaxonomyModule } from '@wilma/taxonomy';
import { AddresseeReader } from './addressee.reader.js';
import { AbsenceDeadlines } from './absence-deadline.service.js';
import { Asking } from './asking.entity.js';
import { AskingService } from './asking.service.js';
import { CandidateReader } from './candidate.reader.js';
import { DeskReader } from './desk.reader.js';
import { ActiveModelReader } from './learning/active-model.reader.js';
import { DecisionReader } from './learning/decision.reader.js';
import { LearningRun, MatchingModel } from './learning/matching-model.entity.js';
import { LearningOverview } from './learning/learning-overview.service.js';
import { MatchingModels } from './learning/matching-models.service.js';
import { NeedFeedback } from './learning/need-feedback.service.js';
import { WeightLearner } from './learning/weight-learner.js';
import { MatchAnswerService } from './match-answer.service.js';
import { MatchAttribution } from './match-attribution.service.js';
import { MatchClock } from './match-clock.service.js';
import { MatchExplainer } from './match-explainer.js';
import { MatchFinder } from './match-finder.service.js';
import { MatchNote } from './match-note.entity.js';
import { MatchNotes } from './match-note.service.js';
import { MatchOutcomeService } from './match-outcome.service.js';
import { MatchReviewService } from './match-review.service.js';
import { Match } from './match.entity.js';
import { MatchPreviewService } from './match-preview.service.js';
import { MatchQuestion } from './match-question.entity.js';
import { MatchQuestionReader } from './match-question.reader.js';
import { MatchQuestionService } from './match-question.service.js';
import { MatchQuestionWriter } from './match-question.writer.js';
import { MatchReader } from './match.reader.js';
import { MatchWriter } from './match.writer.js';
import { Outcome } from './outcome.entity.js';
import { PostingTransferService } from './posting-transfer.service.js';
import { PublicFiguresReader } from './public-figures.reader.js';
import { MatchReleases } from './release.reader.js';
import { ReminderService } from './reminder.service.js';
import { WaitingReader } from './waiting.reader.js';

const SERVICES = [
  AbsenceDeadlines,
  AddresseeReader,
  AskingService,
  DeskReader,
  LearningOverview,
  MatchAnswerService,
  MatchAttribution,
  MatchClock,
  MatchExplainer,
  MatchFinder,
  MatchingModels,
  MatchNotes,
  MatchOutcomeService,
  MatchPreviewService,
  MatchQuestionReader,
  MatchQuestionService,
  MatchReader,
  MatchReleases,
  MatchReviewService,
  MatchWriter,
  NeedFeedback,
  PostingTransferService,
  PublicFiguresReader,
  ReminderService,
  WaitingReader,
  WeightLearner,
];

@Module({
  imports: [
    TypeOrmModule.forFeature([
      Asking,
      LearningRun,
      Match,
      MatchingModel,
      MatchNote,
      MatchQuestion,
      Outcome,
    ]),
    IdentityModule,
    PostingsModule,
    ProgrammesModule,
    TaxonomyModule,
  ],
  providers: [...SERVICES, ActiveModelReader, CandidateReader, DecisionReader, MatchQuestionWriter],
  exports: SERVICES,
})
export class MatchesModule {}
