import './theme/mantine-styles.js';
import '@fontsource-variable/source-sans-3/wght.css';
import './theme/app.css';
import { ApolloProvider } from '@apollo/client/react';
import { MantineProvider } from '@mantine/core';
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { App } from './app.js';
import { apolloClient } from './graphql/client.js';
import { LanguageProvider } from './lang/language.js';
import { SessionProvider } from './session/session.js';
import { cssVariables, theme } from './theme/theme.js';

const Notifications = lazy(async () => ({
  default: (await import('@mantine/notifications')).Notifications,
}));

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');

createRoot(root).render(
  <StrictMode>
    <ApolloProvider client={apolloClient}>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
        <LanguageProvider>
          <BrowserRouter>
            <SessionProvider>
              <Suspense fallback={null}>
                <Notifications position="bottom-right" />
              </Suspense>
              <App />
            </SessionProvider>
          </BrowserRouter>
        </LanguageProvider>
      </MantineProvider>
    </ApolloProvider>
  </StrictMode>,
);
