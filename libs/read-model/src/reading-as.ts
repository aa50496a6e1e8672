import {
  actsInAppeals,
  appealsIn,
  participationVisibility,
  recordVisibilityOf,
  visibilityOf,
  type Committees,
  type Principal,
} from '@twinning/domain';
import { sql, type Kysely, type Transaction } from 'kysely';

const listOf = (committees: Committees): string =>
  committees === 'ALL' ? '*' : `{${committees.join(',')}}`;

/**
 * Reads as the database lets this principal read: one statement sets the role `twinning_reader` and what the principal
 * may see, for this transaction only. The second wall behind the filters of the queries.
 */
export async function readingAs<DB, T>(
  db: Kysely<DB>,
  principal: Principal,
  work: (trx: Transaction<DB>) => Promise<T>,
  /** Given where appeals are read: the committees of which the body is P-member. */
  pMemberOf?: readonly number[],
): Promise<T> {
  const { person, member, desk, above, party, invited } = visibilityOf(principal);
  const { audit, staff } = recordVisibilityOf(principal);
  const appeals = pMemberOf === undefined ? [] : appealsIn(principal, pMemberOf);
  const records = participationVisibility(principal);
  const appellant = pMemberOf === undefined ? [] : actsInAppeals(principal);
  return db.transaction().execute(async (trx) => {
    await sql`SELECT set_config('role', 'twinning_reader', true),
      set_config('twinning.person', ${person ?? ''}, true),
      set_config('twinning.actor', ${principal.person}, true),
      set_config('twinning.member', ${String(member ?? 0)}, true),
      set_config('twinning.desk', ${listOf(desk)}, true),
      set_config('twinning.above', ${listOf(above)}, true),
      set_config('twinning.party', ${listOf(party)}, true),
      set_config('twinning.invited', ${listOf(invited)}, true),
      set_config('twinning.audit', ${audit ? '*' : ''}, true),
      set_config('twinning.staff', ${staff === 'ALL' ? '*' : String(staff ?? '')}, true),
      set_config('twinning.own', ${records.own ? '*' : ''}, true),
      set_config('twinning.participation', ${listOf(records.desk)}, true),
      set_config('twinning.partner', ${listOf(records.partner)}, true),
      set_config('twinning.appeals', ${listOf(appeals)}, true),
      set_config('twinning.appellant', ${listOf(appellant)}, true)`.execute(trx);
    return work(trx);
  });
}
