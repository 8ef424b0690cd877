import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { OperationTypeNode } from 'graphql';
import { from, switchMap } from 'rxjs';

const listed = relayStylePagination(['filter', 'orderBy']);

/** The socket's code comes with the first subscription. */
const socketLink = new ApolloLink((operation) =>
  from(import('./socket-link.js')).pipe(
    switchMap(({ openSocketLink }) => openSocketLink().request(operation)),
  ),
);

export const apolloClient = new ApolloClient({
  link: ApolloLink.split(
    ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
    socketLink,
    new HttpLink({ uri: '/graphql', credentials: 'same-origin' }),
  ),
  cache: new InMemoryCache({
    possibleTypes: { Posting: ['Need', 'Offer'] },
    typePolicies: {
      Query: {
        fields: {
          accounts: relayStylePagination(['search', 'role', 'confirmed']),
          auditTrail: relayStylePagination(['name', 'actor', 'subject', 'since', 'until']),
          mailLog: relayStylePagination(['state', 'kind']),
          mailProblems: relayStylePagination(),
          postingReports: relayStylePagination(['handled', 'first']),
          parkedJobs: relayStylePagination(),
          needs: listed,
          offers: listed,
          matches: listed,
          organisations: relayStylePagination(['search', 'verified', 'first']),
          members: relayStylePagination(['organisation', 'first']),
          // The bell asks for a number only, and must not cut the list short.
          notifications: relayStylePagination(['first']),
        },
      },
      Contact: { merge: true },
      // They have no id; some pages ask for more of them than others.
      Me: { merge: true },
      Service: { merge: true },
    },
  }),
  defaultOptions: {
    watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' },
  },
});
