import { BUGS_OF_AUTHORITY } from './bugs-of-authority.mjs';
import { BUGS_OF_THE_EDGE } from './bugs-of-the-edge.mjs';
import { BUGS_OF_THE_RECORD } from './bugs-of-the-record.mjs';

/**
 * Safeguards that are taken out one at a time, each with the spec that must notice. An edit is a piece of the source, which must
 * stand there once, and what stands in its place.
 * @type {readonly {name: string, edits: readonly (readonly [string, string, string])[], tests: object}[]}
 */
export const BUGS = [...BUGS_OF_AUTHORITY, ...BUGS_OF_THE_EDGE, ...BUGS_OF_THE_RECORD];
