import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config.js';

const DATABASE = { DATABASE_URL: 'postgres://localhost/twinning' };
const BUCKET = {
  TWINNING_S3_ENDPOINT: 'https://s3.example.org',
  TWINNING_S3_BUCKET: 'twinning-files',
  TWINNING_S3_KEY_FILE: '/run/secrets/s3',
};

describe('the configuration of the API', () => {
  it('keeps files in the data folder, or in a bucket when all of it is named', () => {
    expect(readConfig(DATABASE).bucket).toBeNull();
    expect(readConfig({ ...DATABASE, ...BUCKET }).bucket).toEqual({
      endpoint: 'https://s3.example.org',
      bucket: 'twinning-files',
      keyFile: '/run/secrets/s3',
      region: 'us-east-1',
    });
  });

  it.each([
    ['http://twinning.example', true],
    ['http://0.0.0.0:4600', true],
    ['http://127.0.0.1.example', true],
    ['https://twinning.example', false],
    ['http://127.0.0.1:4600', false],
    ['http://localhost:4600', false],
    ['http://[::1]:4600', false],
  ])('lets real people sign in at %s: refused %s', (PUBLIC_URL, isRefused) => {
    const start = () =>
      readConfig({ ...DATABASE, PUBLIC_URL, OIDC_ISSUER: 'https://id.example' }).publicUrl;
    if (isRefused) expect(start).toThrow(/must be an https address/);
    else expect(start()).toBe(PUBLIC_URL);
    // The demonstration signs nobody in who exists.
    expect(readConfig({ ...DATABASE, PUBLIC_URL }).publicUrl).toBe(PUBLIC_URL);
  });

  it.each(Object.keys(BUCKET))('does not start with a bucket that lacks %s', (name) => {
    expect(() => readConfig({ ...DATABASE, ...BUCKET, [name]: undefined })).toThrow(
      /belong together/,
    );
  });

  it.each([
    ['TWINNING_S3_ENDPOINT', 's3.example.org'],
    ['TWINNING_S3_BUCKET', 'Not a bucket'],
  ])('does not start with a %s that is none', (name, value) => {
    expect(() => readConfig({ ...DATABASE, ...BUCKET, [name]: value })).toThrow(name);
  });
});
