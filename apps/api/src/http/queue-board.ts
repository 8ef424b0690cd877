import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { abilityOf } from '@wilma/domain';
import { type NextFunction, type Request, type Response, Router } from 'express';
import { QueueView } from './queue-view.js';

const BASE = '/queues';
const EVENTS = `Events and the handlers that are to act on them. What failed too often is no longer
here: parkedJobs of the API shows it, and retryParkedJob offers it again.`;
const CLOCK = 'Every half minute: what time brings, and what some queue has lost.';
const PAGES = createRequire(import.meta.url).resolve('@bull-board/ui/package.json');
/** The page would load its fonts from elsewhere. */
const FOREIGN = /<link[^>]+https?:[^>]*>/g;

type EntryRoute = Parameters<ExpressAdapter['setEntryRoute']>[0];

/** The board without what it would load from elsewhere. */
class OwnAdapter extends ExpressAdapter {
  constructor() {
    super();
    this.app.disable('x-powered-by');
    this.setBasePath(BASE);
  }

  override setEntryRoute(entry: EntryRoute): this {
    this.app.get(entry.route, (_request, response, next) => {
      const { name, params } = entry.handler({ basePath: this.basePath, uiConfig: this.uiConfig });
      response.render(name, params, (error: Error | null, page: string) => {
        if (error === null) response.send(page.replace(FOREIGN, ''));
        else next(error);
      });
    });
    return this;
  }
}

/**
 * Shows the queues to administrators. It only shows them: whatever is deleted here is offered again
 * from the outbox, a paused queue stops everything without a trace in the audit, and failures wait in
 * a table of ours where a retry is recorded. To anybody else there is nothing.
 */
export function serveQueueBoard(app: NestExpressApplication): void {
  const view = app.get(QueueView);
  const adapter = new OwnAdapter();
  createBullBoard({
    queues: [
      new BullMQAdapter(view.events, { readOnlyMode: true, description: EVENTS }),
      new BullMQAdapter(view.clock, { readOnlyMode: true, description: CLOCK }),
    ],
    serverAdapter: adapter,
    options: {
      uiBasePath: dirname(PAGES),
      uiConfig: { boardTitle: 'Wilma', hideDocsLink: true },
    },
  });
  const router = Router();
  router.use(administratorsLook);
  router.use('/api', whileThereIsAQueue(view));
  router.use(adapter.getRouter() as Router);
  app.use(BASE, router);
}

function administratorsLook(request: Request, response: Response, next: NextFunction): void {
  const looks = request.method === 'GET' || request.method === 'HEAD';
  if (!looks || !abilityOf(request.viewer.actor).can('read', 'Job')) {
    next('router');
    return;
  }
  response.setHeader('Cache-Control', 'no-store');
  next();
}

/** The board would wait for its server as long as it takes. */
const whileThereIsAQueue =
  (view: QueueView) =>
  async (_request: Request, response: Response, next: NextFunction): Promise<void> => {
    if (await view.answers()) next();
    else response.status(503).json({ error: 'The server of the queues does not answer.' });
  };
