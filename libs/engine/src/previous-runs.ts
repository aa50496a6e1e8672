import {
  sameWorkingGroup,
  type Agreement,
  type MappedOn,
  type Needs,
  type PreviousRun,
} from '@twinning/domain';
import { sql } from 'kysely';
import type { Db } from './database.js';

type Place = NonNullable<Needs['previousRunsOf']>;

/** Runs of the same ordered pair, type, committee and WG that have been in force (OQ-7), under former ids too. */
export async function previousRuns(trx: Db, of: Place): Promise<readonly PreviousRun[]> {
  const mappedOn = [...of.mappedOn, ...(await mappedOnBeside(trx, of))];
  const ids = <T extends number | string>(kind: MappedOn['kind'], now: T): readonly T[] => [
    ...formerIds(mappedOn, kind, now),
  ];
  const rows = await trx
    .selectFrom('read.stream_state')
    .innerJoin('read.agreement', 'read.agreement.agreement', 'read.stream_state.agreement')
    .select(['state', 'working_group'])
    .where('lead', 'in', ids('BODY', of.lead))
    .where('twinned', 'in', ids('BODY', of.twinned))
    .where('read.agreement.type', '=', of.type)
    .where('committee', 'in', ids('COMMITTEE', of.committee))
    .where('start_day', 'is not', null)
    .execute();
  // Older records may spell a group in another way: it is compared here and not by the database.
  const groups = of.workingGroup === null ? null : ids('WORKING_GROUP', of.workingGroup);
  const inGroup = (name: string | null): boolean =>
    groups === null || name === null
      ? groups === name
      : groups.some((group) => sameWorkingGroup(group, name));
  return rows.flatMap((row) => {
    if (!inGroup(row.working_group)) return [];
    const run = endedRun(row.state as Agreement);
    return run === null ? [] : [run];
  });
}

/**
 * What other agreements of the committee or of one of the bodies have had mapped on: a run that ended before a
 * succession keeps its old ids, and the agreement before us may never have borne them. A working group's name means
 * something in its own committee only.
 */
async function mappedOnBeside(trx: Db, of: Place): Promise<readonly MappedOn[]> {
  const { rows } = await sql<{ mapped: readonly MappedOn[]; here: boolean }>`
    SELECT s.state->'execution'->'mappedOn' AS mapped, a.committee = ${of.committee} AS here
      FROM read.stream_state s JOIN read.agreement a USING (agreement)
     WHERE (a.committee = ${of.committee} OR a.lead IN (${of.lead}, ${of.twinned})
            OR a.twinned IN (${of.lead}, ${of.twinned}))
       AND s.state->'execution'->'mappedOn' IS NOT NULL`.execute(trx);
  return rows.flatMap(({ mapped, here }) =>
    mapped.filter((step) => here || step.kind !== 'WORKING_GROUP'),
  );
}

/** An id with all that it took the place of, however many times. */
export function formerIds<T extends number | string>(
  mappedOn: readonly MappedOn[],
  kind: MappedOn['kind'],
  now: T,
): ReadonlySet<T> {
  const found = new Set<T>([now]);
  // A set is walked in the order of its growth: what is added is looked at in its turn.
  for (const id of found) {
    for (const step of mappedOn) {
      if (step.kind === kind && isId(step.new, id)) found.add(step.old as T);
    }
  }
  return found;
}

const isId = (a: number | string, b: number | string): boolean =>
  typeof a === 'string' && typeof b === 'string' ? sameWorkingGroup(a, b) : a === b;

function endedRun(state: Agreement): PreviousRun | null {
  const { term, ending } = state;
  if (term === null || ending.ended === null) return null;
  const how = ending.ended.how;
  if (how !== 'EXPIRED' && how !== 'TERMINATED' && how !== 'CANCELLED') return null;
  return {
    agreement: state.id,
    type: state.type,
    ending: how === 'TERMINATED' && term.windowOpened ? 'TERMINATED_IN_WINDOW' : how,
    start: term.start,
    end: ending.ended.on < term.end ? ending.ended.on : term.end,
  };
}
