import type { JsonObject } from '@twinning/domain';

// The building blocks of the schemas.

export const text: JsonObject = { type: 'string' };
export const whole: JsonObject = { type: 'integer' };
export const number: JsonObject = { type: 'number' };
export const instant: JsonObject = { type: 'string', format: 'date-time' };
export const day: JsonObject = { type: 'string', format: 'date' };
export const uuid: JsonObject = { type: 'string', format: 'uuid' };
export const orNull = (schema: JsonObject): JsonObject => ({ anyOf: [schema, { type: 'null' }] });
export const listOf = (items: JsonObject): JsonObject => ({ type: 'array', items });
export const anything: JsonObject = { type: 'object', additionalProperties: true };

/** Every property is always there unless named in `optional`. */
export const record = (
  properties: Readonly<Record<string, JsonObject>>,
  ...optional: string[]
): JsonObject => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((key) => !optional.includes(key)),
});
export const items = (of: JsonObject): JsonObject => record({ items: listOf(of) });
/** A part of a list, and how many there are in all. */
export const partOf = (of: JsonObject): JsonObject => record({ items: listOf(of), total: whole });
