import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { createClient } from 'graphql-ws';

function socketUrl(): string {
  const url = new URL('/graphql', window.location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}

let link: GraphQLWsLink | undefined;

/** One link for the page; its socket opens with the first subscription and closes with the last. */
export function openSocketLink(): GraphQLWsLink {
  link ??= new GraphQLWsLink(
    createClient({ url: socketUrl, shouldRetry: () => true, retryAttempts: 20 }),
  );
  return link;
}
