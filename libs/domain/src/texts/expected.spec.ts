import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { definitions } from '../kernel/slices.js';
import { EXPECTED, expectedIn } from './expected.js';

const ROOT = join(import.meta.dirname, '..', '..', '..', '..');
const FOLDERS = ['libs/domain/src', 'libs/registry/src', 'apps/api/src'];

const sources = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .map((file) => readFileSync(join(ROOT, folder, file), 'utf8')),
);

/** Whatever a source says that it expected, with 7 in the place of what varies. */
const inSources = sources.flatMap((source) =>
  [
    ...source.matchAll(/expected: ?(?:'([^']*)'|`([^`]*)`)/g),
    ...source.matchAll(/(?:unfit|fault|invalid)\([^,()]*, ?(?:'([^']*)'|`([^`]*)`)\)/g),
    ...source.matchAll(/refine\(isDay, '([^']*)'()\)/g),
  ].map(([, plain, made]) => plain ?? (made ?? '').replace(/\$\{[^}]*\}/g, '7')),
);

/** What a schema says to nothing, to null, to an object, a list and a text that it does not know. */
const inSchemas = Object.values(definitions).flatMap(({ shape }) => {
  const given: unknown[] = [undefined, null, 7, [], {}, { unknown: 7 }];
  const { properties = {} } = shape.json as { properties?: Record<string, object> };
  for (const value of [null, 7.5, '', [], [7], {}, 'x'.repeat(99_999)]) {
    given.push(Object.fromEntries(Object.keys(properties).map((name) => [name, value])));
  }
  return given.flatMap((value) => shape.check(value, '').map(({ expected }) => expected));
});

describe('what a fault expected', () => {
  it('is said in French, whoever says it', () => {
    expect(inSources.length).toBeGreaterThan(30);
    expect(new Set(inSchemas).size).toBeGreaterThan(30);
    const untold = [...inSources, ...inSchemas].filter((p) => expectedIn('fr', p) === p);
    // What varies altogether names a field or an address.
    expect([...new Set(untold)].sort()).toEqual([]);
  });

  it('stays as it is in English, and what nobody knows in French too', () => {
    expect(expectedIn('en', 'a list')).toBe('a list');
    expect(expectedIn('fr', 'zzz')).toBe('zzz');
  });

  it('keeps what varies, also where null would do', () => {
    expect(expectedIn('fr', 'a whole number from 1 to 5')).toBe('un nombre entier de 1 à 5');
    expect(expectedIn('fr', 'one of A, B, or null')).toBe(
      'une de ces valeurs\u00a0: A, B, ou null',
    );
    expect(expectedIn('fr', 'an object with score, answers, or null')).toBe(
      'un objet avec score, answers, ou null',
    );
  });

  it('has as many places in French as in English, and no phrase twice', () => {
    const places = (text: string) => text.split('{}').length;
    expect(EXPECTED.filter(([en, fr]) => places(en) !== places(fr))).toEqual([]);
    expect(new Set(EXPECTED.map(([en]) => en)).size).toBe(EXPECTED.length);
  });
});
