import { Problem } from '../problems/problem.js';

/** Where a page of the list ended: opaque to clients. */
export interface Cursor {
  readonly updatedAt: string;
  readonly ordinal: number;
}

export const encodeCursor = (cursor: Cursor): string =>
  Buffer.from(JSON.stringify([cursor.updatedAt, cursor.ordinal])).toString('base64url');

export function decodeCursor(text: string | undefined): Cursor | undefined {
  if (text === undefined) return undefined;
  try {
    const [updatedAt, ordinal] = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[];
    if (typeof updatedAt === 'string' && Number.isSafeInteger(ordinal)) {
      return { updatedAt: new Date(updatedAt).toISOString(), ordinal: ordinal as number };
    }
  } catch {
    // Answered below: a cursor that cannot be read is one that we never gave.
  }
  throw new Problem('INVALID_INPUT', {
    faults: [{ pointer: 'cursor', expected: 'the value of "next" of the page before' }],
  });
}
