import { readFileSync } from 'node:fs';

/** A secret as it is now: asked for at each use, never kept. */
export type Secret = () => string;

/** The secret is named twice, or its file cannot be one. Says which, never what. */
export class NoSecret extends Error {}

/** What an empty variable or file means: nothing was given. */
const given = (value: string | undefined): string | undefined => (value === '' ? undefined : value);

/**
 * The secret of the variable `name`, or of the file that `<name>_FILE` names, which is read again at each use: a rotated file
 * counts without a restart. Null when neither is set.
 */
export function secretIn(env: NodeJS.ProcessEnv, name: string): Secret | null {
  const value = given(env[name]);
  const file = given(env[`${name}_FILE`]);
  if (file === undefined) return value === undefined ? null : () => value;
  if (value !== undefined)
    throw new NoSecret(`${name} and ${name}_FILE are both set: one is enough.`);
  return secretOf(`${name}_FILE`, file);
}

/** Where the record is: `DATABASE_URL`, or the file that `DATABASE_URL_FILE` names; throws when it cannot be read now. */
export function databaseUrlIn(env: NodeJS.ProcessEnv): Secret {
  const url = secretIn(env, 'DATABASE_URL');
  if (url === null) throw new NoSecret('DATABASE_URL names the PostgreSQL of the record.');
  url();
  return url;
}

function secretOf(variable: string, file: string): Secret {
  let last: string | null = null;
  const read = (): string => {
    const text = readFileSync(file, 'utf8').trim();
    if (text === '') throw new NoSecret(`${variable}: ${file} is empty.`);
    return text;
  };
  return () => {
    try {
      last = read();
    } catch (error) {
      // A file that is being replaced may be away for a moment; one that was never there is a fault.
      if (last === null) {
        throw error instanceof NoSecret
          ? error
          : new NoSecret(`${variable}: ${file} is not readable.`);
      }
    }
    return last;
  };
}
