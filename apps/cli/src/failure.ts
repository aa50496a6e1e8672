import { en } from './messages/en.js';
import type { Messages, Sentence } from './messages/index.js';

/** Exit codes: 0 done, 1 failed, 2 wrong usage, 3 refused by a rule, 4 stored and not yet carried out, 8 not the record that was mirrored. */
export const EXIT = { failed: 1, usage: 2, refused: 3, stored: 4, inconsistent: 8 } as const;

/** A sentence of the command line, or words that came in the reader's language already. */
export type Words = Sentence | string;

export const inWords = (words: Words, messages: Messages): string =>
  typeof words === 'string' ? words : words(messages);

/** A failure that a person reads: what was wrong and what to do; never a stack trace. */
export class Failure extends Error {
  constructor(
    readonly what: Words,
    readonly help: Words | null = null,
    readonly exitCode: number = EXIT.failed,
    /** For `--json`. */
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(inWords(what, en));
  }
}
