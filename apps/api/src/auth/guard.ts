import {
  createParamDecorator,
  Injectable,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { passes, type Principal } from '@twinning/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { networkOf } from '../limits/network.js';
import { takeRequest } from '../limits/request-budget.js';
import type { SharedBudget } from '../limits/shared-limiter.js';
import { Problem } from '../problems/problem.js';
import type { Standings } from '../people/standings.js';
import { callerIn, rememberCaller } from './callers.js';
import type { Entrance } from './entrance.js';
import { isCounted, policyOf } from './route-policy.js';

export { Policy, Public, Uncounted } from './route-policy.js';

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
    private readonly entrance: Entrance,
    private readonly standings: Standings,
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
    const claimed = await this.entrance.claimed(request, reply);
    await takeRequest(this.budget, claimed.person, reply);
    const caller = await this.standings.now(claimed);
    rememberCaller(request, caller);
    if (rule === null || !passes(rule, caller)) throw new Problem('FORBIDDEN');
    return true;
  }
}
