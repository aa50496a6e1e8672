import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { storeFields } from '../fields.js';
import { leafBytes } from '../leaf.js';
import { leafHash } from '../merkle.js';
import { EventRows } from './event-rows.js';
import { MadeAgain } from './made-again.js';
import { COLUMN, RowBytes } from './row-bytes.js';
import { binaryCopy, columnsOf } from './row-bytes.testing.js';
import type { CheckedRow } from './row-faults.js';
import { toEnvelope } from '../rows.js';

/** An event of open fields, as it comes from the database. */
async function row(payload: CheckedRow['payload']): Promise<CheckedRow> {
  const { commitments, ...fields } = await storeFields(payload, {}, 'agreement/a@1', null);
  const columns = {
    index: 0,
    stream: 'agreement/a',
    version: 1,
    type: 'Happened',
    schema_version: 1,
    occurred_at: '2027-01-04T09:00:00.000Z',
    recorded_at: '2027-01-04T09:00:00.123Z',
    actor: { person: 'p-1', role: 'TPM', body: 1725 },
    on_behalf_of: null,
    command_id: 'c-1',
    causation_id: null,
    correlation_id: null,
    ruleset: 'brochure-2021',
    nonce: '00'.repeat(16),
    leaf_hash: Buffer.alloc(0),
    too_fine: false,
    ...fields,
  };
  const leaf = leafBytes(
    toEnvelope({
      ...{ ...columns, leaf: Buffer.alloc(0) },
      occurred_at: new Date(columns.occurred_at),
      recorded_at: new Date(columns.recorded_at),
    }),
    commitments,
  );
  return { ...columns, leaf, leaf_hash: leafHash(leaf) };
}

type Columns = readonly (Buffer | null)[];

/** Some bytes at a time, as a server may send them. */
async function* inPieces(bytes: Buffer, of = bytes.length): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += of) {
    yield await Promise.resolve(bytes.subarray(at, at + of));
  }
}

async function readOf(answer: AsyncIterable<Buffer>) {
  const found = [];
  for await (const some of new EventRows(null, new Set()).of(answer)) found.push(...some);
  return found;
}

const judged = (rows: readonly Columns[], piece?: number) =>
  readOf(inPieces(binaryCopy(rows), piece));

const faultsOf = async (columns: Columns) => (await judged([columns])).flatMap((r) => r.faults);
const faults = (of: CheckedRow) => faultsOf(columnsOf(of));

/** Whether its bytes alone say that nothing is wrong. */
function isMadeAgain(columns: Columns): boolean {
  const rows = new RowBytes();
  rows.take(binaryCopy([columns]));
  return rows.next() && new MadeAgain().isMadeAgain(rows);
}

const SALT = '0'.repeat(32);
/** With an own member of that name, as `JSON.parse` makes it: an object literal would set the prototype. */
const withProto = <T extends object>(object: T): T =>
  Object.defineProperty({ ...object }, '__proto__', { value: SALT, enumerable: true });

const PAYLOAD = { what: 'a clause', n: 1, list: [1, { a: null }] };

