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

const SERVICES = [
  ErasureClock,
  ErasureDesk,
  ErasureLinks,
  ErasureMailService,
  ErasureService,
  OwnDataReader,
];

@Module({
  imports: [
    TypeOrmModule.forFeature([Erasure]),
    IdentityModule,
    NotificationsModule,
    PostingsModule,
  ],
  providers: [...SERVICES, Eraser, SuccessionReader],
  exports: SERVICES,
})
export class PrivacyModule {}
