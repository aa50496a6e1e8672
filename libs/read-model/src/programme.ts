import type { Phase, Principal, Section, TwinningType } from '@twinning/domain';
import { sql, type Kysely } from 'kysely';
import { readsSection, visibleTo } from './queries.js';
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

/** One row for each agreement that the caller may see: columns out of the states, null or empty where a part is withheld. */
export async function programmeRows(
  db: Kysely<ReadDatabase>,
  principal: Principal,
): Promise<readonly ProgrammeRow[]> {
  const reads = (section: Section) => readsSection(principal, section);
  const at = (section: Section, path: string) =>
    sql<string | null>`CASE WHEN ${reads(section)} THEN state #>> ${path}::text[] END`;
  const rows = await db
    .selectFrom('read.agreement')
    .innerJoin('read.stream_state', 'read.stream_state.agreement', 'read.agreement.agreement')
    .select(['read.agreement.agreement', 'phase', 'type', 'lead', 'twinned', 'start_day as start'])
    .select('created_at as openedAt')
    .select([
      at('approval', '{approval,submittedAt}').as('submittedAt'),
      at('approval', '{approval,approvedAt}').as('approvedAt'),
      at('approval', '{approval,registration,registeredOn}').as('registeredOn'),
      at('negotiation', '{negotiation,acceptedAt}').as('acceptedAt'),
      sql<ProgrammeRow['ended']>`CASE WHEN ${reads('ending')}
        THEN nullif(state #> '{ending,ended}', 'null'::jsonb) END`.as('ended'),
      sql<ProgrammeRow['evaluations']>`coalesce((
        SELECT jsonb_agg(jsonb_build_object('kind', e->'kind', 'stage', e->'stage'))
          FROM jsonb_array_elements(state #> '{evaluation,evaluations}') AS e
         WHERE ${reads('evaluation')}), '[]'::jsonb)`.as('evaluations'),
    ])
    .where(visibleTo(principal))
    .orderBy('read.agreement.agreement')
    .execute();
  return rows as readonly ProgrammeRow[];
}
