import { clientAssertion, type ClaimMap, type JsonWebKey } from '@twinning/identity';
import { createRemoteJWKSet, customFetch, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';

const metadata = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  end_session_endpoint: z.url().optional(),
  authorization_response_iss_parameter_supported: z.boolean().default(false),
});
type Metadata = z.infer<typeof metadata>;

const answer = z.object({ access_token: z.string(), id_token: z.string() });
const idClaims = z.object({
  sub: z.string(),
  nonce: z.string(),
  name: z.string().optional(),
  auth_time: z.number().optional(),
});

/** Seconds by which an issuer's clock may differ from ours. */
const TOLERANCE_SECONDS = 5;

/** How the console's client proves itself; read at each use, so that a rotated file counts at once. */
export type ClientProof =
  | { readonly kind: 'key'; readonly read: () => Promise<JsonWebKey> }
  | { readonly kind: 'secret'; readonly read: () => Promise<string> }
  | { readonly kind: 'none' };

/** What a sign-in must remember until the issuer sends the browser back. */
export interface Attempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly returnTo: string;
  /** Seconds since 1970 at which a fresh proof was asked for; null when none was. */
  readonly proofSince: number | null;
}

/** Who came back: the access token for the API, and what the issuer said of the person. */
export interface SignedIn {
  readonly accessToken: string;
  readonly idToken: string;
  readonly subject: string;
  readonly name: string | null;
}

/** The sign-in failed by what came back, not by the issuer being away. */
export class SignInRefused extends Error {}

const random = (): string => randomBytes(32).toString('base64url');

export interface OidcClientOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly scope: string;
  readonly redirectUri: string;
  readonly proof: ClientProof;
  /** By what this issuer says that the person was proved again. */
  readonly stepUp: Pick<ClaimMap, 'acr'>;
}

/** The console's side of OpenID Connect: authorization code with PKCE (S256), state, nonce and `iss` (RFC 9700). */
export class OidcClient {
  private known: Promise<{ of: Metadata; keys: JWTVerifyGetKey }> | null = null;

  constructor(private readonly options: OidcClientOptions) {}

  get issuer(): string {
    return this.options.issuer;
  }

  /** The address to send the browser to, and what to remember. */
  async begin(
    returnTo: string,
    isStepUp: boolean,
  ): Promise<{ readonly address: string; readonly attempt: Attempt }> {
    const { of } = await this.discover();
    const proofSince = isStepUp ? Math.floor(Date.now() / 1000) : null;
    const secrets = { state: random(), nonce: random(), verifier: random() };
    const attempt = { ...secrets, returnTo, proofSince };
    const { clientId, redirectUri, scope, stepUp } = this.options;
    const query = new URLSearchParams({
      client_id: clientId,
      response_type: 'code',
      redirect_uri: redirectUri,
      scope,
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: createHash('sha256').update(attempt.verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...(isStepUp && {
        prompt: 'login',
        max_age: '0',
        ...(stepUp.acr.length > 0 && { acr_values: stepUp.acr.join(' ') }),
      }),
    });
    return { address: `${of.authorization_endpoint}?${query.toString()}`, attempt };
  }

  /** Redeems what came back; throws `SignInRefused` unless everything fits the attempt. */
  async finish(returned: URLSearchParams, attempt: Attempt): Promise<SignedIn> {
    const { of, keys } = await this.discover();
    const { issuer, clientId, redirectUri } = this.options;
    if (returned.get('state') !== attempt.state) throw new SignInRefused('state');
    const iss = returned.get('iss');
    if (iss === null ? of.authorization_response_iss_parameter_supported : iss !== issuer) {
      throw new SignInRefused('iss');
    }
    const code = returned.get('code');
    if (code === null) throw new SignInRefused(returned.get('error') ?? 'code');
    const response = await fetch(of.token_endpoint, {
      method: 'POST',
      signal: AbortSignal.timeout(10_000),
      // Code, verifier and proof are for this address: an answer that sends them on is a fault.
      redirect: 'error',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectUri,
        code_verifier: attempt.verifier,
        client_id: clientId,
        ...(await this.proof()),
      }),
    });
    if (response.status >= 500) throw new Error(`token endpoint: ${String(response.status)}`);
    const given = answer.safeParse(await response.json());
    if (!given.success) throw new SignInRefused('token');
    const { payload } = await jwtVerify(given.data.id_token, keys, {
      issuer,
      audience: clientId,
      algorithms: ['ES256', 'RS256', 'PS256', 'EdDSA'],
      requiredClaims: ['sub', 'exp', 'nonce'],
      clockTolerance: TOLERANCE_SECONDS,
    }).catch(() => {
      throw new SignInRefused('id_token');
    });
    const { sub, nonce, name, auth_time: provedAt } = idClaims.parse(payload);
    if (nonce !== attempt.nonce) throw new SignInRefused('nonce');
    // An issuer may pass over what it was asked and answer from a session of its own.
    const since = attempt.proofSince;
    if (since !== null && (provedAt === undefined || provedAt + TOLERANCE_SECONDS < since)) {
      throw new SignInRefused('auth_time');
    }
    return {
      accessToken: given.data.access_token,
      idToken: given.data.id_token,
      subject: sub,
      name: name ?? null,
    };
  }

  /** Where the browser ends the issuer's own session (RP-initiated logout); null when the issuer has no such page. */
  async logoutAddress(idToken: string, home: string): Promise<string | null> {
    const { of } = await this.discover();
    if (of.end_session_endpoint === undefined) return null;
    const query = new URLSearchParams({
      id_token_hint: idToken,
      client_id: this.options.clientId,
      post_logout_redirect_uri: home,
    });
    return `${of.end_session_endpoint}?${query.toString()}`;
  }

  private async proof(): Promise<Record<string, string>> {
    const { proof, clientId, issuer } = this.options;
    switch (proof.kind) {
      case 'key':
        return {
          client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
          client_assertion: await clientAssertion(clientId, issuer, await proof.read()),
        };
      case 'secret':
        return { client_secret: await proof.read() };
      case 'none':
        return {};
    }
  }

  private async discover(): Promise<{ of: Metadata; keys: JWTVerifyGetKey }> {
    this.known ??= this.fetchMetadata();
    try {
      return await this.known;
    } catch (error) {
      this.known = null;
      throw error;
    }
  }

  private async fetchMetadata(): Promise<{ of: Metadata; keys: JWTVerifyGetKey }> {
    const { issuer } = this.options;
    const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const response = await fetch(address, {
      signal: AbortSignal.timeout(5_000),
      redirect: 'error',
    });
    if (!response.ok) throw new Error(`${address} answered ${String(response.status)}`);
    const of = metadata.parse(await response.json());
    if (of.issuer !== issuer) throw new Error(`${address} speaks for ${of.issuer}`);
    const keys = createRemoteJWKSet(new URL(of.jwks_uri), {
      [customFetch]: (url, init) => fetch(url, { ...init, redirect: 'error' }),
    });
    return { of, keys };
  }
}
