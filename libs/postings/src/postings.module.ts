import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '@wilma/identity';
import { TaxonomyModule } from '@wilma/taxonomy';
import { Need } from './need.entity.js';
import { Offer } from './offer.entity.js';
import { Posting } from './posting.entity.js';
import { PostingReader } from './posting.reader.js';
import { PostingService } from './posting.service.js';
import { PostingTag } from './posting-tag.entity.js';
import { PostingTagWriter } from './posting-tag.writer.js';
import { PublicPostingReader } from './public-posting.reader.js';
import { Release } from './release.entity.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([Posting, Need, Offer, PostingTag, Release]),
    IdentityModule,
    TaxonomyModule,
  ],
  providers: [PublicPostingReader, PostingReader, PostingService, PostingTagWriter],
  exports: [PublicPostingReader, PostingReader, PostingService],
})
export class PostingsModule {}
