import { SignJWT } from 'jose';
import { STEP_UP } from './claims.js';
import { developmentKey, privateKeyOf } from './development-key.js';
import type { DemonstrationPerson } from './people.js';

export interface TokenOptions {
  readonly dataFolder: string;
  readonly issuer: string;
  readonly audience: string;
  /** As if the person had been proved just now: it counts for ten minutes. */
  readonly stepUp?: boolean;
  readonly lifetimeSeconds?: number;
}

/** A bearer token for a person of the demonstration, signed with the local issuer's own key. */
export async function developmentToken(
  person: DemonstrationPerson,
  { dataFolder, issuer, audience, stepUp = false, lifetimeSeconds = 8 * 3600 }: TokenOptions,
): Promise<string> {
  const jwk = await developmentKey(dataFolder);
  return new SignJWT({
    ...(person.member !== null && { twinning_member: person.member }),
    twinning_roles: person.roles,
    ...(stepUp && { acr: STEP_UP, auth_time: Math.floor(Date.now() / 1000) }),
  })
    .setProtectedHeader({ alg: 'ES256', kid: 'development', typ: 'at+jwt' })
    .setSubject(person.id)
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(Math.floor(Date.now() / 1000) + lifetimeSeconds)
    .sign(await privateKeyOf(jwk));
}
