import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TamperedLog } from './tampered-log.testing.js';

/** The nightly run takes fifty times as many: 10,000. */
const TRIES = 200;
const times = Number(process.env['TWINNING_RUNS'] ?? '1');

/** Changes the value in one place that two random numbers choose; no two of the same column are likely the same. */
const CHANGES: Readonly<Record<string, (column: string, a: number, b: number) => string>> = {
  bigint: (c, a) => `${c} # (1::bigint << ${String(a % 40)})`,
  integer: (c, a) => `${c} # (1 << ${String(a % 30)})`,
  // Another character of those that stand there, so that a text of another alphabet stays one.
  text: (c, a, b) =>
    `coalesce(overlay(${c} PLACING CASE WHEN substr(${c}, 1 + ${String(a)} % length(${c}), 1) = '${letter(b)}' THEN '${letter(b + 1)}' ELSE '${letter(b)}' END FROM 1 + ${String(a)} % length(${c}) FOR 1), '${letter(b)}')`,
  'timestamp with time zone': (c, a) => `${c} + interval '1 microsecond' * ${String(1 + a)}`,
  bytea: (c, a, b) => {
    const at = `${String(a)} % length(${c})`;
    return `set_byte(${c}, ${at}, get_byte(${c}, ${at}) # ${String(1 << b % 8)})`;
  },
  jsonb: (c, a) =>
    `CASE WHEN ${c} IS NULL OR jsonb_typeof(${c}) <> 'object' THEN to_jsonb(${String(a)} + 1726)
          WHEN ${c} = '{}' OR ${String(a)} % 2 = 0 THEN ${c} || '{"x${String(a)}": ${String(a)}}'
          ELSE ${c} - (SELECT k FROM jsonb_object_keys(${c}) AS k ORDER BY k OFFSET ${String(a)} % (SELECT count(*) FROM jsonb_object_keys(${c})) LIMIT 1) END`,
};
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=';
const letter = (n: number): string => LETTERS.charAt(n % LETTERS.length);

const OTHERS = [
  ['log.node', 'hash', 'bytea'],
  ['log.node', 'level', 'integer'],
  ['log.node', 'index', 'bigint'],
  ['log.head', 'size', 'bigint'],
  ['log.checkpoint', 'size', 'bigint'],
  ['log.checkpoint', 'note', 'text'],
] as const;

const UNBOUND: Readonly<Record<string, readonly string[]>> = {
  'log.event': [
    'ALTER TABLE log.event DROP CONSTRAINT event_pkey',
    'ALTER TABLE log.event DROP CONSTRAINT event_stream_version_key',
  ],
  'log.node': ['ALTER TABLE log.node DROP CONSTRAINT node_pkey'],
  'log.checkpoint': ['ALTER TABLE log.checkpoint DROP CONSTRAINT checkpoint_pkey CASCADE'],
};

interface Edit {
  readonly kind: 'FLIP' | 'FLIP_BESIDE' | 'DELETE' | 'INSERT' | 'SWAP' | 'TRUNCATE';
  readonly at: number;
  readonly a: number;
  readonly b: number;
}

