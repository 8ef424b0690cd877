import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Account, IdentityModule, SignInModule } from '@wilma/identity';
import { MatchesModule } from '@wilma/matches';
import { NotificationsModule } from '@wilma/notifications';
import { Database, PlatformModule, readConfig } from '@wilma/platform';
import { PostingsModule } from '@wilma/postings';
import { TaxonomyModule } from '@wilma/taxonomy';
import { readDemo } from './demo-file.js';
import { DemoHistory } from './demo-history.js';
import { DemoMatches } from './demo-matches.js';
import { DemoPeople } from './demo-people.js';
import { DemoPostings } from './demo-postings.js';
import { SettableClock } from './settable-clock.js';

const clock = new SettableClock();

@Module({})
class DemoModule {}

/** Loads the example data through the services, into an empty database only. */
export async function seedDemo(): Promise<void> {
  // What happened in the past happened at once: no mail waits for a morning.
  const config = { ...readConfig(), undoSeconds: 0 };
  const app = await NestFactory.createApplicationContext(
    {
      module: DemoModule,
      imports: [
        PlatformModule.forRoot(config, { clock }),
        IdentityModule,
        SignInModule,
        TaxonomyModule,
        PostingsModule,
        MatchesModule,
        NotificationsModule,
      ],
      providers: [
        DemoHistory,
        DemoPeople,
        DemoPostings,
        DemoMatches,
        { provide: SettableClock, useValue: clock },
      ],
    },
    { logger: ['error'] },
  );
  try {
    const database = app.get(Database);
    if (await database.read.exists(Account)) {
      console.log('accounts exist: demo data is left out');
      return;
    }
    const demo = await readDemo();
    const people = await app.get(DemoPeople).load(demo.organisations, demo.accounts);
    await app.get(DemoHistory).live(demo, people);
    const { needs, offers } = demo;
    console.log(`demo data loaded: ${String(needs.length)} needs, ${String(offers.length)} offers`);
  } finally {
    await app.close();
  }
}
