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
export const whole: JsonObject = { type: 'integer', minimum: 1 };
export const date: JsonObject = { type: 'string', format: 'date' };
export const past = { version: whole, asOf: text };
export const asOf: JsonObject = {
  type: 'string',
  description: 'As it stood on this date, at this instant, or at @size of the record',
};
export const moments = { from: text, to: text };
