import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast } from '@twinning/domain/testing';
import { check } from '@twinning/engine';
import type { EngineUnderTest } from '@twinning/engine/testing';
import {
  checkpointNow,
  claimedCheckpoint,
  continueAs,
  cosign,
  SIGNATURE_TYPE,
  signerFrom,
  verifierText,
  verifyLog,
} from '@twinning/event-log';
import { sql, type Kysely } from 'kysely';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { agreementInForce } from './agreement-in-force.testing.js';
import { buildCaseFile, type CaseFileOptions } from './build.js';
import { found, threeTold } from './verifiers.testing.js';

const before = signerFrom('test/log', Buffer.alloc(32, 7));
const after = signerFrom('test/log-2', Buffer.alloc(32, 9));
const witness = signerFrom('partner.example', Buffer.alloc(32, 5));
const witnessKey = verifierText(witness, SIGNATURE_TYPE.cosignature);

describe('a record that was put back from a backup and really went on', () => {
  let engine: EngineUnderTest;
  let agreement: string;
  let folder: string;
  /** A checkpoint that the backup still holds, and the last one before the restore, which it has lost. */
  let early: string;
  let lost: string;
  let tell: Awaited<ReturnType<typeof threeTold>>;

  const refused = () => engine.send(cast.lead, 'ApproveByTpm', {}, { agreement });
  const built = async (signer: typeof before, options: CaseFileOptions = {}) =>
    (await buildCaseFile({ db: engine.db, log: engine.log, signer }, agreement, options)) as Buffer;
  const faultsOf = async (
    bytes: Buffer,
    signer: typeof before,
    held: readonly string[],
    witnesses: readonly string[] = [],
  ) => {
    const [ours = [], ...others] = (await tell(bytes, verifierText(signer), held, witnesses)).map(
      ({ faults }) => [...found(faults)].sort(),
    );
    for (const other of others) expect(other).toEqual(ours);
    return ours;
  };
  const invariants = async () => {
    const { db, log, clock } = engine;
    const on = { db, log, keys: null, clock, conductor: null, logVerified: true };
    // Nobody looks at deadlines here; what is altered or lost is asked.
    const { violations } = await check(on);
    return violations.filter(({ invariant }) => ['I1', 'I2', 'I3', 'I4', 'I6'].includes(invariant));
  };

  beforeAll(async () => {
    ({ engine, agreement } = await agreementInForce());
    folder = await mkdtemp(join(tmpdir(), 'twinning-continued-'));
    tell = await threeTold(folder);
    early = await checkpointNow(engine.db, before);
    const restore = await backup(engine.admin);
    await refused();
    await refused();
    lost = cosign(await checkpointNow(engine.db, before), witness, 1_800_000_000);
    await restore();
    // Other commands than those that were lost, and more of them.
    for (let i = 0; i < 3; i += 1) await refused();
  }, 180_000);
  afterAll(async () => {
    await engine.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('is found out under its old name by whoever kept what was lost, and by nobody else', async () => {
    const { size } = claimedCheckpoint(lost);
    const bytes = await built(before, { since: size });
    expect(await faultsOf(bytes, before, [])).toEqual([]);
    expect(await faultsOf(bytes, before, [lost])).toEqual(['CONTINUES HELD_OTHER_HISTORY']);
    const log = await verifyLog(engine.db, null, {
      verifiers: [before],
      heldTo: [{ note: lost, from: 'kept' }],
    });
    expect(log.faults.map((f) => f.what).join()).toContain('is another history');
    expect(log.firstDiffers).toBe(claimedCheckpoint(early).size);
  }, 60_000);

  it('says under its new name that the old one was given up: the file, the whole record, and its check', async () => {
    await continueAs(engine.admin, {
      ...{ origin: after.name, abandoned: lost, verifiers: [before] },
    });
    await refused();
    const bytes = await built(after);
    expect(await faultsOf(bytes, after, [])).toEqual([]);
    for (const kept of [lost, early]) {
      expect(await faultsOf(bytes, after, [kept])).toEqual(['CONTINUES HELD_GIVEN_UP']);
    }
    // What a witness cosigned under the old name is not cosigned under the new one.
    expect(await faultsOf(bytes, after, [lost], [witnessKey])).toEqual([
      'CONTINUES HELD_GIVEN_UP',
      'WITNESSES WITNESS_ABSENT',
    ]);

    const verified = (heldTo: readonly string[]) =>
      verifyLog(engine.db, null, {
        verifiers: [after],
        heldTo: heldTo.map((note) => ({ note, from: 'kept' })),
      });
    expect((await verified([])).faults).toEqual([]);
    expect((await verified([lost])).faults).toEqual([
      {
        index: null,
        what: 'checkpoint kept: test/log was put back from a backup and given up; this record goes on as test/log-2',
      },
    ]);
    expect(await invariants()).toEqual([]);
  }, 60_000);
});

const SCHEMAS = ['log', 'engine', 'read', 'filing', 'registry'];

/** Copies every table beside itself, as a backup does; what it answers puts them back. */
async function backup(admin: Kysely<unknown>): Promise<() => Promise<void>> {
  const { rows } = await sql<{ schema: string; name: string }>`
    SELECT table_schema AS schema, table_name AS name FROM information_schema.tables
     WHERE table_schema = ANY(${SCHEMAS}::text[]) AND table_type = 'BASE TABLE'`.execute(admin);
  const tables = rows.map(({ schema, name }) => ({
    live: sql.table(`${schema}.${name}`),
    kept: sql.table(`backup.${schema}_${name}`),
  }));
  await sql`CREATE SCHEMA backup`.execute(admin);
  for (const { live, kept } of tables)
    await sql`CREATE TABLE ${kept} AS TABLE ${live}`.execute(admin);
  return () =>
    admin.transaction().execute(async (trx) => {
      await sql`SET LOCAL session_replication_role = replica`.execute(trx);
      for (const { live, kept } of tables) {
        await sql`DELETE FROM ${live}`.execute(trx);
        await sql`INSERT INTO ${live} OVERRIDING SYSTEM VALUE SELECT * FROM ${kept}`.execute(trx);
      }
    });
}
