import { asRead, asRegistry } from '@twinning/engine';
import { Controller, Get, Headers, Query } from '@nestjs/common';
import { dayAt, preferredLanguage, toMs, type Principal } from '@twinning/domain';
import { logSize } from '@twinning/event-log';
import { listEscalations, readingAs } from '@twinning/read-model';
import { memberFact } from '@twinning/registry';
import { z } from 'zod';
import { Caller, Policy } from './auth/guard.js';
import { agreementsOf, dutiesOf, taskViews } from './desk/tasks.js';
import { parseQuery } from './problems/parse.js';
import { momentOf } from './record/agreement-history.js';
import { listTasksAt } from './record/past-lists.js';
import { namesOf } from './registry/names.js';
import { Resources } from './resources.js';

const query = z.object({ limit: z.coerce.number().int().min(1).max(500).default(100) });
const tasksQuery = query.extend({
  of: z.enum(['me', 'others']).default('me'),
  /** A moment of the past: what the caller owed then. */
  asOf: z.string().max(40).optional(),
});

/** What the caller owes, and what lies with the ISO desks. */
@Policy('OWN')
@Controller('v1')
export class TasksController {
  constructor(private readonly resources: Resources) {}

  /** Who the caller is, the time by which deadlines are counted, and the number of entries of the record. */
  @Get('me')
  async me(@Caller() caller: Principal) {
    const { db, clock } = this.resources;
    // Before anything else is read: whoever asks for updates after these entries misses nothing.
    const entries = await logSize(db);
    const now = await clock.now(db);
    const body =
      caller.member === null ? null : await memberFact(asRegistry(db), caller.member, dayAt(now));
    return {
      person: caller.person,
      member: caller.member,
      acronym: body?.acronym ?? null,
      roles: caller.grants,
      stepUp: caller.stepUp,
      now,
      entries,
    };
  }

  @Get('tasks')
  async tasks(
    @Caller() caller: Principal,
    @Query() given: unknown,
    @Headers('accept-language') accepted: string | undefined,
  ) {
    const { limit, of, asOf } = parseQuery(tasksQuery, given);
    const { db } = this.resources;
    if (asOf !== undefined) {
      const at = { limit, language: preferredLanguage(accepted) };
      const moment = momentOf('asOf', asOf);
      return { items: await listTasksAt(this.resources, caller, moment, at) };
    }
    const rows = await readingAs(db, caller, (trx) => dutiesOf(trx, caller, of === 'me', limit));
    return { items: await taskViews(db, rows, preferredLanguage(accepted)) };
  }

  @Get('escalations')
  async escalations(@Caller() caller: Principal, @Query() given: unknown) {
    const { limit } = parseQuery(query, given);
    const { db, clock } = this.resources;
    const now = toMs(await clock.now(db));
    const rows = await readingAs(asRead(db), caller, (trx) => listEscalations(trx, caller, limit));
    const of = await agreementsOf(db, [...new Set(rows.map((row) => row.agreement))]);
    const names = await namesOf(
      db,
      of.flatMap((row) => [row.lead, row.twinned]),
      of.map((row) => row.committee),
    );
    const byId = new Map(of.map((row) => [row.agreement, row]));
    return {
      items: rows.map((row) => ({
        ...row,
        status: byId.get(row.agreement)?.status ?? null,
        leadAcronym: names.member(byId.get(row.agreement)?.lead ?? null),
        twinnedAcronym: names.member(byId.get(row.agreement)?.twinned ?? null),
        committeeReference: names.committee(byId.get(row.agreement)?.committee ?? null),
        since: row.since.toISOString(),
        ageDays: Math.floor((now - row.since.getTime()) / 86_400_000),
      })),
    };
  }
}
