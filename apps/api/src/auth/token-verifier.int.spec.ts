import { afterEach, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TokenVerifier } from './token-verifier.js';
import type { TrustedIssuer } from './trusted-issuers.js';

describe('the document and the keys of an issuer', () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });

  const serve = async (answer: (path: string, response: ServerResponse, url: string) => void) => {
    const server = createServer((request, response) => {
      answer(request.url ?? '', response, url);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    servers.push(server);
    const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    return url;
  };
  const json = (response: ServerResponse, body: unknown) =>
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify(body));

  /** What comes of a good token of this issuer. */
  async function verdict(
    change: (parts: {
      path: string;
      response: ServerResponse;
      url: string;
      other: string;
    }) => boolean,
  ) {
    const { privateKey, publicKey } = await generateKeyPair('ES256');
    const keys = { keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256', kid: 'one' }] };
    const honest = (path: string, response: ServerResponse, url: string) =>
      path.includes('openid-configuration')
        ? json(response, { issuer: url, jwks_uri: `${url}/keys` })
        : json(response, keys);
    const other = await serve(honest);
    const issuer = await serve((path, response, url) => {
      if (!change({ path, response, url, other })) honest(path, response, url);
    });
    const token = await new SignJWT({
      twinning_member: 1529,
      twinning_roles: [{ role: 'NSB_REP' }],
    })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'one' })
      .setIssuer(issuer)
      .setAudience('twinning')
      .setSubject('ann')
      .setExpirationTime('5m')
      .sign(privateKey);
    const trusted = {
      issuer,
      audience: 'twinning',
      tokenType: 'at+jwt',
      terms: { prefix: null, others: [], bodies: 'ALL', claims: HOME_CLAIMS },
    } as unknown as TrustedIssuer;
    const time = { now: () => Promise.resolve(Date.now()) };
    return new TokenVerifier(trusted, time).verify(token).then(
      ({ principal }) => principal.person,
      () => 'refused',
    );
  }

  const HOME_CLAIMS = { member: ['twinning_member'], roles: ['twinning_roles'], acr: [], amr: [] };

  it('are taken from where the issuer says', async () => {
    expect(await verdict(() => false)).toBe('ann');
  });

  it('are not taken from a document that speaks for another issuer', async () => {
    const lies = await verdict(({ path, response, url, other }) => {
      if (!path.includes('openid-configuration')) return false;
      json(response, { issuer: other, jwks_uri: `${url}/keys` });
      return true;
    });
    expect(lies).toBe('refused');
  });

  it.each(['openid-configuration', 'keys'])(
    'are not fetched where %s sends one on',
    async (part) => {
      const sentOn = await verdict(({ path, response, other }) => {
        if (!path.includes(part)) return false;
        response.writeHead(302, { Location: `${other}${path}` }).end();
        return true;
      });
      expect(sentOn).toBe('refused');
    },
  );
});
