import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCheckpoint } from './checkpoint.js';
import { continueAs } from './continue-as.js';
import { changeKey, followKeys, keyChanges } from './key-change.js';
import { keysOfLog } from './key-times.js';
import type { Signer } from './keys.js';
import { checkpointNow } from './proofs.js';
import { AT, copyLog, ORIGIN, Server } from './record-server.testing.js';
import { nextSignerIn, signerIn } from './signing-key.js';
import { verifyLog } from './verify.js';

const SUCCESSOR = `${ORIGIN}-2`;

describe('a record whose key was changed', () => {
  let folder: string;
  let server: Server;
  let restored: Server;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'twinning-rotated-'));
    server = await Server.start();
    restored = await Server.start();
  });
  afterEach(async () => {
    await server.stop();
    await restored.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const rotate = async (on: Server, origin: string): Promise<Signer> => {
    const previous = await signerIn(folder, origin);
    const { next, adopt } = await nextSignerIn(folder, origin);
    await on.db.transaction().execute((trx) => changeKey(trx, on.log, { previous, next, at: AT }));
    await adopt();
    return signerIn(folder, origin);
  };

  it('is signed on after it was put back and went on under another name, and its key can be changed again', async () => {
    await checkpointNow(server.db, await signerIn(folder, ORIGIN));
    const second = await rotate(server, ORIGIN);
    await checkpointNow(server.db, second);
    await copyLog(server, restored);
    await server.append('lost', 2);
    const abandoned = await checkpointNow(server.db, second);
    await continueAs(restored.db, {
      ...{ origin: SUCCESSOR, abandoned },
      verifiers: await keysOfLog(restored.db, [second]),
    });

    const successor = await signerIn(folder, SUCCESSOR);
    await restored.append('under the new name', 1);
    const note = await checkpointNow(restored.db, successor);
    expect(openCheckpoint(note, [successor])).toMatchObject({ origin: SUCCESSOR, size: 3 });

    const third = await rotate(restored, SUCCESSOR);
    const later = await checkpointNow(restored.db, third);
    const changes = await keyChanges(restored.db);
    const notes = changes.map((change) => change.note);
    expect(openCheckpoint(later, followKeys([successor], notes)).size).toBe(4);
    // The key before signs nothing any more, under the new name as under the old one.
    await expect(checkpointNow(restored.db, { ...successor })).rejects.toMatchObject({
      why: 'KEY_CHANGED',
    });
    const verifiers = await keysOfLog(restored.db, [third]);
    expect((await verifyLog(restored.db, null, { verifiers })).faults).toEqual([]);
  });
});
