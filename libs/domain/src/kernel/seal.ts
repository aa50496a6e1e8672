import { base64url, base64urlUpTo, object, optional } from './schema.js';

/**
 * What a passkey (WebAuthn) gave for a signature, base64url throughout: all that anybody needs to verify it without the
 * product. What it signed is a challenge: the SHA-256 of the text.
 */
export interface Passkey {
  readonly credential: string;
  /** SubjectPublicKeyInfo (DER): ES256 on P-256, Ed25519 or RS256. */
  readonly publicKey: string;
  readonly authenticatorData: string;
  /** The bytes of `clientDataJSON`. */
  readonly clientData: string;
  readonly signature: string;
}

/** A signature of a signatory over a text: with an Ed25519 key of their own, or with a passkey. */
export type Seal =
  | { readonly key: string; readonly signature: string }
  | { readonly passkey: Passkey };

/** The fields in which a command brings a seal; all absent where the fresh proof of the person stands alone. */
export const SEAL_FIELDS = {
  key: optional(base64url(32)),
  signature: optional(base64url(64)),
  passkey: optional(
    object({
      credential: base64urlUpTo(1023),
      publicKey: base64urlUpTo(600),
      authenticatorData: base64urlUpTo(2048),
      clientData: base64urlUpTo(2048),
      signature: base64urlUpTo(512),
    }),
  ),
};

/** The fields as they were sent or recorded. */
export interface Sealed {
  readonly key?: string | undefined;
  readonly signature?: string | undefined;
  readonly passkey?: Passkey | undefined;
}

/** The seal in the fields; null without one, or when they are neither the one kind nor the other. */
export function sealOf({ key, signature, passkey }: Sealed): Seal | null {
  if (passkey !== undefined) return (key ?? signature) ? null : { passkey };
  return key === undefined || signature === undefined ? null : { key, signature };
}

export const isSealed = ({ key, signature, passkey }: Sealed): boolean =>
  key !== undefined || signature !== undefined || passkey !== undefined;

/** What tells one signing key from another: two bodies never sign with the same. */
export const keyOf = ({ key, passkey }: Sealed): string | undefined => key ?? passkey?.publicKey;
