import { Controller, Delete, Get, HttpCode, Param, Req } from '@nestjs/common';
import type { Principal } from '@twinning/domain';
import {
  endOtherSessionsOf,
  endSessionOf,
  SESSION_LIMITS,
  sessionsOf,
  type OwnSession,
} from '@twinning/engine';
import type { FastifyRequest } from 'fastify';
import { Caller, Policy } from '../auth/guard.js';
import { Sessions } from '../auth/sessions.js';
import { Problem } from '../problems/problem.js';
import { Resources } from '../resources.js';

/** Where the caller is signed in, and how to end that elsewhere: after a device was lost, or a browser left open. */
@Policy('OWN')
@Controller('v1/me/sessions')
export class OwnSessionsController {
  constructor(
    private readonly resources: Resources,
    private readonly sessions: Sessions,
  ) {}

  @Get()
  async list(
    @Caller() { person }: Principal,
    @Req() request: FastifyRequest,
  ): Promise<{ items: readonly OwnSession[] }> {
    const { db } = this.resources;
    const id = this.currentOf(request);
    return { items: await sessionsOf(db, person, id, SESSION_LIMITS.idleSeconds) };
  }

  /** Ends all but the one that asks; by a token, all. */
  @Delete()
  async endOthers(@Caller() { person }: Principal, @Req() request: FastifyRequest) {
    const marks = await endOtherSessionsOf(this.resources.db, person, this.currentOf(request));
    this.sessions.ended(marks);
    return { ended: marks.length };
  }

  @Delete(':session')
  @HttpCode(204)
  async end(@Caller() { person }: Principal, @Param('session') handle: string): Promise<void> {
    const marks = await endSessionOf(this.resources.db, person, handle);
    if (marks.length === 0) throw new Problem('NOT_FOUND');
    this.sessions.ended(marks);
  }

  // A request with a token is judged by it alone: a cookie beside it is nobody's.
  private currentOf(request: FastifyRequest): string | null {
    return request.headers.authorization === undefined ? this.sessions.idOf(request) : null;
  }
}
