import {
  claimsHeld,
  deadlineKey,
  deadlines,
  duties,
  memberOn,
  phaseOf,
  statusOf,
  type Agreement,
  type Duty,
} from '@twinning/domain';
import { sql, type Kysely } from 'kysely';
import type { ReadDatabase } from './schema.js';

const memberOwing = (state: Agreement, duty: Duty): number | null => {
  switch (duty.desk) {
    case 'LEAD':
      return state.lead;
    case 'TWINNED':
      return state.twinned;
    case 'INITIATOR':
      return memberOn(state, state.initiator);
    case 'INVITED': {
      const [, id] = duty.id.split(':');
      return state.proposal.invitations.find((i) => i.id === id)?.member ?? null;
    }
    default:
      return null;
  }
};

/** A duty of both partners is owed by each: one row a side. */
const rowsOfDuty = (state: Agreement, duty: Duty) => {
  const row = (id: string, desk: string, member: number | null) => ({
    agreement: state.id,
    id,
    desk,
    member,
    committee: state.committee,
    commands: [...duty.commands],
    clause: duty.clause,
    since: duty.since as string,
    due: duty.due as string | null,
  });
  return duty.desk === 'BOTH'
    ? [
        row(`${duty.id}#LEAD`, 'LEAD', state.lead),
        row(`${duty.id}#TWINNED`, 'TWINNED', state.twinned),
      ]
    : [row(duty.id, duty.desk, memberOwing(state, duty))];
};

/**
 * Writes what the read model shows of one agreement, inside the transaction that appended its events. A fault here
 * refuses the command: projection and log never differ.
 */
export async function projectAgreement(
  trx: Kysely<ReadDatabase>,
  state: Agreement,
  at: string,
): Promise<void> {
  const next = deadlines(state);
  const row = {
    version: state.version,
    status: statusOf(state),
    phase: phaseOf(state),
    type: state.type,
    lead: state.lead,
    twinned: state.twinned,
    committee: state.committee,
    working_group: state.workingGroup,
    ruleset: state.ruleset,
    invited: state.proposal.invitations.filter((i) => i.open).map((i) => i.member),
    start_day: state.term?.start ?? null,
    end_day: state.term?.end ?? null,
    next_deadline: next[0]?.due ?? null,
    next_timer: next[0]?.timer ?? null,
    updated_at: at,
  };
  const json = JSON.stringify(state);
  await trx
    .insertInto('read.stream_state')
    .values({ agreement: state.id, version: state.version, state: json })
    .onConflict((c) => c.column('agreement').doUpdateSet({ version: state.version, state: json }))
    .execute();
  await trx
    .insertInto('read.agreement')
    .values({ agreement: state.id, created_at: at, ...row })
    .onConflict((c) => c.column('agreement').doUpdateSet(row))
    .execute();
  await replaceRows(trx, state);
  await replaceClaims(trx, state);
}

async function replaceRows(trx: Kysely<ReadDatabase>, state: Agreement): Promise<void> {
  await trx.deleteFrom('read.duty').where('agreement', '=', state.id).execute();
  const owed = duties(state).flatMap((duty) => rowsOfDuty(state, duty));
  if (owed.length > 0) await trx.insertInto('read.duty').values(owed).execute();
  await trx.deleteFrom('read.deadline').where('agreement', '=', state.id).execute();
  const due = deadlines(state).map((d) => ({
    agreement: state.id,
    key: deadlineKey(d),
    timer: d.timer,
    step: d.step,
    subject: d.subject,
    due: d.due,
    last_day: d.lastDay,
    whose: d.whose,
    clause: d.clause,
  }));
  if (due.length > 0) await trx.insertInto('read.deadline').values(due).execute();
  await trx.deleteFrom('read.escalation').where('agreement', '=', state.id).execute();
  const open = state.oversight.escalations
    .filter((e) => e.open)
    .map(({ id, level, trigger, owner, since }) => ({
      agreement: state.id,
      id,
      level,
      trigger,
      owner,
      since: since,
    }));
  if (open.length > 0) await trx.insertInto('read.escalation').values(open).execute();
}

async function replaceClaims(trx: Kysely<ReadDatabase>, state: Agreement): Promise<void> {
  const held = claimsHeld(state);
  await trx
    .deleteFrom('read.claim')
    .where('agreement', '=', state.id)
    .where(sql<boolean>`key <> ALL(${held.map((c) => c.key)})`)
    .execute();
  const end = state.term?.end ?? state.negotiation.agreedDates?.end ?? null;
  for (const claim of held) {
    const row = { member: claim.member, end_day: end };
    // A claim held by another agreement here is a fault of the decision: the conflict must fail, not overwrite.
    const written = await trx
      .insertInto('read.claim')
      .values({ key: claim.key, agreement: state.id, ...row })
      .onConflict((c) =>
        c.column('key').doUpdateSet(row).where('read.claim.agreement', '=', state.id),
      )
      .executeTakeFirst();
    if (written.numInsertedOrUpdatedRows === 0n) {
      throw new Error(`Claim ${claim.key} of ${state.id} is held by another agreement.`);
    }
  }
}

/** Removes everything derived; the caller replays the log afterwards in the same transaction. */
export async function clearReadModel(trx: Kysely<ReadDatabase>): Promise<void> {
  for (const table of ['stream_state', 'agreement', 'duty', 'deadline', 'claim', 'escalation']) {
    await sql`DELETE FROM ${sql.table(`read.${table}`)}`.execute(trx);
  }
}
