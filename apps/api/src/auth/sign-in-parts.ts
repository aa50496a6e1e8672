import { developmentKey, type JsonWebKey } from '@twinning/identity';
import { readFile } from 'node:fs/promises';
import type { ApiConfig } from '../config.js';
import { attemptKey } from './attempt-cookie.js';
import { OidcClient, type ClientProof } from './oidc-client.js';
import type { SignInParts } from './sign-in.controller.js';

function proofOf({ client, issuer, dataFolder }: ApiConfig): ClientProof {
  const { keyFile, secretFile } = client;
  if (keyFile !== null) {
    return {
      kind: 'key',
      read: async () => JSON.parse(await readFile(keyFile, 'utf8')) as JsonWebKey,
    };
  }
  if (secretFile !== null) {
    return { kind: 'secret', read: async () => (await readFile(secretFile, 'utf8')).trim() };
  }
  return issuer === null
    ? { kind: 'key', read: () => developmentKey(dataFolder, 'console') }
    : { kind: 'none' };
}

/** The console's client and the key of its sign-ins, made on first use. */
export function signInParts(config: ApiConfig, issuer: string): () => Promise<SignInParts> {
  const client = new OidcClient({
    issuer,
    clientId: config.client.id,
    scope: config.client.scope,
    redirectUri: `${config.publicUrl}/v1/session/callback`,
    proof: proofOf(config),
  });
  return async () => ({ client, key: await attemptKey(config.dataFolder) });
}
