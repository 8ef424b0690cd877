import { Transform, type TransformFnParams, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
  ValidateNested,
  type ValidationError,
  type ValidationOptions,
} from 'class-validator';
import {
  badInput,
  type DomainError,
  type FieldProblem,
  isCleanText,
  type ProblemKey,
} from '@wilma/domain';

type Context = Pick<FieldProblem, 'problem' | 'values'>;

const options = (
  problem: ProblemKey,
  values?: FieldProblem['values'],
  each = false,
): ValidationOptions => ({
  // Nobody reads the message, yet class-validator drops the context where it is empty.
  message: problem,
  context: { problem, values } satisfies Context,
  each,
});

const all =
  (...decorators: PropertyDecorator[]): PropertyDecorator =>
  (target, key) => {
    for (const decorate of decorators) decorate(target, key);
  };

const trim = ({ value }: TransformFnParams): unknown =>
  typeof value === 'string' ? value.trim() : (value as unknown);

const clean = (each = false): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isClean',
      validator: { validate: (value) => typeof value !== 'string' || isCleanText(value) },
    },
    options('badCharacters', undefined, each),
  );

interface TextBounds {
  readonly min?: number;
  readonly max: number;
}

/** A text within bounds, trimmed, without control characters or lone surrogates. */
export const IsText = ({ min = 0, max }: TextBounds): PropertyDecorator =>
  all(
    Transform(trim),
    IsString(options('invalid')),
    clean(),
    MinLength(min, options(min > 1 ? 'tooShort' : 'required', { min })),
    MaxLength(max, options('tooLong', { max })),
  );

const matching = (test: (text: string) => boolean, problem: ProblemKey): PropertyDecorator =>
  ValidateBy(
    { name: problem, validator: { validate: (v) => typeof v !== 'string' || test(v) } },
    options(problem),
  );

const LINE_BREAK = /[\r\n\t\u2028\u2029]/;

/** A text of one line; where it must not be empty it holds a letter or a digit. */
export const IsLine = ({ min = 0, max }: TextBounds): PropertyDecorator =>
  all(
    IsText({ min, max }),
    matching((text) => !LINE_BREAK.test(text), 'badCharacters'),
    matching((text) => min === 0 || /[\p{L}\p{N}]/u.test(text), 'required'),
  );

const MAIL =
  /^[^\s@<>"(),:;\\[\]]{1,64}@(?=.{1,253}$)([\p{L}\p{N}-]{1,63}\.)+[\p{L}\p{N}-]{2,63}$/u;
export const isMail = (text: string): boolean => MAIL.test(text);

const isWebAddress = (text: string): boolean =>
  URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);

export const IsMail = (): PropertyDecorator =>
  all(IsLine({ min: 1, max: 254 }), matching(isMail, 'badMail'));

export const IsWebAddress = (): PropertyDecorator =>
  all(IsLine({ max: 300 }), matching(isWebAddress, 'badUrl'));

/** A whole number between two bounds, both included. */
export const IsWithin = (min: number, max: number): PropertyDecorator =>
  all(
    IsInt(options('outOfRange', { min, max })),
    Min(min, options('outOfRange', { min, max })),
    Max(max, options('outOfRange', { min, max })),
  );

/** One value of a vocabulary. */
export const IsOneOf = (vocabulary: object): PropertyDecorator =>
  IsIn(Object.values(vocabulary), options('notAllowedValue'));

/** Several values of a vocabulary, each once. */
export function AreOneOf(vocabulary: object): PropertyDecorator {
  const values = Object.values(vocabulary);
  return all(
    IsArray(options('invalid')),
    ArrayMaxSize(values.length, options('tooMany', { max: values.length })),
    ArrayUnique(options('invalid')),
    IsIn(values, options('notAllowedValue', undefined, true)),
  );
}

/** A list of short texts such as ids. */
export const AreTexts = (bounds: { max: number; length: number }): PropertyDecorator =>
  all(
    IsArray(options('invalid')),
    ArrayMaxSize(bounds.max, options('tooMany', { max: bounds.max })),
    IsString(options('invalid', undefined, true)),
    clean(true),
    MaxLength(bounds.length, options('tooLong', { max: bounds.length }, true)),
  );

/** A list of texts of one line, none of them empty. */
export const AreLines = (bounds: { max: number; length: number }): PropertyDecorator =>
  all(
    Transform(({ value }: TransformFnParams): unknown =>
      Array.isArray(value)
        ? value.map((one: unknown) => (typeof one === 'string' ? one.trim() : one))
        : (value as unknown),
    ),
    AreTexts(bounds),
    ValidateBy(
      {
        name: 'isLine',
        validator: { validate: (v) => typeof v !== 'string' || /[\p{L}\p{N}]/u.test(v) },
      },
      options('required', undefined, true),
    ),
    ValidateBy(
      {
        name: 'isOneLine',
        validator: { validate: (v) => typeof v !== 'string' || !LINE_BREAK.test(v) },
      },
      options('badCharacters', undefined, true),
    ),
  );

/** An object that is validated by its own class. */
export const IsNested = (type: () => new () => object): PropertyDecorator =>
  all(ValidateNested(options('invalid')), Type(type));

/** A list of objects that are validated by their own class. */
export const AreNested = (type: () => new () => object, max: number): PropertyDecorator =>
  all(
    IsArray(options('invalid')),
    ArrayMaxSize(max, options('tooMany', { max })),
    ValidateNested(options('invalid', undefined, true)),
    Type(type),
  );

/** May be left out or null. */
export const Optional = (): PropertyDecorator => IsOptional();

const REPORTED = 20;

function problems(errors: readonly ValidationError[], above: string): FieldProblem[] {
  return errors.flatMap((error) => {
    const path = above === '' ? error.property : `${above}.${error.property}`;
    // The first rule that is broken: what is no text can't be too long.
    const [name] = Object.keys(error.constraints ?? {});
    const context =
      name === undefined ? undefined : (error.contexts?.[name] as Context | undefined);
    const own: FieldProblem[] =
      name === undefined ? [] : [{ path, ...(context ?? { problem: 'invalid' }) }];
    return [...own, ...problems(error.children ?? [], path)];
  });
}

/** Turns what class-validator found into the refusal that clients read. */
export const refusalOf = (errors: ValidationError[]): DomainError =>
  badInput(...problems(errors, '').slice(0, REPORTED));
