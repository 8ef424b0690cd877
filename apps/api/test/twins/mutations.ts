import {
  type GraphQLField,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isInterfaceType,
  isRequiredInputField,
  getNamedType,
} from 'graphql';
import { everythingOf, schema } from '../whole-selection.js';

/** A value of the type, as it is written; ids are all the same one. */
function sample(type: GraphQLInputType, id: string): string {
  if (isNonNullType(type)) return sample(type.ofType, id);
  if (isListType(type)) return `[${sample(type.ofType, id)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(isRequiredInputField);
    return `{ ${fields.map((field) => `${field.name}: ${sample(field.type, id)}`).join(', ')} }`;
  }
  switch (type.name) {
    case 'ID':
      return JSON.stringify(id);
    case 'Int':
      return '1';
    case 'Float':
      return '0.5';
    case 'Boolean':
      return 'true';
    case 'Date':
      return '"2035-03-01"';
    case 'DateTime':
      return '"2035-03-01T10:00:00.000Z"';
    default:
      return '"Ein Text"';
  }
}

function call(field: GraphQLField<unknown, unknown>, id: string): string {
  const args = field.args.map(({ name, type }) => `${name}: ${sample(type, id)}`);
  const written = args.length === 0 ? '' : `(${args.join(', ')})`;
  const named = getNamedType(field.type);
  const isObject = isObjectType(named) || isInterfaceType(named);
  return `mutation { ${field.name}${written}${isObject ? everythingOf(named.name, 1) : ''} }`;
}

/** Every mutation with each of the ids. */
export const mutationsOn = (ids: readonly string[]): string[] =>
  Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap((field) =>
    ids.map((id) => call(field, id)),
  );
