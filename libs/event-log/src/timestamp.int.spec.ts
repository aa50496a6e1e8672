import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '@twinning/infra/postgres';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { signCheckpoint } from './checkpoint.js';
import { continueAs } from './continue-as.js';
import { initGenesis } from './genesis.js';
import { EventLog } from './log.js';
import { migrateLog } from './migrate.js';
import { signerFrom } from './keys.js';
import { checkpointNow } from './proofs.js';
import { openTimestamp, requestTimestamp } from './timestamp.js';
import { checkTimestamps, stampNewest } from './timestamps.js';

const hasOpenssl = (() => {
  try {
    execFileSync('openssl', ['version']);
    return true;
  } catch {
    return false;
  }
})();
if (!hasOpenssl)
  console.warn('Skipped: openssl, the time stamp authority of this test, is not installed.');

const CONFIG = (folder: string) => `
[tsa]
default_tsa = one
[one]
serial = ${folder}/serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
[req]
distinguished_name = name
prompt = no
[name]
CN = Test authority
[ca]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign
[stamps]
extendedKeyUsage = critical,timeStamping
`;

/** An authority of its own certificate tree, whose answers OpenSSL makes: no code of ours. */
class Authority {
  readonly folder = mkdtempSync(join(tmpdir(), 'tsa-'));
  private readonly server: Server;
  answers = 0;
  /** Answers this instead, when set. */
  instead: Buffer | null = null;

