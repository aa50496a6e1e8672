import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateKeyPair, SignJWT } from 'jose';
import { createApp } from '../create-app.js';
import { Resources } from '../resources.js';
import { ApiUnderTest } from '../testing/api-under-test.js';
import { Browser } from '../testing/browser.js';
import { IssuerUnderTest } from '../testing/issuer.js';

describe('while the keys of an issuer cannot be had', () => {
  let home: IssuerUnderTest;
  let api: ApiUnderTest;
  let fresh: Awaited<ReturnType<typeof createApp>>;
  let cookie = '';
  let good = '';
  let unknown = '';
  beforeAll(async () => {
    home = await IssuerUnderTest.start();
    api = await ApiUnderTest.start({ issuer: home.url });
    home.person = { sub: 'ann', twinning_member: 1529, twinning_roles: [{ role: 'NSB_REP' }] };
    const browser = new Browser();
    const page = await browser.visit(`${api.url}/v1/session/login`);
    const back = await fetch(page.url, { redirect: 'manual' });
    await browser.visit(back.headers.get('location') ?? '');
    cookie = browser.cookies('/v1/me');
    good = await home.token();
    const now = Math.floor(Date.now() / 1000);
    const { privateKey } = await generateKeyPair('ES256');
    unknown = await new SignJWT({ sub: 'ann', iss: home.url, aud: 'twinning', exp: now + 300 })
      .setProtectedHeader({ alg: 'ES256', kid: 'next', typ: 'at+jwt' })
      .sign(privateKey);
    // A process that has never seen the issuer.
    const { db, clock } = api.engine;
    const { sender, log, signer, continuity } = api.app.get(Resources);
    fresh = await createApp(api.config, new Resources(db, clock, log, sender, signer, continuity));
    await fresh.listen({ host: '127.0.0.1', port: 0 });
    await home.stop();
  });
  afterAll(async () => {
    await fresh.close();
    await api.stop();
  });

  const asked = (url: string, headers: Record<string, string>) =>
    api.request(`${url}/v1/me`, { headers });

  it('answers 503 to tokens that it cannot judge, and says when to come again', async () => {
    const answers = [
      await asked(await fresh.getUrl(), { Authorization: `Bearer ${good}` }),
      // Keys that are known are fetched anew for a key that is not, some seconds after the last time.
      await (async () => {
        await new Promise((resolve) => setTimeout(resolve, 5_500));
        return asked(api.url, { Authorization: `Bearer ${unknown}` });
      })(),
    ];
    for (const { status, body, headers } of answers) {
      expect([status, body.code]).toEqual([503, 'ISSUER_AWAY']);
      expect(headers.get('retry-after')).toBe('5');
    }
  });

  it('leaves whoever is signed in alone, and believes the tokens whose key it has', async () => {
    for (const url of [api.url, await fresh.getUrl()]) {
      const { status, body } = await asked(url, { cookie });
      expect([status, body.person]).toEqual([200, 'ann']);
    }
    expect((await asked(api.url, { Authorization: `Bearer ${good}` })).status).toBe(200);
  });
});
