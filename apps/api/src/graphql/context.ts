import type { Locale } from '@wilma/domain';
import type { Viewer } from '@wilma/identity';
import type { Loaders } from './loaders.js';

/** What resolvers know of the request that they answer. */
export interface GraphqlContext {
  viewer: Viewer;
  readonly locale: Locale;
  readonly cookies: string | undefined;
  /** Where the request came from, as far as it is known. */
  readonly address: string;
  loaders: Loaders;
  /** Ends the socket that a subscription came over. */
  readonly hangUp?: (lost: 'RIGHTS' | 'SESSION') => void;
}
