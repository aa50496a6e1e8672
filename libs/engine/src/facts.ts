import type {
  Agreement,
  Claims,
  CommitteeFacts,
  Day,
  Facts,
  MemberFacts,
  Needs,
  PreviousRun,
} from '@twinning/domain';
import { loadClaims, openRoles } from '@twinning/read-model';
import {
  committeeFact,
  experience,
  memberFact,
  membershipHistory,
  membershipStatus,
} from '@twinning/registry';
import { asRead, asRegistry, type Db } from './database.js';

/**
 * Loads what a decision needs, as the registry has it on `asOf` (a late timer reads what was true when it was due), in
 * the deciding transaction.
 */
export async function loadFacts(
  trx: Db,
  state: Agreement,
  needs: Needs,
  asOf: Day,
): Promise<{ facts: Facts; claims: Claims }> {
  const members: Record<string, MemberFacts> = {};
  for (const id of new Set(needs.members)) {
    const facts = await loadMember(trx, id, needs.committee, state.id, asOf);
    if (facts !== null) members[String(id)] = facts;
  }
  return {
    facts: {
      members,
      committee: needs.committee === null ? null : await loadCommittee(trx, needs.committee, asOf),
      previousRuns:
        needs.previousRunsOf === null ? [] : await previousRuns(trx, needs.previousRunsOf),
      workingGroup: null,
    },
    claims: await loadClaims(asRead(trx), needs.claims),
  };
}

async function loadMember(
  trx: Db,
  id: number,
  committee: number | null,
  agreement: string,
  asOf: Day,
): Promise<MemberFacts | null> {
  const fact = await memberFact(asRegistry(trx), id, asOf);
  if (fact === null) return null;
  const { pMemberships, secretariats } = await experience(asRegistry(trx), id, asOf);
  const status =
    committee === null ? null : await membershipStatus(asRegistry(trx), id, committee, asOf);
  const history = committee === null ? [] : await membershipHistory(asRegistry(trx), id, committee);
  const current = history.find((h) => h.from <= asOf && (h.to === null || asOf < h.to));
  return {
    id,
    acronym: fact.acronym,
    active: fact.active,
    category: fact.category,
    newRights: fact.newRights,
    status,
    statusSince: (current?.from ?? null) as Day | null,
    barredUntil: null,
    pMemberships,
    secretariats,
    chairsOrConvenors: null,
    ...(await openRoles(asRead(trx), id, agreement)),
  };
}

async function loadCommittee(trx: Db, id: number, asOf: Day): Promise<CommitteeFacts | null> {
  const fact = await committeeFact(asRegistry(trx), id, asOf);
  return fact === null
    ? null
    : {
        id,
        reference: fact.reference,
        status: fact.status,
        parentId: fact.parentId,
        secretariat: fact.secretariatMemberId,
        joint: fact.joint,
        chairs: [],
        plenaries: [],
      };
}

/** Runs of the same ordered pair, type, committee and WG that have been in force (OQ-7). */
async function previousRuns(
  trx: Db,
  of: NonNullable<Needs['previousRunsOf']>,
): Promise<readonly PreviousRun[]> {
  const rows = await trx
    .selectFrom('read.stream_state')
    .innerJoin('read.agreement', 'read.agreement.agreement', 'read.stream_state.agreement')
    .select('state')
    .where('lead', '=', of.lead)
    .where('twinned', '=', of.twinned)
    .where('read.agreement.type', '=', of.type)
    .where('committee', '=', of.committee)
    .where('working_group', 'is not distinct from', of.workingGroup)
    .where('start_day', 'is not', null)
    .execute();
  return rows.flatMap((row) => {
    const state = row.state as Agreement;
    const run = endedRun(state);
    return run === null ? [] : [run];
  });
}

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
