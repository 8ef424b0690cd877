import type { NestExpressApplication } from '@nestjs/platform-express';
import { Clock, readConfig } from '@wilma/platform';
import { freePort, Person, settingsFor, SettableClock, TestDatabase } from '@wilma/testing';
import { createApp } from '../src/app.js';
import { servePages } from '../src/http/pages.js';

/** The API in the test's own process, for what cannot be seen or set from outside. */
export class ApiInProcess {
  private constructor(
    readonly app: NestExpressApplication,
    readonly origin: string,
    readonly database: TestDatabase,
    readonly clock: SettableClock,
  ) {}

  /** @param pages where the web app is; it is not served by default */
  static async start(
    settings: Readonly<Record<string, string>> = {},
    pages?: string,
  ): Promise<ApiInProcess> {
    const database = await TestDatabase.create();
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    const config = readConfig({
      ...settingsFor(database),
      PUBLIC_URL: origin,
      LOG_LEVEL: 'error',
      ...settings,
    });
    const app = await createApp(config);
    if (pages !== undefined) servePages(app, config, pages);
    const clock = new SettableClock(app.get(Clock));
    await app.listen(port, '127.0.0.1');
    return new ApiInProcess(app, origin, database, clock);
  }

  signIn({ email }: { readonly email: string }): Promise<Person> {
    return Person.signIn(this.origin, email);
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }
}
