import { sql, type Kysely } from 'kysely';
import type { ReadDatabase } from './schema.js';

/** What a body has led, counted from registration on: requests and drafts of others are nobody's business. */
export interface LeadRecord {
  readonly member: number;
  /** Registered and not ended, in all committees. */
  readonly leadsNow: number;
  /** Led and in force once, ended since. */
  readonly led: number;
  /** Registered as a partner, on either side, of a twinning of this type in this committee. */
  readonly takenHere: boolean;
  /**
   * Led the twinned body in this type and committee, a convenor in this working group, and may not again (ST.5.7, OQ-7).
   * Of a convenor without a working group nobody can tell.
   */
  readonly ledSeekerHere: boolean;
}

const OPEN = sql`status IN ('AGREEMENT_PENDING', 'AGREEMENT_IN_REVIEW', 'ACTIVE', 'ENDING', 'SUSPENDED', 'UNDER_TMB_REVIEW')`;
const OVER = sql`status IN ('EXPIRED', 'TERMINATED', 'CANCELLED', 'CLOSED') AND start_day IS NOT NULL`;

/** The records of all bodies that are or were a partner of a registered twinning, in one query. */
export async function leadRecords(
  db: Kysely<ReadDatabase>,
  asked: {
    readonly twinned: number;
    readonly type: string;
    readonly committee: number;
    readonly workingGroup: string | null;
  },
): Promise<ReadonlyMap<number, LeadRecord>> {
  const { twinned, type, committee, workingGroup } = asked;
  const { rows } = await sql<LeadRecord>`
    WITH runs AS (SELECT DISTINCT a.lead FROM read.agreement a JOIN read.stream_state s USING (agreement)
      WHERE a.twinned = ${twinned} AND a.type = ${type} AND a.committee = ${committee}
        AND (a.type <> 'CONVENOR' OR upper(a.working_group) = upper(${workingGroup}))
        AND a.start_day IS NOT NULL
        AND (s.state #>> '{ending,ended,how}' IN ('EXPIRED', 'CANCELLED')
          OR (s.state #>> '{ending,ended,how}' = 'TERMINATED'
            AND s.state #>> '{term,windowOpened}' = 'true')))
    SELECT side.member,
           count(*) FILTER (WHERE side.leads AND ${OPEN})::int AS "leadsNow",
           count(*) FILTER (WHERE side.leads AND ${OVER})::int AS led,
           bool_or(${OPEN} AND type = ${type} AND committee = ${committee}) AS "takenHere",
           bool_or(EXISTS (SELECT FROM runs WHERE runs.lead = side.member)) AS "ledSeekerHere"
      FROM read.agreement
     CROSS JOIN LATERAL (VALUES (lead, true), (twinned, false)) AS side (member, leads)
     WHERE side.member IS NOT NULL AND (${OPEN} OR ${OVER})
     GROUP BY side.member`.execute(db);
  return new Map(rows.map((row) => [row.member, row]));
}
