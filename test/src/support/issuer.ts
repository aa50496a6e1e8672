import { demonstrationPeople, STEP_UP } from '@twinning/identity';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the issuer behaves: as it should, answering 500, or never answering. */
export type IssuerMood = 'well' | 'fails' | 'silent';

interface SigningKey {
  readonly kid: string;
  readonly secret: CryptoKey;
  readonly shown: JWK;
}

const newKey = async (kid: string): Promise<SigningKey> => {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  return { kid, secret: privateKey, shown: { ...(await exportJWK(publicKey)), kid, alg: 'ES256' } };
};

/** An OpenID Connect issuer apart from the product: it can go away, fail, and change its keys. */
export class Issuer {
  mood: IssuerMood = 'well';
  private server: Server | null = null;
  private port = 0;
  private readonly keys: SigningKey[] = [];

  static async start(): Promise<Issuer> {
    const issuer = new Issuer();
    await issuer.addKey();
    await issuer.open();
    return issuer;
  }

  get url(): string {
    return `http://127.0.0.1:${String(this.port)}`;
  }

  /** Shows one more key; tokens are signed with it from now on. */
  async addKey(): Promise<void> {
    this.keys.push(await newKey(`key-${String(this.keys.length + 1)}`));
  }

  /** No longer shows the oldest key. */
  retireKey(): void {
    this.keys.shift();
  }

  /** A token of a person of the demonstration, signed with the newest key, or with one that only bears its name. */
  async token(member: { readonly id: number; readonly acronym: string }, forged = false) {
    const newest = this.keys.at(-1);
    const [person] = demonstrationPeople([member]).filter((p) => p.member === member.id);
    if (newest === undefined || person === undefined) throw new Error('No key, or no such person.');
    const secret = forged ? (await newKey(newest.kid)).secret : newest.secret;
    return new SignJWT({
      twinning_member: person.member,
      twinning_roles: person.roles,
      acr: STEP_UP,
    })
      .setProtectedHeader({ alg: 'ES256', kid: newest.kid, typ: 'at+jwt' })
      .setSubject(person.id)
      .setIssuer(this.url)
      .setAudience('twinning')
      .setIssuedAt()
      .setExpirationTime('1 hour')
      .sign(secret);
  }

  async open(): Promise<void> {
    const server = createServer((request, response) => {
      this.answer(request.url ?? '', response);
    });
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  async away(): Promise<void> {
    const { server } = this;
    if (server === null) return;
    this.server = null;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }

  private answer(path: string, response: ServerResponse): void {
    if (this.mood === 'silent') return;
    const json = (body: object) =>
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    if (this.mood === 'fails') response.writeHead(500).end();
    else if (path.endsWith('/jwks')) json({ keys: this.keys.map(({ shown }) => shown) });
    else {
      json({
        issuer: this.url,
        authorization_endpoint: `${this.url}/authorize`,
        token_endpoint: `${this.url}/token`,
        jwks_uri: `${this.url}/jwks`,
      });
    }
  }
}
