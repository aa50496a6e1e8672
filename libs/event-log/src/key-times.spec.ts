import { describe, expect, it } from '@jest/globals';
import { KeyEnded, openCheckpoint, signCheckpoint } from './checkpoint.js';
import { acceptedText, endorse } from './key-change.js';
import { keysInTime, type PlacedChange } from './key-times.js';
import { signerFrom, verifierText, type Signer, type Verifier } from './keys.js';
import { signNote } from './note.js';

const named = (name: string, n: number): Signer => signerFrom(name, Buffer.alloc(32, n));
const [first, second, third, stranger] = [1, 2, 3, 4].map((n) => named('test/log', n)) as [
  Signer,
  Signer,
  Signer,
  Signer,
];

/** The change at an index; without `accepted` as earlier releases wrote it. */
const change = (previous: Signer, next: Signer, index: number, isOld = false): PlacedChange => ({
  index,
  key: verifierText(next),
  previous: verifierText(previous),
  note: endorse(next, previous),
  ...(!isOld && { accepted: signNote(acceptedText(previous, index), next) }),
});
const times = (keys: readonly Verifier[]) =>
  Object.fromEntries(
    keys.map(({ publicKey, until }) => {
      const known = { first, second, third, stranger };
      const [name = '?'] = Object.entries(known).flatMap(([n, k]) =>
        k.publicKey.equals(publicKey) ? [n] : [],
      );
      return [name, until ?? null];
    }),
  );
const at = (size: number, signer: Signer) =>
  signCheckpoint({ origin: 'test/log', size, root: Buffer.alloc(32, 7) }, signer);

const changes = [change(first, second, 10), change(second, third, 20)];

describe('the time of a key', () => {
  it('ends at the leaf of the change, in whichever direction it is reached', () => {
    const all = { first: 10, second: 20, third: null };
    for (const trusted of [[first], [second], [third], [first, third], [third, first]])
      expect(times(keysInTime(trusted, changes))).toEqual(all);
    const keys = keysInTime([first], changes);
    expect(openCheckpoint(at(10, first), keys).size).toBe(10);
    expect(openCheckpoint(at(20, second), keys).size).toBe(20);
    expect(openCheckpoint(at(9_999, third), keys).size).toBe(9_999);
    for (const [size, key] of [
      [11, first],
      [21, second],
      [9_999, first],
    ] as const)
      expect(() => openCheckpoint(at(size, key), keys)).toThrow(KeyEnded);
  });

  it('is over for good: a stolen key vouches for no other, and never comes back', () => {
    const stolen = [change(first, stranger, 30), change(third, first, 40)];
    const keys = keysInTime([first], [...changes, ...stolen]);
    expect(times(keys)).toEqual({ first: 10, second: 20, third: 40 });
    expect(times(keysInTime([third], [...changes, change(first, stranger, 30)]))).toEqual(
      times(keysInTime([third], changes)),
    );
  });

  it('is told backwards by the later key alone: whoever inserts a change brings no key', () => {
    // Signed by the stranger, which says that it came before; the present key never said so.
    const forged = change(stranger, third, 30, true);
    const lied = { ...forged, accepted: signNote(acceptedText(stranger, 30), stranger) };
    const moved = { ...change(stranger, third, 30), index: 31 };
    for (const each of [forged, lied, moved]) {
      expect(times(keysInTime([third], [each]))).toEqual({ third: null });
      for (const inserted of [
        [...changes, each],
        [each, ...changes],
      ])
        expect(times(keysInTime([third], inserted, () => true))).not.toHaveProperty('stranger');
    }
    const unsigned = { ...changes[0], note: endorse(second, stranger) } as PlacedChange;
    expect(times(keysInTime([second], [unsigned], () => true))).toEqual({ second: null });
  });

  it('of earlier releases is told by the tree, where somebody trusted has signed it', () => {
    const old = [change(first, second, 10, true), change(second, third, 20, true)];
    expect(times(keysInTime([first], old))).toEqual({ first: 10, second: 20, third: null });
    expect(times(keysInTime([third], old))).toEqual({ third: null });
    const proven = (c: PlacedChange) => c.index < 25;
    expect(times(keysInTime([third], old, proven))).toEqual({ first: 10, second: 20, third: null });
    // Inserted behind them, it does not follow from the key that signed then.
    const inserted = [...old, change(stranger, third, 24, true)];
    expect(times(keysInTime([third], inserted, proven))).not.toHaveProperty('stranger');
  });

  it('of one name is none of another', () => {
    const other = named('test/log-2', 1);
    expect(keysInTime([other], changes)).toEqual([other]);
  });
});
