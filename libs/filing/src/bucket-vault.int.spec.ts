import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AwsClient } from 'aws4fetch';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BucketVault, FilesAway } from './bucket-vault.js';
import { FolderVault } from './folder-vault.js';
import { noServer, S3Server } from './s3-server.testing.js';
import { sha256Of, VaultAfter } from './vault.js';

const why = noServer();
if (why !== null) console.warn(`Skipped, no S3-compatible server can be had here: ${why}.`);

(why === null ? describe : describe.skip)('the vault in a bucket', () => {
  let server: S3Server;
  let data = '';
  let vault: BucketVault;
  const cv = Buffer.from('%PDF curriculum vitae of a person');

  beforeAll(async () => {
    [server, data] = await Promise.all([
      S3Server.start(),
      mkdtemp(join(tmpdir(), 'twinning-vault-')),
    ]);
    vault = await BucketVault.open(server.bucket, data);
  }, 180_000);
  afterAll(async () => {
    await server.stop();
    await rm(data, { recursive: true });
  });

  /** Asks the store as its operator might, past the vault. */
  async function store(path: string, init: RequestInit = {}): Promise<Buffer> {
    const { endpoint, bucket, keyFile, region } = server.bucket;
    const [accessKeyId = '', secretAccessKey = ''] = (await readFile(keyFile, 'utf8')).split('\n');
    const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3' });
    const answer = await client.fetch(`${endpoint}/${bucket}${path}`, init);
    expect(answer.status).toBe(200);
    return Buffer.from(await answer.arrayBuffer());
  }
  const names = async () =>
    [...(await store('?list-type=2')).toString().matchAll(/<Key>([^<]+)<\/Key>/g)].map((m) =>
      String(m[1]),
    );
  const kept = async () => {
    const all = await names();
    return Promise.all(all.map((name) => store(`/${name}`)));
  };

  it('gives back what was stored, under its hash, and stores it once', async () => {
    const first = await vault.put(cv);
    const before = await kept();
    expect(before).toHaveLength(1);
    expect(await vault.put(Buffer.from(cv))).toBe(first);
    expect(first).toBe(sha256Of(cv));
    expect((await vault.get(first))?.equals(cv)).toBe(true);
    // The second one wrote nothing: another nonce would have made other bytes.
    expect(await kept()).toEqual(before);
    expect(await vault.get('0'.repeat(64))).toBeNull();
    expect(await vault.get('../files-key')).toBeNull();
  });

  it('tells the store neither a word nor the hash of the file', async () => {
    const hash = await vault.put(cv);
    expect((await kept()).some((box) => box.includes('curriculum'))).toBe(false);
    expect((await names()).join()).not.toContain(hash.slice(0, 16));
  });

  it('holds a file of the largest size', async () => {
    const large = Buffer.alloc(10 * 1024 * 1024, 7);
    expect((await vault.get(await vault.put(large)))?.equals(large)).toBe(true);
  });

  it('opens with the master key of the data folder, and serves nothing that was changed in the store', async () => {
    const before = await names();
    const words = Buffer.from('changed in the store');
    const hash = await vault.put(words);
    const again = await BucketVault.open(server.bucket, data);
    expect((await again.get(hash))?.equals(words)).toBe(true);
    const [name = ''] = (await names()).filter((one) => !before.includes(one));
    const box = await store(`/${name}`);
    box[20] = (box[20] ?? 0) ^ 1;
    await store(`/${name}`, { method: 'PUT', body: new Uint8Array(box) });
    await expect(vault.get(hash)).rejects.toThrow();
  });

  it('finds what lay in the data folder before there was a bucket', async () => {
    const folder = await FolderVault.open(data);
    const hash = await folder.put(Buffer.from('filed earlier'));
    expect(await vault.get(hash)).toBeNull();
    expect((await new VaultAfter(vault, folder).get(hash))?.toString()).toBe('filed earlier');
  });

  it('destroys a file in the store, and in the folder where it lay before', async () => {
    const folder = await FolderVault.open(data);
    const both = new VaultAfter(vault, folder);
    const before = await names();
    const words = Buffer.from('to be destroyed');
    const hash = await both.put(words);
    await folder.put(words);
    expect(await names()).toHaveLength(before.length + 1);
    await both.destroy(hash);
    expect([await names(), await both.get(hash)]).toEqual([before, null]);
    await both.destroy(hash);
    await both.destroy('../files-key');
  });

  it('is refused by the store with another secret, and with half a key does not open', async () => {
    const keyFile = join(data, 'other-key');
    await writeFile(keyFile, 'twinning\nanother secret\n');
    const stranger = await BucketVault.open({ ...server.bucket, keyFile }, data);
    await expect(stranger.put(cv)).rejects.toThrow(/answered with 403/);
    await writeFile(keyFile, 'twinning\n');
    await expect(BucketVault.open({ ...server.bucket, keyFile }, data)).rejects.toThrow(
      /does not hold an access key/,
    );
  });

  it('says that the store is away when it is', async () => {
    await server.stop();
    const keyFile = join(data, 'other-key');
    await writeFile(keyFile, 'twinning\nany secret\n');
    const lonely = await BucketVault.open({ ...server.bucket, keyFile }, data);
    await expect(lonely.put(Buffer.from('late'))).rejects.toBeInstanceOf(FilesAway);
    await expect(lonely.get(sha256Of(cv))).rejects.toBeInstanceOf(FilesAway);
    await expect(lonely.destroy(sha256Of(cv))).rejects.toBeInstanceOf(FilesAway);
  }, 30_000);
});
