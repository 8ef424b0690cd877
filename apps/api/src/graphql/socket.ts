import type { Config } from '@wilma/platform';
import {
  type ASTVisitor,
  type ExecutionArgs,
  type FormattedExecutionResult,
  GraphQLError,
  OperationTypeNode,
  parse,
  specifiedRules,
  subscribe,
  validate,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import type { ServerOptions } from 'graphql-ws';
import { acceptedLocale, answeringIn } from '../auth/request-viewer.js';
import type { GraphqlContext } from './context.js';
import { formatError } from './errors.js';
import { demandCost, LIMITS } from './limits.js';

export interface SocketExtra {
  readonly request: { readonly headers: Readonly<Record<string, string | undefined>> };
}

const format = (errors: readonly GraphQLError[]) =>
  errors.map((error) => formatError(error.toJSON(), error));

/**
 * Subscriptions over a socket, with the limits and the errors that requests over HTTP have:
 * graphql-ws has none of its own. Nothing else is taken there.
 */
export const socketOptions = (config: Config, rules: readonly ValidationRule[]) =>
  ({
    path: '/graphql',
    onConnect: ({ extra }) => isOurOrigin(extra as SocketExtra, config),
    parse: (source) => parse(source, { maxTokens: LIMITS.tokens }),
    validate: (schema, document) =>
      validate(schema, document, [...specifiedRules, ...rules, subscriptionsOnly]),
    subscribe: withinCost,
    onNext: (...[, , , { contextValue }, { errors, ...result }]): FormattedExecutionResult => {
      if (errors === undefined) return result;
      const { locale } = contextValue as GraphqlContext;
      return { ...result, errors: answeringIn(locale, () => format(errors)) };
    },
    onError: ({ extra }, _id, _payload, errors) => {
      const { headers } = (extra as SocketExtra).request;
      return answeringIn(acceptedLocale(headers['accept-language']), () => format(errors));
    },
  }) satisfies ServerOptions & { path: string };

const subscriptionsOnly = (context: ValidationContext): ASTVisitor => ({
  OperationDefinition: (operation) => {
    if (operation.operation === OperationTypeNode.SUBSCRIPTION) return;
    const message = 'Only subscriptions are taken over a socket.';
    context.reportError(new GraphQLError(message, { nodes: operation }));
  },
});

function withinCost(args: ExecutionArgs): ReturnType<typeof subscribe> {
  try {
    demandCost(args.schema, args.document, {
      variables: args.variableValues ?? {},
      ...(args.operationName == null ? {} : { operationName: args.operationName }),
    });
  } catch (error) {
    if (error instanceof GraphQLError) return Promise.resolve({ errors: [error] });
    throw error;
  }
  return subscribe(args);
}

/** Browsers name where a socket was opened from; programs that are none don't. */
function isOurOrigin({ request }: SocketExtra, { publicUrl }: Config): boolean {
  const { origin } = request.headers;
  return origin === undefined || origin === new URL(publicUrl).origin;
}
