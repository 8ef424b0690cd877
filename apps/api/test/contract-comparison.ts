import {
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLSchema,
  type GraphQLType,
  type InputValueDefinitionNode,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  Kind,
  type TypeDefinitionNode,
  type TypeNode,
  isTypeDefinitionNode,
} from 'graphql';

/** Stands for a type that has no promised name. */
const FREE = 'Anything';

type Side = 'GIVEN' | 'TAKEN';

/**
 * Whether a type keeps a promise. What is given may be null less often than promised, what is taken
 * more often.
 */
function keeps(type: GraphQLType, promised: TypeNode, side: Side): boolean {
  if (promised.kind === Kind.NON_NULL_TYPE) {
    if (isNonNullType(type)) return keeps(type.ofType, promised.type, side);
    return side === 'TAKEN' && keeps(type, promised.type, side);
  }
  if (isNonNullType(type)) return side === 'GIVEN' && keeps(type.ofType, promised, side);
  if (promised.kind === Kind.LIST_TYPE) {
    return isListType(type) && keeps(type.ofType, promised.type, side);
  }
  return promised.name.value === FREE || (!isListType(type) && type.name === promised.name.value);
}

/** What of a promise the schema does not keep: `Type`, `Type.field`, `Type.field(argument)`. */
export function brokenIn(schema: GraphQLSchema, promise: DocumentNode): string[] {
  return promise.definitions.filter(isTypeDefinitionNode).flatMap((definition) => {
    const broken = brokenInType(schema, definition);
    return broken.map((path) => `${definition.name.value}${path}`);
  });
}

function brokenInType(schema: GraphQLSchema, definition: TypeDefinitionNode): string[] {
  const type = schema.getType(definition.name.value);
  switch (definition.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION: {
      if (!isObjectType(type) && !isInterfaceType(type)) return [''];
      const interfaces = type.getInterfaces().map(({ name }) => name);
      const lacking = (definition.interfaces ?? []).filter(
        ({ name }) => !interfaces.includes(name.value),
      );
      return [
        ...lacking.map(({ name }) => ` implements ${name.value}`),
        ...(definition.fields ?? []).flatMap((field) => brokenInField(type.getFields(), field)),
      ];
    }
    case Kind.INPUT_OBJECT_TYPE_DEFINITION: {
      if (!isInputObjectType(type)) return [''];
      const fields = Object.values(type.getFields());
      return brokenInputs(fields, definition.fields ?? [], (name) => `.${name}`);
    }
    case Kind.ENUM_TYPE_DEFINITION: {
      if (!isEnumType(type)) return [''];
      const values = (definition.values ?? []).map(({ name }) => name.value);
      return values.filter((name) => !type.getValue(name)).map((name) => `.${name}`);
    }
    default:
      throw new Error(`nothing is known of ${definition.kind}`);
  }
}

type Fields = ReturnType<Extract<GraphQLType, { getInterfaces: unknown }>['getFields']>;

function brokenInField(fields: Fields, promised: FieldDefinitionNode): string[] {
  const name = promised.name.value;
  const field = fields[name];
  if (field === undefined) return [`.${name}`];
  return [
    ...(keeps(field.type, promised.type, 'GIVEN') ? [] : [`.${name}: ${String(field.type)}`]),
    ...brokenInputs(field.args, promised.arguments ?? [], (argument) => `.${name}(${argument})`),
  ];
}

function brokenInputs(
  inputs: readonly (GraphQLArgument | GraphQLInputField)[],
  promised: readonly InputValueDefinitionNode[],
  pathOf: (name: string) => string,
): string[] {
  const broken = promised.filter(({ name, type }) => {
    const input = inputs.find((one) => one.name === name.value);
    return input === undefined || !keeps(input.type, type, 'TAKEN');
  });
  const known = promised.map(({ name }) => name.value);
  // Who knows the promise alone could not call it.
  const demanded = inputs.filter(
    (input) =>
      !known.includes(input.name) && (isRequiredArgument(input) || isRequiredInputField(input)),
  );
  return [
    ...broken.map(({ name }) => pathOf(name.value)),
    ...demanded.map(({ name }) => pathOf(`${name} demanded`)),
  ];
}
