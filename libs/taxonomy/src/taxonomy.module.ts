import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Tag, TagLabel, TagRelation, VocabularyRevision } from './tag.entity.js';
import { TagService } from './tag.service.js';
import { VocabularyService } from './vocabulary.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Tag, TagLabel, TagRelation, VocabularyRevision])],
  providers: [TagService, VocabularyService],
  exports: [TagService, VocabularyService],
})
export class TaxonomyModule {}
