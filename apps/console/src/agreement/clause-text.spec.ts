import { describe, expect, it } from '@jest/globals';
import { clauseText } from './clause-text.js';

const label = (name: string) => name.toUpperCase();

describe('a clause as one text', () => {
  it('is the text itself where there is nothing else', () => {
    expect(clauseText({ text: 'We meet.' }, label)).toBe('We meet.');
    expect(clauseText(null, label)).toBe('');
    expect(clauseText({ a: 'x', b: 'y' }, (name) => name, '\u00a0: ')).toBe(
      'a\u00a0: x\nb\u00a0: y',
    );
  });

  it('names the parts of a structure, item by item', () => {
    const items = [{ id: 'M1', dueOn: '2027-01-01' }, { id: 'M2' }];
    expect(clauseText({ items }, label)).toBe('ID: M1\nDUEON: 2027-01-01\nID: M2');
    expect(clauseText({ cadenceMonths: 3, dates: ['2027-01-01'] }, label)).toBe(
      'CADENCEMONTHS: 3\nDATES\n2027-01-01',
    );
  });
});
