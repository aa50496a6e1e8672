import type { Principal } from '@twinning/domain';
import type { FastifyRequest } from 'fastify';

const callers = new WeakMap<FastifyRequest, Principal>();

/** Who a request is of, once the guard has let it in. */
export const callerIn = (request: FastifyRequest): Principal | undefined => callers.get(request);

export const rememberCaller = (request: FastifyRequest, caller: Principal): void => {
  callers.set(request, caller);
};
