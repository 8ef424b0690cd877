import { CombinedGraphQLErrors, ServerError } from '@apollo/client';
import type { ErrorCode } from '@wilma/domain';

/** What went wrong, in the codes of the API or because the network did not answer. */
export type Failure = ErrorCode | 'NETWORK';

/** A field that was refused, as the API names it, with a sentence in the user's language. */
export interface FieldError {
  readonly path: string;
  readonly message: string;
}

interface ErrorExtensions {
  readonly code?: unknown;
  readonly fields?: unknown;
}

const CODES: Readonly<Record<ErrorCode, true>> = {
  UNAUTHENTICATED: true,
  FORBIDDEN: true,
  NOT_FOUND: true,
  BAD_USER_INPUT: true,
  CONFLICT: true,
  RATE_LIMITED: true,
  INTERNAL: true,
};

const isCode = (code: unknown): code is ErrorCode => typeof code === 'string' && code in CODES;

function extensionsOf(error: unknown): ErrorExtensions {
  return CombinedGraphQLErrors.is(error) ? (error.errors[0]?.extensions ?? {}) : {};
}

export function failureOf(error: unknown): Failure {
  if (CombinedGraphQLErrors.is(error)) {
    const { code } = extensionsOf(error);
    return isCode(code) ? code : 'INTERNAL';
  }
  if (ServerError.is(error)) return error.statusCode === 429 ? 'RATE_LIMITED' : 'INTERNAL';
  return 'NETWORK';
}

const isFieldError = (value: unknown): value is FieldError =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as FieldError).path === 'string' &&
  typeof (value as FieldError).message === 'string';

/** The refused fields of a BAD_USER_INPUT, with paths below the input: `title`, `tags.2`. */
export function fieldErrorsOf(error: unknown): FieldError[] {
  const { fields } = extensionsOf(error);
  if (!Array.isArray(fields)) return [];
  return fields
    .filter(isFieldError)
    .map(({ path, message }) => ({ path: path.replace(/^input\./, ''), message }));
}
