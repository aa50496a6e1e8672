import {
  noParticipation,
  participationDeadlines,
  PARTNERS_READ_IN,
  type Participation,
  type RulesetId,
} from '@twinning/domain';
import { sql, type ColumnType, type Kysely } from 'kysely';
import type { ReadDatabase } from './schema.js';

/** One member in one committee (lifecycle.md B6): its folded stream and the deadline that a sweep looks for. */
export interface ParticipationTable {
  member: number;
  committee: number;
  version: number;
  status: string | null;
  state: ColumnType<unknown, string, string>;
  next_deadline: ColumnType<Date, string, string> | null;
}

/** Run by `migrateReadModel`. */
export const participationTable: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS read.participation (
     member integer NOT NULL,
     committee integer NOT NULL,
     version integer NOT NULL,
     status text,
     state jsonb NOT NULL,
     next_deadline timestamptz,
     PRIMARY KEY (member, committee))`,
  `CREATE INDEX IF NOT EXISTS participation_due ON read.participation (next_deadline)`,
  `CREATE INDEX IF NOT EXISTS participation_committee ON read.participation (committee)`,
];

/** A pair of ISO ids: the stream `participation/<member>/<committee>`. */
export interface Pair {
  readonly member: number;
  readonly committee: number;
}

/** The participation as of its last event; that of `ruleset` before the first one when there is none. */
export async function loadParticipation(
  db: Kysely<ReadDatabase>,
  { member, committee }: Pair,
  ruleset: RulesetId,
): Promise<Participation> {
  const row = await db
    .selectFrom('read.participation')
    .select('state')
    .where('member', '=', member)
    .where('committee', '=', committee)
    .executeTakeFirst();
  return (row?.state as Participation | undefined) ?? noParticipation(ruleset);
}

/**
 * The bodies with which `member` has a twinning in this committee while each partner reads how the other takes part, and
 * whether the reader of this transaction is let through to the row: the domain and the database have to agree.
 */
export async function participationAs(
  trx: Kysely<ReadDatabase>,
  reader: number | null,
  { member, committee }: Pair,
): Promise<{ readonly partners: readonly number[]; readonly isVisible: boolean }> {
  const row = await trx
    .selectFrom('read.participation')
    .select('version')
    .where('member', '=', member)
    .where('committee', '=', committee)
    .executeTakeFirst();
  if (row === undefined || reader === null) return { partners: [], isVisible: row !== undefined };
  const found = await trx
    .selectFrom('read.agreement')
    .select(['lead', 'twinned'])
    .where('committee', '=', committee)
    .where('status', 'in', PARTNERS_READ_IN)
    .where((eb) => eb.or([eb('lead', '=', reader), eb('twinned', '=', reader)]))
    .execute();
  return {
    partners: found
      .map((a) => (a.lead === reader ? a.twinned : a.lead))
      .filter((partner) => partner !== null),
    isVisible: true,
  };
}

/** The participations of these members in one committee, for facts of a decision. */
export async function participationsIn(
  db: Kysely<ReadDatabase>,
  members: readonly number[],
  committee: number,
): Promise<readonly Participation[]> {
  if (members.length === 0) return [];
  const rows = await db
    .selectFrom('read.participation')
    .select('state')
    .where('committee', '=', committee)
    .where('member', 'in', members)
    .execute();
  return rows.map((row) => row.state as Participation);
}

/** Writes what the read model shows of one participation, inside the transaction that appended its events. */
export const projectParticipation = (
  trx: Kysely<ReadDatabase>,
  pair: Pair,
  state: Participation,
): Promise<void> => projectParticipations(trx, [{ pair, state }]);

/** The same for many in one statement: at most some thousands. */
export async function projectParticipations(
  trx: Kysely<ReadDatabase>,
  all: readonly { readonly pair: Pair; readonly state: Participation }[],
): Promise<void> {
  if (all.length === 0) return;
  const rows = all.map(({ pair: { member, committee }, state }) => ({
    member,
    committee,
    version: state.version,
    status: state.status,
    state: JSON.stringify(state),
    next_deadline: participationDeadlines(state)[0]?.due ?? null,
  }));
  await trx
    .insertInto('read.participation')
    .values(rows)
    .onConflict((c) =>
      c.columns(['member', 'committee']).doUpdateSet((eb) => ({
        version: eb.ref('excluded.version'),
        status: eb.ref('excluded.status'),
        state: eb.ref('excluded.state'),
        next_deadline: eb.ref('excluded.next_deadline'),
      })),
    )
    .execute();
}

/** Forgets one participation; the caller writes it again from the log. */
export async function clearParticipation(
  trx: Kysely<ReadDatabase>,
  { member, committee }: Pair,
): Promise<void> {
  await trx
    .deleteFrom('read.participation')
    .where('member', '=', member)
    .where('committee', '=', committee)
    .execute();
}

/** Participations with a deadline at or before `now` (RFC 3339), the oldest first. */
export const dueParticipations = (
  db: Kysely<ReadDatabase>,
  now: string,
  limit: number,
): Promise<readonly Pair[]> =>
  db
    .selectFrom('read.participation')
    .select(['member', 'committee'])
    .where(sql<boolean>`next_deadline <= ${now}::timestamptz`)
    .orderBy('next_deadline')
    .limit(limit)
    .execute();
