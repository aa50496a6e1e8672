import type { Clause } from './model.js';

/** The wording of a clause that somebody had before them when they began to write another. */
export interface WrittenOn {
  readonly hash: string | null;
  /** Of the agreement, at that moment. */
  readonly version: number;
}

/** What a text was written on. `kept` without a text of one's own is left over from an earlier one. */
export const writtenOn = (own: unknown, kept: WrittenOn | null, now: WrittenOn): WrittenOn =>
  own !== null && kept !== null ? kept : now;

/** Somebody changed the clause since: what was written answers a wording that no longer holds. */
export const isBehind = (on: WrittenOn, { hash }: Pick<Clause, 'hash'>): boolean =>
  on.hash !== hash;
