import { describe, expect, it } from '@jest/globals';
import { signedText, type Passkey } from '@twinning/domain';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { verifies } from './seals.js';
import { PASSKEY_KINDS, softPasskey } from './testing/soft-passkey.js';

const hash = createHash('sha256').update('x').digest('hex');
const text = signedText('00000000-0000-5000-8000-000000000001', hash, 1);
const other = text.replace('original 1', 'original 2');

describe('signatures of signatories with a key', () => {
  it('verifies what openssl signed as docs/signing.md says', () => {
    const key = 'NG93Llz5wmeJHeUrXqbOKtHADxQJD5STotS2vQpwMrY';
    const signature =
      'rAkYlDtV9HdIXO4qeWL2ElrubOKzARBzIWCuuLfzY6WjQHsxMecfbYfQFiDVxdEA2KCx8CnMGegXSyrcS22PCg';
    expect(verifies({ key, signature }, text)).toBe(true);
    expect(verifies({ key, signature }, other)).toBe(false);
  });

  it('verifies what Node signed, and neither another key, another text nor rubbish', () => {
    const pair = generateKeyPairSync('ed25519');
    const { x = '' } = pair.publicKey.export({ format: 'jwk' });
    const signature = sign(null, Buffer.from(text), pair.privateKey).toString('base64url');
    expect(verifies({ key: x, signature }, text)).toBe(true);
    const stranger = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }).x ?? '';
    expect(verifies({ key: stranger, signature }, text)).toBe(false);
    expect(verifies({ key: x, signature }, `${text} `)).toBe(false);
    expect(verifies({ key: 'A'.repeat(43), signature }, text)).toBe(false);
    expect(verifies({ key: '', signature: 'not a signature' }, text)).toBe(false);
  });
});

describe('signatures of signatories with a passkey', () => {
  it.each(PASSKEY_KINDS)('verifies over its own text and no other (%s)', (kind) => {
    const passkey = softPasskey(kind)(text);
    expect(verifies({ passkey }, text)).toBe(true);
    expect(verifies({ passkey }, other)).toBe(false);
    const foreign = { ...passkey, publicKey: softPasskey(kind)(text).publicKey };
    expect(verifies({ passkey: foreign }, text)).toBe(false);
  });

  it('does not verify what was not said, was said elsewhere, or by nobody in particular', () => {
    const asks = softPasskey();
    const refused: readonly (readonly [string, Passkey])[] = [
      ['a registration', asks(text, { clientData: { type: 'webauthn.create' } })],
      ['another challenge', asks(text, { clientData: { challenge: 'AAAA' } })],
      ['a page inside of another', asks(text, { clientData: { crossOrigin: true } })],
      ['no address', asks(text, { clientData: { origin: undefined } })],
      ['another site', asks(text, { site: 'elsewhere.example' })],
      ['nobody present', asks(text, { flags: 0x04 })],
      ['a person who was not verified', asks(text, { flags: 0x01 })],
      ['rubbish', { ...asks(text), clientData: 'AAAA' }],
      ['no data', { ...asks(text), authenticatorData: 'AAAA' }],
      ['no key', { ...asks(text), publicKey: 'AAAA' }],
    ];
    for (const [what, passkey] of refused) {
      expect([what, verifies({ passkey }, text)]).toEqual([what, false]);
    }
  });

  it('takes no curve and no length of key that nobody was asked for', () => {
    const passkey = softPasskey()(text);
    const keyOf = (pair: { publicKey: { export(o: object): unknown } }) =>
      (pair.publicKey.export({ format: 'der', type: 'spki' }) as Buffer).toString('base64url');
    for (const pair of [
      generateKeyPairSync('ec', { namedCurve: 'secp256k1' }),
      generateKeyPairSync('rsa', { modulusLength: 1024 }),
    ]) {
      expect(verifies({ passkey: { ...passkey, publicKey: keyOf(pair) } }, text)).toBe(false);
    }
  });
});
