import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '@wilma/identity';
import { NotificationsModule } from '@wilma/notifications';
import { PostingsModule } from '@wilma/postings';
import {
  Eraser,
  Erasure,
  ErasureClock,
  ErasureDesk,
  ErasureLinks,
  ErasureMailService,
  ErasureService,
  SuccessionReader,
} from './erasure/index.js';
import { OwnDataReader } from './own-data/index.js';
import { Retention, RetentionRun } from './retention/index.js';

const SERVICES = [
  ErasureClock,
  ErasureDesk,
  ErasureLinks,
  ErasureMailService,
  ErasureService,
  OwnDataReader,
  Retention,
];

@Module({
  imports: [
    TypeOrmModule.forFeature([Erasure, RetentionRun]),
    IdentityModule,
    NotificationsModule,
    PostingsModule,
  ],
  providers: [...SERVICES, Eraser, SuccessionReader],
  exports: SERVICES,
})
export class PrivacyModule {}
