import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compiledMessages } from './compiled-messages.js';
import { documentsByPage } from './documents-by-page.js';
import { precompressed } from './precompressed.js';

const api = process.env['API_URL'] ?? 'http://127.0.0.1:3000';
const publicUrl = process.env['PUBLIC_URL'] ?? 'http://localhost:3000';
/** The API accepts requests of its own origin only. */
const toApi = { target: api, changeOrigin: true, headers: { origin: publicUrl } };
const fromHere = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const FRAME =
  /node_modules\/(react|react-dom|scheduler|react-router|react-intl|intl-messageformat|@formatjs|@apollo\/client|graphql|rxjs|optimism|@wry|tslib)\//;

export default defineConfig({
  root: fromHere('.'),
  plugins: [react(), compiledMessages(), documentsByPage(), precompressed()],
  resolve: {
    alias: {
      '@wilma/domain': fromHere('../../libs/domain/src/index.ts'),
      // Messages arrive parsed (see compiled-messages.ts), so that no parser is shipped.
      '@formatjs/icu-messageformat-parser': '@formatjs/icu-messageformat-parser/no-parser.js',
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/graphql': { ...toApi, ws: true },
      '/api': toApi,
      '/answer': toApi,
      '/confirm': toApi,
      '/reset-password': toApi,
      '/sign-in-link': toApi,
      '/renew': toApi,
    },
  },
  build: {
    outDir: fromHere('../../dist/web'),
    emptyOutDir: true,
    target: 'baseline-widely-available',
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What every page needs and releases seldom change: one file that stays cached.
          groups: [{ name: 'frame', test: FRAME }],
        },
      },
      treeshake: {
        // The domain is pure: what a page does not use stays out of the bundle.
        moduleSideEffects: (id) => !id.includes('/libs/domain/'),
      },
    },
  },
});
