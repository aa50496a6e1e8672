import { CanonicalDesk } from './canonical-desk.js';
import { endOfKey, endOfScalar, isGap, order, SIGN } from './json-bytes.js';
import { COLUMN, JSONB_VERSION, type Column, type RowBytes } from './row-bytes.js';

const literal = (text: string): Buffer => Buffer.from(text, 'latin1');

/** What stands between the values of a leaf, in order: see `leafText`. */
const LEAF = {
  body: literal('{"actor":{"body":'),
  person: literal(',"person":'),
  role: literal(',"role":'),
  causationId: literal('},"causationId":'),
  commandId: literal(',"commandId":'),
  correlationId: literal(',"correlationId":'),
  fields: literal(',"fields":'),
  nonce: literal(',"leaf":1,"nonce":'),
  occurredAt: literal(',"occurredAt":'),
  onBehalfOf: literal(',"onBehalfOf":'),
  recordedAt: literal(',"recordedAt":'),
  ruleset: literal(',"ruleset":'),
  schemaVersion: literal(',"schemaVersion":'),
  stream: literal(',"stream":'),
  type: literal(',"type":'),
  version: literal(',"version":'),
  end: literal('}'),
};
/** An actor as PostgreSQL writes it: shorter keys first. */
const ACTOR = {
  body: literal('{"body": '),
  role: literal(', "role": '),
  person: literal(', "person": '),
};
const NULL = literal('null');
/** An object of nothing, behind the byte of jsonb's version: nothing is sealed. */
const EMPTY = literal('\x01{}');
const SALT_DIGITS = 32;
const MINUTE = 60_000;

interface Committed {
  readonly start: number;
  readonly end: number;
  readonly hash: string;
}

/**
 * Compares rows with the bytes of their leaves by their own bytes: nothing is parsed, and no value is made. A row that gives
 * the very bytes of its leaf has no fault; of every other one nothing is known yet (it has sealed fields, or numbers with
 * a fraction, or it is wrong) and it must be read.
 */
export class MadeAgain {
  private readonly desk = new CanonicalDesk();
  private bytes: Buffer = Buffer.alloc(0);
  /** Where in the leaf the comparison stands. */
  private at = 0;
  private end = 0;
  private minute = NaN;
  private minuteText: Buffer = Buffer.alloc(0);

  isMadeAgain(row: RowBytes): boolean {
    if (!row.isSame(COLUMN.sealed, EMPTY)) return false;
    this.bytes = row.bytes;
    this.at = row.start(COLUMN.leaf);
    this.end = row.stop(COLUMN.leaf);
    return (
      this.actor(row) &&
      this.is(LEAF.causationId) &&
      this.text(row, COLUMN.causationId) &&
      this.is(LEAF.commandId) &&
      this.text(row, COLUMN.commandId) &&
      this.is(LEAF.correlationId) &&
      this.text(row, COLUMN.correlationId) &&
      this.is(LEAF.fields) &&
      this.fields(row) &&
      this.is(LEAF.nonce) &&
      this.text(row, COLUMN.nonce) &&
      this.is(LEAF.occurredAt) &&
      this.instant(row.microseconds(COLUMN.occurredAt)) &&
      this.is(LEAF.onBehalfOf) &&
      this.scalar(row, COLUMN.onBehalfOf) &&
      this.is(LEAF.recordedAt) &&
      this.instant(row.microseconds(COLUMN.recordedAt)) &&
      this.is(LEAF.ruleset) &&
      this.text(row, COLUMN.ruleset) &&
      this.is(LEAF.schemaVersion) &&
      this.integer(row.int4(COLUMN.schemaVersion)) &&
      this.is(LEAF.stream) &&
      this.text(row, COLUMN.stream) &&
      this.is(LEAF.type) &&
      this.text(row, COLUMN.type) &&
      this.is(LEAF.version) &&
      this.integer(row.int4(COLUMN.version)) &&
      this.is(LEAF.end) &&
      this.at === this.end
    );
  }

