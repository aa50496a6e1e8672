import type { Instant } from '../calendar/zurich.js';
import type { Claims, Facts } from './facts.js';
import type { Actor, Principal } from './principal.js';
import type { RefusalCode } from './refusals.js';
import type { Json, JsonObject } from './schema.js';
import type { Seal } from './seal.js';
import type { Day } from '../calendar/day.js';

/** A refusal is a value: a stable code, the clause it enforces and what the caller needs to mend it. */
export interface Refusal {
  readonly refused: RefusalCode;
  readonly clause: string;
  readonly details: JsonObject;
}

export const refuse = (code: RefusalCode, clause: string, details: JsonObject = {}): Refusal => ({
  refused: code,
  clause,
  details,
});

export const isRefusal = (value: object | null): value is Refusal =>
  value !== null && 'refused' in value;

/** The first refusal of a list of guards, or null when all hold. */
export const firstRefusal = (...guards: readonly (Refusal | null)[]): Refusal | null =>
  guards.find((guard) => guard !== null) ?? null;

/** Everything outside the stream that a decision may use. */
export interface Context {
  /** The database clock, or the date of the entry in catch-up mode, or a timer's due instant. */
  readonly now: Instant;
  /** The civil date of `now` in Europe/Zurich. */
  readonly today: Day;
  readonly actor: Actor;
  readonly principal: Principal;
  readonly facts: Facts;
  readonly claims: Claims;
  /** SHA-256 in hexadecimal over the canonical JSON (RFC 8785) of a value. */
  readonly hash: (value: Json) => string;
  /** Whether a seal over the UTF-8 bytes of a message verifies. Where it is absent no seal does. */
  readonly verifies?: ((seal: Seal, message: string) => boolean) | undefined;
}
