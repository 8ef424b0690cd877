import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloArmor } from '@escape.tech/graphql-armor';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { SessionService } from '@wilma/identity';
import type { Config } from '@wilma/platform';
import type { Request } from 'express';
import { acceptedLocale, requestLocale } from '../auth/request-viewer.js';
import type { GraphqlContext } from './context.js';
import { formatError } from './errors.js';
import { LIMITS, limits } from './limits.js';
import type { LoaderFactory } from './loaders.js';
import { type SocketExtra, socketOptions } from './socket.js';

type Incoming = { req: Request; extra?: undefined } | { req?: undefined; extra: SocketExtra };

/** Apollo as this API runs it. */
export function graphqlOptions(
  config: Config,
  sessions: SessionService,
  loaders: LoaderFactory,
): ApolloDriverConfig {
  // Its token rule answers with HTTP 500; the parser has a limit of its own.
  const armor = new ApolloArmor({
    // Fragments name fields, they don't nest them.
    maxDepth: { n: LIMITS.depth, flattenFragments: true },
    maxAliases: { n: LIMITS.aliases },
    maxDirectives: { n: LIMITS.directives },
    maxTokens: { enabled: false },
    costLimit: { enabled: false },
  }).protect();
  return {
    validationRules: armor.validationRules,
    driver: ApolloDriver,
    autoSchemaFile: true,
    sortSchema: true,
    introspection: config.demo,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    parseOptions: { maxTokens: LIMITS.tokens },
    includeStacktraceInErrorResponses: false,
    autoTransformHttpErrors: false,
    graphiql: false,
    playground: false,
    formatError,
    plugins: [
      // Built as CommonJS, it brings its own declarations of the same types.
      ...(armor.plugins as unknown as ApolloServerPlugin[]),
      limits(),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
    context: async (incoming: Incoming): Promise<GraphqlContext> => {
      if (incoming.req !== undefined) {
        const { viewer, headers } = incoming.req;
        return {
          viewer,
          locale: requestLocale(),
          cookies: headers.cookie,
          loaders: loaders.for(viewer.actor),
        };
      }
      const { headers } = incoming.extra.request;
      const viewer = await sessions.viewerOf(headers.cookie);
      return {
        viewer,
        locale: viewer.locale ?? acceptedLocale(headers['accept-language']),
        cookies: headers.cookie,
        loaders: loaders.for(viewer.actor),
      };
    },
    subscriptions: { 'graphql-ws': socketOptions(config, armor.validationRules) },
  };
}
