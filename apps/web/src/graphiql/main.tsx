import 'graphiql/style.css';
import './graphiql.css';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createClient } from 'graphql-ws';
import { createRoot } from 'react-dom/client';

const root = document.getElementById('graphiql');
if (!root) throw new Error('the page has no #graphiql');

/** The session's cookie goes along: one sees what one may see. */
const fetcher = createGraphiQLFetcher({
  url: '/graphql',
  wsClient: createClient({ url: `${window.location.origin.replace(/^http/, 'ws')}/graphql` }),
});

const EXAMPLE = `# Published needs, newest first, as you may see them.
{
  needs(first: 5, orderBy: NEWEST) {
    edges {
      node { title summary district tags { tag { label(locale: en) } weight } }
    }
  }
}
`;

createRoot(root).render(<GraphiQL fetcher={fetcher} defaultQuery={EXAMPLE} />);
