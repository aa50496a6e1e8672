import { asRead } from '@twinning/engine';
import { Controller, Get, Headers, Query } from '@nestjs/common';
import { preferredLanguage, sentenceOfDuty, toMs, type Principal } from '@twinning/domain';
import { listDuties, listEscalations } from '@twinning/read-model';
import { z } from 'zod';
import { Caller } from './auth/guard.js';
import { parseQuery } from './problems/parse.js';
import { Resources } from './resources.js';

const query = z.object({ limit: z.coerce.number().int().min(1).max(500).default(100) });

/** What the caller owes, and what lies with the ISO desks. */
@Controller('v1')
export class TasksController {
  constructor(private readonly resources: Resources) {}

  @Get('me')
  me(@Caller() caller: Principal) {
    return {
      person: caller.person,
      member: caller.member,
      roles: caller.grants,
      stepUp: caller.stepUp,
    };
  }

  @Get('tasks')
  async tasks(
    @Caller() caller: Principal,
    @Query() given: unknown,
    @Headers('accept-language') accepted: string | undefined,
  ) {
    const { limit } = parseQuery(query, given);
    const language = preferredLanguage(accepted);
    const rows = await listDuties(asRead(this.resources.db), caller, limit);
    return {
      items: rows.map((row) => ({
        agreement: row.agreement,
        id: row.id,
        text: sentenceOfDuty(row, language),
        desk: row.desk,
        member: row.member,
        committee: row.committee,
        commands: row.commands,
        clause: row.clause,
        since: row.since.toISOString(),
        due: row.due?.toISOString() ?? null,
      })),
    };
  }

  @Get('escalations')
  async escalations(@Caller() caller: Principal, @Query() given: unknown) {
    const { limit } = parseQuery(query, given);
    const { db, clock } = this.resources;
    const now = toMs(await clock.now(db));
    const rows = await listEscalations(asRead(db), caller, limit);
    return {
      items: rows.map((row) => ({
        ...row,
        since: row.since.toISOString(),
        ageDays: Math.floor((now - row.since.getTime()) / 86_400_000),
      })),
    };
  }
}