  /** Whether these bytes come next in the leaf. */
  private is(expected: Uint8Array): boolean {
    return this.same(expected, 0, expected.length);
  }

  private same(b: Uint8Array, start: number, end: number): boolean {
    const { bytes, at } = this;
    if (end - start > this.end - at) return false;
    for (let i = start; i < end; i += 1) if (b[i] !== bytes[at + i - start]) return false;
    this.at = at + end - start;
    return true;
  }

  private ascii(text: string): boolean {
    const { bytes, at } = this;
    if (text.length > this.end - at) return false;
    for (let i = 0; i < text.length; i += 1) {
      if (text.charCodeAt(i) !== bytes[at + i]) return false;
    }
    this.at = at + text.length;
    return true;
  }

  private sign(sign: number): boolean {
    if (this.at >= this.end || this.bytes[this.at] !== sign) return false;
    this.at += 1;
    return true;
  }

  /** A text in which nothing would be escaped: anything else could look like the end of it. */
  private text(row: RowBytes, column: Column): boolean {
    if (row.isNull(column)) return this.is(NULL);
    const { bytes } = this;
    const end = row.stop(column);
    let { at } = this;
    if (end - row.start(column) + 2 > this.end - at || bytes[at++] !== SIGN.quote) return false;
    for (let i = row.start(column); i < end; i += 1, at += 1) {
      const byte = bytes[i] as number;
      if (byte < 0x20 || byte === SIGN.quote || byte === SIGN.backslash) return false;
      if (byte !== bytes[at]) return false;
    }
    this.at = at;
    return this.sign(SIGN.quote);
  }

  /** Where the text of a `jsonb` begins; -1 when there is none. */
  private json(row: RowBytes, column: Column): number {
    const start = row.start(column);
    return row.stop(column) > start && this.bytes[start] === JSONB_VERSION ? start + 1 : -1;
  }

  private scalar(row: RowBytes, column: Column): boolean {
    const [start, end] = [this.json(row, column), row.stop(column)];
    if (start < 0) return false;
    return endOfScalar(this.bytes, start, end) === end && this.same(this.bytes, start, end);
  }

  private integer(value: number): boolean {
    return Number.isSafeInteger(value) && value >= 0 && this.ascii(String(value));
  }

  private instant(microseconds: number): boolean {
    if (!Number.isSafeInteger(microseconds) || microseconds % 1_000 !== 0) return false;
    const ms = microseconds / 1_000;
    const minute = Math.floor(ms / MINUTE);
    if (minute !== this.minute) {
      if (!(Math.abs(ms) < 8e15)) return false;
      // 2027-01-04T09:00: and no longer year.
      const text = new Date(minute * MINUTE).toISOString();
      if (text.length !== 24) return false;
      this.minuteText = literal(`"${text.slice(0, 17)}`);
      this.minute = minute;
    }
    const rest = ms - minute * MINUTE;
    const seconds = Math.floor(rest / 1_000);
    return (
      this.is(this.minuteText) &&
      this.digits(seconds, 2) &&
      this.sign(0x2e) &&
      this.digits(rest - seconds * 1_000, 3) &&
      this.sign(0x5a) &&
      this.sign(SIGN.quote)
    );
  }

  private digits(value: number, count: number): boolean {
    let left = value;
    for (let i = this.at + count - 1; i >= this.at; i -= 1) {
      if (this.bytes[i] !== SIGN.zero + (left % 10)) return false;
      left = Math.floor(left / 10);
    }
    this.at += count;
    return this.at <= this.end;
  }

