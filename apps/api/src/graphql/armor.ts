import { ApolloArmor } from '@escape.tech/graphql-armor';
import { LIMITS } from './limits.js';

/** Limits of form, for requests and subscriptions alike. */
export const armor = new ApolloArmor({
  // Fragments name fields, they don't nest them.
  maxDepth: { n: LIMITS.depth, flattenFragments: true },
  maxAliases: { n: LIMITS.aliases },
  maxDirectives: { n: LIMITS.directives },
  // This rule answers with HTTP 500; the parser has a limit of its own.
  maxTokens: { enabled: false },
  costLimit: { enabled: false },
}).protect();
