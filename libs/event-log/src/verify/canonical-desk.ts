import { hash } from 'node:crypto';
import { endOfKey, endOfScalar, isGap, order, SIGN } from './json-bytes.js';

/** Bytes of a value that is judged by its bytes; a longer one is read. */
const DESK = 64 * 1024;
const SALT = 16;
const DEEPEST = 64;

/**
 * Writes a value of a `jsonb` in canonical form (RFC 8785) behind a salt, and hashes both: what a leaf commits to. Nothing is
 * parsed; whatever it does not judge it answers with null.
 */
export class CanonicalDesk {
  private readonly desk = Buffer.alloc(DESK);
  private length = 0;
  private from: Uint8Array = this.desk;
  private end = 0;

  /** Takes 32 lower-case hexadecimal digits as the salt; false when they are none. */
  salt(b: Uint8Array, at: number): boolean {
    for (let i = 0; i < SALT; i += 1) {
      const high = nibble(b[at + 2 * i] as number);
      const low = nibble(b[at + 2 * i + 1] as number);
      if (high < 0 || low < 0) return false;
      this.desk[i] = high * 16 + low;
    }
    return true;
  }

  /** Puts the value at `at` behind the salt; answers where it ends, -1 when it is not judged here. */
  value(b: Uint8Array, at: number, end: number): number {
    // Never longer than it was: only spaces are left out.
    if (end - at > DESK - SALT) return -1;
    this.from = b;
    this.end = end;
    this.length = SALT;
    return this.put(at, 0);
  }

  /** The commitment to salt and value, hexadecimal. */
  commitment(): string {
    return hash('sha256', this.desk.subarray(0, this.length), 'hex');
  }

  private put(at: number, depth: number): number {
    const sign = this.from[at];
    if (sign === SIGN.brace) return depth === DEEPEST ? -1 : this.putObject(at, depth);
    if (sign === SIGN.bracket) return depth === DEEPEST ? -1 : this.putArray(at, depth);
    return this.copy(at, endOfScalar(this.from, at, this.end));
  }

  private copy(at: number, end: number): number {
    const { from, desk } = this;
    let to = this.length;
    for (let i = at; i < end; i += 1) desk[to++] = from[i] as number;
    this.length = to;
    return end;
  }

  private putArray(start: number, depth: number): number {
    const { from, desk } = this;
    desk[this.length++] = SIGN.bracket;
    let at = start + 1;
    if (from[at] !== SIGN.endBracket) {
      for (;;) {
        at = this.put(at, depth + 1);
        if (at < 0) return -1;
        if (!isGap(from, at, SIGN.comma)) break;
        desk[this.length++] = SIGN.comma;
        at += 2;
      }
    }
    if (from[at] !== SIGN.endBracket) return -1;
    desk[this.length++] = SIGN.endBracket;
    return at + 1;
  }

  private putObject(start: number, depth: number): number {
    const { from, desk } = this;
    desk[this.length++] = SIGN.brace;
    const first = this.length;
    const entries: Entry[] = [];
    let isSorted = true;
    let at = start + 1;
    if (from[at] !== SIGN.endBrace) {
      for (;;) {
        const key = this.length;
        const keyEnd = endOfKey(from, at, this.end);
        if (keyEnd < 0 || !isGap(from, keyEnd, SIGN.colon)) return -1;
        this.copy(at, keyEnd);
        const entry = { start: key, keyEnd: this.length, end: 0 };
        desk[this.length++] = SIGN.colon;
        at = this.put(keyEnd + 2, depth + 1);
        if (at < 0) return -1;
        entry.end = this.length;
        const before = entries.at(-1);
        isSorted &&= before === undefined || isBefore(desk, before, entry);
        entries.push(entry);
        if (!isGap(from, at, SIGN.comma)) break;
        desk[this.length++] = SIGN.comma;
        at += 2;
      }
    }
    if (from[at] !== SIGN.endBrace) return -1;
    if (!isSorted) this.sort(first, entries);
    desk[this.length++] = SIGN.endBrace;
    return at + 1;
  }

  /** The entries that stand from `first` on, in the order of their keys. */
  private sort(first: number, entries: Entry[]): void {
    const written = Buffer.from(this.desk.subarray(first, this.length));
    entries.sort((a, b) => (isBefore(this.desk, a, b) ? -1 : 1));
    const parts = entries.map((e) => written.subarray(e.start - first, e.end - first));
    let to = first;
    for (const [i, part] of parts.entries()) {
      if (i > 0) this.desk[to++] = SIGN.comma;
      this.desk.set(part, to);
      to += part.length;
    }
  }
}

interface Entry {
  readonly start: number;
  readonly keyEnd: number;
  end: number;
}

// Without the quotes: the last one would stand before or after what a longer key has at its place.
const isBefore = (b: Uint8Array, one: Entry, other: Entry): boolean =>
  order(b, one.start + 1, one.keyEnd - 1, other.start + 1, other.keyEnd - 1) < 0;

function nibble(digit: number): number {
  if (digit >= SIGN.zero && digit <= SIGN.nine) return digit - SIGN.zero;
  return digit >= 0x61 && digit <= 0x66 ? digit - 0x57 : -1;
}
