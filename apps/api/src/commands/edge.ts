import type { JsonObject, Schema } from '@twinning/domain';
import type { SharedLimiter } from '../limits/shared-limiter.js';
import { Problem } from '../problems/problem.js';

/** What an `Idempotency-Key` may look like, as a regular expression. */
export const KEY_PATTERN = '^[A-Za-z0-9_-]{8,128}$';
const KEY = new RegExp(KEY_PATTERN);

/** Throws `COMMAND_ID_REQUIRED` unless the request bears a key by which a repeat of it is known. */
export function demandKey(key: string | undefined): asserts key is string {
  if (key === undefined || !KEY.test(key)) throw new Problem('COMMAND_ID_REQUIRED');
}

/** Throws `TOO_MANY_REFUSALS` while the person has to wait, then `INVALID_INPUT` with every fault of the payload. */
export function demandSound(
  limiter: SharedLimiter,
  person: string,
  shape: Schema<unknown>,
  payload: unknown,
): void {
  const retryAfter = limiter.waitFor(person);
  if (retryAfter > 0) throw new Problem('TOO_MANY_REFUSALS', { retryAfter });
  const faults = shape.check(payload, '').map((fault): JsonObject => ({ ...fault }));
  if (faults.length > 0) throw new Problem('INVALID_INPUT', { faults });
}
