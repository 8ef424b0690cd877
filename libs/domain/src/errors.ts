/** Codes that reach clients as `extensions.code`; the web switches over them exhaustively. */
export const ErrorCode = {
  UNAUTHENTICATED: 'UNAUTHENTICATED',
  FORBIDDEN: 'FORBIDDEN',
  NOT_FOUND: 'NOT_FOUND',
  BAD_USER_INPUT: 'BAD_USER_INPUT',
  CONFLICT: 'CONFLICT',
  RATE_LIMITED: 'RATE_LIMITED',
  INTERNAL: 'INTERNAL',
} as const;
export type ErrorCode = keyof typeof ErrorCode;

/**
 * What can be wrong with one input. The keys name the sentences in the message files, `values`
 * fill their blanks.
 */
export interface FieldProblem {
  /** Path below the operation's arguments or its input, e.g. `title` or `tags.2`. */
  readonly path: string;
  readonly problem: ProblemKey;
  readonly values?: Readonly<Record<string, string | number>>;
}

export type ProblemKey =
  | 'alreadyInvited'
  | 'alreadyMember'
  | 'badCharacters'
  | 'badCursor'
  | 'badDate'
  | 'badDomain'
  | 'badMail'
  | 'badUrl'
  | 'duplicateTag'
  | 'endBeforeStart'
  | 'foreignOrganisation'
  | 'invalid'
  | 'lastManager'
  | 'mustBeFuture'
  | 'mustBeVerified'
  | 'mustChooseOrganisation'
  | 'mustConfirmAddress'
  | 'notAllowedValue'
  | 'notMember'
  | 'openPostings'
  | 'outOfRange'
  | 'publicDomain'
  | 'reasonNeeded'
  | 'required'
  | 'revealsIdentity'
  | 'tagCircle'
  | 'tagRetired'
  | 'textNeeded'
  | 'tooFew'
  | 'tooLong'
  | 'tooMany'
  | 'tooManyInvitations'
  | 'tooManyQuestions'
  | 'tooManyUnverified'
  | 'tooShort'
  | 'unknownTag'
  | 'wordTaken';

/** A refusal by a rule of the domain: rolls back what was begun and tells the client why. */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly fields: readonly FieldProblem[] = [],
  ) {
    super(message);
    this.name = 'DomainError';
  }
}

export const notFound = (): DomainError => new DomainError('NOT_FOUND', 'not found');
export const unauthenticated = (): DomainError =>
  new DomainError('UNAUTHENTICATED', 'sign in first');
export const forbidden = (): DomainError => new DomainError('FORBIDDEN', 'not allowed');
export const conflict = (message: string): DomainError => new DomainError('CONFLICT', message);
export const badInput = (...fields: FieldProblem[]): DomainError =>
  new DomainError('BAD_USER_INPUT', 'input refused', fields);
