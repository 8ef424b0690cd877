import { Module } from '@nestjs/common';
import { PostingsModule } from '@wilma/postings';
import { OaiService } from './oai.service.js';

@Module({ imports: [PostingsModule], providers: [OaiService], exports: [OaiService] })
export class ExchangeModule {}
