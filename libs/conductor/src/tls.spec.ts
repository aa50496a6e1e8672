import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { temporalTlsIn } from './tls.js';

describe('how the environment asks for an encrypted Temporal', () => {
  let folder: string;
  let pem: string;
  let notPem: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'twinning-tls-'));
    pem = join(folder, 'some.pem');
    notPem = join(folder, 'other.pem');
    writeFileSync(pem, '-----BEGIN CERTIFICATE-----\nMII\n-----END CERTIFICATE-----\n');
    writeFileSync(notPem, 'hunter2');
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it.each([{}, { TEMPORAL_TLS: '' }, { TEMPORAL_TLS: 'false' }, { TEMPORAL_TLS: '0' }])(
    'is in the open with %j',
    (env) => {
      expect(temporalTlsIn(env)).toBeNull();
    },
  );

  it('trusts the system’s authorities when it is only switched on', () => {
    expect(temporalTlsIn({ TEMPORAL_TLS: 'TRUE' })).toEqual({});
  });

  it('is on as soon as a part is named', () => {
    expect(temporalTlsIn({ TEMPORAL_TLS_SERVER_NAME: 'temporal.example' })).toEqual({
      serverNameOverride: 'temporal.example',
    });
    const tls = temporalTlsIn({
      TEMPORAL_TLS_SERVER_CA_CERT_PATH: pem,
      TEMPORAL_TLS_CLIENT_CERT_PATH: pem,
      TEMPORAL_TLS_CLIENT_KEY_PATH: pem,
    });
    expect(tls?.serverRootCACertificate?.toString()).toContain('BEGIN');
    expect(tls?.clientCertPair?.key.toString()).toContain('BEGIN');
  });

  it.each([
    ['neither on nor off', () => ({ TEMPORAL_TLS: 'perhaps' }), 'true or false'],
    [
      'off beside a part',
      () => ({ TEMPORAL_TLS: 'false', TEMPORAL_TLS_SERVER_CA_CERT_PATH: pem }),
      'is off',
    ],
    [
      'a certificate without its key',
      () => ({ TEMPORAL_TLS_CLIENT_CERT_PATH: pem }),
      'belong together',
    ],
    [
      'a file that is not there',
      () => ({ TEMPORAL_TLS_SERVER_CA_CERT_PATH: join(folder, 'gone') }),
      'not readable',
    ],
    ['a file that is no PEM', () => ({ TEMPORAL_TLS_SERVER_CA_CERT_PATH: notPem }), 'not in PEM'],
  ])('does not start with %s', (_, env, why) => {
    expect(() => temporalTlsIn(env())).toThrow(why);
  });

  it('never tells what a file holds', () => {
    let said = '';
    try {
      temporalTlsIn({ TEMPORAL_TLS_SERVER_CA_CERT_PATH: notPem });
    } catch (error) {
      said = String(error);
    }
    expect(said).toContain('TEMPORAL_TLS_SERVER_CA_CERT_PATH');
    expect(said).not.toContain('hunter2');
  });
});
