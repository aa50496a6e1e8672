import type { Json, Refusal } from '@twinning/domain';

/** Faults that the API itself answers: they leave no outcome and no leaf. Status, and texts in `texts.ts`. */
export const EDGE_STATUS = {
  MALFORMED: 400,
  INVALID_INPUT: 400,
  SIGN_IN_FAILED: 400,
  UNAUTHENTICATED: 401,
  TOKEN_INVALID: 401,
  STEP_UP_REQUIRED: 401,
  FORBIDDEN: 403,
  TWO_SEATS_CLAIMED: 403,
  CROSS_SITE: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  FILE_ERASED: 410,
  VERSION_CONFLICT: 412,
  TOO_LARGE: 413,
  SNAPSHOT_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  FOREIGN_HOST: 421,
  FILE_NOT_ACCEPTED: 422,
  IMPORT_REFUSED: 422,
  COMMAND_ID_REUSED: 422,
  VERSION_REQUIRED: 428,
  COMMAND_ID_REQUIRED: 428,
  TOO_MANY_REFUSALS: 429,
  TOO_MANY_TOKENS: 429,
  TOO_MANY_REQUESTS: 429,
  TOO_MANY_STREAMS: 429,
  INTERNAL: 500,
  ISSUER_AWAY: 503,
  NOT_SIGNED: 503,
  RECORD_NOT_CONTINUED: 503,
  RECORD_INCOMPLETE: 503,
  RECORD_ALTERED: 503,
  STORE_AWAY: 503,
} as const;
export type EdgeCode = keyof typeof EDGE_STATUS;

export type Details = Readonly<Record<string, Json>>;

/** A fault of the request or of the surroundings, answered as an RFC 9457 problem. */
export class Problem extends Error {
  constructor(
    readonly code: EdgeCode,
    readonly details: Details = {},
  ) {
    super(code);
  }
}

/** Something at one place of the request cannot be used; `expected` is a phrase that `expectedIn` knows. */
export const unfit = (pointer: string, expected: string): Problem =>
  new Problem('INVALID_INPUT', { faults: [{ pointer, expected }] });

/** A refusal of the decider that is an outcome: it stands in the record. */
export class RefusedOutcome extends Error {
  constructor(
    readonly refusal: Refusal,
    /** What the answer says beside the refusal: among it the receipt. */
    readonly outcome: Readonly<Record<string, unknown>>,
  ) {
    super(refusal.refused);
  }
}

const BY_CODE: Readonly<Record<string, number>> = {
  FORBIDDEN_ROLE: 403,
  PROXY_FORBIDDEN: 403,
  NOT_FOUND: 404,
  VERSION_CONFLICT: 412,
  TEXT_CHANGED: 412,
  WRONG_STATUS: 409,
  AGREEMENT_FINAL: 409,
  SLOT_TAKEN: 409,
  LEAD_ALREADY_TWINNED_IN_COMMITTEE: 409,
  TWINNED_ALREADY_TWINNED_IN_COMMITTEE: 409,
};

/** 403 for who, 409 for when, 412 for what was read, 422 for a rule of the agreement. */
export const statusOfRefusal = (code: string): number => BY_CODE[code] ?? 422;
