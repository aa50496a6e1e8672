import type { JsonObject } from '@twinning/domain';

export type Tag =
  | 'Agreements'
  | 'Commands'
  | 'Documents'
  | 'Desk'
  | 'Registry'
  | 'Record'
  | 'Health';

/** A route that reads: its address, what may be asked, and the schema of its answer. */
export interface Read {
  readonly id: string;
  readonly path: string;
  readonly tag: Tag;
  readonly summary: string;
  readonly schema: string;
  readonly query?: Readonly<Record<string, JsonObject>>;
  /** Of the query, what may not be left out. */
  readonly needs?: readonly string[];
  /** Needs no token. */
  readonly open?: true;
  /** Answers plain text. */
  readonly text?: true;
  /** Takes the bytes of a file. */
  readonly takes?: 'FILE';
  /** Sent with this method; GET when absent. */
  readonly method?: 'post' | 'delete';
  /** Status of a good answer; 200 when absent. */
  readonly status?: '201' | '204';
  /** Answers bytes of this media type. */
  readonly bytes?: string;
}

export const text: JsonObject = { type: 'string' };
/** An id of ISO, as the database keeps it. */
export const whole: JsonObject = { type: 'integer', minimum: 1, maximum: 2_147_483_647 };
export const limit: JsonObject = { type: 'integer', minimum: 1, maximum: 500 };
export const from: JsonObject = {
  type: 'integer',
  minimum: 0,
  maximum: 100_000,
  description: 'How many of the list to pass over: the next page begins where this one ended',
};
/** A place in the record. */
// As many digits as an index is read with.
export const place: JsonObject = { type: 'integer', minimum: 0, maximum: 999_999_999_999_999 };
export const version: JsonObject = { type: 'integer', minimum: 1, maximum: 999_999_999 };
export const date: JsonObject = { type: 'string', format: 'date', pattern: '^[1-9]' };
/** Words to look for. */
export const words: JsonObject = { type: 'string', minLength: 1, maxLength: 200, pattern: '\\S' };
export const uuid: JsonObject = { type: 'string', format: 'uuid' };
export const hash: JsonObject = { type: 'string', pattern: '^[0-9a-f]{64}$' };

const instant: JsonObject = { type: 'string', format: 'date-time', pattern: '^[1-9]' };
const size: JsonObject = { type: 'string', pattern: '^@[0-9]{1,15}$' };
export const asOf: JsonObject = {
  anyOf: [date, instant, size],
  description:
    'As it stood at the end of this date in Europe/Zurich, at this instant, or at @size of the record',
};
export const past = { version, asOf };
export const moments = { from: asOf, to: asOf };
/** Of one agreement: its versions too. */
export const stages = {
  from: { anyOf: [{ type: 'string', pattern: '^[0-9]{1,9}$' }, date, instant, size] },
  to: { anyOf: [{ type: 'string', pattern: '^[0-9]{1,9}$' }, date, instant, size] },
};
