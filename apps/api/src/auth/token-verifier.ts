import type { Principal } from '@twinning/domain';
import { createRemoteJWKSet, customFetch, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { principalOf } from '@twinning/identity';

const discovery = z.object({ issuer: z.string(), jwks_uri: z.url() });

/** Checks bearer tokens against the keys of one OpenID Connect issuer; keys are fetched on first use and cached. */
export class TokenVerifier {
  private keys: Promise<JWTVerifyGetKey> | null = null;

  constructor(
    private readonly issuer: string,
    private readonly audience: string,
  ) {}

  /** The caller of a token. Throws on one that is expired, unsigned, of another issuer or not for this API. */
  async verify(token: string): Promise<Principal> {
    this.keys ??= this.discover();
    let keys: JWTVerifyGetKey;
    try {
      keys = await this.keys;
    } catch (error) {
      this.keys = null;
      throw error;
    }
    const { payload } = await jwtVerify(token, keys, {
      issuer: this.issuer,
      audience: this.audience,
      algorithms: ['ES256', 'RS256', 'PS256', 'EdDSA'],
      requiredClaims: ['sub', 'exp'],
      clockTolerance: 5,
    });
    return principalOf(payload);
  }

  private async discover(): Promise<JWTVerifyGetKey> {
    const address = `${this.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const response = await fetch(address, { signal: AbortSignal.timeout(5_000) });
    if (!response.ok) throw new Error(`${address} answered ${String(response.status)}`);
    const { issuer, jwks_uri } = discovery.parse(await response.json());
    if (issuer !== this.issuer) throw new Error(`${address} speaks for ${issuer}`);
    return createRemoteJWKSet(new URL(jwks_uri), { [customFetch]: fetch });
  }
}