describe('one change by a superuser, wherever it falls', () => {
  let tampered: TamperedLog;
  beforeAll(async () => {
    tampered = await TamperedLog.start();
  }, 60_000);
  afterAll(() => tampered.stop());

  const rowOf = (table: string, at: number): string =>
    `ctid = (SELECT ctid FROM ${table} ORDER BY ctid OFFSET ${String(at)} % (SELECT count(*) FROM ${table}) LIMIT 1)`;

  function statementsOf({ kind, at, a, b }: Edit): readonly string[] {
    const { size, columns } = tampered;
    const index = at % size;
    // A superuser takes away the keys that would refuse the same place twice.
    const change = (table: string, column: string, type: string, where: string) => [
      ...(UNBOUND[table] ?? []),
      `UPDATE ${table} SET ${column} = ${CHANGES[type]?.(column, a, b) ?? ''} WHERE ${where}`,
    ];
    switch (kind) {
      case 'FLIP': {
        const { name, type } = columns[b % columns.length] as (typeof columns)[number];
        return change('log.event', name, type, `index = ${String(index)}`);
      }
      case 'FLIP_BESIDE': {
        const [table, column, type] = OTHERS[b % OTHERS.length] as (typeof OTHERS)[number];
        return change(table, column, type, rowOf(table, at));
      }
      case 'DELETE':
        return [
          b % 3 === 0
            ? `DELETE FROM log.node WHERE ${rowOf('log.node', at)}`
            : `DELETE FROM log.event WHERE index = ${String(index)}`,
        ];
      case 'INSERT': {
        const names = columns.map(({ name }) => name).filter((name) => name !== 'index');
        const given = names.map((name) => (name === 'version' ? String(100 + a) : name));
        const place = b % 4 === 0 ? -1 - a : size + a;
        return [
          `INSERT INTO log.event (index, ${names.join()}) SELECT ${String(place)}, ${given.join()}
             FROM log.event WHERE index = ${String(index)}`,
        ];
      }
      case 'SWAP': {
        const other = (index + 1 + (a % (size - 1))) % size;
        return [
          `ALTER TABLE log.event DROP CONSTRAINT event_pkey`,
          `UPDATE log.event SET index = CASE index WHEN ${String(index)} THEN ${String(other)} ELSE ${String(index)} END
            WHERE index IN (${String(index)}, ${String(other)})`,
        ];
      }
      case 'TRUNCATE': {
        const from = String(index);
        return [
          `DELETE FROM log.event WHERE index >= ${from}`,
          // With the tree and the head cut to fit, or what was signed removed as well.
          ...(b % 2 === 0 ? [`UPDATE log.head SET size = ${from}`] : []),
          ...(b % 3 === 0 ? [`DELETE FROM log.checkpoint WHERE size > ${from}`] : []),
        ];
      }
    }
  }

  const edit: fc.Arbitrary<Edit> = fc.record({
    kind: fc.constantFrom(
      ...(['FLIP', 'FLIP', 'FLIP', 'FLIP_BESIDE', 'DELETE', 'INSERT', 'SWAP', 'TRUNCATE'] as const),
    ),
    at: fc.nat(9_999),
    a: fc.nat(9_999),
    b: fc.nat(9_999),
  });

  it('is found in a head that claims a million million events, without reading for ever', async () => {
    const { faults } = await tampered.after([`UPDATE log.head SET size = size + 1000000000000`]);
    expect(faults.map(({ what }) => what).join()).toContain('1000000000000 events are missing');
  }, 20_000);

  it('is found in a node that takes the place of its neighbour', async () => {
    for (const move of [-1, 1]) {
      const { faults } = await tampered.after([
        'ALTER TABLE log.node DROP CONSTRAINT node_pkey',
        `UPDATE log.node SET index = index + ${String(move)} WHERE level = 0 AND index = 4`,
      ]);
      expect(faults.map(({ what }) => what).join()).toContain('node 0/4');
    }
  });

  it('is found: a flip, a deletion, an insertion, a swap, a tail cut off', async () => {
    const tried = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(edit, async (one) => {
        const statements = statementsOf(one);
        const { faults } = await tampered.after(statements);
        tried.set(one.kind, (tried.get(one.kind) ?? 0) + 1);
        expect([one, statements, faults.length > 0]).toEqual([one, statements, true]);
      }),
      { numRuns: TRIES * times },
    );
    expect(tried.size).toBe(6);
    const all = [...tried.values()].reduce((sum, n) => sum + n, 0);
    process.stdout.write(`${String(all)} alterations, all found\n`);
    expect((await tampered.verified()).faults).toEqual([]);
  }, 3_600_000);
});
