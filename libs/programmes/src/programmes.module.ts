import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Programme } from './programme.entity.js';
import { ProgrammeService } from './programme.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Programme])],
  providers: [ProgrammeService],
  exports: [ProgrammeService],
})
export class ProgrammesModule {}
