import { z } from 'zod';
import { Problem } from './problem.js';

/** A query or body read by its schema; every fault is named with its place. */
export function parseQuery<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Problem('INVALID_INPUT', {
    faults: parsed.error.issues.flatMap((issue) => {
      const unknown = issue.code === 'unrecognized_keys' ? issue.keys : [];
      const paths = unknown.length > 0 ? unknown.map((key) => [...issue.path, key]) : [issue.path];
      return paths.map((path) => ({
        pointer: `/${path.map(String).join('/')}`,
        expected: expectedBy(issue),
      }));
    }),
  });
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

const FORMATS: Readonly<Record<string, string>> = {
  uuid: 'a UUID',
  date: 'a date YYYY-MM-DD',
  datetime: 'an instant in RFC 3339 with its zone',
  url: 'a web address',
  email: 'an e-mail address',
};

const COUNTED: Readonly<Record<string, string>> = { string: ' characters', array: ' items' };

/** What a schema wanted, in the phrases that `expectedIn` knows in every language. */
function expectedBy(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return 'no such field';
    case 'invalid_type':
      return TYPES[issue.expected] ?? 'one of the documented forms';
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
      return FORMATS[issue.format] ?? 'text in the documented form';
    case 'too_small':
      return issue.inclusive === false
        ? `a number above ${String(issue.minimum)}`
        : bound('least', issue.origin, issue.minimum);
    case 'too_big':
      return bound('most', issue.origin, issue.maximum);
    case 'custom':
      return issue.message;
    default:
      return 'one of the documented forms';
  }
}

const bound = (end: 'least' | 'most', origin: string, limit: number | bigint): string => {
  const counted = COUNTED[origin];
  return counted === undefined
    ? `a number of at ${end} ${String(limit)}`
    : `at ${end} ${String(limit)}${counted}`;
};

/** A whole number that counts from 0 (or from -1): nothing given is not nought. */
export const wholeNumber = (min = 0) =>
  z
    .string()
    .regex(/^-?\d{1,15}$/)
    .pipe(z.coerce.number<string>().int().min(min));

/** A member's or committee's number, as the database keeps it. */
export const idNumber = z.coerce.number().int().positive().max(2_147_483_647);

/** How many of a list to pass over; a list is read on from where the page before it ended. */
export const from = z.coerce.number().int().min(0).max(100_000).default(0);
