import type { RequestHandler } from 'express';
import { routeOf } from '../http/routes.js';
import type { Metrics } from './metrics.js';

const METHODS: readonly string[] = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'POST', 'PUT'];

/** Measures how long each answer takes, the ways of asking kept few. */
export const timeRequests =
  ({ requests }: Metrics): RequestHandler =>
  (request, response, next) => {
    const { method, path } = request;
    const end = requests.startTimer({
      route: routeOf(path),
      method: METHODS.includes(method) ? method : 'other',
    });
    response.once('close', () => {
      const status = `${String(Math.floor(response.statusCode / 100))}xx`;
      end({ status: response.writableFinished ? status : 'aborted' });
    });
    next();
  };
