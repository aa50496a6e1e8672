// The rules as they are generated, for the specs: a browser fetches the same files.
import { readFileSync } from 'node:fs';

export const ruleTextsIn = (language) =>
  JSON.parse(readFileSync(new URL(`src/rules/texts-${language}.json`, import.meta.url), 'utf8'));
