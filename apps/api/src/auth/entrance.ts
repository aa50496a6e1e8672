import type { Principal } from '@twinning/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ZodError } from 'zod';
import { networkOf } from '../limits/network.js';
import { takeRequest } from '../limits/request-budget.js';
import type { SharedBudget, SharedLimiter } from '../limits/shared-limiter.js';
import { isStoreAway } from '../problems/filter.js';
import { Problem } from '../problems/problem.js';
import type { Sessions } from './sessions.js';
import type { TrustedTokens } from './trusted-tokens.js';

/** What `jose` says when the issuer's keys cannot be had: nothing is wrong with the token. */
const OF_ISSUER = ['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC'];

/** Tells by token or session who sends a request; found out once for each, before its body where that may be large. */
export class Entrance {
  private readonly found = new WeakMap<FastifyRequest, Promise<Principal>>();

  constructor(
    private readonly tokens: TrustedTokens,
    private readonly sessions: Sessions,
    private readonly failures: SharedLimiter,
    private readonly openBudget: SharedBudget,
  ) {}

  /**
   * Who the token or session names. Throws `UNAUTHENTICATED` when there is none that counts, which takes one of the
   * address's open requests, `TOKEN_INVALID`, `CROSS_SITE`, and 429 after too many of these.
   */
  claimed(request: FastifyRequest, reply: FastifyReply): Promise<Principal> {
    const known = this.found.get(request);
    if (known !== undefined) return known;
    const asked = this.judged(request, reply);
    this.found.set(request, asked);
    return asked;
  }

  private async judged(request: FastifyRequest, reply: FastifyReply): Promise<Principal> {
    const caller = await this.caller(request);
    if (caller !== null) return caller;
    // A made-up cookie costs a question to the database: nobody asks it without end.
    await takeRequest(this.openBudget, networkOf(request.ip), reply);
    throw new Problem('UNAUTHENTICATED');
  }

  // A request with an Authorization header is judged by it alone: a cookie never repairs a bad token.
  private async caller(request: FastifyRequest): Promise<Principal | null> {
    const { authorization } = request.headers;
    if (authorization === undefined) return this.sessions.callerOf(request);
    const token = /^Bearer (\S+)$/i.exec(authorization)?.[1];
    return token === undefined ? null : this.bearer(token, networkOf(request.ip));
  }

  private async bearer(token: string, address: string): Promise<Principal> {
    try {
      return (await this.tokens.verify(token)).principal;
    } catch (error) {
      const code = (error as { code?: unknown }).code;
      const ofToken =
        error instanceof ZodError ||
        (typeof code === 'string' && /^ERR_J/.test(code) && !OF_ISSUER.includes(code));
      if (!ofToken) throw isStoreAway(error) ? error : new Problem('ISSUER_AWAY');
      // Good tokens behind the same address still pass: only guessing is slowed down.
      const retryAfter = this.failures.waitFor(address);
      if (retryAfter > 0) throw new Problem('TOO_MANY_TOKENS', { retryAfter });
      await this.failures.count(address);
      throw new Problem('TOKEN_INVALID', {
        reason: error instanceof ZodError ? 'claims' : String(code),
      });
    }
  }
}
