import type { Fault, JsonObject, Schema, Sealed } from '@twinning/domain';
import { originOf } from '@twinning/engine';
import type { SharedLimiter } from '../limits/shared-limiter.js';
import { Problem } from '../problems/problem.js';

/** What an `Idempotency-Key` may look like, as a regular expression. */
export const KEY_PATTERN = '^[A-Za-z0-9_-]{8,128}$';
const KEY = new RegExp(KEY_PATTERN);

/** Throws `COMMAND_ID_REQUIRED` unless the request bears a key by which a repeat of it is known. */
export function demandKey(key: string | undefined): asserts key is string {
  if (key === undefined || !KEY.test(key)) throw new Problem('COMMAND_ID_REQUIRED');
}

/** Texts that PostgreSQL holds in no `jsonb`: also where the payload is free, as the value of a clause is. */
function unstorable(value: unknown, pointer: string): readonly Fault[] {
  if (typeof value === 'string') {
    return value.includes('\0') || !value.isWellFormed()
      ? [{ pointer, expected: 'text without U+0000 and without half characters' }]
      : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => {
    const at = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    return [...unstorable(name, at), ...unstorable(part, at)];
  });
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
  const faults = [...shape.check(payload, ''), ...unstorable(payload, '')].map(
    (fault): JsonObject => ({ ...fault }),
  );
  if (faults.length > 0) throw new Problem('INVALID_INPUT', { faults });
}

/** Throws `INVALID_INPUT` when a passkey signed on a page that is not the product's own. */
export function demandOwnPage({ passkey }: Sealed, publicUrl: string): void {
  const own = new URL(publicUrl);
  // Browsers give no passkey to an address in numbers: on one's own machine the page is then opened by its name.
  if (own.hostname === '127.0.0.1') own.hostname = 'localhost';
  const expected = own.origin;
  if (passkey === undefined || originOf(passkey) === expected) return;
  const fault = { pointer: '/passkey/clientData', expected: `signed on a page of ${expected}` };
  throw new Problem('INVALID_INPUT', { faults: [fault] });
}
