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
        expected: issue.message,
      }));
    }),
  });
}

/** A member's or committee's number, as the database keeps it. */
export const idNumber = z.coerce.number().int().positive().max(2_147_483_647);
