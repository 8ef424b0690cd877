import {
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
} from '@wilma/identity';
import {
  Asking,
  LearningRun,
  Match,
  MatchingModel,
  MatchNote,
  MatchQuestion,
  Outcome,
} from '@wilma/matches';
import { FollowUp, Notification, OutgoingMail } from '@wilma/notifications';
import {
  databaseOptions,
  Event,
  EventSeal,
  Handled,
  IdempotentRequest,
  KnownHandler,
  ParkedJob,
  QueueState,
  RateLimit,
} from '@wilma/platform';
import {
  ContactConsent,
  Need,
  Offer,
  Posting,
  PostingTag,
  PostingReport,
  PostingVersion,
  Release,
  SavedFilter,
  TagMerge,
  TagMergePosting,
} from '@wilma/postings';
import { Erasure, RetentionRun } from '@wilma/privacy';
import { Programme } from '@wilma/programmes';
import { Tag, TagLabel, TagRelation, VocabularyRevision } from '@wilma/taxonomy';
import { DataSource } from 'typeorm';

/** A migration may have to rewrite a large table. */
const DEADLINE_MS = 30 * 60_000;

/** Every table, for migrations: features know their own only. */
export default new DataSource({
  ...databaseOptions({ databaseUrl: process.env.DATABASE_URL ?? '' }, { deadlineMs: DEADLINE_MS }),
  entities: [
    Absence,
    Account,
    AddressConfirmation,
    ContactConsent,
    Asking,
    Digest,
    Erasure,
    Event,
    EventSeal,
    FollowUp,
    Handled,
    IdempotentRequest,
    Invitation,
    KnownHandler,
    LearningRun,
    LinkRequest,
    Match,
    MatchingModel,
    MatchNote,
    MatchQuestion,
    Membership,
    Need,
    Notification,
    Offer,
    Organisation,
    OrganisationDomain,
    Outcome,
    OutgoingMail,
    ParkedJob,
    Posting,
    PostingTag,
    PostingReport,
    PostingVersion,
    Programme,
    QueueState,
    RateLimit,
    Release,
    RetentionRun,
    SavedFilter,
    Session,
    Tag,
    TagLabel,
    TagMerge,
    TagMergePosting,
    TagRelation,
    VocabularyRevision,
    Verification,
  ],
});
