// Builds the pages for the browser into dist/site.
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const at = (name) => fileURLToPath(new URL(name, import.meta.url));
await build({ root: at('.'), configFile: at('vite.config.mjs'), logLevel: 'warn' });
