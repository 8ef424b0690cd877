import type { ApolloServerPlugin } from '@apollo/server';
import { badInput } from '@wilma/domain';
import type { Claim, Idempotency } from '@wilma/platform';
import { type FormattedExecutionResult, OperationTypeNode } from 'graphql';
import type { GraphqlContext } from './context.js';
import { asGraphqlError } from './errors.js';

const KEY = /^[\x21-\x7e]{8,200}$/;
/** Answers that say nothing of the request itself: the next try may fare better. */
const PASSING: readonly unknown[] = ['INTERNAL', 'RATE_LIMITED'];

const hasPassed = ({ errors = [] }: FormattedExecutionResult): boolean =>
  errors.some(({ extensions }) => PASSING.includes(extensions?.['code']));

/**
 * Mutations that come with an `Idempotency-Key` are done once: the same request again gets the same
 * answer, another one under the same key is refused.
 */
export const idempotent = (requests: Idempotency): ApolloServerPlugin<GraphqlContext> => ({
  requestDidStart: () => {
    let claim: Claim | null = null;
    let before: object | null = null;
    return Promise.resolve({
      async didResolveOperation({ request, operation, contextValue }) {
        const key = request.http?.headers.get('idempotency-key');
        const { actor } = contextValue.viewer;
        if (key === undefined || operation?.operation !== OperationTypeNode.MUTATION) return;
        if (actor.kind !== 'ACCOUNT') return;
        const { query = '', variables = {}, operationName = '' } = request;
        const mine = { accountId: actor.accountId, key };
        try {
          if (!KEY.test(key)) throw badInput({ path: 'Idempotency-Key', problem: 'invalid' });
          const asked = JSON.stringify([query, operationName, variables]);
          before = await requests.begin(mine, asked);
        } catch (error) {
          throw asGraphqlError(error);
        }
        if (before === null) claim = mine;
      },
      responseForOperation: ({ response }) =>
        Promise.resolve(
          before === null ? null : { ...response, body: { kind: 'single', singleResult: before } },
        ),
      async willSendResponse({ response: { body } }) {
        if (claim === null || body.kind !== 'single') return;
        if (hasPassed(body.singleResult)) await requests.giveUp(claim);
        else await requests.end(claim, body.singleResult);
      },
    });
  },
});
