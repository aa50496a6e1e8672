/** Shares in a ruleset are written as "2/3": whole numbers, so that two thirds of three are exactly two. */
const read = (fraction: string): readonly [number, number] => {
  const [numerator, denominator] = fraction.split('/').map(Number);
  if (numerator === undefined || !Number.isInteger(numerator) || !(Number(denominator) > 0)) {
    throw new RangeError(`Not a share of a ruleset ("1/2"): ${fraction}`);
  }
  return [numerator, Number(denominator)];
};

/** `part` is strictly more than this share of `whole`. */
export function isMoreThan(part: number, whole: number, fraction: string): boolean {
  const [numerator, denominator] = read(fraction);
  return part * denominator > whole * numerator;
}

/** `part` is at least this share of `whole`. */
export function isAtLeast(part: number, whole: number, fraction: string): boolean {
  const [numerator, denominator] = read(fraction);
  return part * denominator >= whole * numerator;
}
