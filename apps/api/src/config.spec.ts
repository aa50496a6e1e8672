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
