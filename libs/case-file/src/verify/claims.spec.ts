import { describe, expect, it } from '@jest/globals';
import { verifierFiles } from '@twinning/infra/verify';
import { CLAIMS, faultWords } from './claims.js';

/** The keys of what stands between two words and the next closing brace at the beginning of a line. */
const keysBetween = (text: string, from: string, key: RegExp): readonly string[] => {
  const start = text.indexOf(from);
  const part = text.slice(start, text.indexOf('\n}', start));
  return [...part.matchAll(key)].map(([, name = '']) => name).sort();
};

describe('the three verifiers of a case file', () => {
  const codes = Object.keys(faultWords).sort();
  const claims = [...CLAIMS].sort();

  it('say the same claims and faults, each in two languages', async () => {
    const { page, script } = await verifierFiles();
    const inPage = /(?:^| )([A-Z][A-Z_]+): \['[^']+', '[^']+'\]/gm;
    expect(keysBetween(page, 'const CLAIM_TEXTS = {', inPage)).toEqual(claims);
    expect(keysBetween(page, 'const FAULT_TEXTS = {', inPage)).toEqual(codes);
    const inScript = /^ {4}"([A-Z_]+)": \(\s*"[^"]+",\s*"[^"]+",?\s*\)/gm;
    expect(keysBetween(script, 'CLAIMS = {', inScript)).toEqual(claims);
    expect(keysBetween(script, 'FAULTS = {', inScript)).toEqual(codes);
  });
});
