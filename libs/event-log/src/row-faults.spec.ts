import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { storeFields } from './fields.js';
import { leafBytes } from './leaf.js';
import { leafHash } from './merkle.js';
import { rowFaults, type CheckedRow } from './row-faults.js';
import { toEnvelope } from './rows.js';

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

const faults = async (of: CheckedRow) => rowFaults(of, leafHash(of.leaf), null, new Set());
const SALT = '0'.repeat(32);
/** With an own member of that name, as `JSON.parse` makes it: an object literal would set the prototype. */
const withProto = <T extends object>(object: T): T =>
  Object.defineProperty({ ...object }, '__proto__', { value: SALT, enumerable: true });

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

  const PAYLOAD = { what: 'a clause', n: 1, list: [1, { a: null }] };

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
    ['an instant finer than a leaf can say', () => ({ too_fine: true })],
    ['the ruleset', () => ({ ruleset: null })],
    ['its kept hash', ({ leaf }) => ({ leaf_hash: leafHash(Buffer.concat([leaf, leaf])) })],
  ])('%s that was changed is found', async (_, change) => {
    const written = await row(PAYLOAD);
    expect(await faults({ ...written, ...change(written) })).not.toEqual([]);
  });
});
