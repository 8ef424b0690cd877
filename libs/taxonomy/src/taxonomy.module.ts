import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Tag, TagLabel, TagRelation } from './tag.entity.js';
import { VocabularyService } from './vocabulary.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Tag, TagLabel, TagRelation])],
  providers: [VocabularyService],
  exports: [VocabularyService],
})
export class TaxonomyModule {}
