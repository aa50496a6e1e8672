import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { openCheckpoint, signCheckpoint, verifyReceipt } from './checkpoint.js';
import { LOG_STREAM } from './genesis.js';
import { acceptedText, changeKey, endorse, KEY_CHANGED, keyChanges } from './key-change.js';
import { keysOfLog } from './key-times.js';
import { signerFrom, verifierText, type Signer } from './keys.js';
import { signNote } from './note.js';
import { checkpointNow, receiptAt, rootOf } from './proofs.js';
import { AT, ORIGIN, Server } from './record-server.testing.js';
import { verifyLog } from './verify.js';

const [first, second, stranger] = [1, 2, 3].map((n) => signerFrom(ORIGIN, Buffer.alloc(32, n))) as [
  Signer,
  Signer,
  Signer,
];

describe('the keys of a log', () => {
  let server: Server;
  beforeEach(async () => {
    server = await Server.start();
  });
  afterEach(() => server.stop());

  const rotate = () =>
    server.db
      .transaction()
      .execute((trx) => changeKey(trx, server.log, { previous: first, next: second, at: AT }));
  /** As whoever has the password of the service can: an event like any other. */
  const insert = (payload: Readonly<Record<string, string>>, schemaVersion = 1) =>
    server.app.transaction().execute((trx) =>
      server.log.append(trx, {
        stream: LOG_STREAM,
        events: [{ type: KEY_CHANGED, schemaVersion, occurredAt: AT, payload: { ...payload } }],
        actor: { person: null, role: 'OPERATOR', body: null },
        ...{ onBehalfOf: null, commandId: null, causationId: null, correlationId: null },
        ruleset: null,
      }),
    );
  const signedAt = async (size: number, by: Signer) =>
    signCheckpoint({ origin: ORIGIN, size, root: await rootOf(server.db, size) }, by);

  it('are good for the sizes of their time, from either of them: a stolen one signs none of later', async () => {
    await server.append('before', 2);
    const early = await checkpointNow(server.db, first);
    await rotate();
    await server.append('after', 2);
    await checkpointNow(server.db, second);
    for (const trusted of [[first], [second]]) {
      const keys = await keysOfLog(server.db, trusted);
      expect(openCheckpoint(early, keys).size).toBe(3);
      const stolen = await signedAt(6, first);
      expect(() => openCheckpoint(stolen, keys)).toThrow('gave up at size 3');
      const heldTo = [{ note: stolen, from: 'kept' }];
      const { faults } = await verifyLog(server.db, null, { verifiers: keys, heldTo });
      expect(faults.map(({ what }) => what)).toEqual([
        'checkpoint kept: At size 6 it is signed with a key that the record gave up at size 3.',
      ]);
    }
  });

  it('are none that somebody inserted, whatever the event says', async () => {
    await rotate();
    await server.append('after', 1);
    const note = endorse(second, stranger);
    const names = { key: verifierText(second), previous: verifierText(stranger), note };
    await insert(names);
    await insert({ ...names, accepted: signNote(acceptedText(stranger, 5), stranger) });
    await insert({ ...names, key: verifierText(stranger), previous: verifierText(second) });
    await checkpointNow(server.db, second);
    for (const trusted of [[first], [second]]) {
      const keys = await keysOfLog(server.db, trusted);
      expect(keys.map((key) => key.publicKey)).not.toContainEqual(stranger.publicKey);
      expect(keys).toHaveLength(2);
    }
  });

  it('are none of a row that was altered behind its leaf', async () => {
    const change = await rotate();
    await checkpointNow(server.db, second);
    const forged = { ...change, previous: verifierText(stranger), note: endorse(second, stranger) };
    await server.db.transaction().execute(async (trx) => {
      await sql`SET LOCAL session_replication_role = replica`.execute(trx);
      await sql`UPDATE log.event SET payload = ${JSON.stringify(forged)}::jsonb
                 WHERE type = ${KEY_CHANGED}`.execute(trx);
    });
    expect(await keysOfLog(server.db, [second])).toEqual([second]);
  });

  it('of earlier releases count backwards below what a trusted one has signed', async () => {
    const note = endorse(second, first);
    await insert({ key: verifierText(second), previous: verifierText(first), note });
    expect(await keysOfLog(server.db, [second])).toEqual([second]);
    await checkpointNow(server.db, second);
    expect(await keysOfLog(server.db, [second])).toHaveLength(2);
  });

  it('that a newer release changed stop the reader, and nothing is signed', async () => {
    await insert({ key: verifierText(second), previous: verifierText(first), note: '' }, 2);
    await expect(keyChanges(server.db)).rejects.toThrow(
      'LogKeyChanged, version 2) was written by a newer release',
    );
    const memory = { last: () => Promise.resolve(null), keep: () => Promise.resolve() };
    await expect(checkpointNow(server.db, { ...first, memory })).rejects.toThrow('Update before');
  });

  it('sign no size before their time where nothing of it is kept', async () => {
    await server.append('before', 2);
    const kept = await receiptAt(server.db, 1, 2, first);
    await rotate();
    await server.append('after', 1);
    expect(await receiptAt(server.db, 1, 2, second)).toEqual(kept);
    const receipt = await receiptAt(server.db, 2, 3, second);
    expect(verifyReceipt(receipt, [second]).size).toBe(4);
    expect(await receiptAt(server.db, 2, 3, second)).toEqual(receipt);
  });
});
