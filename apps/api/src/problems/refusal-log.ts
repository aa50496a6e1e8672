import { Logger } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { callerIn } from '../auth/callers.js';
import { correlationOf } from './correlation.js';
import type { EdgeCode } from './problem.js';

/** What somebody may run into who tries to get round: what is typed wrongly or read too late is none of it. */
const TOLD: ReadonlySet<EdgeCode> = new Set([
  ...([
    'UNAUTHENTICATED',
    'SIGN_IN_FAILED',
    'TOKEN_INVALID',
    'CROSS_SITE',
    'FORBIDDEN',
    'MALFORMED',
  ] as const),
  ...(['METHOD_NOT_ALLOWED', 'TOO_LARGE', 'FILE_NOT_ACCEPTED', 'COMMAND_ID_REUSED'] as const),
  ...(['TOO_MANY_REFUSALS', 'TOO_MANY_TOKENS', 'TOO_MANY_REQUESTS', 'TOO_MANY_STREAMS'] as const),
]);

const ONCE_IN_MS = 60_000;
const MOST = 10_000;

/**
 * A line for each refusal of the edge that may be an attempt: code, route, who or from where, correlation. Once a minute for
 * each of them, so that nobody fills a disk with it; nothing that was sent is in it.
 */
export class RefusalLog {
  private readonly logger = new Logger('edge');
  private readonly told = new Map<string, number>();

  constructor(private readonly nowMs: () => number = () => performance.now()) {}

  tell(code: EdgeCode, request: FastifyRequest): void {
    if (!TOLD.has(code)) return;
    const person = callerIn(request)?.person;
    const who = person === undefined ? `from ${request.ip}` : `by ${person}`;
    const now = this.nowMs();
    const key = `${code} ${who}`;
    if (now < (this.told.get(key) ?? -Infinity)) return;
    if (this.told.size >= MOST) this.told.clear();
    this.told.set(key, now + ONCE_IN_MS);
    const route = request.routeOptions.url ?? 'no route';
    this.logger.warn(`${code} at ${request.method} ${route} ${who}, ${correlationOf(request)}`);
  }
}
