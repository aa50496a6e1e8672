import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import { preferredLanguage, type Principal } from '@twinning/domain';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Caller, Policy } from '../auth/guard.js';
import { parseQuery } from '../problems/parse.js';
import { AppealReader, type AppealableItem } from './reader.js';

const query = z.object({ limit: z.coerce.number().int().min(1).max(500).default(200) });

/** What a P-member of the committee that is no party may appeal against. */
@Policy('APPEAL')
@Controller('v1/appeals')
export class AppealsController {
  constructor(private readonly reader: AppealReader) {}

  @Get()
  async list(
    @Caller() caller: Principal,
    @Query() given: unknown,
    @Headers('accept-language') accepted: string | undefined,
  ): Promise<{ readonly items: readonly AppealableItem[] }> {
    const { limit } = parseQuery(query, given);
    return { items: await this.reader.list(caller, limit, preferredLanguage(accepted)) };
  }

  @Get(':id')
  async detail(
    @Caller() caller: Principal,
    @Param('id') id: string,
    @Headers('accept-language') accepted: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const detail = await this.reader.detail(caller, id, preferredLanguage(accepted));
    void reply.header('ETag', `"${String(detail.version)}"`);
    return detail;
  }
}
