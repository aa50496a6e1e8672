import { describe, expect, it } from '@jest/globals';
import { csvField, csvOf } from './csv.js';

describe('a field of CSV', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+33 1 23', "'+33 1 23"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['=HYPERLINK("x","y")', `"'=HYPERLINK(""x"",""y"")"`],
  ])('never lets a spreadsheet run %j', (text, written) => {
    expect(csvField(text)).toBe(written);
  });

  it('keeps numbers as numbers, nothing as nothing, and other texts as they are', () => {
    expect([csvField(-3), csvField(null), csvField('AFNOR'), csvField('a, "b"')]).toEqual([
      '-3',
      '',
      'AFNOR',
      '"a, ""b"""',
    ]);
  });

  it('ends every line, and says that it is UTF-8', () => {
    expect(
      csvOf([
        ['Étape', 'n'],
        ['a', 1],
      ]),
    ).toBe('\uFEFFÉtape,n\r\na,1\r\n');
  });
});
