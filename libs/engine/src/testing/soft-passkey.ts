import type { Passkey } from '@twinning/domain';
import { createHash, generateKeyPairSync, sign, type KeyPairKeyObjectResult } from 'node:crypto';

const sha256 = (bytes: string | Buffer): Buffer => createHash('sha256').update(bytes).digest();

const PAIRS = {
  ES256: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  RS256: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
  Ed25519: () => generateKeyPairSync('ed25519'),
} as const satisfies Readonly<Record<string, () => KeyPairKeyObjectResult>>;
export type PasskeyKind = keyof typeof PAIRS;
export const PASSKEY_KINDS = Object.keys(PAIRS) as readonly PasskeyKind[];

/** What a test may have the authenticator or the browser say otherwise. */
export interface Otherwise {
  readonly flags?: number;
  readonly site?: string;
  readonly clientData?: object;
}

/** An authenticator in software, bound to a site, that signs messages as a browser has a passkey sign them. */
export function softPasskey(kind: PasskeyKind = 'ES256', origin = 'http://localhost:4600') {
  const { publicKey, privateKey } = PAIRS[kind]();
  return (message: string, { flags = 0x05, site, clientData }: Otherwise = {}): Passkey => {
    const said = {
      type: 'webauthn.get',
      challenge: sha256(message).toString('base64url'),
      origin,
      crossOrigin: false,
      ...clientData,
    };
    const client = Buffer.from(JSON.stringify(said));
    const counter = Buffer.from([0, 0, 0, 1]);
    const rp = sha256(site ?? new URL(origin).hostname);
    const data = Buffer.concat([rp, Buffer.from([flags]), counter]);
    const signed = Buffer.concat([data, sha256(client)]);
    return {
      credential: sha256(publicKey.export({ format: 'der', type: 'spki' })).toString('base64url'),
      publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64url'),
      authenticatorData: data.toString('base64url'),
      clientData: client.toString('base64url'),
      signature: sign(kind === 'Ed25519' ? null : 'sha256', signed, privateKey).toString(
        'base64url',
      ),
    };
  };
}

/** An Ed25519 key of a signatory's own. */
export function softKey() {
  const { publicKey, privateKey } = PAIRS.Ed25519();
  const { x: key = '' } = publicKey.export({ format: 'jwk' });
  return (message: string) => ({
    key,
    signature: sign(null, Buffer.from(message), privateKey).toString('base64url'),
  });
}
