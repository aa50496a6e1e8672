import { differenceOfTexts, isMovable, sentencesOf, type Piece } from './text.js';

/** A part of a document with a name of its own: a clause, an item, a field. `text` is what people read. */
export interface Unit {
  readonly key: string;
  readonly text: string;
}

export type UnitChange = 'SAME' | 'CHANGED' | 'MOVED' | 'ADDED' | 'REMOVED';

export interface UnitDifference {
  readonly key: string;
  readonly change: UnitChange;
  /** Places before and after, from 0; null where it did not stand. */
  readonly from: number | null;
  readonly to: number | null;
  readonly pieces: readonly Piece[];
}

/**
 * The difference of two sequences of units, in the order of the later one; what was removed stands where it was. A unit
 * in another order has moved (and may have changed too); a sentence that went into another unit has moved.
 */
export function differenceOfUnits(
  before: readonly Unit[],
  after: readonly Unit[],
): readonly UnitDifference[] {
  const old = new Map(before.map((unit, from) => [unit.key, { ...unit, from }]));
  const fresh = new Set(after.map((unit) => unit.key));
  const steady = inOrder(after.flatMap(({ key }) => old.get(key)?.from ?? []));
  const { gone, come } = wandering(before, after);
  const standing = after.map((unit, to): UnitDifference => {
    const was = old.get(unit.key);
    const pieces = differenceOfTexts(was?.text ?? '', unit.text, gone, come);
    if (was === undefined) return { key: unit.key, change: 'ADDED', from: null, to, pieces };
    const change = !steady.has(was.from) ? 'MOVED' : was.text === unit.text ? 'SAME' : 'CHANGED';
    return { key: unit.key, change, from: was.from, to, pieces };
  });
  const removed = before.flatMap((unit, from): UnitDifference[] =>
    fresh.has(unit.key)
      ? []
      : [
          {
            key: unit.key,
            change: 'REMOVED',
            from,
            to: null,
            pieces: differenceOfTexts(unit.text, '', gone, come),
          },
        ],
  );
  return removed.reduce<readonly UnitDifference[]>(placed, standing);
}

/** Behind the last unit that stood before it. */
function placed(all: readonly UnitDifference[], removed: UnitDifference): UnitDifference[] {
  const at = all.findLastIndex(
    (d) => d.from !== null && d.change !== 'MOVED' && d.from < (removed.from ?? 0),
  );
  return all.toSpliced(at + 1, 0, removed);
}

/** Sentences that left one unit and came into another. */
function wandering(before: readonly Unit[], after: readonly Unit[]) {
  const gone = lost(before, after);
  const come = lost(after, before);
  const both = new Set([...gone].filter((sentence) => come.has(sentence)));
  return { gone: both, come: both };
}

function lost(from: readonly Unit[], to: readonly Unit[]): ReadonlySet<string> {
  const there = new Map(to.map((unit) => [unit.key, unit.text]));
  return new Set(
    from.flatMap(({ key, text }) => {
      if (there.get(key) === text) return [];
      const kept = new Set(sentencesOf(there.get(key) ?? '').map((s) => s.trim()));
      return sentencesOf(text)
        .map((s) => s.trim())
        .filter((s) => isMovable(s) && !kept.has(s));
    }),
  );
}

/** The longest part of the places that is in rising order (patience sorting): all others have moved. */
function inOrder(places: readonly number[]): ReadonlySet<number> {
  const tails: number[] = [];
  const before = new Map<number, number | undefined>();
  for (const place of places) {
    const at = tails.findIndex((tail) => tail >= place);
    const index = at === -1 ? tails.length : at;
    before.set(place, tails[index - 1]);
    tails[index] = place;
  }
  const longest = new Set<number>();
  for (let place = tails.at(-1); place !== undefined; place = before.get(place)) longest.add(place);
  return longest;
}
