import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimedCheckpoint, openCheckpoint, verifyReceipt } from './checkpoint.js';
import { continueAs } from './continue-as.js';
import { ContinuityWatch } from './continuity-watch.js';
import { NotContinued } from './continuity.js';
import { changeKey, followKeys, keyChanges } from './key-change.js';
import { keysOfLog } from './key-times.js';
import { verifierText, type Signer } from './keys.js';
import { logSize } from './log.js';
import { checkpointNow, receiptFor } from './proofs.js';
import { AT, copyLog, ORIGIN, Server } from './record-server.testing.js';
import { memoryIn, nextSignerIn, signerIn } from './signing-key.js';
import { verifyLog } from './verify.js';
import { witnessed } from './witness.js';

describe('a record and the key that signs it', () => {
  let folder: string;
  let server: Server;
  let signer: Signer;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'twinning-key-'));
    server = await Server.start();
    signer = await signerIn(folder, ORIGIN);
  });
  afterEach(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const look = async (at: Server, last: string | null, logKey: Signer) =>
    witnessed(
      {
        last: last === null ? null : claimedCheckpoint(last),
        logKeys: [logKey],
        note: await checkpointNow(at.db, { ...logKey, memory: undefined as never }),
        fetchTile: at.fetchTile,
        fetchProof: at.fetchProof,
      },
      signer,
      1_800_000_000,
    );

  it('signs nothing with another key in the place of the one that signed last', async () => {
    await server.append('before', 2);
    await checkpointNow(server.db, signer);
    await rm(join(folder, 'log-signing-key'));
    const other = await signerIn(folder, ORIGIN);
    await expect(checkpointNow(server.db, other)).rejects.toMatchObject({ why: 'KEY_CHANGED' });
    await expect(checkpointNow(server.db, signer)).resolves.toContain(ORIGIN);
  });

  it('takes another key by an event that the key before vouches for; older proofs stay valid', async () => {
    await server.append('before', 3);
    const receipt = await receiptFor(server.db, 2, signer);
    const { next, adopt } = await nextSignerIn(folder, ORIGIN);
    await server.db
      .transaction()
      .execute((trx) => changeKey(trx, server.log, { previous: signer, next, at: AT }));
    // Until the new key is in its place, nothing is signed.
    await expect(checkpointNow(server.db, signer)).rejects.toThrow(NotContinued);
    await adopt();
    const now = await signerIn(folder, ORIGIN);
    expect(verifierText(now)).toBe(verifierText(next));
    await server.append('after', 2);
    const note = await checkpointNow(server.db, now);
    const changes = await keyChanges(server.db);
    // Whoever knows the first key alone is led to the second, and the other way round.
    const notes = changes.map((c) => c.note);
    expect(() => openCheckpoint(note, [signer])).toThrow('no signature of a known key');
    expect(openCheckpoint(note, followKeys([signer], notes)).size).toBe(7);
    expect(verifyReceipt(receipt, [signer]).size).toBe(4);
    const all = await keysOfLog(server.db, [now]);
    expect(verifyReceipt(receipt, all).size).toBe(4);
    expect((await verifyLog(server.db, null, { verifiers: all })).faults).toEqual([]);
    expect((await verifyLog(server.db, null, { verifiers: [now] })).faults).toHaveLength(1);
  });

  it('is not led to a key for which only a stranger vouches', async () => {
    const stranger = await signerIn(join(folder, 'stranger'), ORIGIN);
    const { next } = await nextSignerIn(folder, ORIGIN);
    const change = { previous: stranger, next, at: AT };
    const { note } = await server.db
      .transaction()
      .execute((trx) => changeKey(trx, server.log, change));
    expect(followKeys([signer], [note, 'no note', ''])).toEqual([signer]);
    // The second change must come from the key that the first one names.
    await expect(
      server.db
        .transaction()
        .execute((trx) => changeKey(trx, server.log, { ...change, previous: signer })),
    ).rejects.toThrow('The key that signs now is');
  });

  it('served by two servers with one key is caught by whoever has looked at both', async () => {
    const twin = await Server.start();
    try {
      await server.append('here', 4);
      await twin.append('there', 6);
      const here = await look(server, null, signer);
      if (here.kind !== 'COSIGNED') throw new Error(here.why);
      expect(await look(twin, here.note, signer)).toMatchObject({
        kind: 'INCONSISTENT',
        why: 'OTHER_HISTORY',
      });
      // The two share a folder, and so a memory: the second one does not sign at all.
      await checkpointNow(server.db, signer);
      await expect(checkpointNow(twin.db, signer)).rejects.toThrow('RESTORED');
      const { faults } = await verifyLog(twin.db, null, {
        verifiers: [signer],
        heldTo: [{ note: here.note, from: 'the other server' }],
      });
      expect(faults[0]?.what).toContain('what was signed at size 5 is another history');
    } finally {
      await twin.stop();
    }
  });

  it('put back from an old backup is not signed, and goes on only under a new name', async () => {
    await server.append('kept', 4);
    const early = await checkpointNow(server.db, signer);
    // The backup holds five events; two more were signed and are lost. What is appended after the restore is other.
    const restored = await Server.start();
    try {
      const kept = await server.log.readAll(server.db, 0, 5);
      await copyLog(server, restored);
      await server.append('lost', 2);
      const abandoned = await checkpointNow(server.db, signer);
      await expect(checkpointNow(restored.db, signer)).rejects.toThrow('RESTORED');
      const watch = new ContinuityWatch(restored.db, memoryIn(folder));
      expect(await watch.look()).toMatchObject({ why: 'RESTORED' });
      await restored.append('after the restore', 3);
      await expect(checkpointNow(restored.db, signer)).rejects.toThrow('RESTORED');
      // As long as before, and other.
      expect(await watch.look()).toMatchObject({ why: 'RESTORED' });
      expect(() => {
        watch.demand();
      }).toThrow(NotContinued);
      const atHome = new ContinuityWatch(server.db, memoryIn(folder));
      expect(await atHome.look()).toBeNull();

      const goOn = (given: string, origin = 'test.example/record-2') =>
        continueAs(restored.db, { origin, abandoned: given, verifiers: [signer] });
      await expect(goOn(early)).rejects.toThrow('Nothing is lost');
      await expect(goOn(abandoned, ORIGIN)).rejects.toThrow('a name of its own');
      await goOn(abandoned);
      expect(await watch.look()).toBeNull();
      expect(watch.origin).toBe('test.example/record-2');

      const [first, ...others] = await restored.log.readAll(restored.db, 0, 5);
      expect(first?.payload).toMatchObject({
        origin: 'test.example/record-2',
        kind: 'production',
        continues: { origin: ORIGIN, size: 7, checkpoint: abandoned, restoredSize: 8 },
      });
      expect(others).toEqual(kept.slice(1));
      const successor = await signerIn(folder, 'test.example/record-2');
      await restored.append('under the new name', 2);
      const note = await checkpointNow(restored.db, successor);
      expect(claimedCheckpoint(note)).toMatchObject({ origin: 'test.example/record-2', size: 10 });
      expect((await verifyLog(restored.db, null, { verifiers: [successor] })).faults).toEqual([]);
      expect(await look(restored, null, successor)).toMatchObject({ kind: 'COSIGNED' });
      // A witness of the old name sees that this is another record.
      const last = await look(server, null, signer);
      if (last.kind !== 'COSIGNED') throw new Error(last.why);
      expect(await look(restored, last.note, successor)).toMatchObject({ why: 'OTHER_ORIGIN' });
      expect(await logSize(restored.db)).toBe(10);
    } finally {
      await restored.stop();
    }
  });
});
