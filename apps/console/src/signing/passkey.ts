/** What is sent of a signature with a passkey: base64url throughout. A `type`, for it stands in a form. */
export type SignedWithPasskey = {
  readonly credential: string;
  readonly publicKey: string;
  readonly authenticatorData: string;
  readonly clientData: string;
  readonly signature: string;
};

/** A passkey that was made in this browser; the private key is in the device, never here. */
interface Known {
  readonly credential: string;
  readonly publicKey: string;
}

const KEPT = 'twinning.passkey.';

/** ES256, Ed25519 and RS256: what the record and its verifiers can check. */
const ALGORITHMS = [-7, -8, -257];

const coded = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
const sha256 = (text: string): Promise<ArrayBuffer> =>
  crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));

/** The passkey that the person made here; null when there is none or nothing is kept in this browser. */
export function knownPasskey(person: string): Known | null {
  try {
    return JSON.parse(window.localStorage.getItem(KEPT + person) ?? 'null') as Known | null;
  } catch {
    return null;
  }
}

export function forgetPasskey(person: string): void {
  try {
    window.localStorage.removeItem(KEPT + person);
  } catch {
    // Nothing was kept then.
  }
}

async function newPasskey(person: string): Promise<Known> {
  const made = (await navigator.credentials.create({
    publicKey: {
      rp: { name: 'Twinning' },
      // The same for the same person: a device that has one already puts the new one in its place.
      user: { id: await sha256(`twinning person ${person}`), name: person, displayName: person },
      challenge: crypto.getRandomValues(new Uint8Array(32)),
      pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
      authenticatorSelection: { userVerification: 'required', residentKey: 'preferred' },
      attestation: 'none',
    },
  })) as PublicKeyCredential;
  const publicKey = (made.response as AuthenticatorAttestationResponse).getPublicKey();
  if (publicKey === null) throw new DOMException('', 'NotSupportedError');
  const known = { credential: coded(made.rawId), publicKey: coded(publicKey) };
  try {
    window.localStorage.setItem(KEPT + person, JSON.stringify(known));
  } catch {
    // A browser that keeps nothing makes another passkey the next time.
  }
  return known;
}

/** Has a passkey of the person sign the text: the one made here before, or a new one. The device asks who it is. */
export async function signWithPasskey(person: string, text: string): Promise<SignedWithPasskey> {
  const { credential, publicKey } = knownPasskey(person) ?? (await newPasskey(person));
  const given = (await navigator.credentials.get({
    publicKey: {
      challenge: await sha256(text),
      allowCredentials: [{ type: 'public-key', id: bytesOf(credential) }],
      userVerification: 'required',
    },
  })) as PublicKeyCredential;
  const response = given.response as AuthenticatorAssertionResponse;
  return {
    credential,
    publicKey,
    authenticatorData: coded(response.authenticatorData),
    clientData: coded(response.clientDataJSON),
    signature: coded(response.signature),
  };
}
