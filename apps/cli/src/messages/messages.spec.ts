import { describe, expect, it } from '@jest/globals';
import { en } from './en.js';
import { fr } from './fr.js';
import { languageOf } from './index.js';

type Leaf = string | ((...values: string[]) => string);

/** Every sentence with the path of its key. */
function sentences(group: object, path = ''): readonly (readonly [string, Leaf])[] {
  return Object.entries(group).flatMap(([key, value]: [string, Leaf | object]) =>
    typeof value === 'object' ? sentences(value, `${path}${key}.`) : [[`${path}${key}`, value]],
  );
}

const english = sentences(en);
const french = new Map(sentences(fr));
const VALUES = ['‹a›', '‹b›', '‹c›', '‹d›'];
const filled = (leaf: Leaf): string => (typeof leaf === 'string' ? leaf : leaf(...VALUES));
const valuesOf = (leaf: Leaf): readonly string[] =>
  typeof leaf === 'string' ? [] : VALUES.slice(0, leaf.length);

describe('the sentences of the command line', () => {
  it.each(english)('%s says all its values in both languages', (path, leaf) => {
    const other = french.get(path);
    expect(other).toBeDefined();
    for (const text of [filled(leaf), filled(other ?? '')]) {
      expect(text.trim()).not.toBe('');
      for (const value of valuesOf(leaf)) expect(text).toContain(value);
    }
  });

  it('has no key in French that English lacks', () => {
    expect([...french.keys()]).toEqual(english.map(([path]) => path));
  });

  it('leaves no sentence of three words or more untranslated', () => {
    const same = english.filter(([path, leaf]) => {
      const text = filled(leaf);
      return (
        text.split(' ').length > 2 &&
        !/^[^a-z]*$/i.test(text) &&
        text === filled(french.get(path) ?? '')
      );
    });
    // Names and numbers between dots: the same in both.
    expect(same.map(([path]) => path)).toEqual(['answers.standing']);
  });
});

describe('languageOf', () => {
  it.each([
    [['people', '--language', 'fr'], {}, 'fr'],
    [['--language=fr', 'people'], { LANG: 'en_GB.UTF-8' }, 'fr'],
    [['people', '--language', 'en'], { LANG: 'fr_CH.UTF-8' }, 'en'],
    [['people'], { LANG: 'fr_CH.UTF-8' }, 'fr'],
    [['people'], { LC_ALL: 'fr_FR', LANG: 'en_GB' }, 'fr'],
    [['people'], { LC_ALL: '', LANG: 'fr_FR' }, 'fr'],
    [['people'], { LANG: 'de_CH.UTF-8' }, 'en'],
    [['people'], {}, 'en'],
    [['people', '--language', 'de'], { LANG: 'fr_CH.UTF-8' }, 'fr'],
    [['people', '--language'], {}, 'en'],
  ] as const)('%j with %j is %s', (args, env, language) => {
    expect(languageOf(args, env)).toBe(language);
  });
});
