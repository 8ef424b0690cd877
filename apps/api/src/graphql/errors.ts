import { randomUUID } from 'node:crypto';
import { ApolloServerErrorCode, unwrapResolverError } from '@apollo/server/errors';
import { HttpException, Logger } from '@nestjs/common';
import { DomainError, type ErrorCode, type FieldProblem } from '@wilma/domain';
import { codeText, problemText } from '@wilma/platform';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { requestLocale } from '../auth/request-viewer.js';
import { STATUS } from '../http/refusals.js';

const log = new Logger('graphql');

/** What the server itself refuses before any resolver runs. */
const REFUSED = new Set<string>([
  ...Object.values<string>(ApolloServerErrorCode).filter(
    (code) => code !== 'INTERNAL_SERVER_ERROR',
  ),
  'BAD_REQUEST',
  'METHOD_NOT_ALLOWED',
]);

/** graphql-js names the place of a wrong variable in its sentence only. */
const AT_PLACE = /at "([^"]+)"/;
const VARIABLE = /Variable "\$(\w+)"/;
const MISSING_FIELD = /Field "([^"]+)" of required type/;

/** After fifty wrong variables graphql-js says so, and Apollo takes that for a failure of ours. */
const TOO_MANY_WRONG = 'Too many errors processing variables';

interface Refusal {
  readonly code: ErrorCode;
  readonly message?: string;
  readonly fields?: readonly FieldProblem[];
  readonly id?: string;
}

/** The one place where errors become what clients read: a code, a sentence and the fields. */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
): GraphQLFormattedError {
  const { code, message, fields = [], id } = refusalOf(formatted, causeOf(error));
  const locale = requestLocale();
  return {
    message: message ?? codeText(code, locale),
    ...(formatted.locations === undefined ? {} : { locations: formatted.locations }),
    ...(formatted.path === undefined ? {} : { path: formatted.path }),
    extensions: {
      code,
      ...(id === undefined ? {} : { id }),
      ...(fields.length === 0
        ? {}
        : {
            fields: fields.map(({ path, problem, values }) => ({
              path,
              message: problemText(problem, locale, values),
            })),
          }),
    },
  };
}

/** What a resolver threw, or a plugin, whose errors Apollo takes as its own kind only. */
function causeOf(error: unknown): unknown {
  const cause = unwrapResolverError(error);
  const isWrapped = cause instanceof GraphQLError && cause.originalError instanceof DomainError;
  return isWrapped ? cause.originalError : cause;
}

/** A refusal of the domain as an error that plugins may throw. */
export const asGraphqlError = (error: unknown): unknown =>
  error instanceof DomainError
    ? new GraphQLError(error.message, {
        originalError: error,
        extensions: { http: { status: STATUS[error.code] } },
      })
    : error;

function refusalOf(formatted: GraphQLFormattedError, error: unknown): Refusal {
  if (error instanceof DomainError) return { code: error.code, fields: error.fields };
  const code = formatted.extensions?.code;
  if (error instanceof GraphQLError || typeof code === 'string') {
    const isRefused =
      (typeof code === 'string' && REFUSED.has(code)) ||
      formatted.message.startsWith(TOO_MANY_WRONG) ||
      (error instanceof GraphQLError &&
        error.originalError === undefined &&
        code !== 'INTERNAL_SERVER_ERROR');
    if (isRefused) {
      const fields = fieldsIn(formatted.message);
      // Sentences about the form of a request as a whole are for developers: kept as they are.
      return fields.length > 0
        ? { code: 'BAD_USER_INPUT', fields }
        : { code: 'BAD_USER_INPUT', message: formatted.message };
    }
  }
  if (error instanceof HttpException && error.getStatus() < 500) {
    return { code: 'BAD_USER_INPUT', message: error.message };
  }
  const id = randomUUID();
  log.error(`${id} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return { code: 'INTERNAL', id };
}

function fieldsIn(message: string): FieldProblem[] {
  const variable = VARIABLE.exec(message)?.[1] ?? '';
  // Clients name their variables as they like: paths begin below them.
  const place = AT_PLACE.exec(message)?.[1]?.replaceAll(/\[(\d+)\]/g, '.$1');
  const below = place?.startsWith(`${variable}.`) ? place.slice(variable.length + 1) : place;
  const missing = MISSING_FIELD.exec(message)?.[1];
  if (missing !== undefined) {
    const above = below === undefined || below === variable ? '' : `${below}.`;
    return [{ path: `${above}${missing}`, problem: 'required' }];
  }
  if (below !== undefined) return [{ path: below, problem: 'invalid' }];
  return variable === '' ? [] : [{ path: variable, problem: 'invalid' }];
}
