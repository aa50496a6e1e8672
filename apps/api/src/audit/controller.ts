import { Controller, Get, Query } from '@nestjs/common';
import { AccessLog } from '@twinning/engine';
import { z } from 'zod';
import { Policy } from '../auth/guard.js';
import { parseQuery, wholeNumber } from '../problems/parse.js';

const query = z.object({
  agreement: z.guid().optional(),
  from: wholeNumber().default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

/** Who took what out of the record: for auditors. */
@Policy('AUDIT')
@Controller('v1/audit')
export class AuditController {
  constructor(private readonly accesses: AccessLog) {}

  @Get('access')
  async access(@Query() given: unknown) {
    const { agreement, from, limit } = parseQuery(query, given);
    return { items: await this.accesses.list(agreement ?? null, from, limit) };
  }
}
