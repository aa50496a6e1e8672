import type { Principal } from '@twinning/domain';
import {
  createRemoteJWKSet,
  customFetch,
  errors,
  jwtVerify,
  type JWTPayload,
  type JWTVerifyGetKey,
} from 'jose';
import { z } from 'zod';
import { principalUnder } from '@twinning/identity';
import type { DatabaseTime } from './database-time.js';
import type { TrustedIssuer } from './trusted-issuers.js';

const discovery = z.object({ issuer: z.string(), jwks_uri: z.url() });

// Checking a signature costs more than all else of a request: a token that was good stays good for half a minute.
const RECENT_MS = 30_000;
const RECENT = 1_000;
// A token with a key that is not known yet has the keys fetched again, but not more often than this.
const NEW_KEYS_AFTER_MS = 5_000;

/** The caller of a token, and what its issuer calls them. */
export interface Verified {
  readonly issuer: string;
  readonly principal: Principal;
  readonly subject: string;
}

/** Checks bearer tokens against the keys of one OpenID Connect issuer; keys are fetched on first use and cached. */
export class TokenVerifier {
  private keys: Promise<JWTVerifyGetKey> | null = null;
  private readonly recent = new Map<string, { verified: Verified; until: number }>();

  constructor(
    private readonly trusted: TrustedIssuer,
    private readonly time: Pick<DatabaseTime, 'now'>,
  ) {}

  /** Who a token names. Throws on one that is expired, unsigned, of another issuer, not for this API or beyond its issuer. */
  async verify(token: string): Promise<Verified> {
    const now = await this.time.now();
    const known = this.recent.get(token);
    if (known !== undefined && now < known.until) return known.verified;
    const { expires, ...verified } = await this.check(token, now);
    if (this.recent.size >= RECENT) this.recent.clear();
    this.recent.set(token, { verified, until: Math.min(now + RECENT_MS, expires * 1_000) });
    return verified;
  }

  private async check(token: string, now: number): Promise<Verified & { expires: number }> {
    this.keys ??= this.discover();
    let keys: JWTVerifyGetKey;
    try {
      keys = await this.keys;
    } catch (error) {
      this.keys = null;
      throw error;
    }
    const { issuer, audience, tokenType, terms } = this.trusted;
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience,
      algorithms: ['ES256', 'RS256', 'PS256', 'EdDSA'],
      requiredClaims: ['sub', 'exp'],
      clockTolerance: 5,
      currentDate: new Date(now),
      ...(tokenType === 'at+jwt' && { typ: 'at+jwt' }),
    });
    refuseIdToken(payload);
    return {
      issuer,
      principal: principalUnder(terms, payload, now),
      subject: payload.sub ?? '',
      expires: payload.exp ?? 0,
    };
  }

  private async discover(): Promise<JWTVerifyGetKey> {
    const trusted = this.trusted.issuer;
    const address = `${trusted.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const response = await fetch(address, {
      signal: AbortSignal.timeout(5_000),
      redirect: 'error',
    });
    if (!response.ok) throw new Error(`${address} answered ${String(response.status)}`);
    const { issuer, jwks_uri } = discovery.parse(await response.json());
    if (issuer !== trusted) throw new Error(`${address} speaks for ${issuer}`);
    return createRemoteJWKSet(new URL(jwks_uri), {
      [customFetch]: (url, init) => fetch(url, { ...init, redirect: 'error' }),
      cooldownDuration: NEW_KEYS_AFTER_MS,
    });
  }
}

// What only ID tokens and logout tokens carry: where the issuer names no type, they must not pass for access tokens.
function refuseIdToken(payload: JWTPayload): void {
  if (['nonce', 'at_hash', 'c_hash', 's_hash', 'events'].some((claim) => claim in payload)) {
    throw new errors.JWTClaimValidationFailed(
      'not an access token',
      payload,
      'typ',
      'check_failed',
    );
  }
}
