import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '@wilma/identity';
import { ProgrammesModule } from '@wilma/programmes';
import { TaxonomyModule } from '@wilma/taxonomy';
import { ConfidentialRead } from './confidential-read.entity.js';
import { ConfidentialReads } from './confidential-reads.js';
import { ContactConsent } from './contact-consent.entity.js';
import { ContactConsents } from './contact-consents.js';
import { MemberDepartures } from './member-departure.service.js';
import { Need } from './need.entity.js';
import { Offer } from './offer.entity.js';
import { OwnerDescriptionReader } from './owner-description.reader.js';
import { Posting } from './posting.entity.js';
import { PostingAttribution } from './posting-attribution.service.js';
import { PostingClock } from './posting-clock.service.js';
import { PostingConfirmationService } from './posting-confirmation.service.js';
import { PostingOwnership } from './posting-ownership.service.js';
import { PostingReviewService } from './posting-review.service.js';
import { PostingFacetsReader } from './posting-facets.reader.js';
import { PostingListReader } from './posting-list.reader.js';
import { PostingReport } from './posting-report.entity.js';
import { PostingReports } from './posting-reports.js';
import { PostingReader } from './posting.reader.js';
import { PostingService } from './posting.service.js';
import { PostingSuccession } from './posting-succession.service.js';
import { PostingTag } from './posting-tag.entity.js';
import { PostingTagWriter } from './posting-tag.writer.js';
import { PublicPostingReader } from './public-posting.reader.js';
import { PostingVersion } from './posting-version.entity.js';
import { PostingVersionReader } from './posting-version.reader.js';
import { PostingVersionStore } from './posting-version.store.js';
import { PostingWriter } from './posting.writer.js';
import { Release } from './release.entity.js';
import { RevelationReader } from './revelation.reader.js';
import { SavedFilter } from './saved-filter.entity.js';
import { SavedFilterService } from './saved-filter.service.js';
import { TagMerge, TagMergePosting } from './tag-merge.entity.js';
import { TagMergeService } from './tag-merge.service.js';
import { TagUsageReader } from './tag-usage.reader.js';
import { PostingSearch } from './search/posting-search.js';
import { SearchWordsReader } from './search/search-words.reader.js';

const SERVICES = [
  ConfidentialReads,
  ContactConsents,
  MemberDepartures,
  OwnerDescriptionReader,
  PostingAttribution,
  PostingClock,
  PostingConfirmationService,
  PostingOwnership,
  PostingListReader,
  PostingReader,
  PostingReports,
  PostingReviewService,
  PostingService,
  PostingSuccession,
  PostingVersionReader,
  PublicPostingReader,
  RevelationReader,
  SavedFilterService,
  TagMergeService,
  TagUsageReader,
];

@Module({
  imports: [
    TypeOrmModule.forFeature([
      ConfidentialRead,
      ContactConsent,
      Posting,
      Need,
      Offer,
      PostingReport,
      PostingTag,
      PostingVersion,
      Release,
      SavedFilter,
      TagMerge,
      TagMergePosting,
    ]),
    IdentityModule,
    ProgrammesModule,
    TaxonomyModule,
  ],
  providers: [
    ...SERVICES,
    PostingFacetsReader,
    PostingSearch,
    PostingTagWriter,
    PostingVersionStore,
    PostingWriter,
    SearchWordsReader,
  ],
  exports: SERVICES,
})
export class PostingsModule {}
