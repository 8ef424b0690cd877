import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { ApolloServerPlugin } from '@apollo/server';
import { InMemoryLRUCache } from '@apollo/utils.keyvaluecache';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { Config } from '@wilma/platform';
import type { Request } from 'express';
import type { DocumentNode } from 'graphql';
import { requestLocale } from '../auth/request-viewer.js';
import { armor } from './armor.js';
import type { GraphqlContext } from './context.js';
import { formatError } from './errors.js';
import { introspectionFor } from './introspection.js';
import { LIMITS, limits } from './limits.js';
import type { LoaderFactory } from './loaders.js';

/**
 * What parsed operations may take that are kept for the next time, in bytes of their JSON; on the
 * heap it is four times as much. The app's own are a tenth of it. Apollo would keep 30 MiB: by
 * operations that nobody sends twice the process grew by 130 MB.
 */
const PARSED_BYTES = 4 * 2 ** 20;

interface Incoming {
  readonly req: Request;
}

/** Apollo as this API runs it, with what watches or repeats its requests. */
export function graphqlOptions(
  config: Config,
  loaders: LoaderFactory,
  plugins: readonly ApolloServerPlugin<GraphqlContext>[],
): ApolloDriverConfig {
  return {
    validationRules: armor.validationRules,
    driver: ApolloDriver,
    autoSchemaFile: true,
    sortSchema: true,
    // Whoever may not is refused by a plugin, which knows who asks.
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    documentStore: new InMemoryLRUCache<DocumentNode>({ maxSize: PARSED_BYTES }),
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
      introspectionFor(config.demo ? 'EVERYBODY' : 'ADMIN'),
      ...plugins,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
    context: ({ req: { viewer, headers, ip = '' } }: Incoming): GraphqlContext => ({
      viewer,
      locale: requestLocale(),
      cookies: headers.cookie,
      address: ip,
      loaders: loaders.for(viewer.actor),
    }),
  };
}
