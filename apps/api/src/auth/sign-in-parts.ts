import { developmentKey, type JsonWebKey } from '@twinning/identity';
import { readFile } from 'node:fs/promises';
import type { ApiConfig } from '../config.js';
import { attemptKey } from './attempt-cookie.js';
import { OidcClient, type ClientProof } from './oidc-client.js';
import { HOME, isLocal, type TrustedIssuer } from './trusted-issuers.js';

/** One of the places where people may sign in. */
export interface Way {
  readonly id: string;
  readonly name: string | null;
  readonly client: OidcClient;
}

/** The console's clients and the key of its sign-ins. */
export class SignIn {
  constructor(
    readonly ways: readonly Way[],
    /** Made on first use. */
    readonly key: () => Promise<Buffer>,
  ) {}

  /** The way of this name; without a name the home issuer, or the only one. Null: somebody must choose. */
  wayOf(id: string | undefined): Way | null {
    const found = this.ways.find((way) => way.id === (id ?? HOME));
    if (found !== undefined || id !== undefined) return found ?? null;
    return this.ways.length === 1 ? (this.ways[0] ?? null) : null;
  }
}

function proofOf(
  config: ApiConfig,
  { client: { keyFile, secretFile } }: TrustedIssuer,
): ClientProof {
  if (keyFile !== null) {
    return {
      kind: 'key',
      read: async () => JSON.parse(await readFile(keyFile, 'utf8')) as JsonWebKey,
    };
  }
  if (secretFile !== null) {
    return { kind: 'secret', read: async () => (await readFile(secretFile, 'utf8')).trim() };
  }
  return isLocal(config)
    ? { kind: 'key', read: () => developmentKey(config.dataFolder, 'console') }
    : { kind: 'none' };
}

/** Each issuer sends the browser back to an address of its own, so that no answer passes for another's (RFC 9700). */
const callbackOf = (publicUrl: string, id: string): string =>
  `${publicUrl}/v1/session/callback${id === HOME ? '' : `/${id}`}`;

export const signInAt = (config: ApiConfig, issuers: readonly TrustedIssuer[]): SignIn =>
  new SignIn(
    issuers.map((trusted) => ({
      id: trusted.id,
      name: trusted.name,
      client: new OidcClient({
        issuer: trusted.issuer,
        clientId: trusted.client.id,
        scope: trusted.client.scope,
        stepUp: trusted.terms.claims,
        redirectUri: callbackOf(config.publicUrl, trusted.id),
        proof: proofOf(config, trusted),
      }),
    })),
    () => attemptKey(config.dataFolder),
  );
