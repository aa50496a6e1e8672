import { NotContinued } from '@twinning/event-log';
import { ZodError } from 'zod';
import { EXIT, Failure } from './failure.js';

/** Codes of PostgreSQL, of Node.js and of gRPC that have a cause which a person can mend. */
const KNOWN: Readonly<Record<string, () => Failure>> = {
  ECONNREFUSED: () =>
    new Failure(
      (m) => m.failures.serversAway,
      (m) => m.failures.startFirst,
    ),
  '28P01': () =>
    new Failure(
      (m) => m.failures.denied,
      (m) => m.failures.checkDatabaseUrl,
    ),
  '42P01': () =>
    new Failure(
      (m) => m.failures.noSchemas,
      (m) => m.failures.migrateFirst,
    ),
};
const SAME: Readonly<Record<string, string>> = {
  ENOTFOUND: 'ECONNREFUSED',
  ETIMEDOUT: 'ECONNREFUSED',
  ECONNRESET: 'ECONNREFUSED',
  // gRPC: the time is up, and nobody is there.
  4: 'ECONNREFUSED',
  14: 'ECONNREFUSED',
  '57P01': 'ECONNREFUSED',
  '57P03': 'ECONNREFUSED',
  '28000': '28P01',
  '3D000': '42P01',
  '3F000': '42P01',
};

interface Thrown {
  readonly code?: unknown;
  readonly message?: string;
  readonly name?: string;
  /** Temporal's client wraps what gRPC threw. */
  readonly cause?: { readonly code?: unknown };
}

/** Whatever was thrown, as a failure that a person can read. */
export function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  if (error instanceof NotContinued) {
    const isRestored = error.why === 'RESTORED';
    return new Failure(
      (m) => (isRestored ? m.failures.notContinued : m.failures.otherKey),
      (m) => (isRestored ? m.failures.continueFirst : m.failures.keyOfRecord),
      EXIT.refused,
      { code: 'RECORD_NOT_CONTINUED', why: error.why },
    );
  }
  if (error instanceof ZodError) {
    return new Failure(
      (m) => m.failures.unexpectedAnswer,
      (m) => m.failures.sameVersion,
    );
  }
  const { code, message, name, cause: from } = error as Thrown;
  const cause = name === 'ConnectionError' ? 'ECONNREFUSED' : String(code ?? from?.code);
  const known = KNOWN[SAME[cause] ?? cause];
  return known?.() ?? new Failure((m) => m.failures.unexpected(message ?? String(error)));
}
