import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { IdentityModule, SignInModule } from '@wilma/identity';
import { MatchesModule } from '@wilma/matches';
import { NotificationsModule } from '@wilma/notifications';
import { PlatformModule, readConfig } from '@wilma/platform';
import { PostingsModule } from '@wilma/postings';
import { PrivacyModule } from '@wilma/privacy';
import { TaxonomyModule } from '@wilma/taxonomy';

@Module({})
class CommandModule {}

/** Does a command's work with the services of all features, and ends them afterwards. */
export async function withFeatures<T>(
  work: (app: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const app = await NestFactory.createApplicationContext(
    {
      module: CommandModule,
      imports: [
        PlatformModule.forRoot(readConfig()),
        IdentityModule,
        SignInModule,
        TaxonomyModule,
        PostingsModule,
        MatchesModule,
        NotificationsModule,
        PrivacyModule,
      ],
    },
    { logger: ['error'] },
  );
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}
