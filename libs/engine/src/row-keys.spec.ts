import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RowKeys } from './row-keys.js';

describe('the keys that seal rows', () => {
  let folder: string;
  const says = { person: 'ada', n: 1 };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'twinning-row-keys-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('are made once, for their owner alone, and shared by all processes of the folder', async () => {
    const seal = RowKeys.in(folder).seal('session', says);
    expect(await readdir(folder)).toEqual(['row-key']);
    expect((await stat(join(folder, 'row-key'))).mode & 0o077).toBe(0);
    expect(RowKeys.in(folder).isSealed('session', says, seal)).toBe(true);
  });

  it('accept nothing that is of another kind, says another thing, or was sealed elsewhere', () => {
    const keys = RowKeys.in(folder);
    const seal = keys.seal('session', says);
    expect(keys.isSealed('command', says, seal)).toBe(false);
    expect(keys.isSealed('session', { ...says, person: 'eve' }, seal)).toBe(false);
    expect(keys.isSealed('session', says, seal.subarray(1))).toBe(false);
    expect(keys.isSealed('session', says, null)).toBe(false);
    const foreign = RowKeys.of(randomBytes(32)).seal('session', says);
    expect(keys.isSealed('session', says, foreign)).toBe(false);
  });

  it('are not made by looking: in the wrong folder nothing is sealed', async () => {
    const seal = RowKeys.of(randomBytes(32)).seal('session', says);
    expect(RowKeys.in(join(folder, 'wrong')).isSealed('session', says, seal)).toBe(false);
    expect(await readdir(folder)).toEqual([]);
  });

  it('change without a restart: a new first line seals, the old one is accepted while it stands', async () => {
    const file = join(folder, 'row-key');
    const keys = RowKeys.in(folder);
    const before = keys.seal('session', says);
    const old = await readFile(file, 'utf8');
    await writeFile(file, `${randomBytes(32).toString('hex')}\n${old}`);
    const after = keys.seal('session', says);
    expect(after.equals(before)).toBe(false);
    expect([before, after].map((seal) => keys.isSealed('session', says, seal))).toEqual([
      true,
      true,
    ]);
    await writeFile(file, (await readFile(file, 'utf8')).replace(old, ''));
    expect([before, after].map((seal) => keys.isSealed('session', says, seal))).toEqual([
      false,
      true,
    ]);
  });

  it('stop everything where the file is damaged', async () => {
    await writeFile(join(folder, 'row-key'), 'abc');
    expect(() => RowKeys.in(folder).seal('session', says)).toThrow('32 bytes');
  });
});
