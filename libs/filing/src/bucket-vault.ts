import { AwsClient } from 'aws4fetch';
import { readFile } from 'node:fs/promises';
import { FileKeys } from './file-keys.js';
import { isHash, sha256Of, type Vault } from './vault.js';

/** A bucket of an S3-compatible store, addressed by its path. */
export interface Bucket {
  /** E.g. `https://s3.example.org`. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  /** Two lines: the access key's id, and its secret. Read at each use, so a rotated file counts at once. */
  readonly keyFile: string;
}

const ATTEMPT_MS = 15_000;
const RETRIES = 2;

/** The store of files does not answer, or not as it should. */
export class FilesAway extends Error {
  constructor(why: string, cause?: unknown) {
    super(`The store of files is away: ${why}`, { cause });
  }
}

/** Encrypted files as objects of a bucket: the store learns neither what is in them nor their hashes. */
export class BucketVault implements Vault {
  private constructor(
    private readonly at: Bucket,
    private readonly keys: FileKeys,
  ) {}

  static async open(at: Bucket, dataFolder: string): Promise<BucketVault> {
    const vault = new BucketVault(at, FileKeys.open(dataFolder));
    await vault.client();
    return vault;
  }

  async put(bytes: Buffer): Promise<string> {
    const sha256 = sha256Of(bytes);
    const known = await this.ask(sha256, { method: 'HEAD' });
    if (known.ok) return sha256;
    if (known.status !== 404) throw refused('HEAD', known);
    const body = new Uint8Array(this.keys.seal(sha256, bytes));
    const answer = await this.ask(sha256, { method: 'PUT', body });
    if (!answer.ok) throw refused('PUT', answer);
    return sha256;
  }

  async get(sha256: string): Promise<Buffer | null> {
    if (!isHash(sha256)) return null;
    const answer = await this.ask(sha256, { method: 'GET' });
    if (answer.status === 404) return null;
    if (!answer.ok) throw refused('GET', answer);
    return this.keys.open(sha256, Buffer.from(await answer.arrayBuffer()));
  }

  async destroy(sha256: string): Promise<void> {
    if (!isHash(sha256)) return;
    const answer = await this.ask(sha256, { method: 'DELETE' });
    if (!answer.ok && answer.status !== 404) throw refused('DELETE', answer);
  }

  private async ask(sha256: string, init: RequestInit): Promise<Response> {
    const { endpoint, bucket } = this.at;
    const name = this.keys.nameOf(sha256);
    const address = `${endpoint.replace(/\/$/, '')}/${bucket}/${name.slice(0, 2)}/${name}`;
    const client = await this.client();
    try {
      return await client.fetch(address, { ...init, signal: AbortSignal.timeout(ATTEMPT_MS) });
    } catch (error) {
      throw new FilesAway((error as Error).message, error);
    }
  }

  private async client(): Promise<AwsClient> {
    const { keyFile, region } = this.at;
    const [accessKeyId = '', secretAccessKey = ''] = (await readFile(keyFile, 'utf8')).split(
      /\r?\n/,
    );
    if (accessKeyId === '' || secretAccessKey === '') {
      throw new Error(`${keyFile} does not hold an access key in two lines: its id, its secret.`);
    }
    const key = { accessKeyId: accessKeyId.trim(), secretAccessKey: secretAccessKey.trim() };
    return new AwsClient({ ...key, region, service: 's3', retries: RETRIES });
  }
}

const refused = (method: string, { status }: Response): FilesAway =>
  new FilesAway(`${method} is answered with ${String(status)}.`);
