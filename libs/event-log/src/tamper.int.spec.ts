import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '@twinning/infra/postgres';
import { Kysely, sql } from 'kysely';
import pg from 'pg';
import { claimedCheckpoint, signCheckpoint } from './checkpoint.js';
import { personStream } from './erased.js';
import type { Commit } from './events.js';
import { initGenesis } from './genesis.js';
import { signerFrom } from './keys.js';
import type { Connection } from './connection.js';
import { EventLog, logSize } from './log.js';
import { migrateLog } from './migrate.js';
import { checkpointNow } from './proofs.js';
import { FLIPS, Keys, MOVED_BYTE } from './tampering.testing.js';
import { verifyLog, type VerifyOptions } from './verify.js';
import { logDialect } from './verify/copy-out.js';

const signer = signerFrom('test/log', Buffer.alloc(32, 3));
const stranger = signerFrom('test/log', Buffer.alloc(32, 4));

const commit = (stream: string, n: number): Commit => ({
  stream,
  events: Array.from({ length: n }, (_, i) => ({
    type: 'Happened',
    schemaVersion: 1,
    occurredAt: '2027-01-04T09:00:00.000Z',
    payload: { what: `${stream} ${String(i)}`, who: 'Ann Example', by: 'Bob Example' },
    personal: { who: 'ann', by: 'bob' },
  })),
  actor: { person: 'p-1', role: 'TPM', body: 1725 },
  onBehalfOf: 1725,
  commandId: 'c-1',
  causationId: 'c-1',
  correlationId: 'x',
  ruleset: 'brochure-2021',
});

