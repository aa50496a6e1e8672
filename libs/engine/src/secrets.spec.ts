import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseUrlIn, NoSecret, secretIn } from './secrets.js';

describe('a secret', () => {
  let folder: string;
  let file: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'twinning-secrets-'));
    file = join(folder, 'secret');
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('comes from its variable, or is none', () => {
    expect(secretIn({ A: 'hidden' }, 'A')?.()).toBe('hidden');
    expect(secretIn({}, 'A')).toBeNull();
    expect(secretIn({ A: '', A_FILE: '' }, 'A')).toBeNull();
  });

  it('comes from a file, without the line’s end, and is another when the file is', async () => {
    await writeFile(file, 'first\n');
    const secret = secretIn({ A_FILE: file }, 'A');
    expect(secret?.()).toBe('first');
    await writeFile(file, 'second\n');
    expect(secret?.()).toBe('second');
  });

  it('stays what it was while its file is being replaced', async () => {
    await writeFile(file, 'first');
    const secret = secretIn({ A_FILE: file }, 'A');
    expect(secret?.()).toBe('first');
    await rm(file);
    expect(secret?.()).toBe('first');
    await writeFile(file, '');
    expect(secret?.()).toBe('first');
    await writeFile(file, 'second');
    expect(secret?.()).toBe('second');
  });

  it('is refused when it is named twice, missing or empty, without being said', async () => {
    const faults: string[] = [];
    const refused = (work: () => unknown) => {
      try {
        work();
      } catch (error) {
        if (error instanceof NoSecret) faults.push(error.message);
      }
    };
    await writeFile(file, '');
    refused(() => secretIn({ A: 'hidden', A_FILE: file }, 'A'));
    refused(() => secretIn({ A_FILE: file }, 'A')?.());
    refused(() => secretIn({ A_FILE: join(folder, 'none') }, 'A')?.());
    refused(() => databaseUrlIn({}));
    expect(faults).toHaveLength(4);
    expect(faults.join('\n')).not.toContain('hidden');
  });
});
