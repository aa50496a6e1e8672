import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '@twinning/infra/postgres';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { claimedCheckpoint, openCheckpoint } from './checkpoint.js';
import { cosign, cosignatures } from './cosignature.js';
import { keepCosigned, newestCosigned } from './cosigned.js';
import { initGenesis, LOG_STREAM } from './genesis.js';
import { followKeys } from './key-change.js';
import { SIGNATURE_TYPE, signerFrom, verifierText, type Signer } from './keys.js';
import { EventLog } from './log.js';
import { migrateLog } from './migrate.js';
import { signNote } from './note.js';
import { checkpointNow } from './proofs.js';

const ORIGIN = 'test.example/record';
const AT = 1_800_000_000;
const signer = signerFrom(ORIGIN, Buffer.alloc(32, 1));
const witness = signerFrom('witness.example/w', Buffer.alloc(32, 2));
const intruder = signerFrom('intruder.example/w', Buffer.alloc(32, 3));
const stolen = signerFrom(ORIGIN, Buffer.alloc(32, 4));

describe('the cosigned checkpoints that the record signs again', () => {
  let database: TestDatabase;
  let admin: Kysely<unknown>;
  /** As the service is connected: whoever has its password may insert cosignatures, and no more. */
  let app: Kysely<unknown>;
  let genuine: string;
  const open = (connectionString: string) =>
    new Kysely<unknown>({
      dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString, max: 2 }) }),
    });
  const put = (size: number, of: Signer, note: string) =>
    sql`INSERT INTO log.cosignature (origin, size, key, note) VALUES
      (${ORIGIN}, ${size}, ${verifierText(of, SIGNATURE_TYPE.cosignature)}, ${note})`.execute(app);

  beforeAll(async () => {
    database = await testDatabase();
    admin = open(database.adminUrl);
    app = open(database.appUrl);
    await migrateLog(admin);
    const log = new EventLog(null);
    await initGenesis(app, log, { kind: 'production', origin: ORIGIN, clockRate: 1 });
    genuine = cosign(await checkpointNow(app, signer), witness, AT);
    await keepCosigned(app, genuine, { origin: ORIGIN, witness });
    for (let i = 0; i < 4; i += 1) {
      await app.transaction().execute((trx) =>
        log.append(trx, {
          stream: LOG_STREAM,
          events: [
            {
              type: 'Happened',
              schemaVersion: 1,
              occurredAt: '2027-01-04T09:00:00.000Z',
              payload: {},
            },
          ],
          actor: { person: null, role: 'SYSTEM', body: null },
          ...{ onBehalfOf: null, commandId: null, causationId: null, correlationId: null },
          ruleset: null,
        }),
      );
    }
  });
  afterAll(async () => {
    await app.destroy();
    await admin.destroy();
    await database.drop();
  });

  it('are never what somebody wrote into the database: no other key is vouched for', async () => {
    const change = signNote(`${ORIGIN}/key\n${verifierText(stolen)}\n`, stolen);
    await put(2, intruder, cosign(change, intruder, AT));
    const notes = (await newestCosigned(app, signer, 5)).map(({ note }) => note);
    expect(followKeys([signer], notes)).toEqual([signer]);
    expect(notes.map((note) => openCheckpoint(note, [signer]))).toEqual([
      claimedCheckpoint(genuine),
    ]);
  });

  it('are those that hold: another root, a bent cosignature or a key that is none hides none of them', async () => {
    const other = genuine.replace(/\n1\n.*\n/, `\n3\n${Buffer.alloc(32, 9).toString('base64')}\n`);
    await put(3, witness, cosign(signNote(other.split('\n\n')[0] + '\n', stolen), witness, AT));
    const present = await checkpointNow(app, signer);
    const bent = cosign(present, witness, AT).replace('— witness', '— Witness');
    await put(5, witness, bent);
    await sql`INSERT INTO log.cosignature (origin, size, key, note)
      VALUES (${ORIGIN}, 1, 'no key', ${genuine}), (${ORIGIN}, -1, 'no key', '')`.execute(app);
    const found = await newestCosigned(app, signer, 5);
    expect(found.map(({ note }) => claimedCheckpoint(note).size)).toEqual([1]);
    expect(cosignatures(found[0]?.note ?? '', witness)).toEqual([AT]);
  });
});