  /** The three members of an actor, and no fourth. */
  private actor(row: RowBytes): boolean {
    const { bytes } = this;
    const [start, end] = [this.json(row, COLUMN.actor), row.stop(COLUMN.actor)];
    const body = start < 0 ? -1 : after(bytes, start, end, ACTOR.body);
    const bodyEnd = body < 0 ? -1 : endOfScalar(bytes, body, end);
    const role = bodyEnd < 0 ? -1 : after(bytes, bodyEnd, end, ACTOR.role);
    const roleEnd = role < 0 ? -1 : endOfScalar(bytes, role, end);
    const person = roleEnd < 0 ? -1 : after(bytes, roleEnd, end, ACTOR.person);
    const personEnd = person < 0 ? -1 : endOfScalar(bytes, person, end);
    return (
      personEnd === end - 1 &&
      bytes[personEnd] === SIGN.endBrace &&
      this.is(LEAF.body) &&
      this.same(bytes, body, bodyEnd) &&
      this.is(LEAF.person) &&
      this.same(bytes, person, personEnd) &&
      this.is(LEAF.role) &&
      this.same(bytes, role, roleEnd)
    );
  }

  /** The commitments that values and salts give. Both stand in the same order, since they have the same names. */
  private fields(row: RowBytes): boolean {
    const { bytes, desk } = this;
    const [end, saltsEnd] = [row.stop(COLUMN.payload), row.stop(COLUMN.salts)];
    let at = this.json(row, COLUMN.payload);
    let salt = this.json(row, COLUMN.salts);
    if (at < 0 || salt < 0) return false;
    if (bytes[at] !== SIGN.brace || bytes[salt] !== SIGN.brace) return false;
    at += 1;
    salt += 1;
    const made: Committed[] = [];
    while (bytes[at] !== SIGN.endBrace) {
      if (made.length > 0) {
        if (!isGap(bytes, at, SIGN.comma) || !isGap(bytes, salt, SIGN.comma)) return false;
        at += 2;
        salt += 2;
      }
      const [key, saltKey] = [at, salt];
      const keyEnd = endOfKey(bytes, at, end);
      const saltKeyEnd = endOfKey(bytes, salt, saltsEnd);
      if (keyEnd < 0 || saltKeyEnd < 0) return false;
      if (order(bytes, key, keyEnd, saltKey, saltKeyEnd) !== 0) return false;
      if (!isGap(bytes, keyEnd, SIGN.colon) || !isGap(bytes, saltKeyEnd, SIGN.colon)) return false;
      const digits = saltKeyEnd + 3;
      if (bytes[digits - 1] !== SIGN.quote || !desk.salt(bytes, digits)) return false;
      salt = digits + SALT_DIGITS + 1;
      if (bytes[salt - 1] !== SIGN.quote || salt >= saltsEnd) return false;
      at = desk.value(bytes, keyEnd + 2, end);
      if (at < 0) return false;
      made.push({ start: key, end: keyEnd, hash: desk.commitment() });
    }
    if (at !== end - 1 || salt !== saltsEnd - 1 || bytes[salt] !== SIGN.endBrace) return false;
    // Without the quotes: the last one would stand before or after what a longer name has at its place.
    if (made.length > 1)
      made.sort((a, b) => order(bytes, a.start + 1, a.end - 1, b.start + 1, b.end - 1));
    return this.sign(SIGN.brace) && this.commitments(made) && this.sign(SIGN.endBrace);
  }

  private commitments(made: readonly Committed[]): boolean {
    let isFirst = true;
    for (const { start, end, hash } of made) {
      if (!isFirst && !this.sign(SIGN.comma)) return false;
      isFirst = false;
      const isNext =
        this.same(this.bytes, start, end) &&
        this.sign(SIGN.colon) &&
        this.sign(SIGN.quote) &&
        this.ascii(hash) &&
        this.sign(SIGN.quote);
      if (!isNext) return false;
    }
    return true;
  }
}

/** Where these bytes end when they stand here, or -1. */
function after(b: Uint8Array, at: number, end: number, expected: Uint8Array): number {
  if (expected.length > end - at) return -1;
  for (let i = 0; i < expected.length; i += 1) if (b[at + i] !== expected[i]) return -1;
  return at + expected.length;
}
