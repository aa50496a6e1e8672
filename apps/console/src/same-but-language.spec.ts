import { describe, expect, it } from '@jest/globals';
import { isSameButLanguage } from './same-but-language.js';

describe('what is shown while the language changes', () => {
  it.each([
    ['agreements 1 asi.rep en', 'agreements 1 asi.rep fr', true],
    ['agreements asi.rep en phase=DRAFT ', 'agreements asi.rep fr phase=DRAFT ', true],
    ['agreements 1 asi.rep en', 'agreements 2 asi.rep fr', false],
    ['tasks me asi.rep en', 'tasks me ies.rep en', false],
    ['tasks me asi.rep en', 'tasks all asi.rep fr', false],
    ['tasks me asi.rep en', 'tasks me asi.rep', false],
    [null, 'tasks me asi.rep fr', false],
  ])('stays only where nothing else differs: %s, %s', (one, other, stays) => {
    expect(isSameButLanguage(one, other)).toBe(stays);
  });
});
