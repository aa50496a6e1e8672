import { composed, composedPart } from '@twinning/client/composed';
import { fieldsOf, itemField, type Field } from './schema.js';

/** What stands in a form: text as it was typed, never yet a payload. */
export type Typed = string | boolean | readonly Typed[] | { readonly [name: string]: Typed };
export type TypedGroup = { readonly [name: string]: Typed };

/** Why a field cannot be sent; the words are in the catalogue. */
export type FaultCode =
  | 'MISSING'
  | 'TOO_LONG'
  | 'NOT_A_NUMBER'
  | 'OUT_OF_RANGE'
  | 'COUNT'
  | 'INVALID';
/** What a text that does not fit should have been; the words are in the catalogue. */
export type Shape = 'DAY' | 'PERSON' | 'LISTED' | 'FILE' | 'KEY' | 'SEEN';
export interface FieldFault {
  readonly pointer: string;
  readonly code: FaultCode;
  readonly min?: number;
  readonly max?: number;
  /** How many characters there are, of a text that is too long. */
  readonly length?: number;
  readonly shape?: Shape;
  /** The service's own words, where the code says nothing more. */
  readonly expected?: string;
  /** The whole sentence, of a form that names what is missing itself. */
  readonly said?: string;
}

export const isGroup = (typed: Typed | undefined): typed is TypedGroup =>
  typeof typed === 'object' && !Array.isArray(typed);

/** An untouched field. */
export function emptyOf(field: Field): Typed {
  switch (field.kind) {
    case 'flag':
      return '';
    case 'list':
      return Array.from({ length: field.required ? (field.schema.minItems ?? 0) : 0 }, (_, i) =>
        emptyOf(itemField(field, i)),
      );
    case 'group':
      return Object.fromEntries(
        fieldsOf(field.schema, field.pointer).map((part) => [part.name, emptyOf(part)]),
      );
    default:
      return '';
  }
}

/** A value of the API as it stands in a form. */
export function typedOf(value: unknown): Typed {
  if (Array.isArray(value)) return value.map(typedOf);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, typedOf(part)]));
  }
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Nothing was typed here or in any part of it. */
export const isEmpty = (typed: Typed | undefined): boolean => {
  if (typed === undefined) return true;
  if (typeof typed === 'string') return typed.trim() === '';
  if (typeof typed === 'boolean') return false;
  return Array.isArray(typed)
    ? typed.every(isEmpty)
    : Object.values(typed as TypedGroup).every(isEmpty);
};

export interface Payload {
  readonly value: unknown;
  readonly faults: readonly FieldFault[];
}

const wrong = (field: Field, code: FaultCode, more: Partial<FieldFault> = {}): Payload => ({
  value: undefined,
  faults: [{ pointer: field.pointer, code, ...more }],
});
const right = (value: unknown): Payload => ({ value, faults: [] });

function wholeOf(field: Field, text: string): Payload {
  if (!/^-?\d{1,16}$/.test(text)) return wrong(field, 'NOT_A_NUMBER');
  const value = Number(text);
  const { minimum: min = -Infinity, maximum: max = Infinity } = field.schema;
  return value < min || value > max ? wrong(field, 'OUT_OF_RANGE', { min, max }) : right(value);
}

function textOf(field: Field, typed: string): Payload {
  const text = composed(typed);
  const { maxLength: max, pattern, enum: choices } = field.schema;
  // The service counts characters: one outside the basic plane is one.
  const { length } = [...text];
  if (max !== undefined && length > max) return wrong(field, 'TOO_LONG', { max, length });
  const fits =
    (pattern === undefined || new RegExp(pattern, 'u').test(text)) &&
    (choices === undefined || choices.includes(text));
  return fits ? right(text) : wrong(field, 'INVALID', { shape: shapeOf(field) });
}

/** A person's reference, as the sign-in service knows it. */
export const PERSON = /^[A-Za-z0-9._-]{1,64}$/;

/** Which shape a text of this field has to have. */
export function shapeOf({ kind, schema: { pattern } }: Field): Shape {
  if (kind === 'choice') return 'LISTED';
  if (kind === 'day') return 'DAY';
  if (kind === 'hash') return 'FILE';
  if (pattern === PERSON.source) return 'PERSON';
  return pattern?.startsWith('^[A-Za-z0-9_-]') === true ? 'KEY' : 'SEEN';
}

function listOf(field: Field, typed: readonly Typed[]): Payload {
  const { minItems: min = 0, maxItems: max = Infinity } = field.schema;
  const parts = typed.map((item, i) => payloadOf(itemField(field, i), item));
  const faults = parts.flatMap((part) => part.faults);
  if (typed.length < min || typed.length > max) {
    return wrong(field, 'COUNT', { min, max });
  }
  return { value: parts.map((part) => part.value), faults };
}

function freeOf(field: Field, text: string): Payload {
  try {
    return right(JSON.parse(text, composedPart));
  } catch {
    return wrong(field, 'INVALID');
  }
}

/** The payload of a field, or what keeps it from being sent. An optional field left empty is left out. */
export function payloadOf(field: Field, typed: Typed | undefined): Payload {
  if (isEmpty(typed)) {
    if (field.kind === 'group' && field.required) return groupPayload(field, {});
    if (field.kind === 'list' && field.required && (field.schema.minItems ?? 0) === 0) {
      return right([]);
    }
    if (!field.required) return right(undefined);
    return field.nullable ? right(null) : wrong(field, 'MISSING');
  }
  if (field.kind === 'list' && Array.isArray(typed)) return listOf(field, typed);
  if (field.kind === 'group' && isGroup(typed)) return groupPayload(field, typed);
  if (typeof typed !== 'string')
    return field.kind === 'free' ? right(typed) : wrong(field, 'INVALID');
  switch (field.kind) {
    case 'integer':
    case 'member':
    case 'committee':
      return wholeOf(field, typed.trim());
    case 'flag':
      return right(typed === 'true');
    case 'free':
      return freeOf(field, typed);
    default:
      return textOf(field, typed.trim());
  }
}

const groupPayload = (field: Field, typed: TypedGroup): Payload =>
  payloadOfAll(fieldsOf(field.schema, field.pointer), typed);

/** The payload of a whole form with every fault, in the order of the fields. */
export function payloadOfAll(fields: readonly Field[], typed: TypedGroup): Payload {
  const parts = fields.map((field) => [field.name, payloadOf(field, typed[field.name])] as const);
  const value = Object.fromEntries(
    parts.filter(([, part]) => part.value !== undefined).map(([name, part]) => [name, part.value]),
  );
  return { value, faults: parts.flatMap(([, part]) => part.faults) };
}
