import {
  createParamDecorator,
  Injectable,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { passes, type Principal } from '@twinning/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ZodError } from 'zod';
import { networkOf } from '../limits/network.js';
import { takeRequest } from '../limits/request-budget.js';
import type { SharedBudget, SharedLimiter } from '../limits/shared-limiter.js';
import { isStoreAway } from '../problems/filter.js';
import { Problem } from '../problems/problem.js';
import type { Standings } from '../people/standings.js';
import { callerIn, rememberCaller } from './callers.js';
import { isCounted, policyOf } from './route-policy.js';
import type { Sessions } from './sessions.js';
import type { TrustedTokens } from './trusted-tokens.js';

export { Policy, Public, Uncounted } from './route-policy.js';

/** What `jose` says when the issuer's keys cannot be had: nothing is wrong with the token. */
const OF_ISSUER = ['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC'];

/** The authenticated caller of this request. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const caller = callerIn(context.switchToHttp().getRequest<FastifyRequest>());
  if (caller === undefined) throw new Problem('UNAUTHENTICATED');
  return caller;
});

/** Every route asks for a bearer token or a session, and for its rule of the policy, unless it is marked public. */
@Injectable()
export class BearerGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: TrustedTokens,
    private readonly sessions: Sessions,
    private readonly standings: Standings,
    private readonly failures: SharedLimiter,
    private readonly budget: SharedBudget,
    private readonly openBudget: SharedBudget,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const at = [this.reflector, context.getHandler(), context.getClass()] as const;
    const rule = policyOf(...at);
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    if (rule === 'PUBLIC') {
      // Nobody is known here but the address: all behind one share its budget.
      if (isCounted(...at)) await takeRequest(this.openBudget, networkOf(request.ip), reply);
      return true;
    }
    const claimed = await this.caller(request);
    await takeRequest(this.budget, claimed.person, reply);
    const caller = await this.standings.now(claimed);
    rememberCaller(request, caller);
    if (rule === null || !passes(rule, caller)) throw new Problem('FORBIDDEN');
    return true;
  }

  // A request with an Authorization header is judged by it alone: a cookie never repairs a bad token.
  private async caller(request: FastifyRequest): Promise<Principal> {
    const { authorization } = request.headers;
    if (authorization === undefined) {
      const caller = await this.sessions.callerOf(request);
      if (caller === null) throw new Problem('UNAUTHENTICATED');
      return caller;
    }
    const token = /^Bearer (\S+)$/i.exec(authorization)?.[1];
    if (token === undefined) throw new Problem('UNAUTHENTICATED');
    return this.bearer(token, networkOf(request.ip));
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
