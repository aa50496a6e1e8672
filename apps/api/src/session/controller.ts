import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { DemonstrationPerson } from '@twinning/identity';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Public } from '../auth/guard.js';
import { isFromOwnPage } from '../auth/session-cookie.js';
import { Sessions } from '../auth/sessions.js';
import { parseQuery } from '../problems/parse.js';
import { Problem } from '../problems/problem.js';

/** The people who sign in with one click; null where the API trusts an issuer that is not its own. */
export class OneClick {
  constructor(readonly people: readonly DemonstrationPerson[] | null) {}
}

const choice = z.object({ person: z.string().max(64), proof: z.boolean().default(false) });

/** Signing in with one click, at a demonstration only: elsewhere these addresses answer `NOT_FOUND`. */
@Public()
@Controller('v1/session')
export class OneClickController {
  constructor(
    private readonly sessions: Sessions,
    private readonly oneClick: OneClick,
  ) {}

  @Get('people')
  people() {
    const { people } = this.oneClick;
    if (people === null) throw new Problem('NOT_FOUND');
    return {
      items: people.map(({ id, name, member, roles }) => ({
        id,
        name,
        member,
        roles: roles.map((grant) => grant.role),
      })),
    };
  }

  /** Signs a demonstration person in; with `proof` the person confirms again who they are (RFC 9470). */
  @Post()
  @HttpCode(204)
  async open(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { person, proof } = parseQuery(choice, body);
    const found = this.oneClick.people?.find((p) => p.id === person);
    if (found === undefined) throw new Problem('NOT_FOUND');
    if (!isFromOwnPage(request, this.sessions.publicUrl)) throw new Problem('CROSS_SITE');
    await this.sessions.open(request, reply, {
      person: found.id,
      member: found.member,
      grants: found.roles,
      stepUp: proof,
    });
  }
}
