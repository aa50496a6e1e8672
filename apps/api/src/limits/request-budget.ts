import type { FastifyReply } from 'fastify';
import { Problem } from '../problems/problem.js';
import type { SharedBudget } from './shared-limiter.js';

/** Takes one request from the caller's budget, says in the answer what is left, and answers 429 when nothing is. */
export async function takeRequest(
  budget: SharedBudget,
  key: string,
  reply: FastifyReply,
): Promise<void> {
  const { name, points, seconds } = budget.limit;
  const { allowed, remaining, resetSeconds } = await budget.take(key);
  // draft-ietf-httpapi-ratelimit-headers: quota and window in seconds, then what remains of it and for how long.
  void reply
    .header('RateLimit-Policy', `"${name}";q=${String(points)};w=${String(seconds)}`)
    .header('RateLimit', `"${name}";r=${String(remaining)};t=${String(resetSeconds)}`);
  if (!allowed) throw new Problem('TOO_MANY_REQUESTS', { retryAfter: resetSeconds });
}
