import type { ApolloServerPlugin } from '@apollo/server';
import { accountIdOf } from '@wilma/domain';
import type { Limit, Limiter } from '@wilma/platform';
import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import type { GraphqlContext } from './context.js';
import { asGraphqlError } from './errors.js';
import { rootFields } from './limits.js';

const perMinute = (points: number, counted: Limit['counted'] = 'TOGETHER'): Limit => ({
  points,
  seconds: 60,
  counted,
});

/** More than anybody does by hand, for one account or, without one, one address. */
const USUAL: Readonly<Record<`${OperationDefinitionNode['operation']}`, Limit>> = {
  mutation: perMinute(120),
  query: perMinute(600, 'HERE'),
  subscription: perMinute(120, 'HERE'),
};

/** What sends mails to strangers, takes secrets that could be guessed, or makes much work. */
const OF_ITS_OWN: Readonly<Record<string, Limit>> = {
  acceptInvitation: perMinute(10),
  cancelErasure: perMinute(10),
  createOrganisation: perMinute(10),
  inviteMember: perMinute(10),
  joinOrganisation: perMinute(10),
  mergeTags: perMinute(10),
  resendConfirmation: { points: 5, seconds: 3_600, counted: 'TOGETHER' },
  previewMatches: perMinute(120, 'HERE'),
  requestErasure: perMinute(10),
  retryAllParkedJobs: perMinute(10),
  suggestMore: perMinute(20),
  suggestTag: perMinute(10),
  suggestTags: perMinute(120, 'HERE'),
  removeMember: perMinute(20),
  transferPosting: perMinute(10),
};

/**
 * Counts every field at the root of an operation, under whatever names a request has it done,
 * before any of it is.
 * @throws GraphQLError that stands for a DomainError RATE_LIMITED
 */
export async function countOperation(
  limiter: Limiter,
  { viewer, address }: Pick<GraphqlContext, 'address' | 'viewer'>,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Promise<void> {
  const who = accountIdOf(viewer.actor) ?? address;
  try {
    for (const [field, times] of rootFields(document, operation)) {
      const limit = OF_ITS_OWN[field] ?? USUAL[operation.operation];
      await limiter.consume(field, who, limit, times);
    }
  } catch (error) {
    throw asGraphqlError(error);
  }
}

export const countOperations = (limiter: Limiter): ApolloServerPlugin<GraphqlContext> => ({
  requestDidStart: () =>
    Promise.resolve({
      async didResolveOperation({ document, operation, contextValue }) {
        if (operation !== undefined) {
          await countOperation(limiter, contextValue, document, operation);
        }
      },
    }),
});
