import { createPublicKey, verify } from 'node:crypto';

/** Whether an Ed25519 signature over the message verifies; key and signature in base64url. Anything malformed does not. */
export function verifies(key: string, message: string, signature: string): boolean {
  try {
    const publicKey = createPublicKey({
      key: { kty: 'OKP', crv: 'Ed25519', x: key },
      format: 'jwk',
    });
    return verify(null, Buffer.from(message), publicKey, Buffer.from(signature, 'base64url'));
  } catch {
    return false;
  }
}
