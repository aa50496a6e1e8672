import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { caseVerifier } from './case-verifier.mjs';
import { commandForms } from './command-forms.mjs';
import { sizeLimits } from './size-limits.mjs';

const FRAME =
  /node_modules\/(?:react|react-dom|scheduler|openapi-fetch)\/|libs\/client\/|console\/src\/(?:parts|live|look|outbox\/(?:store|drain))|console\/src\/[a-z]+\.tsx?$|console\/src\/i18n\/source|virtual:lists/;

// What an agreement's page and the forms in it both need: without a piece of its own, each form would count the page.
const CLAUSES = /console\/src\/agreement\/(?:clause-state|written-in|review-texts)\.tsx?$/;

export default defineConfig({
  plugins: [react(), commandForms(), caseVerifier(), sizeLimits],
  resolve: { conditions: ['@twinning/source', 'module', 'browser', 'import', 'default'] },
  build: {
    outDir: 'dist/site',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    // What every page needs comes in one piece: on a slow line each request costs more than its bytes.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'frame', test: FRAME },
            { name: 'clauses', test: CLAUSES },
          ],
        },
      },
    },
  },
  server: { proxy: { '/v1': 'http://127.0.0.1:4600', '/oidc': 'http://127.0.0.1:4600' } },
});
