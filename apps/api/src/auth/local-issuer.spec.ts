import { describe, expect, it } from '@jest/globals';
import 'reflect-metadata';
import { readConfig } from '../config.js';
import { createApp } from '../create-app.js';
import type { Resources } from '../resources.js';
import { demandIssuer } from './local-issuer.js';

const DATABASE_URL = 'postgres://localhost/twinning';

const recordOf = (kind: string | null) => {
  const first = kind === null ? [] : [{ payload: { kind } }];
  return { db: null, log: { readAll: () => Promise.resolve(first) } } as unknown as Resources;
};
const start = (kind: string | null, env: Record<string, string> = {}) =>
  demandIssuer(readConfig({ DATABASE_URL, ...env }), recordOf(kind)).then(
    () => 'started',
    (error: unknown) => (error as Error).message,
  );

describe('without an issuer', () => {
  it.each([
    ['demonstration', {}, 'started'],
    ['demonstration', { HOST: '::1' }, 'started'],
    ['demonstration', { PUBLIC_URL: 'https://twinning.example' }, /twinning\.example is more than/],
    ['demonstration', { HOST: '0.0.0.0' }, /0\.0\.0\.0 is more than this machine/],
    [
      'demonstration',
      { HOST: '0.0.0.0', PUBLIC_URL: 'http://localhost:4600' },
      /0\.0\.0\.0 is more than this machine/,
    ],
    ['production', {}, /the record is no demonstration/],
    ['production', { TWINNING_LOCAL_ISSUER: 'true' }, 'started'],
    [
      'production',
      { TWINNING_LOCAL_ISSUER: 'true', PUBLIC_URL: 'https://twinning.example' },
      /more than this machine/,
    ],
    [null, {}, /the record is no demonstration/],
  ])('a record of kind %s with %j: %s', async (kind, env, said) => {
    const answer = await start(kind, env);
    if (typeof said === 'string') expect(answer).toBe(said);
    else expect(answer).toMatch(said);
  });

  it('the whole API does not start before a record of production', async () => {
    const app = createApp(readConfig({ DATABASE_URL }), recordOf('production'));
    await expect(app).rejects.toThrow(/Set OIDC_ISSUER or OIDC_ISSUERS_FILE/);
  });
});

it('with an issuer of its own the record may be anything', async () => {
  const env = { OIDC_ISSUER: 'https://id.example', PUBLIC_URL: 'https://twinning.example' };
  expect(await start('production', env)).toBe('started');
});
