import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimedCheckpoint, signCheckpoint } from './checkpoint.js';
import { continueAs } from './continue-as.js';
import { ContinuityWatch } from './continuity-watch.js';
import { genesisIn, givenUpIn, namesGivenUp } from './genesis.js';
import { signerFrom, type Signer } from './keys.js';
import { checkpointNow, receiptFor } from './proofs.js';
import { ORIGIN, Server } from './record-server.testing.js';
import { existingSignerIn, memoryIn, signerIn } from './signing-key.js';
import { SizeSigner } from './size-signer.js';
import { verifyLog } from './verify.js';

describe('what the signer remembers to have signed last', () => {
  let folder: string;
  let server: Server;
  let signer: Signer;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'twinning-memory-'));
    server = await Server.start();
    signer = await signerIn(folder, ORIGIN);
    await server.append('here', 3);
  });
  afterEach(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const other = signerFrom('other', Buffer.alloc(32, 9));
  const put = (size: number, note: string) =>
    sql`INSERT INTO log.checkpoint (size, note) VALUES (${size}, ${note})`.execute(server.app);

  it.each([
    ['of another name', () => signCheckpoint({ ...claimed(4), origin: 'other' }, other)],
    ['of another root', () => signCheckpoint(claimed(4), signer)],
    ['of a smaller size', () => signCheckpoint(claimed(0), signer)],
    ['that is none', () => 'other\n0\nnothing'],
  ])('is never a row %s that somebody wrote into the database', async (_, note) => {
    await put(4, note());
    const signed = await checkpointNow(server.app, signer);
    expect(claimedCheckpoint(signed)).toMatchObject({ origin: ORIGIN, size: 4 });
    expect(await memoryIn(folder).last()).toBe(signed);
    expect((await receiptFor(server.app, 1, signer)).checkpoint).toBe(signed);
    // So a log that lost what was signed is still found out.
    const restored = await Server.start();
    try {
      await expect(checkpointNow(restored.app, signer)).rejects.toThrow('RESTORED');
    } finally {
      await restored.stop();
    }
  });

  it('holds the largest of the sizes that were signed for receipts, and of two that signed at once', async () => {
    const receipts = new SizeSigner(() => ({ db: server.app, signer }));
    const notes = await Promise.all([4, 2, 4, 3, 9].map((n) => receipts.sign(n).catch(String)));
    expect(notes.slice(0, 4).map((note) => claimedCheckpoint(note).size)).toEqual([4, 2, 4, 3]);
    expect(notes[4]).toContain('The log has no node');
    expect(await memoryIn(folder).last()).toBe(notes[0]);
    // The same size, the same note, and the memory keeps what is larger.
    expect(await receipts.sign(2)).toBe(notes[1]);
    await memoryIn(folder).keep(notes[1] ?? '');
    expect(await memoryIn(folder).last()).toBe(notes[0]);
    const { rows } = await sql`SELECT FROM log.checkpoint`.execute(server.app);
    expect(rows).toEqual([]);
    expect(await checkpointNow(server.app, signer)).toBe(notes[0]);
    const restored = await Server.start();
    try {
      const after = new SizeSigner(() => ({ db: restored.app, signer }));
      await expect(after.sign(1)).rejects.toThrow('RESTORED');
    } finally {
      await restored.stop();
    }
  });

  it('is asked of whoever uses the key, and not by the service alone', async () => {
    expect(await existingSignerIn(join(folder, 'none'), ORIGIN)).toBeNull();
    const own = await existingSignerIn(folder, ORIGIN);
    if (own === null) throw new Error('no key');
    const signed = await checkpointNow(server.db, own);
    expect(await memoryIn(folder).last()).toBe(signed);
    const restored = await Server.start();
    try {
      await expect(checkpointNow(restored.db, own)).rejects.toThrow('RESTORED');
    } finally {
      await restored.stop();
    }
  });

  it('under another name counts only where the first leaf says that this was given up', async () => {
    const memory = join(folder, 'last-checkpoint');
    const watch = new ContinuityWatch(server.db, memoryIn(folder));
    await writeFile(memory, signCheckpoint({ ...claimed(0), origin: 'other' }, other));
    await expect(checkpointNow(server.db, signer)).rejects.toThrow('other was signed last');
    expect(await watch.look()).toMatchObject({ why: 'RESTORED' });

    // Put back twice: the first leaf names both that were given up, and a memory of either leads here.
    const first = signCheckpoint(claimed(9), signer);
    const names = { second: `${ORIGIN}-2`, third: `${ORIGIN}-3` };
    const goOn = (origin: string, abandoned: string, by: Signer) =>
      continueAs(server.db, { origin, abandoned, verifiers: [by] });
    await goOn(names.second, first, signer);
    const second = await signerIn(folder, names.second);
    const lost = signCheckpoint({ ...claimed(12), origin: names.second }, second);
    await goOn(names.third, lost, second);
    const genesis = await genesisIn(server.db);
    expect(genesis === null ? null : namesGivenUp(genesis)).toEqual([names.second, ORIGIN]);
    // Whoever kept a checkpoint of either is told so, and no link of the chain may say what was never signed.
    const heldTo = [first, lost].map((note) => ({ note, from: 'kept' }));
    const { faults } = await verifyLog(server.db, null, { heldTo });
    expect(faults.map(({ what }) => what)).toEqual(
      [ORIGIN, names.second].map(
        (name) =>
          `checkpoint kept: ${name} was put back from a backup and given up; this record goes on as ${names.third}`,
      ),
    );
    const given = genesis?.continues;
    if (given === undefined) throw new Error('nothing given up');
    expect(givenUpIn(names.third, given, [signer, second]).holds).toBe(true);
    const before = given.continues;
    for (const wrong of [
      { ...given, size: 13 },
      { ...given, checkpoint: first },
      { ...given, continues: { ...before, root: Buffer.alloc(32, 77).toString('base64') } },
      { ...given, continues: { ...before, origin: names.second } },
      { ...given, continues: { ...before, origin: 7 } },
      { ...given, continues: 'nothing' },
      { ...given, checkpoint: signCheckpoint({ ...claimed(12), origin: names.second }, other) },
    ])
      expect(givenUpIn(names.third, wrong, [signer, second]).holds).toBe(false);
    expect(givenUpIn(names.second, given).holds).toBe(false);
    // No name comes back, and none is taken under which no key could be read.
    const again = signCheckpoint(
      { ...claimed(12), origin: names.third },
      { ...second, name: names.third },
    );
    const third = await signerIn(folder, names.third);
    for (const name of [ORIGIN, names.second, names.third])
      await expect(goOn(name, again, third)).rejects.toThrow('a name of its own');
    for (const name of ['Twinning 2', 'twinning+2', 'twinning\n2', ''])
      await expect(goOn(name, again, third)).rejects.toThrow('no name of a record');
    expect((await genesisIn(server.db))?.origin).toBe(names.third);
    for (const note of [first, lost]) {
      await writeFile(memory, note);
      expect(await watch.look()).toBeNull();
      expect(claimedCheckpoint(await checkpointNow(server.db, third)).origin).toBe(names.third);
    }
  });

  const claimed = (size: number) => ({ origin: ORIGIN, size, root: Buffer.alloc(32, 1) });
});