describe('whatever a superuser does to the log is found and named', () => {
  let database: TestDatabase;
  let root: Kysely<unknown>;
  let columns: readonly { name: string; type: string }[];
  const keys = new Keys();
  const log = new EventLog(keys);
  let size: number;
  /** What a witness outside kept: nobody here can have changed it. */
  let witnessed: string;
  const tried: { what: string; found: boolean }[] = [];

  beforeAll(async () => {
    database = await testDatabase();
    const pool = new pg.Pool({ connectionString: database.adminUrl, max: 2 });
    root = new Kysely({ dialect: logDialect(pool) });
    await migrateLog(root);
    await initGenesis(root, log, { kind: 'production', origin: 'test/log', clockRate: 1 });
    const append = (c: Commit) => root.transaction().execute((trx) => log.append(trx, c));
    await append(commit('agreement/a', 5));
    await append(commit('agreement/b', 4));
    await checkpointNow(root, signer);
    await append(commit('agreement/c', 3));
    await append(commit('agreement/a', 6));
    await append({ ...commit(personStream('bob'), 1), events: [erasure] });
    keys.gone.add('bob');
    await append({ ...commit('agreement/a', 1), events: [{ ...erasure, type: 'Last' }] });
    witnessed = await checkpointNow(root, signer);
    size = await logSize(root);
    const { rows } = await sql<{ name: string; type: string }>`
      SELECT column_name AS name, data_type AS type FROM information_schema.columns
       WHERE table_schema = 'log' AND table_name = 'event' ORDER BY ordinal_position`.execute(root);
    columns = rows;
  }, 60_000);
  afterAll(async () => {
    await root.destroy();
    await database.drop();
  });

  const erasure = {
    type: 'PersonErased',
    schemaVersion: 1,
    occurredAt: '2027-01-04T09:00:00.000Z',
    payload: {},
  };

  class Undone extends Error {}
  const whole = (): VerifyOptions => ({
    verifiers: [signer],
    heldTo: [{ note: witnessed, from: 'witness' }],
  });

  /** What is found after the statements, as a superuser behind the triggers; everything is undone afterwards. */
  async function after(
    statements: readonly string[],
    more?: (trx: Connection) => Promise<unknown>,
    options = whole(),
  ) {
    let found: Awaited<ReturnType<typeof verifyLog>> | null = null;
    await root
      .transaction()
      .execute(async (trx) => {
        await sql`SET LOCAL session_replication_role = replica`.execute(trx);
        for (const statement of statements) {
          const { numAffectedRows } = await sql.raw(statement).execute(trx);
          if (numAffectedRows === 0n) throw new Error(`Nothing changed: ${statement}`);
        }
        await more?.(trx);
        found = await verifyLog(trx, keys, options);
        throw new Undone();
      })
      .catch((error: unknown) => {
        if (!(error instanceof Undone)) throw error;
      });
    const verification = found as unknown as Awaited<ReturnType<typeof verifyLog>>;
    tried.push({ what: statements.join('; '), found: verification.faults.length > 0 });
    return verification;
  }

  it('and an untouched log has no fault', async () => {
    expect(await verifyLog(root, keys, whole())).toMatchObject({
      size,
      faults: [],
      firstDiffers: null,
    });
  });

  it('a change in any column of any event is found at its index', async () => {
    expect(columns).toHaveLength(19);
    for (let index = 0; index < size; index += 1) {
      for (const { name, type } of columns) {
        const flip = FLIPS[type]?.(name);
        const { firstDiffers, faults } = await after([
          `UPDATE log.event SET ${name} = ${flip ?? ''} WHERE index = ${String(index)}`,
        ]);
        // An index that has moved is missing where it was: the next one does not follow.
        if (name !== 'index')
          expect([name, faults.map((f) => f.index)]).toEqual([
            name,
            expect.arrayContaining([index]),
          ]);
        // Without the event that erased Bob, every field under his lost key is a fault too.
        const erasing = index === size - 2 && ['stream', 'type'].includes(name);
        if (name !== 'index' && !erasing) expect([name, firstDiffers]).toEqual([name, index]);
        expect(faults.length).toBeGreaterThan(0);
      }
    }
  }, 120_000);

  it.each([
    ['a value', `payload = payload || '{"what": "forged"}'`, 'field what differs'],
    [
      'another person’s name on a sealed field',
      `sealed = jsonb_set(sealed, '{who,person}', '"bob"')`,
      '$sealed',
    ],
    [
      'a bit of a sealed box',
      `sealed = jsonb_set(sealed, '{who,box}', to_jsonb('A' || substr(sealed #>> '{who,box}', 2)))`,
      '$sealed',
    ],
    [
      'a bit of a box whose key is gone',
      `sealed = jsonb_set(sealed, '{by,box}', to_jsonb('A' || substr(sealed #>> '{by,box}', 2)))`,
      '$sealed',
    ],
    ['a sealed field opened', `payload = payload || '{"who": "Carl"}'`, 'field who'],
    [
      'the case of a salt',
      `salts = jsonb_set(salts, '{what}', to_jsonb(upper(salts->>'what')))`,
      'field what',
    ],
    ['a person in the actor', `actor = jsonb_set(actor, '{person}', '"p-2"')`, 'column'],
    [
      'an instant by one microsecond',
      `recorded_at = recorded_at + interval '1 microsecond'`,
      'column',
    ],
    ['nothing in place of the ruleset', `ruleset = NULL`, 'column'],
  ])('%s', async (_, change, words) => {
    const { firstDiffers, faults } = await after([
      `UPDATE log.event SET ${change} WHERE index = 7`,
    ]);
    expect(firstDiffers).toBe(7);
    expect(faults.map((f) => f.what).join()).toContain(words);
  });

  const rewrite = async (trx: Connection, to: number) => {
    // The perfect forger: head, tree and checkpoints are made anew to fit what was left.
    const { rows } = await sql<{ leaf: Buffer }>`SELECT leaf FROM log.event ORDER BY index`.execute(
      trx,
    );
    const { Frontier } = await import('./frontier.js');
    const { leafHash } = await import('./merkle.js');
    const tree = new Frontier();
    await sql`DELETE FROM log.node`.execute(trx);
    for (const { leaf } of rows) {
      for (const { level, index, hash } of tree.add(leafHash(leaf))) {
        await sql`INSERT INTO log.node VALUES (${level}, ${index}, ${hash})`.execute(trx);
      }
    }
    const edge = [...tree.edge()];
    await sql`UPDATE log.head SET size = ${to}, frontier = ${edge}::bytea[]`.execute(trx);
  };

  it('the last event removed', async () => {
    const last = size - 1;
    const gone = `DELETE FROM log.event WHERE index = ${String(last)}`;
    expect((await after([gone])).faults.length).toBeGreaterThan(0);
    // Even with head and tree made to fit, what was signed says that there was more.
    const shortened = await after([gone], (trx) => rewrite(trx, last));
    expect(shortened).toMatchObject({ firstDiffers: last });
    expect(shortened.faults.map((f) => f.what).join()).toContain('1 events are missing since');
    const unsaid = [gone, `DELETE FROM log.checkpoint WHERE size > ${String(last)}`];
    const byWitness = await after(unsaid, (trx) => rewrite(trx, last));
    expect(byWitness.faults.map((f) => f.what)).toEqual([
      `checkpoint witness was signed at size ${String(size)}: 1 events are missing since`,
    ]);
  });

  it('an event in the middle removed', async () => {
    const { firstDiffers } = await after([`DELETE FROM log.event WHERE index = 7`]);
    expect(firstDiffers).toBe(7);
  });

  it('a whole agreement removed, with everything behind it moved up and made to fit', async () => {
    const gone = `DELETE FROM log.event WHERE stream = 'agreement/b'`;
    expect((await after([gone])).faults.length).toBeGreaterThan(0);
    const moved = [gone, `UPDATE log.event SET index = index - 4 WHERE index > 5`];
    const { firstDiffers, faults } = await after(moved, (trx) => rewrite(trx, size - 4));
    expect(firstDiffers).toBe(0);
    expect(faults.map((f) => f.what).join()).toContain('another history');
  });

  it('two events swapped', async () => {
    const swap = `UPDATE log.event SET index = CASE index WHEN 3 THEN 8 ELSE 3 END WHERE index IN (3, 8)`;
    const deferred = [`ALTER TABLE log.event DROP CONSTRAINT event_pkey`, swap];
    expect((await after(deferred)).firstDiffers).toBe(3);
    const { faults } = await after(deferred, (trx) => rewrite(trx, size));
    expect(faults.map((f) => f.what).join()).toContain('another history');
  });

  it('an event put in behind the end, or before the beginning', async () => {
    for (const index of [size, -1]) {
      const { firstDiffers } = await after([
        `INSERT INTO log.event SELECT ${String(index)}, stream, 99, type, schema_version, occurred_at, recorded_at, actor,
           on_behalf_of, command_id, causation_id, correlation_id, ruleset, nonce, leaf, leaf_hash, payload, salts, sealed
           FROM log.event WHERE index = 3`,
      ]);
      expect(firstDiffers).toBe(index);
    }
  });

  it('every column of the tree, of the head and of the checkpoints', async () => {
    const flips = [
      `UPDATE log.node SET hash = ${FLIPS.bytea?.('hash') ?? ''} WHERE level = 2 AND index = 1`,
      `UPDATE log.node SET index = index + 1000 WHERE level = 1 AND index = 1`,
      `UPDATE log.node SET level = 40 WHERE level = 1 AND index = 1`,
      `DELETE FROM log.node WHERE level = 0 AND index = 3`,
      MOVED_BYTE,
      `INSERT INTO log.node SELECT 30, 0, hash FROM log.node LIMIT 1`,
      `UPDATE log.head SET size = size - 1`,
      `UPDATE log.head SET size = size + 1`,
      `UPDATE log.head SET frontier = frontier[1:1]`,
      `UPDATE log.checkpoint SET size = size - 1 WHERE size = ${String(size)}`,
      `UPDATE log.checkpoint SET note = replace(note, 'test/log', 'test/lag') WHERE size = ${String(size)}`,
    ];
    for (const flip of flips) {
      const { faults } = await after([flip]);
      expect([flip, faults.length > 0]).toEqual([flip, true]);
    }
  });

  it('a checkpoint with an unknown key', async () => {
    const { origin, size: at, root: top } = claimedCheckpoint(witnessed);
    const forged = signCheckpoint({ origin, size: at, root: top }, stranger);
    const { faults } = await after([
      `UPDATE log.checkpoint SET note = '${forged}' WHERE size = ${String(at)}`,
    ]);
    expect(faults.map((f) => f.what)).toEqual([
      `checkpoint kept here of ${String(at)}: The note bears no signature of a known key.`,
    ]);
  });

  it('a rewritten record under the same name, with checkpoints signed by the right key', async () => {
    // Whoever holds database and key can sign another history; whoever kept a checkpoint has the proof of it.
    const { faults } = await after(
      [`DELETE FROM log.event WHERE index = ${String(size - 1)}`, `DELETE FROM log.checkpoint`],
      async (trx) => {
        await rewrite(trx, size - 1);
        await sql`SET LOCAL session_replication_role = origin`.execute(trx);
        await log.append(trx, commit('agreement/new', 3));
        await checkpointNow(trx, signer);
      },
    );
    expect(faults).toHaveLength(1);
    expect(faults[0]?.what).toContain(`what was signed at size ${String(size)} is another history`);
  });

  it('in every case: 100 %', () => {
    expect(tried.length).toBeGreaterThan(390);
    expect(tried.filter((t) => !t.found)).toEqual([]);
  });
});
