import type { ApolloServerPlugin } from '@apollo/server';
import { type DocumentNode, Kind, visit } from 'graphql';
import type { GraphqlContext } from './context.js';
import { refuse } from './limits.js';

/** Whether a document asks what the API can do, at any depth and in any fragment. */
export function introspects(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    [Kind.FIELD]: ({ name }) => {
      if (name.value === '__schema' || name.value === '__type') found = true;
    },
  });
  return found;
}

/** Lets everybody or only administrators ask what the API can do. */
export const introspectionFor = (
  whom: 'ADMIN' | 'EVERYBODY',
): ApolloServerPlugin<GraphqlContext> => ({
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ document, contextValue: { viewer } }) => {
        const { actor } = viewer;
        const isAdmin = actor.kind === 'ACCOUNT' && actor.role === 'ADMIN';
        if (whom === 'ADMIN' && !isAdmin && introspects(document)) {
          throw refuse('Introspection is for administrators.');
        }
        return Promise.resolve();
      },
    }),
});
