import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AlteredEntry } from './altered.js';
import type { Connection } from './connection.js';
import { TamperedLog } from './tampered-log.testing.js';
import { FLIPS } from './tampering.testing.js';

/** No reader is given them (`leaf_hash`, `erased`), or they say where a row is and not what it holds. */
const NOT_READ = ['index', 'leaf_hash', 'tx'];

/** Finer than any instant of the record: what is read of it is what was recorded. */
const UNSEEN = ['occurred_at', 'recorded_at'];

describe('what was altered in the log is not read as if it were the record’s', () => {
  let tampered: TamperedLog;
  const altered = async (statement: string, read: (on: Connection) => Promise<unknown>) => {
    let error: unknown = null;
    await tampered.after([statement], async (trx) => {
      error = await read(trx).then(
        () => null,
        (e: unknown) => e,
      );
    });
    return error;
  };

  beforeAll(async () => {
    tampered = await TamperedLog.start();
  }, 60_000);
  afterAll(() => tampered.stop());

  it('a change in any column of any event', async () => {
    const { columns, log, size } = tampered;
    const unfound: string[] = [];
    for (let index = 0; index < size; index += 1) {
      for (const { name, type } of columns) {
        if ([...NOT_READ, ...UNSEEN].includes(name)) continue;
        const statement = `UPDATE log.event SET ${name} = ${FLIPS[type]?.(name) ?? ''} WHERE index = ${String(index)}`;
        const error = await altered(statement, (trx) => log.readAll(trx, index, 1));
        if (!(error instanceof AlteredEntry) || error.index !== index) {
          unfound.push(`${name} of ${String(index)}`);
        }
      }
    }
    expect(unfound).toEqual([]);
  });

  const OTHER = `UPDATE log.event SET payload = jsonb_set(payload, '{what}', '"Other"')
    WHERE stream = 'agreement/a' AND version = 3`;

  it('by who reads a stream, or the log', async () => {
    const { log } = tampered;
    for (const read of [
      (on: Connection) => log.readStream(on, 'agreement/a'),
      (on: Connection) => log.readAll(on, 0, 100),
    ]) {
      expect(await altered(OTHER, read)).toMatchObject({
        name: 'AlteredEntry',
        stream: 'agreement/a',
        field: 'what',
      });
      expect(await altered('SELECT 1', read)).toBeNull();
    }
  });

  it('by who reads many streams, which hears it in its place and reads on in the others', async () => {
    const { log } = tampered;
    const page = { fromIndex: 0, limit: 100 };
    for (const read of [
      (on: Connection) => log.readWhole(on, ['agreement/b', 'agreement/a']),
      (on: Connection) => log.readStreams(on, 'agreement/', page),
    ]) {
      await tampered.after([OTHER], async (trx) => {
        const events = await read(trx);
        expect(events.length).toBeGreaterThan(10);
        const marked = events.filter((event) => event.altered !== undefined);
        expect(marked).toMatchObject([{ stream: 'agreement/a', version: 3, payload: {} }]);
        expect(marked[0]?.altered).toMatchObject({ field: 'what' });
      });
    }
  });

  it('a box in the place of another, and a value under a sealed field', async () => {
    const { log } = tampered;
    for (const change of [
      `sealed = jsonb_set(sealed, '{who}', sealed -> 'by')`,
      `payload = payload || '{"who": "Somebody"}'`,
      `salts = salts || '{"who": "00000000000000000000000000000000"}'`,
    ]) {
      const statement = `UPDATE log.event SET ${change} WHERE stream = 'agreement/b' AND version = 2`;
      expect(await altered(statement, (on) => log.readStream(on, 'agreement/b'))).toMatchObject({
        name: 'AlteredEntry',
        stream: 'agreement/b',
      });
    }
  });

  it.each([
    `payload = 'null'`,
    `payload = '[]'`,
    `salts = '7'`,
    `sealed = 'null'`,
    `actor = 'null'`,
    `occurred_at = 'infinity'`,
    `leaf = ''`,
  ])('a column that holds nothing of its kind: %s', async (change) => {
    const { log } = tampered;
    const statement = `UPDATE log.event SET ${change} WHERE stream = 'agreement/c' AND version = 2`;
    await tampered.after([statement], async (trx) => {
      const events = await log.readStreams(trx, 'agreement/', { fromIndex: 0, limit: 100 });
      expect(events.filter((event) => event.altered !== undefined)).toMatchObject([
        { stream: 'agreement/c', version: 2 },
      ]);
    });
  });

  it('and the reader of other streams reads on', async () => {
    const { log } = tampered;
    const statement = `UPDATE log.event SET type = 'Other' WHERE stream = 'agreement/a'`;
    expect(await altered(statement, (on) => log.readStream(on, 'agreement/b'))).toBeNull();
  });
});
