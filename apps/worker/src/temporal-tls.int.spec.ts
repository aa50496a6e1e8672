import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandSender, connectTo, temporalTlsIn, type TemporalOptions } from '@twinning/conductor';
import { testTemporal } from '@twinning/infra/temporal';
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect as connectPlain, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type Server } from 'node:tls';
import { connect } from './temporal-worker.js';

const hasOpenssl = (() => {
  try {
    execFileSync('openssl', ['version']);
    return true;
  } catch {
    return false;
  }
})();
if (!hasOpenssl) console.warn('Skipped: openssl, which makes the certificates, is not installed.');

/** A proxy that speaks TLS and lets in only who brings a certificate of our authority, in front of a real Temporal. */
class Gate {
  private readonly folder = mkdtempSync(join(tmpdir(), 'twinning-gate-'));
  private server: Server | null = null;

  /** Two authorities: ours, and one that nobody here trusts. Each has signed a server and a client. */
  constructor() {
    for (const authority of ['ours', 'theirs']) {
      this.openssl(
        ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'],
        ...['-keyout', this.at(`${authority}.key`), '-out', this.at(`${authority}.pem`)],
        ...['-days', '2', '-subj', `/CN=${authority}`],
      );
      for (const who of ['server', 'client']) this.certificate(authority, who);
    }
  }

  at(name: string): string {
    return join(this.folder, name);
  }

  private openssl(...args: string[]): void {
    execFileSync('openssl', args, { stdio: 'pipe' });
  }

  private certificate(authority: string, who: string): void {
    const name = `${authority}-${who}`;
    writeFileSync(this.at('names'), 'subjectAltName=DNS:temporal.example\n');
    this.openssl(
      ...['req', '-new', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'],
      ...['-keyout', this.at(`${name}.key`), '-out', this.at(`${name}.csr`), '-subj', `/CN=${who}`],
    );
    this.openssl(
      ...['x509', '-req', '-in', this.at(`${name}.csr`), '-days', '2', '-CAcreateserial'],
      ...['-CA', this.at(`${authority}.pem`), '-CAkey', this.at(`${authority}.key`)],
      ...['-extfile', this.at('names'), '-out', this.at(`${name}.pem`)],
    );
  }

  async open(temporal: string): Promise<string> {
    const [host, port] = temporal.split(':');
    const server = createServer(
      {
        cert: readFileSync(this.at('ours-server.pem')),
        key: readFileSync(this.at('ours-server.key')),
        ca: readFileSync(this.at('ours.pem')),
        requestCert: true,
        rejectUnauthorized: true,
        ALPNProtocols: ['h2'],
      },
      (client) => {
        const inner = connectPlain(Number(port), host);
        client.on('error', () => inner.destroy()).pipe(inner);
        inner.on('error', () => client.destroy()).pipe(client);
      },
    );
    server.on('tlsClientError', () => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    this.server = server;
    return `127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  }

  close(): void {
    this.server?.close();
    rmSync(this.folder, { recursive: true });
  }
}

(hasOpenssl ? describe : describe.skip)('Temporal behind TLS that asks for a certificate', () => {
  let temporal: Awaited<ReturnType<typeof testTemporal>>;
  let gate: Gate;
  let address: string;
  beforeAll(async () => {
    gate = new Gate();
    temporal = await testTemporal();
    address = await gate.open(temporal.address);
  });
  afterAll(async () => {
    gate.close();
    await temporal.stop();
  });

  const options = (authority: string, client: string | null): TemporalOptions => ({
    address,
    namespace: 'default',
    tls: temporalTlsIn({
      TEMPORAL_TLS_SERVER_CA_CERT_PATH: gate.at(`${authority}.pem`),
      TEMPORAL_TLS_SERVER_NAME: 'temporal.example',
      ...(client !== null && {
        TEMPORAL_TLS_CLIENT_CERT_PATH: gate.at(`${client}.pem`),
        TEMPORAL_TLS_CLIENT_KEY_PATH: gate.at(`${client}.key`),
      }),
    }),
  });

  /** What the worker hears when it cannot connect; null when it could. */
  const refusalOfWorker = (temporalOptions: TemporalOptions) =>
    new Promise<unknown>((resolve, reject) => {
      let gaveUp = false;
      connect(temporalOptions, (error) => {
        gaveUp = true;
        resolve(error);
        throw new Error('enough');
      }).then(
        async (connection) => {
          await connection.close();
          resolve(null);
        },
        (error: Error) => {
          if (!gaveUp) reject(error);
        },
      );
    });

  it('lets API, command line and worker in with ours', async () => {
    const good = options('ours', 'ours-client');
    const sender = await CommandSender.connect(good);
    expect(await sender.isRunning(randomUUID())).toBe(false);
    await sender.close();
    const lazy = CommandSender.lazy(good);
    expect(await lazy.isRunning(randomUUID())).toBe(false);
    await lazy.close();
    const connection = await connectTo(good);
    const { namespaces } = await connection.workflowService.listNamespaces({});
    expect(namespaces.map((n) => n.namespaceInfo?.name)).toContain('default');
    await connection.close();
    expect(await refusalOfWorker(good)).toBeNull();
  });

  it.each([
    ['no certificate of one’s own', 'ours', null],
    ['a certificate of another authority', 'ours', 'theirs-client'],
    ['a server whose authority is not trusted', 'theirs', 'ours-client'],
  ])(
    'gives no connection with %s',
    async (_, authority, client) => {
      const bad = options(authority, client);
      await expect(CommandSender.connect(bad)).rejects.toThrow();
      expect(await refusalOfWorker(bad)).not.toBeNull();
    },
    30_000,
  );

  it('gives none in the open, nor under another name', async () => {
    const { tls: _, ...open } = options('ours', 'ours-client');
    await expect(CommandSender.connect(open)).rejects.toThrow();
    const other = options('ours', 'ours-client');
    const tls = { ...other.tls, serverNameOverride: 'elsewhere.example' };
    await expect(CommandSender.connect({ ...other, tls })).rejects.toThrow();
  }, 30_000);
});
