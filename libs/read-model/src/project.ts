import {
  appellantsIn,
  claimsHeld,
  deadlineKey,
  deadlines,
  duties,
  isOpenToAppeal,
  memberOn,
  parentsInvolved,
  phaseOf,
  statusOf,
  type Agreement,
  type Duty,
} from '@twinning/domain';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import { buildOfRow } from './folded-by.js';
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
    id,
    desk,
    member,
    committee: duty.committee ?? state.committee,
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
  const { rows } = await sql<{ taken: string | null }>`
    SELECT ${projecting(state, at, null)} AS taken`.execute(trx);
  demandUntaken(state, rows[0]?.taken ?? null);
}

/**
 * The same as part of any statement, whose answer is for `demandUntaken`. With the state of before, only those tables
 * are written whose rows differ.
 */
export function projecting(
  state: Agreement,
  at: string,
  before: Agreement | null,
): RawBuilder<string | null> {
  const rows = rowsOf(state);
  const shown = before === null || before.version === 0 ? null : rowsOf(before);
  const changed = (table: keyof ShownRows): string | null => {
    const now = JSON.stringify(rows[table]);
    return shown !== null && now === JSON.stringify(shown[table]) ? null : now;
  };
  const isOpenTo = changed('appealable') === null ? {} : { appealable: rows.appealable };
  return sql`read.project(${state.id}::uuid, ${at}::timestamptz, ${JSON.stringify(state)}::jsonb,
      ${JSON.stringify({ ...rows.card, ...isOpenTo, ...buildOfRow() })}::jsonb, ${changed('duties')}::jsonb, ${changed('deadlines')}::jsonb,
      ${changed('escalations')}::jsonb, ${changed('claims')}::jsonb)`;
}

/** A claim that another agreement holds is a fault of the decision: the caller must not commit. */
export function demandUntaken(state: Agreement, taken: string | null): void {
  if (taken === null) return;
  throw new Error(`Claim ${taken} of ${state.id} is held by another agreement.`);
}

/** The row of the list for a state, wherever it was folded. */
export function cardOf(state: Agreement) {
  const next = deadlines(state)[0];
  return {
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
    people: [...state.proposal.nominees, ...state.negotiation.signatories].map((p) => p.person),
    parents: [...parentsInvolved(state)],
    start_day: state.term?.start ?? null,
    end_day: state.term?.end ?? null,
    next_deadline: next?.due ?? null,
    next_timer: next?.timer ?? null,
  };
}

/** The rows of the task queue for a state: a duty of both partners is one row a side. */
export const dutiesOf = (state: Agreement) =>
  duties(state).flatMap((duty) => rowsOfDuty(state, duty));

const deadlinesOf = (state: Agreement) =>
  deadlines(state).map((d) => ({
    key: deadlineKey(d),
    timer: d.timer,
    step: d.step,
    subject: d.subject,
    due: d.due,
    last_day: d.lastDay,
    whose: d.whose,
    clause: d.clause,
  }));

const escalationsOf = (state: Agreement) =>
  state.oversight.escalations
    .filter((e) => e.open)
    .map(({ id, level, trigger, owner, since }) => ({ id, level, trigger, owner, since }));

function claimsOf(state: Agreement) {
  // What is still negotiated is for its partners: whoever meets the claim learns the end once it is signed.
  const end_day = state.term?.end ?? null;
  return claimsHeld(state).map(({ key, member }) => ({ key, member, end_day }));
}

function appealableOf(state: Agreement) {
  const { committee } = state;
  const [is_open, appellants] = [isOpenToAppeal(state), [...appellantsIn(state)]];
  const decided_on = state.ending.decisions.at(-1)?.decidedOn ?? null;
  return committee !== null && (is_open || appellants.length > 0)
    ? [{ committee, is_open, appellants, decided_on }]
    : [];
}

/** Every table of the schema `read` whose rows are those of one agreement. */
export const TABLES_OF_AGREEMENT: readonly string[] = [
  ...['stream_state', 'agreement', 'duty', 'deadline', 'claim', 'escalation', 'appealable'],
];

/** Removes everything derived of some agreements; the caller folds them afterwards in the same transaction. */
export async function clearReadModel(
  trx: Kysely<ReadDatabase>,
  agreements: readonly string[],
): Promise<void> {
  for (const table of TABLES_OF_AGREEMENT) {
    const from = sql.table(`read.${table}`);
    await sql`DELETE FROM ${from} WHERE agreement = ANY(${agreements}::uuid[])`.execute(trx);
  }
}

/** Rows of the read model by table, as plain values. */
export interface ShownRows {
  readonly card: object;
  readonly duties: readonly object[];
  readonly deadlines: readonly object[];
  readonly escalations: readonly object[];
  readonly claims: readonly object[];
  readonly appealable: readonly object[];
}

/** Everything that the read model shows of one agreement beside its state; `projectAgreement` writes exactly this. */
export const rowsOf = (state: Agreement): ShownRows => ({
  card: cardOf(state),
  duties: dutiesOf(state),
  deadlines: deadlinesOf(state),
  escalations: escalationsOf(state),
  claims: claimsOf(state),
  appealable: appealableOf(state),
});
