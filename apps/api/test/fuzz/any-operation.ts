import fc, { type Arbitrary } from 'fast-check';
import {
  getNamedType,
  getNullableType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { schema } from '../whole-selection.js';
import {
  anyDay,
  anyInt,
  anyMoment,
  anythingElse,
  hostileText,
  plainText,
} from './hostile-values.js';

/** An operation with variables, as a client sends it. */
export interface Operation {
  readonly query: unknown;
  readonly variables: unknown;
}

/** Deeper selections than this are the business of the limits. */
const DEPTH = 3;
const FIELDS = 6;

type AnyField = GraphQLField<unknown, unknown>;
interface Piece {
  /** Declarations of variables, the text that uses them, and their values. */
  readonly declared: readonly string[];
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Walks the schema: any field at the root, any arguments, some fields below. */
export class AnyOperation {
  private named = 0;

  /** @param ids of records that exist */
  constructor(private readonly ids: readonly string[]) {}

  arbitrary(): Arbitrary<Operation> {
    const roots = (['Query', 'Mutation'] as const).flatMap((root) =>
      fieldsOf(root).map((field) => ({ root, field })),
    );
    const whole = fc.constantFrom(...roots).chain(({ root, field }) =>
      fc.array(this.fieldOf(field, DEPTH), { minLength: 1, maxLength: 2 }).map((pieces) => {
        const declared = pieces.flatMap((piece) => piece.declared);
        const texts = pieces.map(({ text }, at) => `a${at}: ${text}`);
        const head = declared.length === 0 ? '' : `(${declared.join()})`;
        return {
          query: `${root.toLowerCase()} ${head} { ${texts.join(' ')} }`,
          variables: Object.assign({}, ...pieces.map(({ variables }) => variables)) as unknown,
        };
      }),
    );
    return fc.oneof(
      { weight: 12, arbitrary: whole },
      { weight: 1, arbitrary: whole.chain(damaged) },
      { weight: 1, arbitrary: fc.record({ query: anythingElse, variables: anythingElse }) },
    );
  }

  private fieldOf(field: AnyField, depth: number): Arbitrary<Piece> {
    const given = fc.tuple(...field.args.map((arg) => this.argumentOf(arg)));
    return fc.tuple(given, this.selectionOf(field, depth)).map(([args, below]) => {
      const passed = args.flatMap((arg) => arg ?? []);
      const inBrackets = passed.map(({ text }) => text).join();
      return {
        declared: [...passed.flatMap(({ declared }) => declared), ...below.declared],
        text: `${field.name}${inBrackets === '' ? '' : `(${inBrackets})`} ${below.text}`,
        variables: Object.assign(
          {},
          ...passed.map(({ variables }) => variables),
          below.variables,
        ) as Piece['variables'],
      };
    });
  }

  private argumentOf(arg: GraphQLArgument): Arbitrary<Piece | null> {
    // Each use has a variable of its own.
    const name = `v${String((this.named += 1))}`;
    const piece = this.valueOf(arg.type).map((value) => ({
      declared: [`$${name}: ${String(arg.type)}`],
      text: `${arg.name}: $${name}`,
      variables: { [name]: value },
    }));
    return isNonNullType(arg.type) ? piece : fc.option(piece, { freq: 2 });
  }

  private selectionOf(field: AnyField, depth: number): Arbitrary<Piece> {
    const type = getNamedType(field.type);
    if (!isObjectType(type) && !isInterfaceType(type)) return fc.constant(NOTHING);
    const below = Object.values(type.getFields()).filter(
      ({ type: inner }) => depth > 0 || !isObjectType(getNamedType(inner)),
    );
    const some = fc.shuffledSubarray(below, { maxLength: Math.min(FIELDS, below.length) });
    return some
      .chain((fields) => fc.tuple(...fields.map((inner) => this.fieldOf(inner, depth - 1))))
      .map((pieces) => ({
        declared: pieces.flatMap(({ declared }) => declared),
        text: `{ __typename ${pieces.map(({ text }, at) => `f${at}: ${text}`).join(' ')} }`,
        variables: Object.assign(
          {},
          ...pieces.map(({ variables }) => variables),
        ) as Piece['variables'],
      }));
  }

  /** Mostly what the type takes, sometimes what it doesn't. */
  private valueOf(type: GraphQLInputType): Arbitrary<unknown> {
    return fc.oneof(
      { weight: 30, arbitrary: this.goodValueOf(getNullableType(type)) },
      { weight: 1, arbitrary: anythingElse },
      { weight: 1, arbitrary: fc.constant(null) },
    );
  }

  private goodValueOf(type: GraphQLInputType): Arbitrary<unknown> {
    if (isListType(type)) {
      const item = type.ofType;
      const few = fc.array(this.valueOf(item), { maxLength: 4 });
      return fc.oneof(
        { weight: 12, arbitrary: few },
        {
          weight: 1,
          arbitrary: this.valueOf(item).map((value) => Array.from({ length: 300 }, () => value)),
        },
      );
    }
    if (isEnumType(type)) return fc.constantFrom(...type.getValues().map(({ name }) => name));
    if (isInputObjectType(type)) return this.inputOf(Object.values(type.getFields()));
    switch (getNamedType(type).name) {
      case 'ID':
        return fc.oneof(
          { weight: 8, arbitrary: fc.constantFrom(...this.ids) },
          { weight: 1, arbitrary: fc.uuid() },
          { weight: 1, arbitrary: hostileText },
        );
      case 'Boolean':
        return fc.boolean();
      case 'Int':
      case 'Float':
        return anyInt;
      case 'Date':
        return anyDay;
      case 'DateTime':
        return anyMoment;
      default:
        return fc.oneof(plainText, hostileText);
    }
  }

  private inputOf(fields: readonly GraphQLInputField[]): Arbitrary<unknown> {
    const model = Object.fromEntries(fields.map(({ name, type }) => [name, this.valueOf(type)]));
    const required = fields.filter(({ type }) => isNonNullType(type)).map(({ name }) => name);
    const input = fc.record(model, { requiredKeys: required });
    return fc.oneof(
      { weight: 30, arbitrary: input },
      { weight: 1, arbitrary: input.map((value) => ({ ...value, unknown: 1 })) },
    );
  }
}

const NOTHING: Piece = { declared: [], text: '', variables: {} };

const fieldsOf = (root: 'Mutation' | 'Query'): AnyField[] => {
  const type = schema.getType(root);
  if (!isObjectType(type)) throw new Error(`no type ${root}`);
  return Object.values(type.getFields());
};

/** A document with a piece cut out, doubled or exchanged. */
function damaged({ query, variables }: Operation): Arbitrary<Operation> {
  const text = String(query);
  return fc.tuple(fc.nat(text.length), fc.nat(12), hostileText).map(([at, length, put]) => ({
    query: text.slice(0, at) + put + text.slice(at + length),
    variables,
  }));
}
