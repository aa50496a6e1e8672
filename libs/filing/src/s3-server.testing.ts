import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Bucket } from './bucket-vault.js';

const PROGRAM = fileURLToPath(new URL('../interop', import.meta.url));
const KEY = { id: 'twinning', secret: 'a secret of the test' } as const;

const go = (...args: readonly string[]) =>
  spawnSync('go', args, {
    cwd: PROGRAM,
    encoding: 'utf8',
    env: { ...process.env, GOFLAGS: '-mod=readonly' },
  });

/** Why no S3-compatible server can be had here; null when one can. */
export function noServer(): string | null {
  if (go('version').status !== 0) return 'Go is not installed';
  const { status, stderr } = go('mod', 'download');
  return status === 0 ? null : `the module proxy does not answer: ${stderr.trim()}`;
}

/** A server with one empty bucket that takes only what was signed with its key. */
export class S3Server {
  private constructor(
    readonly bucket: Bucket,
    private readonly folder: string,
    private readonly child: ChildProcess,
  ) {}

  static async start(): Promise<S3Server> {
    const folder = await mkdtemp(join(tmpdir(), 'twinning-s3-'));
    const [binary, keyFile] = [join(folder, 'server'), join(folder, 'access-key')];
    const { status, stderr } = go('build', '-o', binary, '.');
    if (status !== 0) throw new Error(stderr);
    await writeFile(keyFile, `${KEY.id}\n${KEY.secret}\n`, { mode: 0o600 });
    const bucket = 'twinning-files';
    const child = spawn(binary, [bucket, KEY.id, KEY.secret], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const [said] = (await once(child.stdout, 'data')) as [Buffer];
    const endpoint = said.toString().trim();
    return new S3Server({ endpoint, bucket, region: 'us-east-1', keyFile }, folder, child);
  }

  /** The server ends, and with it what it kept. */
  async stop(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const gone = once(this.child, 'exit');
      this.child.kill('SIGKILL');
      await gone;
    }
    await rm(this.folder, { recursive: true, force: true });
  }
}