describe('a row of open fields beside its leaf', () => {
  it('has no fault as it was written, whatever its values', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(
          fc.string().filter((name) => name !== '__proto__'),
          fc.jsonValue(),
        ),
        async (payload) => {
          const written = JSON.parse(JSON.stringify(payload)) as CheckedRow['payload'];
          expect(await faults(await row(written))).toEqual([]);
        },
      ),
    );
  });

  it('is known to be right by its bytes alone, whatever stands in its texts and objects', async () => {
    const plain = fc.string({ unit: fc.constantFrom(...'ab Z09_$-'), maxLength: 6 });
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(null, true, false, 0, 7, -12, 999_999_999_999_999),
        fc.string({ unit: 'grapheme' }),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(plain, tie('value'), { maxKeys: 6 }),
      ),
    }));
    await fc.assert(
      fc.asyncProperty(fc.dictionary(plain, value, { maxKeys: 6 }), async (payload) => {
        const written = await row(payload as CheckedRow['payload']);
        expect(isMadeAgain(columnsOf(written))).toBe(true);
        expect(await faults(written)).toEqual([]);
      }),
    );
  });

  it('is not right with any bit of any of its columns flipped', async () => {
    const columns = columnsOf(await row({ ...PAYLOAD, s: 'é"\\', o: { bb: 1, a: {} } }));
    for (const column of Object.values(COLUMN)) {
      // Where an event stands says the order of the rows, and no leaf.
      const bytes = column === COLUMN.index ? null : columns[column];
      if (bytes === undefined || bytes === null) continue;
      for (let bit = 0; bit < bytes.length * 8; bit += 1) {
        const flipped = Buffer.from(bytes);
        flipped[bit >> 3] = (flipped[bit >> 3] as number) ^ (1 << (bit & 7));
        const changed = columns.map((c, i) => (i === column ? flipped : c));
        expect([column, bit, await faultsOf(changed)]).not.toEqual([column, bit, []]);
      }
      const without = columns.map((c, i) => (i === column ? null : c));
      expect([column, await faultsOf(without)]).not.toEqual([column, []]);
      const empty = columns.map((c, i) => (i === column ? Buffer.alloc(0) : c));
      expect([column, await faultsOf(empty).catch(() => 'no such number')]).not.toEqual([
        column,
        [],
      ]);
    }
  });

  it('is read whole, wherever the bytes were cut', async () => {
    const rows = [columnsOf(await row(PAYLOAD)), columnsOf(await row({}))];
    for (const piece of [1, 7, 500, 600]) {
      const found = await judged(rows, piece);
      expect(found.map((r) => [r.index, r.stream, r.version, r.faults])).toEqual(
        rows.map(() => [0, 'agreement/a', 1, []]),
      );
    }
    const cut = binaryCopy(rows);
    const broken = inPieces(cut.subarray(0, cut.length - 2));
    await expect(readOf(broken)).rejects.toThrow('broken off');
  });

  it.each<[string, (of: CheckedRow) => Partial<CheckedRow>]>([
    ['a value', ({ payload }) => ({ payload: { ...payload, n: 2 } })],
    [
      'a field left out',
      ({ payload }) => ({ payload: { what: payload.what ?? '', n: payload.n ?? 0 } }),
    ],
    [
      'a field more, with its salt',
      ({ payload, salts }) => ({
        payload: { ...payload, more: 1 },
        salts: { ...salts, more: SALT },
      }),
    ],
    [
      'a field more of the name __proto__, with its salt',
      ({ payload, salts }) => ({ payload: withProto(payload), salts: withProto(salts) }),
    ],
    ['a salt', ({ salts }) => ({ salts: { ...salts, n: SALT } })],
    [
      'the case of a salt',
      ({ salts }) => ({ salts: { ...salts, n: salts.n?.toUpperCase() ?? '' } }),
    ],
    ['a salt without a value', ({ salts }) => ({ salts: { ...salts, other: SALT } })],
    ['a sealed field', () => ({ sealed: { n: { person: 'ann', box: '' } } })],
    [
      'a fourth member of the actor',
      ({ actor }) => ({ actor: { ...actor, name: 'Ann' } as never }),
    ],
    ['an actor that is nothing', () => ({ actor: null as never })],
    ['an instant', () => ({ occurred_at: '2027-01-04T09:00:00.001Z' })],
    ['the ruleset', () => ({ ruleset: null })],
    ['its kept hash', ({ leaf }) => ({ leaf_hash: leafHash(Buffer.concat([leaf, leaf])) })],
  ])('%s that was changed is found', async (_, change) => {
    const written = await row(PAYLOAD);
    expect(await faults({ ...written, ...change(written) })).not.toEqual([]);
  });
});
