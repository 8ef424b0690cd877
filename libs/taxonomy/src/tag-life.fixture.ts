import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { AccountActor, AccountRole } from '@wilma/domain';
import { Database, PlatformModule, readConfig } from '@wilma/platform';
import { settingsFor, type TestDatabase } from '@wilma/testing';
import { TagService } from './tag.service.js';
import { TaxonomyModule } from './taxonomy.module.js';
import { VocabularyService } from './vocabulary.service.js';

@Module({})
class Taxonomy {}

/** What a process knows and does of the vocabulary. */
export class TaxonomyProcess {
  readonly tags: TagService;
  readonly vocabulary: VocabularyService;
  readonly database: Database;

  constructor(private readonly app: INestApplicationContext) {
    this.tags = app.get(TagService);
    this.vocabulary = app.get(VocabularyService);
    this.database = app.get(Database);
  }

  stop(): Promise<void> {
    return this.app.close();
  }
}

/** What of the files' vocabulary is on the stage: reading all of it each time takes long. */
export const ON_STAGE = ['hydrogen', 'injection-moulding', 'electromobility', 'glass-melting'];

/** A database with a few tags of the files, and processes that share it. */
export class TaxonomyStage {
  private readonly processes: TaxonomyProcess[] = [];

  private constructor(readonly database: TestDatabase) {}

  static async set(database: TestDatabase): Promise<TaxonomyStage> {
    await database.query('DELETE FROM tag WHERE id <> ALL($1)', [ON_STAGE]);
    return new TaxonomyStage(database);
  }

  async startProcess(): Promise<TaxonomyProcess> {
    const imports = [
      PlatformModule.forRoot(readConfig(settingsFor(this.database))),
      TaxonomyModule,
    ];
    const app = await NestFactory.createApplicationContext(
      { module: Taxonomy, imports },
      { logger: false },
    );
    const process = new TaxonomyProcess(app);
    this.processes.push(process);
    return process;
  }

  /** Names of the events about a tag, in order. */
  async eventsOf(tag: string): Promise<string[]> {
    const rows = await this.database.query<{ name: string }>(
      `SELECT name FROM event WHERE payload->>'tag' = $1 ORDER BY id`,
      [tag],
    );
    return rows.map(({ name }) => name);
  }

  async close(): Promise<void> {
    for (const process of this.processes) await process.stop();
    await this.database.drop();
  }
}

export const actor = (role: AccountRole, n = 1): AccountActor => ({
  kind: 'ACCOUNT',
  accountId: `${String(n).padStart(8, '0')}-0000-4000-8000-000000000000`,
  role,
  organisations: [],
});
