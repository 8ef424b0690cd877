import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  getNamedType,
  type GraphQLField,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

/** The schema as it is promised to clients. */
export const schema = buildSchema(
  readFileSync(join(import.meta.dirname, '../schema.graphql'), 'utf8'),
);

/** Every field of a type that needs no argument, and theirs, to a depth. */
export function everythingOf(typeName: string, depth = 4): string {
  const type = schema.getType(typeName);
  if (!isObjectType(type) && !isInterfaceType(type)) throw new Error(`no fields in ${typeName}`);
  const fields = Object.values(type.getFields()).flatMap((field) => selection(field, depth) ?? []);
  return `{ ${fields.join(' ')} }`;
}

function selection({ name, type, args }: GraphQLField<unknown, unknown>, depth: number) {
  if (args.some(isRequiredArgument)) return null;
  const named = getNamedType(type);
  if (!isObjectType(named) && !isInterfaceType(named)) return name;
  if (depth === 0) return null;
  // Lists of lists would cost more than one request may.
  const few = args.some((arg) => arg.name === 'first') ? '(first: 2)' : '';
  return `${name}${few} ${everythingOf(named.name, depth - 1)}`;
}
