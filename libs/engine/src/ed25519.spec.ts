import { describe, expect, it } from '@jest/globals';
import { signedText } from '@twinning/domain';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { verifies } from './ed25519.js';

describe('signatures of signatories', () => {
  const hash = createHash('sha256').update('x').digest('hex');
  const text = signedText('00000000-0000-5000-8000-000000000001', hash, 1);

  it('verifies what openssl signed as docs/signing.md says', () => {
    const key = 'NG93Llz5wmeJHeUrXqbOKtHADxQJD5STotS2vQpwMrY';
    const signature =
      'rAkYlDtV9HdIXO4qeWL2ElrubOKzARBzIWCuuLfzY6WjQHsxMecfbYfQFiDVxdEA2KCx8CnMGegXSyrcS22PCg';
    expect(verifies(key, text, signature)).toBe(true);
    expect(verifies(key, text.replace('original 1', 'original 2'), signature)).toBe(false);
  });

  it('verifies what Node signed, and neither another key, another text nor rubbish', () => {
    const pair = generateKeyPairSync('ed25519');
    const { x = '' } = pair.publicKey.export({ format: 'jwk' });
    const signature = sign(null, Buffer.from(text), pair.privateKey).toString('base64url');
    expect(verifies(x, text, signature)).toBe(true);
    const other = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }).x ?? '';
    expect(verifies(other, text, signature)).toBe(false);
    expect(verifies(x, `${text} `, signature)).toBe(false);
    expect(verifies('A'.repeat(43), text, signature)).toBe(false);
    expect(verifies('', text, 'not a signature')).toBe(false);
  });
});
