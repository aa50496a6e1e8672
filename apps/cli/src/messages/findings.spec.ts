import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FINDINGS, findingIn } from './findings.js';

const ROOT = join(import.meta.dirname, '..', '..', '..', '..');

const read = (folder: string, files: RegExp): string =>
  readdirSync(join(ROOT, folder))
    .filter((file) => files.test(file) && !file.endsWith('.spec.ts'))
    .map((file) => readFileSync(join(ROOT, folder, file), 'utf8'))
    .join('\n');

const sources = [
  read('libs/event-log/src', /^(verify|kept-tree)\.ts$/),
  read('libs/event-log/src/verify', /^(event-rows|row-faults)\.ts$/),
  read('libs/engine/src', /^(check|reconcile|mend|fold-log)[a-z-]*\.ts$/),
  read('libs/engine/src/outbox', /^check\.ts$/),
].join('\n');

/** Whatever the sources find, with 7 in the place of what varies. */
const found = [
  ...sources.matchAll(/what(?:: | = )(?:'([^']*)'|`([^`]*)`)/g),
  ...sources.matchAll(
    /fault\([^,()`']*(?:\([^)]*\)|'I\d+'|`[^`]*`)?,? ?(?:'([^']{4,})'|`([^`]*)`)/g,
  ),
  ...sources.matchAll(/return \['([^']*)'()\]/g),
  ...sources.matchAll(/\? (?:\[\] : )?\['(its [^']*)'()\]/g),
  ...sources.matchAll(/=> (?:'([^']{12,})'|`(the [^`]*)`)\)/g),
].map(([, plain, made]) => (plain ?? made ?? '').replace(/\$\{[^}]*\}/g, '7'));

/** A name of what differs, and nothing of a sentence. */
const NAMES = ['participation'];

describe('what verification, check and reconciliation find', () => {
  it('is said in French', () => {
    expect(new Set(found).size).toBeGreaterThan(25);
    const untold = found.filter((what) => !NAMES.includes(what) && findingIn('fr', what) === what);
    expect([...new Set(untold)].sort()).toEqual([]);
  });

  it('stays as it is in English, and keeps what varies', () => {
    expect(findingIn('en', 'version 3 follows 1')).toBe('version 3 follows 1');
    expect(findingIn('fr', 'version 3 follows 1')).toBe('la version 3 suit la version 1');
  });

  it('has as many places in French as in English, and no phrase twice', () => {
    const places = (text: string) => text.split('{}').length;
    expect(FINDINGS.filter(([en, fr]) => places(en) !== places(fr))).toEqual([]);
    expect(new Set(FINDINGS.map(([en]) => en)).size).toBe(FINDINGS.length);
  });
});
