import { isDay, type Day } from '../calendar/day.js';

/**
 * A small schema language for command payloads: one definition gives the check, the TypeScript type and the
 * JSON Schema of the OpenAPI document. Unknown fields are faults, texts are bounded and free of control characters.
 */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** What is wrong with a value: `pointer` is an RFC 6901 JSON pointer, `expected` a short English phrase. */
export interface Fault {
  readonly pointer: string;
  readonly expected: string;
}

export interface Schema<T> {
  readonly optional: boolean;
  readonly json: JsonObject;
  check(value: unknown, pointer: string): readonly Fault[];
  /** Carries the type only; never read. */
  readonly type?: T;
}

export type Infer<S> = S extends Schema<infer T> ? T : never;
type Fields = Readonly<Record<string, Schema<unknown>>>;
type OptionalKeys<F extends Fields> = {
  [K in keyof F]: F[K] extends { optional: true } ? K : never;
}[keyof F];
export type InferFields<F extends Fields> = {
  readonly [K in Exclude<keyof F, OptionalKeys<F>>]: Infer<F[K]>;
} & { readonly [K in OptionalKeys<F>]?: Infer<F[K]> };

const schema = <T>(
  json: JsonObject,
  expected: string,
  accepts: (value: unknown) => boolean,
): Schema<T> & { readonly optional: false } => ({
  optional: false,
  json,
  check: (value, pointer) => (accepts(value) ? [] : [{ pointer, expected }]),
});

