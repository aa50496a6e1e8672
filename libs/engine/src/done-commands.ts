import type { Principal } from '@twinning/domain';
import { visibleTo } from '@twinning/read-model';
import { sql, type SqlBool } from 'kysely';
import { bodyOf } from './commands.js';
import type { Db } from './database.js';

/** A command that was carried out, as its sender finds it again. */
export interface DoneCommand {
  readonly id: string;
  readonly agreement: string;
  readonly type: string;
  readonly person: string;
  readonly decidedAt: Date;
  /** Version of the agreement after it. */
  readonly version: number;
}

/**
 * What the caller's body has done, latest first, in agreements that the caller may see; for an ISO desk, what the person
 * has done: desks share one body. One's own is always there.
 */
export async function doneCommands(
  db: Db,
  principal: Principal,
  { limit, from }: { readonly limit: number; readonly from: number },
): Promise<{ readonly rows: readonly DoneCommand[]; readonly total: number }> {
  let query = db
    .selectFrom('engine.command')
    .where('body', '=', bodyOf(principal))
    .where(sql<SqlBool>`(outcome->>'accepted')::boolean`)
    .where('decided_at', 'is not', null);
  const isOwn = sql<SqlBool>`principal->>'person' = ${principal.person}`;
  query = query.where(
    principal.member === null
      ? isOwn
      : sql<SqlBool>`(${isOwn} OR agreement IN
          (SELECT agreement FROM read.agreement WHERE ${visibleTo(principal)}))`,
  );
  const { total } = await query
    .select(sql<number>`count(*)::integer`.as('total'))
    .executeTakeFirstOrThrow();
  const rows = await query
    .select(['id', 'agreement', 'type'])
    .select([
      sql<string>`principal->>'person'`.as('person'),
      sql<Date>`decided_at`.as('decidedAt'),
      sql<number>`(outcome->>'version')::integer`.as('version'),
    ])
    .orderBy('decided_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .offset(from)
    .execute();
  return { rows, total };
}
