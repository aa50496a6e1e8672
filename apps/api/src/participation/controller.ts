import { Body, Controller, Get, Headers, Param, Post, Req, Res } from '@nestjs/common';
import { preferredLanguage, type Principal } from '@twinning/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Caller, Policy } from '../auth/guard.js';
import { correlationOf } from '../problems/correlation.js';
import { idNumber, parseQuery } from '../problems/parse.js';
import { ParticipationDesk } from './desk.js';

const id = idNumber;
const pair = z.object({ member: id, committee: id });

/** The participation of an ISO member in a committee (lifecycle.md B6): its facts, cases, deadlines. */
@Policy('COMMAND')
@Controller('v1/participation/:member/:committee')
export class ParticipationController {
  constructor(private readonly desk: ParticipationDesk) {}

  @Policy('PARTICIPATION')
  @Get()
  read(
    @Caller() caller: Principal,
    @Param() path: unknown,
    @Headers('accept-language') accepted: string | undefined,
  ) {
    return this.desk.read(caller, parseQuery(pair, path), accepted);
  }

  @Post(':command')
  async command(
    @Caller() caller: Principal,
    @Param() path: { readonly command: string },
    @Body() payload: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { command, ...ids } = path;
    const key = request.headers['idempotency-key'];
    const { member, committee } = parseQuery(pair, ids);
    const answer = await this.desk.send({
      caller,
      key: typeof key === 'string' ? key : undefined,
      member,
      committee,
      path: command,
      payload: payload ?? {},
      correlation: correlationOf(request),
      language: preferredLanguage(request.headers['accept-language']),
    });
    void reply.status(200).header('Cache-Control', 'no-store');
    return answer;
  }
}
