import { actsInAppeals, appealsIn, type Agreement, type Principal } from '@twinning/domain';
import { sql, type Kysely } from 'kysely';
import type { ReadDatabase } from './schema.js';

/**
 * Agreements that the principal's body appeals or may appeal in without seeing them, latest decision first. To be asked
 * under `readingAs` with the same committees: what the principal sees has a page of its own and is left out.
 */
export async function listAppealable(
  trx: Kysely<ReadDatabase>,
  principal: Principal,
  pMemberOf: readonly number[],
  { limit, agreement = null }: { readonly limit: number; readonly agreement?: string | null },
): Promise<readonly string[]> {
  const acts = actsInAppeals(principal);
  const committees = acts === 'ALL' ? null : [...acts];
  const { rows } = await sql<{ agreement: string }>`
    SELECT p.agreement FROM read.appealable p
     WHERE ((p.is_open AND p.committee = ANY(${[...appealsIn(principal, pMemberOf)]}::int[]))
            OR (${principal.member}::int = ANY(p.appellants)
                AND (${committees}::int[] IS NULL OR p.committee = ANY(${committees}::int[]))))
       AND (${agreement}::uuid IS NULL OR p.agreement = ${agreement}::uuid)
       AND NOT EXISTS (SELECT FROM read.agreement a WHERE a.agreement = p.agreement)
     ORDER BY p.decided_on DESC NULLS FIRST, p.agreement
     LIMIT ${limit}`.execute(trx);
  return rows.map((row) => row.agreement);
}

/**
 * The agreement, seen or not, when it is one of these committees and no draft any more: what a P-member may complain of
 * an inaction in. One question, whatever the id names.
 */
export async function loadForInaction(
  db: Kysely<ReadDatabase>,
  agreement: string,
  committees: readonly number[],
): Promise<Agreement | null> {
  const { rows } = await sql<{ state: Agreement }>`
    SELECT s.state FROM read.stream_state s JOIN read.agreement a USING (agreement)
     WHERE s.agreement = ${agreement}::uuid AND a.committee = ANY(${[...committees]}::int[])
       AND s.state->>'stage' NOT IN ('NONE', 'DRAFT')`.execute(db);
  return rows[0]?.state ?? null;
}

/** These agreements as of their last events, in the order of the ids. */
export async function loadStates(
  db: Kysely<ReadDatabase>,
  agreements: readonly string[],
): Promise<readonly Agreement[]> {
  if (agreements.length === 0) return [];
  const rows = await db
    .selectFrom('read.stream_state')
    .select(['agreement', 'state'])
    .where('agreement', 'in', agreements)
    .execute();
  const found = new Map(rows.map(({ agreement, state }) => [agreement, state as Agreement]));
  return agreements.flatMap((id) => found.get(id) ?? []);
}
