import { asRead, lastReminders, noteReminders } from '@twinning/engine';
import { Body, Controller, Headers, HttpCode, Post } from '@nestjs/common';
import {
  delegatorOf,
  isForAll,
  READ_RULES,
  toMs,
  type Grant,
  type Principal,
} from '@twinning/domain';
import { listDuties, readingAs } from '@twinning/read-model';
import { Caller, Policy } from '../auth/guard.js';
import { parseQuery } from '../problems/parse.js';
import { demandKey } from '../commands/edge.js';
import { Resources } from '../resources.js';
import { remindersBody, skippedBecause } from './reminders.js';

const MANY = 10_000;

const isOfDesk = ({ role }: Grant): boolean =>
  READ_RULES.DESK.grants.some((granted) => granted === role);

/** Reminders of a desk to those who owe a move. They appear at the task; nothing of the agreement changes. */
@Policy('DESK')
@Controller('v1/desk/reminders')
export class RemindersController {
  constructor(private readonly resources: Resources) {}

  @Post()
  @HttpCode(200)
  async remind(
    @Caller() caller: Principal,
    @Body() given: unknown,
    @Headers('idempotency-key') key: string | undefined,
  ) {
    demandKey(key);
    const { tasks, dryRun } = parseQuery(remindersBody, given);
    const { db, clock } = this.resources;
    const at = await clock.now(db);
    const agreements = [...new Set(tasks.map((task) => task.agreement))];
    const of = { agreements, limit: MANY };
    const [own, others] = await readingAs(asRead(db), caller, async (trx) => [
      await listDuties(trx, caller, { ...of, of: 'me' }),
      await listDuties(trx, caller, { ...of, of: 'others' }),
    ]);
    const last = await lastReminders(db, agreements);
    const items = tasks.map(({ agreement, id }) => {
      const isIt = (row: { agreement: string; id: string }) =>
        row.agreement === agreement && row.id === id;
      const before = last.find((r) => r.agreement === agreement && r.task === id);
      const reason = skippedBecause(
        {
          isOpen: others.some(isIt),
          isOwn: own.some(isIt),
          remindedAt: before?.at.getTime() ?? null,
        },
        toMs(at),
      );
      return { agreement, id, result: reason === null ? 'REMINDED' : 'SKIPPED', reason };
    });
    const reminded = items.filter(({ reason }) => reason === null);
    const onBehalfOf = delegatorOf(caller.grants.filter((g) => isForAll(g) && isOfDesk(g)));
    const by = { principal: caller, onBehalfOf, key, at };
    if (!dryRun) await noteReminders(db, reminded, by);
    return { dryRun, reminded: reminded.length, items };
  }
}
