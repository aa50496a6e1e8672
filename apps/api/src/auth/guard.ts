import {
  createParamDecorator,
  Injectable,
  SetMetadata,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Principal } from '@twinning/domain';
import type { FastifyRequest } from 'fastify';
import { ZodError } from 'zod';
import { Problem } from '../problems/problem.js';
import { TokenVerifier } from './token-verifier.js';

const PUBLIC = 'twinning:public';

/** A route that needs no token: health, documentation, the public side of the log. */
export const Public = () => SetMetadata(PUBLIC, true);

const callers = new WeakMap<FastifyRequest, Principal>();

/** The authenticated caller of this request. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const caller = callers.get(context.switchToHttp().getRequest<FastifyRequest>());
  if (caller === undefined) throw new Problem('UNAUTHENTICATED');
  return caller;
});

/** Every route asks for a bearer token unless it is marked public. */
@Injectable()
export class BearerGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly verifier: TokenVerifier,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const open = this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (open === true) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined) throw new Problem('UNAUTHENTICATED');
    callers.set(request, await this.caller(token));
    return true;
  }

  private async caller(token: string): Promise<Principal> {
    try {
      return await this.verifier.verify(token);
    } catch (error) {
      const code = (error as { code?: unknown }).code;
      const ofToken =
        error instanceof ZodError || (typeof code === 'string' && /^ERR_J/.test(code));
      if (!ofToken) throw new Problem('ISSUER_AWAY');
      throw new Problem('TOKEN_INVALID', {
        reason: error instanceof ZodError ? 'claims' : String(code),
      });
    }
  }
}
