import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { en } from './messages/en.mjs';
import { fr } from './messages/fr.mjs';
import { languageOf, text } from './messages/say.mjs';

const holes = (template) => [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
const here = dirname(fileURLToPath(import.meta.url));

const sources = ['.', 'launcher', 'local'].flatMap((folder) =>
  readdirSync(join(here, folder))
    .filter((name) => name.endsWith('.mjs') && !name.endsWith('.test.mjs'))
    .map((name) => readFileSync(join(here, folder, name), 'utf8')),
);

describe('messages', () => {
  it('exist in both languages, with the same holes', () => {
    assert.deepEqual(Object.keys(fr).sort(), Object.keys(en).sort());
    for (const code of Object.keys(en)) assert.deepEqual(holes(fr[code]), holes(en[code]), code);
  });

  it('are all said somewhere', () => {
    for (const code of Object.keys(en)) {
      assert.ok(
        sources.some((source) => source.includes(`'${code}'`)),
        code,
      );
    }
  });

  it('fill their holes, and leave one without a value as it is', () => {
    assert.match(text('en', 'badPort', { value: 'x' }), /not "x"/);
    assert.match(text('fr', 'badPort', { value: 'x' }), /pas « x »/);
    assert.match(text('en', 'badPort'), /\{value\}/);
    assert.throws(() => text('en', 'nothing'), /No message/);
  });

  it('are French when the terminal is', () => {
    assert.equal(languageOf({ LANG: 'fr_CH.UTF-8' }), 'fr');
    assert.equal(languageOf({ LANG: 'fr_FR', LC_ALL: 'en_GB.UTF-8' }), 'en');
    assert.equal(languageOf({ LANG: 'C.UTF-8' }), 'en');
    assert.equal(languageOf({}), 'en');
  });
});
