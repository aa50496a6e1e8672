import type { Seal } from '@twinning/domain';
import { createPublicKey, verify } from 'node:crypto';
import { passkeyFits } from './passkey.js';

/** Whether a signatory's seal over the message verifies. Anything malformed does not. */
export function verifies(seal: Seal, message: string): boolean {
  try {
    return 'passkey' in seal ? passkeyFits(seal.passkey, message) : keyFits(seal, message);
  } catch {
    return false;
  }
}

function keyFits({ key, signature }: { key: string; signature: string }, message: string): boolean {
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key }, format: 'jwk' });
  return verify(null, Buffer.from(message), publicKey, Buffer.from(signature, 'base64url'));
}
