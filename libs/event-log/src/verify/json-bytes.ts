/** Bytes of JSON's own signs. */
export const SIGN = {
  quote: 0x22,
  comma: 0x2c,
  minus: 0x2d,
  zero: 0x30,
  nine: 0x39,
  colon: 0x3a,
  bracket: 0x5b,
  backslash: 0x5c,
  endBracket: 0x5d,
  brace: 0x7b,
  endBrace: 0x7d,
} as const;

const SPACE = 0x20;
/** Digits of which a number has one way to be written, whoever writes it. */
const PLAIN_DIGITS = 15;
const ASCII = 0x7f;

/**
 * Each of these takes JSON as PostgreSQL writes a `jsonb` (a space after each comma and colon, keys by length) and answers
 * where a thing ends, or -1 for what is not judged here. What is written so is canonical (RFC 8785) but for the spaces, the
 * order of keys, and numbers that are no plain integers.
 */
export function endOfString(b: Uint8Array, at: number, end: number): number {
  if (b[at] !== SIGN.quote) return -1;
  for (let i = at + 1; i < end; i += 1) {
    const byte = b[i] as number;
    if (byte === SIGN.quote) return i + 1;
    if (byte === SIGN.backslash) i += 1;
  }
  return -1;
}

/** A key of which bytes and UTF-16 code units stand in the same order: ASCII, nothing escaped. */
export function endOfKey(b: Uint8Array, at: number, end: number): number {
  if (b[at] !== SIGN.quote) return -1;
  for (let i = at + 1; i < end; i += 1) {
    const byte = b[i] as number;
    if (byte === SIGN.quote) return i + 1;
    if (byte === SIGN.backslash || byte > ASCII) return -1;
  }
  return -1;
}

/** A string, a plain integer, `true`, `false` or `null`. */
export function endOfScalar(b: Uint8Array, at: number, end: number): number {
  const first = b[at] as number;
  if (first === SIGN.quote) return endOfString(b, at, end);
  let i = at;
  if (first === SIGN.minus || (first >= SIGN.zero && first <= SIGN.nine)) {
    if (first === SIGN.minus) i += 1;
    const from = i;
    while (i < end && (b[i] as number) >= SIGN.zero && (b[i] as number) <= SIGN.nine) i += 1;
    const digits = i - from;
    const isPlain = digits > 0 && digits <= PLAIN_DIGITS && (b[from] !== SIGN.zero || i - at === 1);
    return isPlain && isOver(b, i, end) ? i : -1;
  }
  while (i < end && (b[i] as number) >= 0x61 && (b[i] as number) <= 0x7a) i += 1;
  return i > at && isOver(b, i, end) ? i : -1;
}

// A fraction or an exponent would be the rest of the same number.
function isOver(b: Uint8Array, at: number, end: number): boolean {
  if (at === end) return true;
  const byte = b[at];
  return byte === SIGN.comma || byte === SIGN.endBrace || byte === SIGN.endBracket;
}

/** Whether `, ` or `: ` stands here. */
export const isGap = (b: Uint8Array, at: number, sign: number): boolean =>
  b[at] === sign && b[at + 1] === SPACE;

/** Below 0 when the first bytes stand before the second, as canonical JSON orders keys. */
export function order(
  b: Uint8Array,
  aStart: number,
  aEnd: number,
  bStart: number,
  bEnd: number,
): number {
  const shorter = Math.min(aEnd - aStart, bEnd - bStart);
  for (let i = 0; i < shorter; i += 1) {
    const difference = (b[aStart + i] as number) - (b[bStart + i] as number);
    if (difference !== 0) return difference;
  }
  return aEnd - aStart - (bEnd - bStart);
}
