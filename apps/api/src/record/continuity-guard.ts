import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.js';
import { Resources } from '../resources.js';

/** What is posted and leaves nothing in the record: sessions, one's own settings, looking a paper up. */
const LEAVES_NOTHING = /^\/v1\/(session|me|papers\/check)(?:\/|$)/;

/**
 * Refuses whatever would be decided while the log is one that was put back from a backup and not continued: reading goes
 * on. Stands behind the guard that asks who calls; what appends on its way is refused where it appends (`Resources`).
 */
@Injectable()
export class ContinuityGuard implements CanActivate {
  constructor(private readonly resources: Resources) {}

  canActivate(context: ExecutionContext): boolean {
    const { method, routeOptions } = context.switchToHttp().getRequest<FastifyRequest>();
    if (this.resources.continuity.fault === null) return true;
    // The route that answers: an address can be written in many ways.
    const route = routeOptions.url ?? '';
    if (method !== 'POST' || !route.startsWith('/v1/') || LEAVES_NOTHING.test(route)) return true;
    throw new Problem('RECORD_NOT_CONTINUED');
  }
}