  constructor() {
    const at = (name: string) => join(this.folder, name);
    const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'pipe' });
    writeFileSync(at('conf'), CONFIG(this.folder));
    writeFileSync(at('serial'), '01\n');
    const request = ['req', '-config', at('conf'), '-newkey', 'rsa:2048', '-nodes'];
    openssl(
      ...request,
      '-x509',
      '-extensions',
      'ca',
      '-days',
      '2',
      '-keyout',
      at('ca.key'),
      '-out',
      at('ca.pem'),
    );
    openssl(...request, '-keyout', at('key'), '-out', at('csr'));
    openssl(
      ...[
        'x509',
        '-req',
        '-in',
        at('csr'),
        '-CA',
        at('ca.pem'),
        '-CAkey',
        at('ca.key'),
        '-days',
        '2',
      ],
      ...['-CAcreateserial', '-extfile', at('conf'), '-extensions', 'stamps', '-out', at('pem')],
    );
    this.server = createServer((incoming, answer) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => {
        this.answers += 1;
        writeFileSync(at('query'), Buffer.concat(chunks));
        openssl(
          ...[
            'ts',
            '-reply',
            '-config',
            at('conf'),
            '-queryfile',
            at('query'),
            '-signer',
            at('pem'),
          ],
          ...['-inkey', at('key'), '-chain', at('ca.pem'), '-out', at('reply')],
        );
        answer.end(this.instead ?? readFileSync(at('reply')));
      });
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}/`;
  }

  get certificate(): string {
    return readFileSync(join(this.folder, 'ca.pem'), 'utf8');
  }

  stop(): void {
    this.server.close();
    rmSync(this.folder, { recursive: true });
  }
}

(hasOpenssl ? describe : describe.skip)('time stamps of checkpoints (RFC 3161)', () => {
  let database: TestDatabase;
  let admin: Kysely<unknown>;
  let app: Kysely<unknown>;
  let authority: Authority;
  let stranger: Authority;
  let url: string;
  const open = (connectionString: string) =>
    new Kysely<unknown>({
      dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString, max: 2 }) }),
    });

  beforeAll(async () => {
    authority = new Authority();
    stranger = new Authority();
    url = await authority.start();
    database = await testDatabase();
    admin = open(database.adminUrl);
    await migrateLog(admin);
    app = open(database.appUrl);
    await initGenesis(app, new EventLog(null), {
      kind: 'production',
      origin: 'test/log',
      clockRate: 1,
    });
    await checkpointNow(app, signerFrom('test/log', Buffer.alloc(32, 3)));
  }, 60_000);
  afterAll(async () => {
    authority.stop();
    stranger.stop();
    await app.destroy();
    await admin.destroy();
    await database.drop();
  });

  it('are kept once for a checkpoint, and lead to the authority that made them', async () => {
    expect(await stampNewest(app, url, 5_000)).toBe(1);
    expect(await stampNewest(app, url, 5_000)).toBeNull();
    expect(authority.answers).toBe(1);
    const [kept] = await checkTimestamps(app, [authority.certificate]);
    expect(kept).toMatchObject({
      size: 1,
      why: null,
      stamped: { authority: 'Test authority', trusted: true },
    });
    expect(Math.abs(Date.parse(kept?.stamped?.at ?? '') - Date.now())).toBeLessThan(60_000);
  });

  it('are verified by OpenSSL as well', async () => {
    const [kept] = await checkTimestamps(app);
    const at = (name: string) => join(authority.folder, name);
    writeFileSync(at('note'), kept?.note ?? '');
    writeFileSync(at('tsr'), kept?.reply ?? '');
    const said = execFileSync('openssl', [
      ...['ts', '-verify', '-data', at('note'), '-in', at('tsr'), '-CAfile', at('ca.pem')],
    ]);
    expect(String(said)).toContain('OK');
  });

  it('do not hold for other bytes, for another authority, or with one bit changed', async () => {
    const [kept] = await checkTimestamps(app);
    const reply = kept?.reply ?? Buffer.alloc(0);
    const note = Buffer.from(kept?.note ?? '');
    await expect(openTimestamp(reply, Buffer.concat([note, note]))).rejects.toThrow('other bytes');
    await expect(openTimestamp(reply, note, [stranger.certificate])).rejects.toThrow('signature');
    let caught = 0;
    const places = Array.from({ length: 60 }, (_, i) => Math.floor((i * reply.length) / 60));
    for (const place of places) {
      const bent = Buffer.from(reply);
      bent[place] = (bent[place] ?? 0) ^ 1;
      const opened = await openTimestamp(bent, note, [authority.certificate]).catch(() => null);
      if (opened === null || opened.at === kept?.stamped?.at) caught += 1;
    }
    // Bytes that are not signed (the status, unused certificates) may change; the time and what it is of may not.
    expect(caught).toBe(places.length);
  });

  it('are not taken from an answer to another request, nor from one that is none', async () => {
    const bytes = Buffer.from('something');
    authority.instead = await requestTimestamp(url, bytes, 5_000);
    await expect(requestTimestamp(url, bytes, 5_000)).rejects.toThrow('another request');
    authority.instead = Buffer.from('<html>');
    await expect(requestTimestamp(url, bytes, 5_000)).rejects.toThrow('no time stamp');
    authority.instead = null;
  });

  it('stay with what they stamped when the record goes on under another name, and new ones are taken', async () => {
    const before = signerFrom('test/log', Buffer.alloc(32, 3));
    const after = signerFrom('test/log-2', Buffer.alloc(32, 3));
    const lost = { origin: 'test/log', size: 9, root: Buffer.alloc(32, 1) };
    await continueAs(admin, {
      ...{ origin: after.name, abandoned: signCheckpoint(lost, before), verifiers: [before] },
    });
    const former = { givenUp: 'test/log', size: 1, why: null };
    expect(await checkTimestamps(app, [authority.certificate])).toMatchObject([former]);
    await checkpointNow(app, after);
    // A row beyond the end of the log, which the application may write, hides no checkpoint from the authority.
    await sql`INSERT INTO log.checkpoint (size, note) VALUES (1000, 'none')`.execute(app);
    expect(await stampNewest(app, url, 5_000)).toBe(1);
    expect(await checkTimestamps(app, [authority.certificate])).toMatchObject([
      former,
      { givenUp: null, size: 1, why: null },
    ]);
  });

  it('are changed or removed by nobody, and one put in the place of another is found', async () => {
    for (const text of [`UPDATE log.timestamp SET reply = ''`, 'DELETE FROM log.timestamp']) {
      await expect(sql.raw(text).execute(app)).rejects.toThrow('permission denied');
      await expect(sql.raw(text).execute(admin)).rejects.toThrow('never changed');
    }
    await expect(sql`DELETE FROM log.former_timestamp`.execute(admin)).rejects.toThrow(
      'never changed',
    );
    const other = await requestTimestamp(url, Buffer.from('other'), 5_000);
    await sql`ALTER TABLE log.timestamp DISABLE TRIGGER keep_rows`.execute(admin);
    await sql`UPDATE log.timestamp SET reply = ${other}`.execute(admin);
    expect(await checkTimestamps(app)).toMatchObject([
      { givenUp: 'test/log', why: null },
      { why: 'The time stamp is of other bytes.' },
    ]);
  });
});