// Nobody sees controls, default-ignorable characters (joiners, direction marks, fillers, selectors, tags) and annotation
// marks: they make two texts look alike and differ in their hash. No emoji and no script is unreadable without them.
const FORBIDDEN = /(?![\t\n\r])[\p{Cc}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/u;

// The same as a class of characters, for readers of the schema whose regular expressions know neither lookahead nor
// properties. Beyond U+FFFF there is no escape that all of them read: these stand as they are.
const INVISIBLE =
  '\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f' +
  '\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffb' +
  '\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}';
// Characters that no text in normalization form C has. That every text is in that form, no pattern can say.
const NEVER_IN_NFC =
  '\\uf900-\\ufa0d\\ufa10\\ufa12\\ufa15-\\ufa1e\\ufa20\\ufa22\\ufa25\\ufa26\\ufa2a-\\ufa6d\\ufa70-\\ufad9\u{2f800}-\u{2fa1d}';
const CLEAN = INVISIBLE + NEVER_IN_NFC;
const CLEAN_TEXT = `^[^${CLEAN}]*[^\\s${CLEAN}][^${CLEAN}]*$`;

const CLEAN_ONLY = 'text without invisible characters (control, zero-width or direction marks)';
const COMPOSED_ONLY = 'text in Unicode normalization form C';

/** Whether something in it has no shape of its own, so that nobody sees that it is there. */
export const hasInvisible = (text: string): boolean => FORBIDDEN.test(text);

const isCleanText = (value: string): boolean => !hasInvisible(value) && value.isWellFormed();

// As JSON Schema counts them: a character outside the basic plane is one.
const charactersIn = (text: string): number => [...text].length;

const SHORT_TEXT = 4_000;

/** Text of 1 to `max` characters that is not only blank. */
export const text = (max = SHORT_TEXT) => {
  const bounded = schema<string>(
    {
      ...{ type: 'string', minLength: 1, maxLength: max, pattern: CLEAN_TEXT },
      // Whoever tests by the schema alone can make up no text that may be so long and must fit the pattern.
      ...(max > SHORT_TEXT && { examples: ['As agreed with our partner.'] }),
    },
    `text of 1 to ${String(max)} characters`,
    (value) => typeof value === 'string' && value.trim() !== '' && charactersIn(value) <= max,
  );
  return {
    ...bounded,
    check(value: unknown, pointer: string): readonly Fault[] {
      const faults = bounded.check(value, pointer);
      if (faults.length > 0 || typeof value !== 'string') return faults;
      // Nobody sees such a character: that it is there must be said.
      if (!isCleanText(value)) return [{ pointer, expected: CLEAN_ONLY }];
      return value === value.normalize('NFC') ? [] : [{ pointer, expected: COMPOSED_ONLY }];
    },
  };
};

/** A civil date `YYYY-MM-DD`. */
export const date = () =>
  schema<Day>(
    { type: 'string', format: 'date', pattern: '^[1-9]' },
    'a calendar date YYYY-MM-DD',
    (value) => (typeof value === 'string' ? isDay(value) : false),
  );

export const integer = (min: number, max: number) =>
  schema<number>(
    { type: 'integer', minimum: min, maximum: max },
    `a whole number from ${String(min)} to ${String(max)}`,
    (value) => Number.isSafeInteger(value) && (value as number) >= min && (value as number) <= max,
  );

/** An ISO identifier of a member or committee. */
export const id = () => integer(1, 2_147_483_647);

export const flag = () =>
  schema<boolean>({ type: 'boolean' }, 'true or false', (value) => typeof value === 'boolean');

/** A SHA-256 in lower-case hexadecimal. */
export const hash = () =>
  schema<string>(
    { type: 'string', pattern: '^[0-9a-f]{64}$' },
    'a SHA-256 in 64 hexadecimal digits',
    (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value),
  );

/** This many bytes in base64url without padding (RFC 4648, 5). */
export const base64url = (bytes: number) => {
  const length = Math.ceil((bytes * 4) / 3);
  const pattern = `^[A-Za-z0-9_-]{${String(length)}}$`;
  return schema<string>(
    { type: 'string', pattern },
    `${String(bytes)} bytes in base64url`,
    (value) => typeof value === 'string' && new RegExp(pattern).test(value),
  );
};

/** Up to this many bytes in base64url without padding, at least one. */
export const base64urlUpTo = (bytes: number) => {
  const maxLength = Math.ceil((bytes * 4) / 3);
  const pattern = '^[A-Za-z0-9_-]+$';
  return schema<string>(
    { type: 'string', pattern, minLength: 1, maxLength },
    `up to ${String(bytes)} bytes in base64url`,
    (value) =>
      typeof value === 'string' && value.length <= maxLength && new RegExp(pattern).test(value),
  );
};

/** A reference to a person: never a name, an opaque id of up to 64 characters. */
export const person = () =>
  schema<string>(
    { type: 'string', pattern: '^[A-Za-z0-9._-]{1,64}$' },
    'a person id',
    (value) => typeof value === 'string' && /^[A-Za-z0-9._-]{1,64}$/.test(value),
  );

export const choice = <const V extends readonly string[]>(...values: V) =>
  schema<V[number]>(
    { type: 'string', enum: values },
    `one of ${values.join(', ')}`,
    (value) => typeof value === 'string' && values.includes(value),
  );

export const list = <T>(of: Schema<T>, min: number, max: number) => ({
  optional: false as const,
  json: { type: 'array', items: of.json, minItems: min, maxItems: max } as JsonObject,
  check(value: unknown, pointer: string): readonly Fault[] {
    if (!Array.isArray(value) || value.length < min || value.length > max) {
      return [{ pointer, expected: `a list of ${String(min)} to ${String(max)} items` }];
    }
    return value.flatMap((item, index) => of.check(item, `${pointer}/${String(index)}`));
  },
  type: undefined as unknown as readonly T[],
});

export const optional = <T>(of: Schema<T>) => ({
  optional: true as const,
  json: of.json,
  check: (value: unknown, pointer: string) => (value === undefined ? [] : of.check(value, pointer)),
  type: undefined as unknown as T,
});

export const nullable = <T>(of: Schema<T>) => ({
  optional: false as const,
  json: { anyOf: [of.json, { type: 'null' }] } as JsonObject,
  check: (value: unknown, pointer: string) =>
    value === null
      ? []
      : of
          .check(value, pointer)
          .map((fault) =>
            fault.pointer === pointer ? { pointer, expected: `${fault.expected}, or null` } : fault,
          ),
  type: undefined as unknown as T | null,
});

export const object = <const F extends Fields>(fields: F) => ({
  optional: false as const,
  json: {
    type: 'object',
    properties: Object.fromEntries(Object.entries(fields).map(([k, s]) => [k, s.json])),
    required: Object.keys(fields).filter((k) => fields[k]?.optional === false),
    additionalProperties: false,
  } as JsonObject,
  check(value: unknown, pointer: string): readonly Fault[] {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      const names = Object.keys(fields).join(', ');
      return [
        {
          pointer,
          expected: names === '' ? 'an object without fields' : `an object with ${names}`,
        },
      ];
    }
    const given = value as Readonly<Record<string, unknown>>;
    const unknown = Object.keys(given)
      .filter((key) => !Object.hasOwn(fields, key))
      .map((key) => ({ pointer: `${pointer}/${escape(key)}`, expected: 'no such field' }));
    const known = Object.entries(fields).flatMap(([key, field]) =>
      field.check(Object.hasOwn(given, key) ? given[key] : undefined, `${pointer}/${key}`),
    );
    return [...unknown, ...known];
  },
  type: undefined as unknown as InferFields<F>,
});

const escape = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
