import { describe, expect, it } from '@jest/globals';
import { cutAtTerms } from './terms.js';

const words = (text: string, ...terms: readonly string[]) =>
  cutAtTerms(text, terms).map((part) => (part.isTerm ? `<${part.text}>` : part.text));

describe('words of the glossary in a sentence', () => {
  it('are found once each, whole words only, whatever signs they have', () => {
    expect(words('The TPM tells the TMB; the TPM waits.', 'TMB', 'TPM')).toEqual([
      ...['The ', '<TPM>', ' tells the ', '<TMB>', '; the TPM waits.'],
    ]);
    expect(words('Un membre (P) du comité', 'membre (P)')).toEqual([
      ...['Un ', '<membre (P)>', ' du comité'],
    ]);
    expect(words('ATPM and TPMs', 'TPM')).toEqual(['ATPM and TPMs']);
  });

  it('leave a text without them as it is', () => {
    expect([words('Nothing.', 'TPM'), words('Nothing.'), words('', 'TPM')]).toEqual([
      ...[['Nothing.'], ['Nothing.'], []],
    ]);
  });
});
