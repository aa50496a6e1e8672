import {
  Catch,
  HttpException,
  Logger,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import {
  expectedIn,
  preferredLanguage,
  refusalText,
  type Json,
  type Language,
} from '@twinning/domain';
import { RecordIncomplete } from '@twinning/case-file';
import { AlteredEntry, NotContinued } from '@twinning/event-log';
import { isCutOff } from '@twinning/engine';
import { FilesAway } from '@twinning/filing';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { STEP_UP } from '@twinning/identity';
import { correlationOf } from './correlation.js';
import {
  EDGE_STATUS,
  Problem,
  RefusedOutcome,
  statusOfRefusal,
  type Details,
  type EdgeCode,
} from './problem.js';
import { RefusalLog } from './refusal-log.js';
import type { RefusedAccesses } from './refused-access.js';
import { EDGE_TEXTS } from './texts.js';

/** Errors leave in one shape (RFC 9457), in the caller's language, with a stable code. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('api');
  private readonly refusals = new RefusalLog();

  constructor(private readonly accesses: Pick<RefusedAccesses, 'note'> | null = null) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const language = preferredLanguage(request.headers['accept-language']);
    const correlation = correlationOf(request);
    if (error instanceof RefusedOutcome) {
      const { refused, clause, details } = error.refusal;
      const { title, help } = refusalText(error.refusal, language);
      this.send(reply, statusOfRefusal(refused), language, {
        code: refused,
        clause,
        title,
        detail: help,
        details,
        correlation,
        ...error.outcome,
      });
      return;
    }
    const problem = toProblem(error);
    if (FOR_THE_OPERATOR.includes(problem.code)) {
      this.logger.error(
        `${correlation}: ${error instanceof Error ? (error.stack ?? '') : String(error)}`,
      );
    }
    this.refusals.tell(problem.code, request);
    const { title, help } = EDGE_TEXTS[language][problem.code];
    const status = EDGE_STATUS[problem.code];
    for (const [name, value] of Object.entries(headersOf(problem))) {
      void reply.header(name, value);
    }
    const send = () => {
      this.send(reply, status, language, {
        code: problem.code,
        title,
        detail: filled(help, problem.details),
        details: problem.details,
        correlation,
      });
    };
    if (problem.code === 'NOT_FOUND') {
      // Nothing is read or written for it now: no clock tells it apart.
      void this.accesses?.note(problem.code, request);
      setTimeout(send, untilNextBeat(reply.elapsedTime));
    } else if (this.accesses === null) send();
    else void this.accesses.note(problem.code, request).then(send);
  }

  private send(
    reply: FastifyReply,
    status: number,
    language: Language,
    body: Readonly<Record<string, unknown>> & WithDetails & { readonly code: string },
  ): void {
    void reply
      .status(status)
      .header('Content-Type', 'application/problem+json')
      .header('Content-Language', language)
      .header('Cache-Control', 'no-store')
      .send({ type: `/problems/${body.code}`, status, ...body, ...inLanguage(body, language) });
  }
}

const FOR_THE_OPERATOR: readonly EdgeCode[] = [
  'INTERNAL',
  'NOT_SIGNED',
  'RECORD_INCOMPLETE',
  'RECORD_ALTERED',
];

/** A text with `{name}` where a detail of that name stands. */
const filled = (text: string, details: Details): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = details[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : whole;
  });

interface WithDetails {
  readonly details: Details | null | undefined;
}
interface WithFaults {
  readonly faults?: readonly { readonly expected?: unknown }[];
}

/** The details with what each fault expected in the reader's language; they are kept, and hashed, in one. */
function inLanguage(
  { details }: WithDetails,
  language: Language,
): Partial<Record<'details', Details>> {
  const { faults } = (details ?? {}) as WithFaults;
  if (!Array.isArray(faults)) return {};
  const said = (faults as NonNullable<WithFaults['faults']>).map((fault) =>
    typeof fault.expected === 'string'
      ? { ...fault, expected: expectedIn(language, fault.expected) }
      : fault,
  );
  return { details: { ...details, faults: said as unknown as Json } };
}

// What is not there and what is not shown leave at the same beat: PostgreSQL looks at a row longer than at none.
const BEAT_MS = 25;
const untilNextBeat = (elapsedMs: number): number => BEAT_MS - (elapsedMs % BEAT_MS);

const headersOf = ({ code, details }: Problem): Readonly<Record<string, string>> => {
  switch (code) {
    case 'UNAUTHENTICATED':
      return { 'WWW-Authenticate': 'Bearer' };
    case 'TOKEN_INVALID':
      return { 'WWW-Authenticate': 'Bearer error="invalid_token"' };
    case 'STEP_UP_REQUIRED':
      return {
        'WWW-Authenticate': `Bearer error="insufficient_user_authentication", acr_values="${STEP_UP}"`,
      };
    case 'STORE_AWAY':
    case 'ISSUER_AWAY':
      return { 'Retry-After': '5' };
    case 'TOO_MANY_REFUSALS':
    case 'TOO_MANY_TOKENS':
    case 'TOO_MANY_REQUESTS':
      return {
        'Retry-After': String(typeof details.retryAfter === 'number' ? details.retryAfter : 60),
      };
    default:
      return {};
  }
};

const BY_STATUS: Readonly<Record<number, EdgeCode>> = {
  400: 'MALFORMED',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  413: 'TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
};

// SQLSTATE: resources such as disk or connections (53), cancelled by a time limit (57014), read-only after a failover
// (25006), a session or lock given up (25P03, 55P03, 40001, 40P01).
const AT_ITS_LIMITS = /^(ETIMEDOUT|53|57014|25006|25P03|55P03|40)/;
const NO_CONNECTION_FREE = /timeout exceeded when trying to connect/i;

/** PostgreSQL away or at its limits: connections refused, cut or none free in time, statements given up, no writing. */
export const isStoreAway = (error: unknown): boolean => {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return (
    isCutOff(error) ||
    (typeof code === 'string' && AT_ITS_LIMITS.test(code)) ||
    (typeof message === 'string' && NO_CONNECTION_FREE.test(message))
  );
};

/** Any error as the problem that a caller reads. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof NotContinued) return new Problem('NOT_SIGNED', { why: error.why });
  if (error instanceof RecordIncomplete)
    return new Problem('RECORD_INCOMPLETE', { ...error.difference });
  if (error instanceof AlteredEntry) return new Problem('RECORD_ALTERED', { entry: error.index });
  const status =
    error instanceof HttpException
      ? error.getStatus()
      : (error as { statusCode?: number } | null)?.statusCode;
  const code = status === undefined ? undefined : BY_STATUS[status];
  if (code !== undefined) return new Problem(code);
  const isAway = error instanceof FilesAway || isStoreAway(error);
  return new Problem(isAway ? 'STORE_AWAY' : 'INTERNAL');
}
