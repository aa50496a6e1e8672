import { describe, expect, it } from '@jest/globals';
import { fieldFaults, openFields, storeFields } from './fields.js';
import type { PersonKeys } from './person-keys.js';

const keysOf = (known: Record<string, Buffer>): PersonKeys => ({
  find: (person) => Promise.resolve(known[person] ?? null),
  ensure: (person) => Promise.resolve((known[person] ??= Buffer.alloc(32, 1))),
});

const payload = { contact: 'Abeba Tadesse', size: 3 };
const personal = { contact: 'p-1' };

describe('the fields of an event', () => {
  it('open again with the person’s key', async () => {
    const keys = keysOf({});
    const stored = await storeFields(payload, personal, 's@1', keys);
    expect(JSON.stringify(stored)).not.toContain('Abeba');
    expect(await openFields(stored, 's@1', keys)).toEqual(payload);
  });

  it('are erased with the key while every commitment still holds', async () => {
    const stored = await storeFields(payload, personal, 's@1', keysOf({}));
    const none = keysOf({});
    expect(await openFields(stored, 's@1', none)).toEqual({ contact: { $erased: true }, size: 3 });
    const erased = new Set(['p-1']);
    expect(await fieldFaults(stored, stored.commitments, 's@1', none, erased)).toEqual([]);
    // A key that is missing and that nobody destroyed is a fault, not an erasure.
    expect(await fieldFaults(stored, stored.commitments, 's@1', none)).toEqual(['contact']);
  });

  it('show a changed value, a missing one and one too many', async () => {
    const keys = keysOf({});
    const stored = await storeFields(payload, {}, 's@1', keys);
    const faults = (changed: Record<string, number | string>) =>
      fieldFaults({ ...stored, payload: changed }, stored.commitments, 's@1', keys);
    expect(await faults({ ...payload, size: 4 })).toEqual(['size']);
    expect(await faults({ contact: payload.contact })).toEqual(['size']);
    expect(await faults({ ...payload, more: 1 })).toEqual(['more']);
  });

  it('do not open at another place', async () => {
    const keys = keysOf({});
    const stored = await storeFields(payload, personal, 's@1', keys);
    await expect(openFields(stored, 's@2', keys)).rejects.toThrow(/does not open/);
  });
});
