import { AsyncLocalStorage } from 'node:async_hooks';
import { Locale, localeIn } from '@wilma/domain';
import type { SessionService, Viewer } from '@wilma/identity';
import { asOneRequest } from '@wilma/platform';
import type { RequestHandler } from 'express';

declare module 'express-serve-static-core' {
  interface Request {
    viewer: Viewer;
  }
}

const locales = new AsyncLocalStorage<Locale>();

/** The language of whoever sent the request that is being answered. */
export const requestLocale = (): Locale => locales.getStore() ?? 'de';

/** Runs the work as the answer to somebody who reads a language. */
export const answeringIn = <T>(locale: Locale, work: () => T): T => locales.run(locale, work);

/** The first of our languages that a browser asks for. */
export const acceptedLocale = (header: string | undefined): Locale => localeIn(header) ?? 'de';

/** Finds out who sent a request and in which language they are answered. */
export const requestViewer =
  (sessions: SessionService): RequestHandler =>
  (request, _response, next) => {
    sessions.viewerOf(request.headers.cookie).then((viewer) => {
      request.viewer = viewer;
      const accepted = request.acceptsLanguages(Object.keys(Locale));
      const locale = viewer.locale ?? (accepted === false ? 'de' : (accepted as Locale));
      asOneRequest(() => answeringIn(locale, next));
    }, next);
  };
