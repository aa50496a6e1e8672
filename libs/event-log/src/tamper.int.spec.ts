import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { canonicalJson } from './canonical.js';
import { claimedCheckpoint, signCheckpoint } from './checkpoint.js';
import type { Connection } from './connection.js';
import { signerFrom } from './keys.js';
import { checkpointNow } from './proofs.js';
import { sha256 } from './sha256.js';
import { commit, signer, TamperedLog, type Verification } from './tampered-log.testing.js';
import { FLIPS, MOVED_BYTE } from './tampering.testing.js';
import { areNumbersExact } from './verify/exact-numbers.js';

/** Another first letter in the box of a field, whichever stood there: one in 64 boxes begins with “A” already. */
const otherLetter = (field: string) => `sealed = jsonb_set(sealed, '{${field},box}', to_jsonb(
  CASE left(sealed #>> '{${field},box}', 1) WHEN 'A' THEN 'B' ELSE 'A' END || substr(sealed #>> '{${field},box}', 2)))`;

const stranger = signerFrom('test/log', Buffer.alloc(32, 4));

describe('whatever a superuser does to the log is found and named', () => {
  let tampered: TamperedLog;
  let columns: TamperedLog['columns'];
  let size: number;
  /** What a witness outside kept: nobody here can have changed it. */
  let witnessed: string;
  const tried: { what: string; found: boolean }[] = [];

  beforeAll(async () => {
    tampered = await TamperedLog.start();
    ({ columns, size, witnessed } = tampered);
  }, 60_000);
  afterAll(() => tampered.stop());

  /** What is found after the statements, and whatever else; noted, so that all of them can be counted. */
  async function after(
    statements: readonly string[],
    more?: (trx: Connection) => Promise<unknown>,
  ): Promise<Verification> {
    const found = await tampered.after(statements, more);
    tried.push({ what: statements.join('; '), found: found.faults.length > 0 });
    return found;
  }

  it('and an untouched log has no fault', async () => {
    expect(await tampered.verified()).toMatchObject({
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
    ['a bit of a sealed box', otherLetter('who'), '$sealed'],
    ['a bit of a box whose key is gone', otherLetter('by'), '$sealed'],
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
    // Digits that whoever parses them drops.
    ['a body by less than a double tells', `on_behalf_of = '1725.00000000000000000001'`, 'column'],
    ['a zero behind a number', `on_behalf_of = '1725.0'`, 'column'],
    ['an actor’s body', `actor = jsonb_set(actor, '{body}', '1725.00000000000000001')`, 'column'],
    [
      'a large number by one',
      `payload = jsonb_set(payload, '{many,of,0}', '9007199254740993')`,
      '',
    ],
    ['a fraction', `payload = jsonb_set(payload, '{many,of,1}', '0.50')`, ''],
    ['nothing in place of the ruleset', `ruleset = NULL`, 'column'],
  ])('%s', async (_, change, words) => {
    const { firstDiffers, faults } = await after([
      `UPDATE log.event SET ${change} WHERE index = 7`,
    ]);
    expect(firstDiffers).toBe(7);
    expect(faults.map((f) => f.what).join()).toContain(words);
  });

  it('and no number is taken for altered that PostgreSQL writes as it was committed', async () => {
    const doubles = Array.from({ length: 400 }, (_, i) =>
      Buffer.from(sha256(Buffer.from(String(i)))).readDoubleBE(0),
    ).filter(Number.isFinite);
    const numbers = [
      ...doubles,
      0,
      -0,
      1e21,
      1e-7,
      1.5e-7,
      5e-324,
      2 ** 53,
      1.7976931348623157e308,
    ];
    const { rows } = await sql<{ text: string }>`
      SELECT ${canonicalJson(numbers)}::jsonb::text AS text`.execute(tampered.root);
    expect(areNumbersExact(rows[0]?.text ?? '')).toBe(true);
    expect(JSON.parse(rows[0]?.text ?? '')).toEqual(numbers.map((n) => n + 0));
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
        await tampered.log.append(trx, commit('agreement/new', 3));
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
