import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Config } from '@wilma/platform';
import express, { type NextFunction, type Request, type Response } from 'express';
import { routeOf } from './routes.js';

/** Where the build puts the pages: beside the programs, `dist/web`. */
const PAGES = join(import.meta.dirname, '../../../../web');

/** Serves the web app: its files, and its one page for every path that is a screen. */
export function servePages(app: NestExpressApplication, { demo }: Config): void {
  if (!existsSync(join(PAGES, 'index.html'))) return;
  app.use(['/graphiql', '/graphiql.html'], (request: Request, response: Response) => {
    const { actor } = request.viewer;
    const isWelcome = demo || (actor.kind === 'ACCOUNT' && actor.role === 'ADMIN');
    // Others see the page that says that there is none.
    response.setHeader('Cache-Control', 'no-store');
    response.sendFile(join(PAGES, isWelcome ? 'graphiql.html' : 'index.html'));
  });
  // Names of assets carry a hash of what is in them.
  app.use('/assets', express.static(join(PAGES, 'assets'), { immutable: true, maxAge: '1y' }));
  app.use(express.static(PAGES, { index: false, maxAge: '1h' }));
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
    response.sendFile(join(PAGES, 'index.html'));
  });
}
