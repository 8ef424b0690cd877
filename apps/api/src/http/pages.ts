import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { PostingKind } from '@wilma/domain';
import { withHead } from '@wilma/exchange';
import { type Config, operatorOf } from '@wilma/platform';
import { PublicPostingReader } from '@wilma/postings';
import express, { type NextFunction, type Request, type Response } from 'express';
import compressedBefore from 'express-static-gzip';
import { routeOf } from './routes.js';

/** Where the build puts the pages: beside the programs, `dist/web`. */
const PAGES = fileURLToPath(new URL('../../../../web', import.meta.url));

/**
 * Serves the web app: its files, and its one page for every path that is a screen.
 *
 * @param folder where the built web app is; nothing is served where there is none
 */
export function servePages(app: NestExpressApplication, config: Config, folder = PAGES): void {
  const index = join(folder, 'index.html');
  if (!existsSync(index)) return;
  app.use(['/graphiql', '/graphiql.html'], (request: Request, response: Response) => {
    const { actor } = request.viewer;
    const isWelcome = config.demo || (actor.kind === 'ACCOUNT' && actor.role === 'ADMIN');
    // Others see the page that says that there is none.
    response.setHeader('Cache-Control', 'no-store');
    response.sendFile(isWelcome ? join(folder, 'graphiql.html') : index);
  });
  // Names of assets carry a hash of what is in them; the build compressed them.
  const assets = compressedBefore(join(folder, 'assets'), {
    enableBrotli: true,
    orderPreference: ['br', 'gz'],
    index: false,
    serveStatic: { immutable: true, maxAge: '1y' },
  });
  app.use('/assets', assets);
  app.use(express.static(folder, { index: false, maxAge: '1h' }));
  const describe = describer(app, config, readFileSync(index, 'utf8'));
  app.use((request: Request, response: Response, next: NextFunction) => {
    const isScreen =
      (request.method === 'GET' || request.method === 'HEAD') &&
      routeOf(request.path) === 'page' &&
      request.accepts('html') !== false;
    if (!isScreen) {
      next();
      return;
    }
    response.setHeader('Cache-Control', 'no-cache');
    void describe(request.path).then((page) => response.type('html').send(page));
  });
}

const POSTING_PAGE = /^\/(needs|offers)\/([^/]+)$/;

/**
 * Makes the page for a path: that of a public posting says in its head what everybody may know of
 * it, whoever asks.
 */
function describer(app: NestExpressApplication, config: Config, page: string) {
  const postings = app.get(PublicPostingReader);
  const operator = operatorOf(config);
  return async (path: string): Promise<string> => {
    const [, list, id = ''] = POSTING_PAGE.exec(path) ?? [];
    const kind: PostingKind = list === 'needs' ? 'NEED' : 'OFFER';
    // The app itself says that nothing can be read.
    const posting = await postings.byId(id).catch(() => null);
    return posting?.kind === kind ? withHead(page, operator, posting) : page;
  };
}
