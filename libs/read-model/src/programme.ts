import type { Phase, Principal, TwinningType } from '@twinning/domain';
import { sql, type Kysely } from 'kysely';
import { visibleTo } from './queries.js';
import type { ReadDatabase } from './schema.js';

/** What the programme's figures need of an agreement: instants as RFC 3339 texts, days as `YYYY-MM-DD`. */
export interface ProgrammeRow {
  readonly agreement: string;
  readonly phase: Phase;
  readonly type: TwinningType;
  readonly lead: number | null;
  readonly twinned: number | null;
  readonly openedAt: Date;
  readonly submittedAt: string | null;
  readonly approvedAt: string | null;
  readonly registeredOn: string | null;
  readonly acceptedAt: string | null;
  readonly start: string | null;
  readonly ended: { readonly on: string; readonly how: string } | null;
  readonly evaluations: readonly { readonly kind: string; readonly stage: string }[];
}

const at = (path: string) => sql<string | null>`state #>> ${path}::text[]`;

/** One row for each agreement that the caller may see: columns out of the states, never whole states. */
export async function programmeRows(
  db: Kysely<ReadDatabase>,
  principal: Principal,
): Promise<readonly ProgrammeRow[]> {
  const rows = await db
    .selectFrom('read.agreement')
    .innerJoin('read.stream_state', 'read.stream_state.agreement', 'read.agreement.agreement')
    .select(['read.agreement.agreement', 'phase', 'type', 'lead', 'twinned', 'start_day as start'])
    .select('created_at as openedAt')
    .select([
      at('{approval,submittedAt}').as('submittedAt'),
      at('{approval,approvedAt}').as('approvedAt'),
      at('{approval,registration,registeredOn}').as('registeredOn'),
      at('{negotiation,acceptedAt}').as('acceptedAt'),
      sql<ProgrammeRow['ended']>`nullif(state #> '{ending,ended}', 'null'::jsonb)`.as('ended'),
      sql<ProgrammeRow['evaluations']>`coalesce((
        SELECT jsonb_agg(jsonb_build_object('kind', e->'kind', 'stage', e->'stage'))
          FROM jsonb_array_elements(state #> '{evaluation,evaluations}') AS e), '[]'::jsonb)`.as(
        'evaluations',
      ),
    ])
    .where(visibleTo(principal))
    .orderBy('read.agreement.agreement')
    .execute();
  return rows as readonly ProgrammeRow[];
}
