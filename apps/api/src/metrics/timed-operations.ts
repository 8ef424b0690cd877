import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from '@apollo/server';
import { ErrorCode } from '@wilma/domain';
import {
  type DocumentNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { GraphqlContext } from '../graphql/context.js';
import type { Metrics } from './metrics.js';

/** Distinct fields at the root of an operation, those of its fragments included. */
function rootNames(document: DocumentNode, operation: OperationDefinitionNode): Set<string> {
  const names = new Set<string>();
  const spread = new Set<string>();
  const collect = (set: SelectionSetNode | undefined): void => {
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FIELD) names.add(selection.name.value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet);
      else if (!spread.has(selection.name.value)) {
        spread.add(selection.name.value);
        collect(fragment(document, selection.name.value));
      }
    }
  };
  collect(operation.selectionSet);
  return names;
}

function fragment(document: DocumentNode, name: string): SelectionSetNode | undefined {
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name) {
      return definition.selectionSet;
    }
  }
  return undefined;
}

/** The field that an operation is about. Of a valid document only, whose names the schema has. */
function fieldOf(document: DocumentNode, operation: OperationDefinitionNode): string {
  const names = rootNames(document, operation);
  if (names.size > 1) names.delete('__typename');
  return names.size === 1 ? ([...names][0] ?? 'none') : 'several';
}

function codeOf({ response }: GraphQLRequestContextWillSendResponse<GraphqlContext>): string {
  const { body } = response;
  const errors = body.kind === 'single' ? body.singleResult.errors : undefined;
  if (errors === undefined || errors.length === 0) return 'OK';
  const code = errors[0]?.extensions?.['code'];
  return typeof code === 'string' && code in ErrorCode ? code : 'INTERNAL';
}

/** Measures operations by what they ask for. */
export const timeOperations = ({ operations }: Metrics): ApolloServerPlugin<GraphqlContext> => ({
  requestDidStart: () => {
    const end = operations.startTimer();
    let field = 'none';
    return Promise.resolve({
      didResolveOperation: ({ document, operation }) => {
        if (operation !== undefined) field = fieldOf(document, operation);
        return Promise.resolve();
      },
      willSendResponse: (context) => {
        end({ field, code: codeOf(context) });
        return Promise.resolve();
      },
    });
  },
});
