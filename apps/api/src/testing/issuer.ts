import {
  exportJWK,
  generateKeyPair,
  SignJWT,
  type CryptoKey,
  type JWK,
  type JWTPayload,
} from 'jose';
import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Asked {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly nonce: string;
  readonly challenge: string;
  readonly maxAge: string | null;
}

/** An OpenID Connect provider of a body: signs everybody in at once as the person that `person` says. */
export class IssuerUnderTest {
  /** Claims of the next person: `sub`, and what the issuer says of them. */
  person: JWTPayload = { sub: 'person' };
  /** What the answer to a sign-in says of itself; null leaves `iss` out. */
  says: string | null | undefined = undefined;
  /** A nonce for the ID token instead of the one that was asked for. */
  nonce: string | null = null;
  /** For whom the ID token is, instead of the client that asked. */
  audience: string | null = null;
  /** Seconds ago at which the person was proved, instead of now; null leaves `auth_time` out. */
  proved: number | null = 0;
  /** Another issuer whose answers are handed on instead of its own (a mix-up). */
  handsOn: IssuerUnderTest | null = null;
  /** Its addresses that send on to another address of its own. */
  readonly moved = new Set<string>();
  readonly asked: URLSearchParams[] = [];
  private readonly codes = new Map<string, Asked>();

  private constructor(
    private readonly server: Server,
    private readonly secret: CryptoKey,
    private readonly shown: JWK,
  ) {}

  static async start(): Promise<IssuerUnderTest> {
    const { privateKey, publicKey } = await generateKeyPair('ES256');
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const shown = { ...(await exportJWK(publicKey)), kid: 'k', alg: 'ES256' };
    const issuer = new IssuerUnderTest(server, privateKey, shown);
    server.on('request', (request, response) => {
      issuer.answer(request, response).catch(() => response.writeHead(500).end());
    });
    return issuer;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  /** An access token of this issuer; `over` may say anything, also that it is another's. */
  token(over: JWTPayload = {}): Promise<string> {
    return this.signed({ aud: 'twinning', ...this.person, ...over }, 'at+jwt');
  }

  private signed(payload: JWTPayload, typ: string): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT({ iss: this.url, iat: now, exp: now + 300, ...payload })
      .setProtectedHeader({ alg: 'ES256', kid: 'k', typ })
      .sign(this.secret);
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '', this.url);
    const json = (status: number, body: object) =>
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    if (this.moved.has(pathname)) {
      response.writeHead(307, { Location: `${this.url}/moved${pathname}` }).end();
      return;
    }
    switch (pathname.replace(/^\/moved/, '')) {
      case '/jwks':
        json(200, { keys: [this.shown] });
        return;
      case '/authorize':
        response.writeHead(303, { Location: this.authorize(searchParams) }).end();
        return;
      case '/token': {
        let form = '';
        for await (const chunk of request) form += String(chunk);
        const given = await (this.handsOn ?? this).redeem(new URLSearchParams(form));
        json(given === null ? 400 : 200, given ?? { error: 'invalid_grant' });
        return;
      }
      default:
        json(200, {
          issuer: this.url,
          authorization_endpoint: `${this.url}/authorize`,
          token_endpoint: `${this.url}/token`,
          jwks_uri: `${this.url}/jwks`,
          authorization_response_iss_parameter_supported: this.says !== null,
        });
    }
  }

  private authorize(asked: URLSearchParams): string {
    this.asked.push(asked);
    const of = this.handsOn ?? this;
    const code = randomUUID();
    of.codes.set(code, {
      clientId: asked.get('client_id') ?? '',
      redirectUri: asked.get('redirect_uri') ?? '',
      nonce: asked.get('nonce') ?? '',
      challenge: asked.get('code_challenge') ?? '',
      maxAge: asked.get('max_age'),
    });
    const back = new URL(asked.get('redirect_uri') ?? '');
    back.searchParams.set('code', code);
    back.searchParams.set('state', asked.get('state') ?? '');
    if (this.says !== null) back.searchParams.set('iss', this.says ?? of.url);
    return back.href;
  }

  private async redeem(form: URLSearchParams): Promise<object | null> {
    const code = form.get('code') ?? '';
    const asked = this.codes.get(code);
    this.codes.delete(code);
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (asked === undefined || asked.challenge !== challenge) return null;
    if (asked.redirectUri !== form.get('redirect_uri')) return null;
    const { sub = '' } = this.person;
    return {
      access_token: await this.token(),
      id_token: await this.signed(
        {
          ...{ sub, aud: this.audience ?? asked.clientId, nonce: this.nonce ?? asked.nonce },
          ...(asked.maxAge !== null &&
            this.proved !== null && { auth_time: Math.floor(Date.now() / 1000) - this.proved }),
        },
        'JWT',
      ),
    };
  }
}
