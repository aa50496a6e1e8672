import { optional, text } from './schema.js';

/** Why somebody takes back or leaves, in their own words, up to 4,000 characters; may be left out. */
export const whyFields = { why: optional(text(4000)) };

/** Part of the payload of an event that may carry such words. */
export interface Said {
  /** Why, in the words of whoever did it; absent where nothing was said, and in events of earlier releases. */
  readonly why?: string;
}

export const saying = (why: string | null | undefined): Said =>
  why === null || why === undefined ? {} : { why };
