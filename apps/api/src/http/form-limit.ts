import { DomainError } from '@wilma/domain';
import { type Limit, type Limiter, type Operator, tooMuchPage } from '@wilma/platform';
import type { RequestHandler } from 'express';
import { requestLocale } from '../auth/request-viewer.js';

/** Of the forms behind the links in mails, for one address. */
const FORMS: Limit = { points: 60, seconds: 60, counted: 'TOGETHER' };

/** Refuses whoever tries links by sending forms. Reading changes nothing and is free. */
export const limitForms =
  (limiter: Limiter, operator: Operator): RequestHandler =>
  ({ method, ip = '' }, response, next) => {
    if (method !== 'POST') {
      next();
      return;
    }
    limiter.consume('form', ip, FORMS).then(
      () => {
        next();
      },
      (error: unknown) => {
        if (!(error instanceof DomainError)) next(error);
        else response.status(429).send(tooMuchPage({ locale: requestLocale(), operator }));
      },
    );
  };
