import { Body, Controller, Get, Headers, HttpCode, Param, Post, Req } from '@nestjs/common';
import { preferredLanguage, type Principal } from '@twinning/domain';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Caller, Policy } from '../auth/guard.js';
import { correlationOf } from '../problems/correlation.js';
import { parseQuery } from '../problems/parse.js';
import { PeopleDesk } from './desk.js';

const path = z.object({ body: z.coerce.number().int().min(0).max(2_147_483_647) });

/** Each body's own people: who they are, what they may do, who stands in for whom. Body 0: the desks of ISO. */
@Policy('OWN')
@Controller('v1/bodies/:body/people')
export class PeopleController {
  constructor(private readonly desk: PeopleDesk) {}

  @Get()
  read(
    @Caller() caller: Principal,
    @Param() given: unknown,
    @Headers('accept-language') accepted: string | undefined,
  ) {
    return this.desk.read(caller, parseQuery(path, given).body, accepted);
  }

  @Policy('COMMAND')
  @Post(':command')
  @HttpCode(200)
  command(
    @Caller() caller: Principal,
    @Param() { command, ...given }: { readonly command: string },
    @Body() payload: unknown,
    @Req() request: FastifyRequest,
  ) {
    const key = request.headers['idempotency-key'];
    return this.desk.send({
      caller,
      key: typeof key === 'string' ? key : undefined,
      body: parseQuery(path, given).body,
      path: command,
      payload: payload ?? {},
      correlation: correlationOf(request),
      language: preferredLanguage(request.headers['accept-language']),
    });
  }
}
