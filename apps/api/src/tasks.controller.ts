import { asRead, asRegistry, doneCommands } from '@twinning/engine';
import { Controller, Get, Headers, Query } from '@nestjs/common';
import {
  dayAt,
  fromMs,
  ISO_DESKS,
  preferredLanguage,
  toMs,
  type Day,
  type Principal,
} from '@twinning/domain';
import { logSize } from '@twinning/event-log';
import { dutiesWithCounts, listEscalations, loadStanding, readingAs } from '@twinning/read-model';
import { memberFact } from '@twinning/registry';
import { z } from 'zod';
import { Caller, Policy } from './auth/guard.js';
import { doneViews } from './desk/done.js';
import { escalationViews } from './desk/ladder.js';
import { agreementsOf, SOON_MS, taskViews } from './desk/tasks.js';
import { from, parseQuery } from './problems/parse.js';
import { momentOf } from './record/agreement-history.js';
import { listTasksAt } from './record/past-lists.js';
import { Resources } from './resources.js';

const query = z.object({ limit: z.coerce.number().int().min(1).max(500).default(100) });
const partQuery = query.extend({ from });
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
      invitations: await this.invitationsOf(caller, dayAt(now)),
      now,
      entries,
    };
  }

  // Those that the person could accept: of the body that their token names, or of any when it names none.
  private async invitationsOf(caller: Principal, today: Day) {
    const { db } = this.resources;
    const { entries } = await loadStanding(asRead(db), caller.person);
    const named = caller.member ?? (caller.grants.length > 0 ? ISO_DESKS : null);
    const waiting = entries.filter(
      ({ state, body }) => state === 'INVITED' && (named === null || body === named),
    );
    return Promise.all(
      waiting.map(async ({ body }) => ({
        body,
        acronym: (await memberFact(asRegistry(db), body, today))?.acronym ?? null,
      })),
    );
  }

  @Get('tasks')
  async tasks(
    @Caller() caller: Principal,
    @Query() given: unknown,
    @Headers('accept-language') accepted: string | undefined,
  ) {
    const { limit, of, asOf } = parseQuery(tasksQuery, given);
    const { db, clock } = this.resources;
    if (asOf !== undefined) {
      const at = { limit, language: preferredLanguage(accepted) };
      return listTasksAt(this.resources, caller, momentOf('asOf', asOf), at);
    }
    const now = toMs(await clock.now(db));
    const around = { dueBy: fromMs(now + SOON_MS), sinceFrom: fromMs(now - SOON_MS) };
    const { rows, counts } = await readingAs(asRead(db), caller, (trx) =>
      dutiesWithCounts(trx, caller, { of, limit }, around),
    );
    return { items: await taskViews(db, rows, preferredLanguage(accepted)), counts };
  }

  /** What the caller's body, or at a desk the caller, has done. */
  @Get('tasks/done')
  async done(
    @Caller() caller: Principal,
    @Query() given: unknown,
    @Headers('accept-language') accepted: string | undefined,
  ) {
    const part = parseQuery(partQuery, given);
    const { db } = this.resources;
    const done = await readingAs(db, caller, async (trx) => {
      const { rows, total } = await doneCommands(trx, caller, part);
      return {
        rows,
        total,
        of: await agreementsOf(trx, [...new Set(rows.map((row) => row.agreement))]),
      };
    });
    const items = await doneViews(db, done, preferredLanguage(accepted));
    return { items, total: done.total };
  }

  @Get('escalations')
  async escalations(
    @Caller() caller: Principal,
    @Query() given: unknown,
    @Headers('accept-language') accepted: string | undefined,
  ) {
    const part = parseQuery(partQuery, given);
    const { db, clock } = this.resources;
    const now = toMs(await clock.now(db));
    const { rows, total } = await readingAs(asRead(db), caller, (trx) =>
      listEscalations(trx, caller, part),
    );
    return { items: await escalationViews(db, rows, now, preferredLanguage(accepted)), total };
  }
}
