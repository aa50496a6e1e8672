// Writes what is generated from the built code: the OpenAPI document, the types of its client, the printed policy and rule
// book, and the rules that the console shows beside their sources.
// With --check it writes nothing and fails when a file differs.
import openapiTS, { astToString } from 'openapi-typescript';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { placesOf } from './rulebook/places.mjs';
import { parsedFiles } from './rulebook/sources.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const check = process.argv.includes('--check');

// By its path: an import that Nx could see would make the local servers depend on the API.
const built = (...path) => import(pathToFileURL(join(root, ...path)).href);
const { openApiDocument } = await built('apps', 'api', 'dist', 'docs', 'openapi.js');
const domain = await built('libs', 'domain', 'dist', 'index.js');
const { ALL_COMMANDS, gapsOf, namedFiles, policyDocument, REFUSAL_CODES } = domain;
const { rulesDocument, ruleTexts } = domain;
const places = placesOf(REFUSAL_CODES, parsedFiles(), namedFiles());
const document = JSON.parse(JSON.stringify(openApiDocument()));
const types = astToString(await openapiTS(document));

const files = [
  ['apps/api/openapi.json', JSON.stringify(document)],
  ['libs/client/src/schema.ts', `// Generated from the API: npm run generate.\n${types}`],
  ['docs/policy.md', policyDocument('en')],
  ['docs/policy.fr.md', policyDocument('fr')],
  ['docs/rules.md', rulesDocument(places, 'en')],
  ['docs/rules.fr.md', rulesDocument(places, 'fr')],
  ['apps/console/src/rules/texts-en.json', JSON.stringify(ruleTexts('en'))],
  ['apps/console/src/rules/texts-fr.json', JSON.stringify(ruleTexts('fr'))],
];

let differs = false;
for (const [name, text] of files) {
  const path = join(root, name);
  const options = await resolveConfig(path);
  const formatted = await format(text, { ...options, filepath: path });
  let before = '';
  try {
    before = readFileSync(path, 'utf8');
  } catch {
    // It is made below.
  }
  if (before === formatted) continue;
  differs = true;
  if (check) console.error(`${name} is not what the code generates. Run: npm run generate`);
  else {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, formatted);
  }
}
const gaps = gapsOf(places, Object.keys(ALL_COMMANDS), REFUSAL_CODES);
for (const gap of gaps) console.error(gap);
if ((check && differs) || gaps.length > 0) process.exitCode = 1;
