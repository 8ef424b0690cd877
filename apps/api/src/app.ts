import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Auth, KnownDevices, SessionService } from '@wilma/identity';
import { type Config, Limiter, loggerOf, operatorOf } from '@wilma/platform';
import { toNodeHandler } from 'better-auth/node';
import express, { type Express } from 'express';
import helmet from 'helmet';
import { AppModule } from './app.module.js';
import { limitSignIn } from './auth/sign-in-limits.js';
import { requestViewer } from './auth/request-viewer.js';
import { limitForms } from './http/form-limit.js';
import { servePages } from './http/pages.js';
import { serveQueueBoard } from './http/queue-board.js';
import { refuseBody } from './http/refusals.js';
import { takeUnreadableLink } from './http/unreadable-link.js';
import { Metrics } from './metrics/metrics.js';
import { timeRequests } from './metrics/timed-requests.js';

const BODY_LIMIT = '1mb';
/** Anybody may send these. */
const SIGN_IN_BODY_LIMIT = '64kb';

/** Pages that mails link to. */
const LINKED_PAGES = [
  '/answer',
  '/confirm',
  '/confirm-address',
  '/erasure',
  '/renew',
  '/reset-password',
  '/sign-in-link',
  '/unsubscribe',
];

/** The API with everything that it serves, not yet listening. */
export async function createApp(config: Config): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.forRoot(config), {
    bodyParser: false,
    logger: loggerOf(config),
  });
  app.set('etag', false);
  app.disable('x-powered-by');
  if (config.trustProxy !== null) app.set('trust proxy', config.trustProxy);
  app.use(timeRequests(app.get(Metrics)));
  app.use(
    helmet({
      contentSecurityPolicy: {
        directives: {
          defaultSrc: ["'self'"],
          // Mantine sets styles on elements.
          styleSrc: ["'self'", "'unsafe-inline'"],
          imgSrc: ["'self'", 'data:'],
          connectSrc: ["'self'", config.publicUrl.replace(/^http/, 'ws')],
          upgradeInsecureRequests: config.publicUrl.startsWith('https:') ? [] : null,
        },
      },
      strictTransportSecurity: config.publicUrl.startsWith('https:'),
    }),
  );
  mountSignIn(app);
  app.use(requestViewer(app.get(SessionService)));
  serveQueueBoard(app);
  app.use(express.json({ limit: BODY_LIMIT }));
  app.use(express.urlencoded({ extended: false, limit: BODY_LIMIT }));
  app.use(refuseBody);
  app.use(LINKED_PAGES, takeUnreadableLink, limitForms(app.get(Limiter), operatorOf(config)));
  servePages(app, config);
  app.enableShutdownHooks();
  return app;
}

/** better-auth parses bodies itself, whatever their size: it is given texts that are none too long. */
function mountSignIn(app: NestExpressApplication): void {
  const handler = toNodeHandler(app.get(Auth));
  const server: Express = app.getHttpAdapter().getInstance();
  const body = express.text({ type: () => true, limit: SIGN_IN_BODY_LIMIT });
  const limits = limitSignIn(app.get(Limiter), app.get(KnownDevices));
  server.all('/api/auth/{*path}', body, limits, (request, response, next) => {
    // It would refuse an empty text as a body of no type.
    if (request.body === '') request.body = undefined;
    handler(request, response).catch(next);
  });
}
