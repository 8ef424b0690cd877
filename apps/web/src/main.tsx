import './theme/mantine-styles.js';
import './theme/font.css';
import './theme/app.css';
import './theme/print.css';
import { ApolloProvider } from '@apollo/client/react';
import { MantineProvider } from '@mantine/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { App, preloadPage } from './app.js';
import { ToastHost } from './components/toast-host.js';
import { apolloClient } from './graphql/client.js';
import { LanguageProvider } from './lang/language.js';
import { SessionProvider } from './session/session.js';
import { printLight } from './theme/paper.js';
import { cssVariables, theme } from './theme/theme.js';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');

preloadPage(window.location.pathname);
printLight();

createRoot(root).render(
  <StrictMode>
    <ApolloProvider client={apolloClient}>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
        <SessionProvider>
          <LanguageProvider>
            <BrowserRouter>
              <ToastHost />
              <App />
            </BrowserRouter>
          </LanguageProvider>
        </SessionProvider>
      </MantineProvider>
    </ApolloProvider>
  </StrictMode>,
);
