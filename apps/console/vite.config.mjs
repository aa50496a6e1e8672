import react from '@vitejs/plugin-react';
import { gzipSync } from 'node:zlib';
import { defineConfig } from 'vite';
import { caseVerifier } from './case-verifier.mjs';
import { commandForms } from './command-forms.mjs';

// Script that a browser needs before the inbox is usable, gzip.
const FIRST_SCRIPT_LIMIT = 120_000;

/** Fails the build when the first script or its style gets too heavy for a slow line. */
const sizeLimit = {
  name: 'size-limit',
  generateBundle(_, bundle) {
    const entry = Object.values(bundle).find((part) => part.type === 'chunk' && part.isEntry);
    const first = [entry.fileName, ...entry.imports];
    const size = first
      .map((name) => gzipSync(bundle[name].code, { level: 9 }).length)
      .reduce((a, b) => a + b, 0);
    if (size > FIRST_SCRIPT_LIMIT) {
      this.error(`The first script has ${size} bytes (gzip); ${FIRST_SCRIPT_LIMIT} is the limit.`);
    }
  },
};

export default defineConfig({
  plugins: [react(), commandForms(), caseVerifier(), sizeLimit],
  resolve: { conditions: ['@twinning/source', 'module', 'browser', 'import', 'default'] },
  build: { outDir: 'dist/site', emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0 },
  server: { proxy: { '/v1': 'http://127.0.0.1:4600', '/oidc': 'http://127.0.0.1:4600' } },
});
