import type { Passkey } from '@twinning/domain';
import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto';

const bytesOf = (coded: string): Buffer => Buffer.from(coded, 'base64url');
const sha256 = (bytes: string | Buffer): Buffer => createHash('sha256').update(bytes).digest();

const PERSON_PRESENT = 0x01;
const PERSON_VERIFIED = 0x04;
/** Hash of the site, flags, counter. */
const SHORTEST = 37;

interface ClientData {
  readonly type?: unknown;
  readonly challenge?: unknown;
  readonly origin?: unknown;
  readonly crossOrigin?: unknown;
}

const clientDataOf = ({ clientData }: Passkey): ClientData =>
  JSON.parse(bytesOf(clientData).toString('utf8')) as ClientData;

/** The address of the page on which the passkey was asked; null when it says none. */
export function originOf(passkey: Passkey): string | null {
  try {
    const { origin } = clientDataOf(passkey);
    return typeof origin === 'string' ? origin : null;
  } catch {
    return null;
  }
}

/**
 * Whether a passkey (WebAuthn level 3, 7.2) signed the message: its challenge is the SHA-256 of the message, for the site
 * of the page that asked, with the person verified. Throws, or says no, when it is anything else. Which site that has to
 * be is for the caller: a decision must come out the same wherever it is made again.
 */
export function passkeyFits(passkey: Passkey, message: string): boolean {
  const { type, challenge, origin, crossOrigin } = clientDataOf(passkey);
  const data = bytesOf(passkey.authenticatorData);
  const flags = data[32] ?? 0;
  return (
    type === 'webauthn.get' &&
    challenge === sha256(message).toString('base64url') &&
    typeof origin === 'string' &&
    crossOrigin !== true &&
    data.length >= SHORTEST &&
    data.subarray(0, 32).equals(sha256(new URL(origin).hostname)) &&
    (flags & PERSON_PRESENT) !== 0 &&
    (flags & PERSON_VERIFIED) !== 0 &&
    isSigned(passkey, Buffer.concat([data, sha256(bytesOf(passkey.clientData))]))
  );
}

function isSigned({ publicKey, signature }: Passkey, signed: Buffer): boolean {
  const key = createPublicKey({ key: bytesOf(publicKey), format: 'der', type: 'spki' });
  const digest = digestFor(key);
  return digest !== undefined && verify(digest, signed, key, bytesOf(signature));
}

/** ES256 on P-256, RS256 and Ed25519, as the browser is asked for; undefined for every other key. */
function digestFor({
  asymmetricKeyType,
  asymmetricKeyDetails,
}: KeyObject): string | null | undefined {
  switch (asymmetricKeyType) {
    case 'ed25519':
      return null;
    case 'ec':
      return asymmetricKeyDetails?.namedCurve === 'prime256v1' ? 'sha256' : undefined;
    case 'rsa':
      return (asymmetricKeyDetails?.modulusLength ?? 0) >= 2048 ? 'sha256' : undefined;
    default:
      return undefined;
  }
}
