import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Logger,
} from '@nestjs/common';
import { DomainError, type ErrorCode } from '@wilma/domain';
import { codeText } from '@wilma/platform';
import type { NextFunction, Request, Response } from 'express';
import { requestLocale } from '../auth/request-viewer.js';

const log = new Logger('http');

/** The status of a whole answer that is a refusal. */
export const STATUS: Readonly<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  CONFLICT: 409,
  RATE_LIMITED: 429,
  INTERNAL: 500,
};

/** The same shape for errors of HTTP as for those of GraphQL. */
const bodyOf = (code: ErrorCode) => ({
  errors: [{ message: codeText(code, requestLocale()), extensions: { code } }],
});

interface ParserError extends Error {
  readonly status?: number;
  readonly type?: string;
}

/** What the body parser refuses: too large, not JSON, a wrong encoding. */
export function refuseBody(
  error: ParserError,
  _request: Request,
  response: Response,
  next: NextFunction,
): void {
  const status = error.status ?? 500;
  if (status < 400 || status >= 500 || response.headersSent) next(error);
  else response.status(status).json(bodyOf('BAD_USER_INPUT'));
}

/** Errors of controllers. Those of resolvers are formatted by GraphQL. */
@Catch()
export class RefusalFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType<string>() === 'graphql') throw error;
    const response = host.switchToHttp().getResponse<Response>();
    if (error instanceof DomainError) {
      response.status(STATUS[error.code]).json(bodyOf(error.code));
    } else if (error instanceof HttpException) {
      response.status(error.getStatus()).json(error.getResponse());
    } else {
      log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
      response.status(500).json(bodyOf('INTERNAL'));
    }
  }
}
