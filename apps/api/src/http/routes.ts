/** Beginnings of paths that are no screens of the web app. */
const ROUTES = [
  'answer',
  'api',
  'assets',
  'confirm',
  'confirm-address',
  'erasure',
  'feeds',
  'graphql',
  'health',
  'me',
  'metrics',
  'oai',
  'queues',
  'renew',
  'reset-password',
  'sign-in-link',
  'unsubscribe',
] as const;
export type Route = (typeof ROUTES)[number] | 'page';

const isRoute = (name: string): name is (typeof ROUTES)[number] =>
  (ROUTES as readonly string[]).includes(name);

/** What a path leads to; one of few, whatever is asked for. */
export function routeOf(path: string): Route {
  const [, first = ''] = path.split('/', 2);
  return isRoute(first) ? first : 'page';
}
