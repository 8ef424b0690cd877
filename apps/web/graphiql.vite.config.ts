import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const fromHere = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** GraphiQL apart from the app: sharing its chunks would make the app's first load larger. */
export default defineConfig({
  root: fromHere('.'),
  publicDir: false,
  plugins: [react()],
  build: {
    outDir: fromHere('../../dist/web'),
    emptyOutDir: false,
    chunkSizeWarningLimit: 1_500,
    rolldownOptions: { input: fromHere('graphiql.html') },
  },
});
