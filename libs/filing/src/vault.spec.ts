import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderVault } from './folder-vault.js';
import { sha256Of, VaultAfter } from './vault.js';

describe('the vault', () => {
  let folder = '';
  let vault: FolderVault;
  const cv = Buffer.from('%PDF curriculum vitae of a person');
  const place = (hash: string) => join(folder, 'files', hash.slice(0, 2), hash);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'twinning-vault-'));
    vault = await FolderVault.open(folder);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('gives back what was stored, under its hash, and stores it once', async () => {
    const [a, b] = await Promise.all([vault.put(cv), vault.put(Buffer.from(cv))]);
    expect([a, b]).toEqual([sha256Of(cv), sha256Of(cv)]);
    expect((await vault.get(a))?.equals(cv)).toBe(true);
    expect(await readdir(join(folder, 'files', a.slice(0, 2)))).toEqual([a]);
    expect(await vault.get('0'.repeat(64))).toBeNull();
    expect(await vault.get('../files-key')).toBeNull();
  });

  it('keeps no readable word on the disk, and lets only its owner read', async () => {
    const hash = await vault.put(cv);
    expect((await readFile(place(hash))).includes('curriculum')).toBe(false);
    expect((await stat(place(hash))).mode & 0o077).toBe(0);
    expect((await stat(join(folder, 'files-key'))).mode & 0o077).toBe(0);
  });

  it('opens with the key that it made first, and serves nothing that was changed on the disk', async () => {
    const hash = await vault.put(cv);
    expect((await (await FolderVault.open(folder)).get(hash))?.equals(cv)).toBe(true);
    const box = await readFile(place(hash));
    box[20] = (box[20] ?? 0) ^ 1;
    await writeFile(place(hash), box);
    await expect(vault.get(hash)).rejects.toThrow();
  });

  it('destroys a file for good, with what a process that died while writing left of it', async () => {
    const hash = await vault.put(Buffer.from('to be destroyed'));
    await writeFile(`${place(hash)}.0a1b2c`, await readFile(place(hash)));
    await vault.destroy(hash);
    expect(await vault.get(hash)).toBeNull();
    const left = await readdir(join(folder, 'files', hash.slice(0, 2)));
    expect(left.filter((name) => name.startsWith(hash))).toEqual([]);
    await vault.destroy(hash);
    await vault.destroy('f'.repeat(64));
    await vault.destroy('../files-key');
    expect((await stat(join(folder, 'files-key'))).isFile()).toBe(true);
  });

  it('finds files that lay elsewhere before, and puts none there any more', async () => {
    const elsewhere = await mkdtemp(join(tmpdir(), 'twinning-vault-'));
    const now = await FolderVault.open(elsewhere);
    const both = new VaultAfter(now, vault);
    const hash = await vault.put(Buffer.from('before'));
    expect((await both.get(hash))?.toString()).toBe('before');
    const added = await both.put(Buffer.from('since'));
    expect([await vault.get(added), (await both.get(added))?.toString()]).toEqual([null, 'since']);
    expect(await both.get('0'.repeat(64))).toBeNull();
    for (const each of [hash, added]) {
      await both.destroy(each);
      expect(await both.get(each)).toBeNull();
    }
    await rm(elsewhere, { recursive: true });
  });

  it('files under a new key what comes after it, and opens and finds what came before', async () => {
    const own = await mkdtemp(join(tmpdir(), 'twinning-vault-'));
    const file = join(own, 'files-key');
    const kept = await FolderVault.open(own);
    const before = await kept.put(cv);
    const old = await readFile(file, 'utf8');
    await writeFile(file, `${randomBytes(32).toString('hex')}\n${old}`);
    const after = await kept.put(Buffer.from('%PDF of later'));
    expect((await kept.get(before))?.equals(cv)).toBe(true);
    expect(String(await kept.get(after))).toBe('%PDF of later');

    await writeFile(file, old);
    const past = await FolderVault.open(own);
    expect((await past.get(before))?.equals(cv)).toBe(true);
    await expect(past.get(after)).rejects.toThrow();
    await rm(own, { recursive: true });
  });
});
