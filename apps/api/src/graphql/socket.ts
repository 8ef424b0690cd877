import type { SessionService } from '@wilma/identity';
import { type Config, type Limiter, ownOrigins } from '@wilma/platform';
import {
  type ASTVisitor,
  type ExecutionArgs,
  type FormattedExecutionResult,
  getOperationAST,
  GraphQLError,
  OperationTypeNode,
  parse,
  specifiedRules,
  subscribe,
  validate,
  type ValidationContext,
} from 'graphql';
import { CloseCode, type Context, type ServerOptions } from 'graphql-ws';
import type { Extra } from 'graphql-ws/use/ws';
import { acceptedLocale, answeringIn } from '../auth/request-viewer.js';
import { armor } from './armor.js';
import type { GraphqlContext } from './context.js';
import { formatError } from './errors.js';
import { demandCost, LIMITS, refuse } from './limits.js';
import type { LoaderFactory } from './loaders.js';
import { countOperation } from './operation-limits.js';

export interface SocketParts {
  readonly sessions: SessionService;
  readonly loaders: LoaderFactory;
  readonly limiter: Limiter;
}

type Connected = Context<Record<string, unknown>, Extra>;

const format = (errors: readonly GraphQLError[]) =>
  errors.map((error) => formatError(error.toJSON(), error));

/**
 * Subscriptions over a socket, with the limits and the errors that requests over HTTP have:
 * graphql-ws has none of its own. Nothing else is taken there.
 */
export const socketOptions = (
  config: Config,
  { sessions, loaders, limiter }: SocketParts,
): ServerOptions<Record<string, unknown>, Extra> => ({
  onConnect: ({ extra }) => isOurOrigin(extra, config),
  onSubscribe: ({ subscriptions }) => {
    if (Object.keys(subscriptions).length <= LIMITS.subscriptions) return undefined;
    return [refuse(`At most ${String(LIMITS.subscriptions)} subscriptions over one socket.`)];
  },
  context: ({ extra }) => contextOf(extra, sessions, loaders),
  parse: (source) => parse(source, { maxTokens: LIMITS.tokens }),
  validate: (schema, document) =>
    validate(schema, document, [...specifiedRules, ...armor.validationRules, subscriptionsOnly]),
  subscribe: (args) => withinLimits(limiter, args),
  onNext: (...[, , , { contextValue }, { errors, ...result }]): FormattedExecutionResult => {
    if (errors === undefined) return result;
    const { locale } = contextValue as GraphqlContext;
    return { ...result, errors: answeringIn(locale, () => format(errors)) };
  },
  onError: (
    {
      extra: {
        request: { headers },
      },
    }: Connected,
    _id,
    _payload,
    errors,
  ) => {
    return answeringIn(acceptedLocale(headers['accept-language']), () => format(errors));
  },
});

async function contextOf(
  { request: { headers }, socket }: Extra,
  sessions: SessionService,
  loaders: LoaderFactory,
): Promise<GraphqlContext> {
  const viewer = await sessions.viewerOf(headers.cookie);
  return {
    viewer,
    locale: viewer.locale ?? acceptedLocale(headers['accept-language']),
    cookies: headers.cookie,
    // Visitors have no subscriptions: who subscribes is known by their account.
    address: '',
    loaders: loaders.for(viewer.actor),
    hangUp: (lost) => {
      if (lost === 'SESSION') socket.close(CloseCode.Unauthorized, 'The session has ended.');
      else socket.close(CloseCode.Forbidden, 'Your role or an organisation was taken away.');
    },
  };
}

const subscriptionsOnly = (context: ValidationContext): ASTVisitor => ({
  OperationDefinition: (operation) => {
    if (operation.operation === OperationTypeNode.SUBSCRIPTION) return;
    const message = 'Only subscriptions are taken over a socket.';
    context.reportError(new GraphQLError(message, { nodes: operation }));
  },
});

async function withinLimits(
  limiter: Limiter,
  args: ExecutionArgs,
): Promise<Awaited<ReturnType<typeof subscribe>>> {
  const { schema, document, contextValue, variableValues, operationName } = args;
  const operation = getOperationAST(document, operationName);
  try {
    if (operation) {
      await countOperation(limiter, contextValue as GraphqlContext, document, operation);
    }
    demandCost(schema, document, {
      variables: variableValues ?? {},
      ...(operationName == null ? {} : { operationName }),
    });
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] };
    throw error;
  }
  return subscribe(args);
}

/** Browsers name where a socket was opened from; programs that are none don't. */
function isOurOrigin({ request }: Extra, config: Config): boolean {
  const { origin } = request.headers;
  return origin === undefined || ownOrigins(config).includes(origin);
}
