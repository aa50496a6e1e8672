import { developmentKey, publicPartOf } from '@twinning/identity';
import type { Principal } from '@twinning/domain';
import type { ClientMetadata } from 'oidc-provider';

export const CONSOLE_CLIENT = 'twinning-console';
export const CLI_CLIENT = 'twinning-cli';
/** The demonstration's machine client: a system of one body that reads and writes for it, never signs. */
export const MACHINE_CLIENT = 'asi.machine';

/** What machine clients may act as, by their id; they are never stepped up. */
export const MACHINES: Readonly<Record<string, Pick<Principal, 'member' | 'grants'>>> = {
  [MACHINE_CLIENT]: { member: 1529, grants: [{ role: 'NSB_REP' }] },
};

const DEVICE = 'urn:ietf:params:oauth:grant-type:device_code';

/** The clients of the local issuer. Redirects are exact addresses; every client's way in is one and its own. */
export async function developmentClients(
  publicUrl: string,
  dataFolder: string,
): Promise<ClientMetadata[]> {
  const keyOf = async (owner: 'console' | 'machine') => ({
    token_endpoint_auth_method: 'private_key_jwt' as const,
    token_endpoint_auth_signing_alg: 'ES256' as const,
    jwks: { keys: [publicPartOf(await developmentKey(dataFolder, owner))] } as NonNullable<
      ClientMetadata['jwks']
    >,
  });
  return [
    {
      client_id: CONSOLE_CLIENT,
      client_name: 'Twinning',
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      redirect_uris: [`${publicUrl}/v1/session/callback`],
      post_logout_redirect_uris: [`${publicUrl}/`],
      id_token_signed_response_alg: 'ES256',
      ...(await keyOf('console')),
    },
    {
      client_id: CLI_CLIENT,
      client_name: 'twinning (CLI)',
      grant_types: [DEVICE, 'refresh_token'],
      response_types: [],
      redirect_uris: [],
      id_token_signed_response_alg: 'ES256',
      token_endpoint_auth_method: 'none',
    },
    {
      client_id: MACHINE_CLIENT,
      client_name: 'ASI',
      grant_types: ['client_credentials'],
      response_types: [],
      redirect_uris: [],
      id_token_signed_response_alg: 'ES256',
      ...(await keyOf('machine')),
    },
  ];
}
