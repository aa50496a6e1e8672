import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.js';
import { Resources } from '../resources.js';

/** What is posted and leaves nothing in the record: sessions, one's own settings, looking a paper up. */
const LEAVES_NOTHING = /^\/v1\/(session|me|papers\/check)(?:[/?]|$)/;

/**
 * Refuses whatever would be decided while the log is one that was put back from a backup and not continued: reading goes
 * on. Stands behind the guard that asks who calls.
 */
@Injectable()
export class ContinuityGuard implements CanActivate {
  constructor(private readonly resources: Resources) {}

  canActivate(context: ExecutionContext): boolean {
    const { url, method } = context.switchToHttp().getRequest<FastifyRequest>();
    if (this.resources.continuity.fault === null) return true;
    if (method !== 'POST' || !url.startsWith('/v1/') || LEAVES_NOTHING.test(url)) return true;
    throw new Problem('RECORD_NOT_CONTINUED');
  }
}
