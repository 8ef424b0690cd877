import { Module } from '@nestjs/common';
import { IdentityModule } from '@wilma/identity';
import { OwnDataReader } from './own-data/index.js';

const SERVICES = [OwnDataReader];

@Module({ imports: [IdentityModule], providers: SERVICES, exports: SERVICES })
export class PrivacyModule {}
