import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IssuerUnderTest } from '../testing/issuer.js';
import { OidcClient } from './oidc-client.js';

describe('a sign-in with a fresh proof', () => {
  let issuer: IssuerUnderTest;
  let client: OidcClient;
  beforeAll(async () => {
    issuer = await IssuerUnderTest.start();
    client = new OidcClient({
      ...{ issuer: issuer.url, clientId: 'console', scope: 'openid' },
      redirectUri: 'http://127.0.0.1/v1/session/callback',
      proof: { kind: 'none' },
      stepUp: { acr: ['urn:twinning:step-up'] },
    });
  });
  afterAll(() => issuer.stop());

  /** Through the issuer and back; answers what became of it. */
  const through = async (isStepUp: boolean, proved: number | null): Promise<string> => {
    issuer.proved = proved;
    const { address, attempt } = await client.begin('/', isStepUp);
    const back = await fetch(address, { redirect: 'manual' });
    const returned = new URL(back.headers.get('location') ?? '').searchParams;
    return client.finish(returned, attempt).then(
      ({ subject }) => subject,
      (error: unknown) => (error as Error).message,
    );
  };

  it('is asked for at once, whatever session the issuer has', async () => {
    expect(await through(true, 0)).toBe('person');
    const asked = issuer.asked.at(-1);
    expect([asked?.get('prompt'), asked?.get('max_age')]).toEqual(['login', '0']);
    await through(false, 0);
    expect(issuer.asked.at(-1)?.has('max_age')).toBe(false);
  });

  it('is none when the issuer answers from before, or says not when', async () => {
    expect(await through(true, 60)).toBe('auth_time');
    expect(await through(true, null)).toBe('auth_time');
    // Nobody asked.
    expect(await through(false, null)).toBe('person');
  });
});
