import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast } from '@twinning/domain/testing';
import { COMMITTEE, EngineUnderTest } from '@twinning/engine/testing';
import {
  checkpointNow,
  logSize,
  signCheckpoint,
  signerFrom,
  signerIn,
  type Signer,
} from '@twinning/event-log';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { run } from '../program.js';

const lost = { origin: 'test/log', size: 1_000_000, root: Buffer.alloc(32, 1) };

describe('an operator’s command on a record that was put back from a backup', () => {
  let engine: EngineUnderTest;
  let folder: string;
  let signer: Signer;
  const at = (name: string) => join(folder, name);
  async function call(...args: readonly string[]): Promise<{ code: number; out: string }> {
    const written: string[] = [];
    const out = new PassThrough();
    out.on('data', (chunk: Buffer) => written.push(chunk.toString()));
    const env = {
      ...{ TWINNING_DATA: folder, DATABASE_URL: engine.urls.appUrl },
      TEMPORAL_ADDRESS: '127.0.0.1:1',
    };
    const code = await run(args, { env, out, err: out });
    return { code, out: written.join('') };
  }

  beforeAll(async () => {
    engine = await EngineUnderTest.start();
    folder = await mkdtemp(join(tmpdir(), 'twinning-not-continued-'));
    signer = await signerIn(folder, 'test/log');
    await engine.send(cast.lead, 'StartDraft', {
      side: 'LEAD',
      type: 'P_MEMBER',
      committee: COMMITTEE,
    });
  });
  afterAll(async () => {
    await engine.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const erasing = ['persons', 'erase', 'nobody.known', '--reason', 'asked'];
  it.each([
    ['erases nobody', erasing],
    ['changes no key', ['record', 'rotate-key']],
    ['records no comparison', ['histories', 'compare', '--record']],
  ])('appends nothing and says what to do: it %s', async (_, args) => {
    await writeFile(at('last-checkpoint'), signCheckpoint(lost, signer));
    const before = await logSize(engine.db);
    const key = await readFile(at('log-signing-key'), 'utf8');
    const refused = await call(...args);
    expect([refused.code, refused.out]).toEqual([3, expect.stringContaining('record continue')]);
    expect(await logSize(engine.db)).toBe(before);
    expect(await readFile(at('log-signing-key'), 'utf8')).toBe(key);
  });

  it('says so in French as well', async () => {
    await writeFile(at('last-checkpoint'), signCheckpoint(lost, signer));
    const french = await call(...erasing, '--language', 'fr');
    expect(french.out).toContain('n’a pas été continué');
    expect(french.out).toContain('Lancez d’abord');
  });

  it('destroys nothing either where the key of the folder is not the one that signed last', async () => {
    const other = signerFrom('test/log', Buffer.alloc(32, 5));
    await writeFile(at('last-checkpoint'), await checkpointNow(engine.db, other));
    const before = await logSize(engine.db);
    const refused = await call(...erasing);
    expect([refused.code, refused.out]).toEqual([3, expect.stringContaining('another key')]);
    expect(await logSize(engine.db)).toBe(before);
    await rm(at('last-checkpoint'));
    expect((await call('record', 'rotate-key')).code).toBe(0);
    expect(await logSize(engine.db)).toBe(before + 1);
  });
});
