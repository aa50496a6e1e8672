import {
  leavesRolesIn,
  regainPNotBefore,
  rulesOfParticipation,
  type Agreement,
  type Claims,
  type CommitteeFacts,
  type Day,
  type Facts,
  type MemberFacts,
  type Needs,
} from '@twinning/domain';
import { erasedAmong, filedAmong } from '@twinning/filing';
import { loadClaims, openRoles, participationsIn, tmbBodies } from '@twinning/read-model';
import {
  activeOn,
  committeeFact,
  membersInCommittee,
  type MemberActivity,
} from '@twinning/registry';
import { sql } from 'kysely';
import { asRead, asRegistry, type Db } from './database.js';
import { previousRuns } from './previous-runs.js';
import type { ActingBody } from './reading.js';

/** Records what is due in an agreement that holds a claim. */
export type DueOfHolder = (agreement: string) => Promise<void>;

/**
 * Loads what a decision needs, as the registry has it on `asOf` (a late timer reads what was true when it was due), in
 * the deciding transaction. A decision for the record gives `dueOfHolder`: it is called for each other agreement that
 * holds a claim asked for, before anything is read (lifecycle.md D1, D9).
 */
export async function loadFacts(
  trx: Db,
  state: Agreement,
  needs: Needs,
  asOf: Day,
  dueOfHolder?: DueOfHolder,
): Promise<{ facts: Facts; claims: Claims }> {
  const claims = await claimsToJudge(trx, state.id, needs.claims, dueOfHolder);
  const members = await loadMembers(trx, needs, state.id, asOf);
  return {
    facts: {
      members,
      committee: needs.committee === null ? null : await loadCommittee(trx, needs.committee, asOf),
      previousRuns:
        needs.previousRunsOf === null ? [] : await previousRuns(trx, needs.previousRunsOf),
      workingGroup: null,
      ...(await rolesLeft(trx, state, needs.rolesLeftIn ?? [])),
      ...(needs.tmbBodies === true && { tmbBodies: await tmbBodies(asRead(trx)) }),
      ...(needs.papers !== undefined && { papers: await loadPapers(trx, state.id, needs.papers) }),
    },
    claims,
  };
}

// First of all: an ending frees a claim, and makes a former run of the agreement that held it.
async function claimsToJudge(
  trx: Db,
  agreement: string,
  keys: readonly string[],
  dueOfHolder: DueOfHolder | undefined,
): Promise<Claims> {
  const held = await loadClaims(asRead(trx), keys);
  const others = new Set(Object.values(held).map((holder) => holder.agreement));
  others.delete(agreement);
  if (dueOfHolder === undefined || others.size === 0) return named(trx, held);
  for (const other of others) await dueOfHolder(other);
  return claimsNow(trx, keys);
}

/** The files that a command names, as they are now: an entry of the past rests on what is filed today. */
async function loadPapers(
  trx: Db,
  agreement: string,
  hashes: readonly string[],
): Promise<NonNullable<Facts['papers']>> {
  const [filed, erased] = [
    await filedAmong(trx, agreement, hashes),
    await erasedAmong(trx, hashes),
  ];
  return Object.fromEntries(
    hashes.map((hash) => [hash, { filed: filed.get(hash) ?? [], destroyed: erased.has(hash) }]),
  );
}

/** Who holds these claims now, with the names of their bodies. */
export const claimsNow = async (trx: Db, keys: readonly string[]): Promise<Claims> =>
  named(trx, await loadClaims(asRead(trx), keys));

/** Who holds a claim is told by the names of the bodies: the id of their agreement says nothing to others. */
async function named(trx: Db, claims: Claims): Promise<Claims> {
  const holders = [...new Set(Object.values(claims).map(({ agreement }) => agreement))];
  if (holders.length === 0) return claims;
  const { rows } = await sql<{ agreement: string; bodies: string }>`
    SELECT a.agreement, concat_ws(' – ', l.acronym, t.acronym) AS bodies
      FROM read.agreement a
      LEFT JOIN registry.member l ON l.id = a.lead
      LEFT JOIN registry.member t ON t.id = a.twinned
     WHERE a.agreement = ANY(${holders}::uuid[])`.execute(trx);
  const bodies = new Map(rows.map((row) => [row.agreement, row.bodies]));
  return Object.fromEntries(
    Object.entries(claims).map(([key, holder]) => {
      const known = bodies.get(holder.agreement) ?? '';
      return [key, known === '' ? holder : { ...holder, bodies: known }];
    }),
  );
}

/** The body of the caller as most commands look at it; null for the desks, and when the registry does not know it. */
export function actingBody(
  member: number | null,
  activity: MemberActivity | null,
  day: Day,
): ActingBody | null {
  const active = activeOn(activity, day);
  return member === null || active === null ? null : { id: member, active };
}

async function loadMembers(
  trx: Db,
  { members, committee }: Needs,
  agreement: string,
  asOf: Day,
): Promise<Readonly<Record<string, MemberFacts>>> {
  const known = await membersInCommittee(asRegistry(trx), members, committee, asOf);
  const open = await openRoles(asRead(trx), members, agreement);
  const bars: ReadonlyMap<number, Day> =
    committee === null ? new Map() : await loadBars(trx, members, committee);
  return Object.fromEntries(
    known.map(({ id, statusSince, ...fact }) => [
      String(id),
      {
        id,
        ...fact,
        statusSince: statusSince as Day | null,
        barredUntil: bars.get(id) ?? null,
        chairsOrConvenors: null,
        ...(open.get(id) ?? { openAsLead: 0, openAsTwinned: 0 }),
      },
    ]),
  );
}

/** Until when a downgraded body may not be P again (DIR 1.7.4, T51), by member, from the participation records. */
async function loadBars(
  trx: Db,
  members: readonly number[],
  committee: number,
): Promise<ReadonlyMap<number, Day>> {
  const open = await participationsIn(asRead(trx), members, committee);
  return new Map(
    open.flatMap((p): readonly (readonly [number, Day])[] => {
      const free = regainPNotBefore(p.leftP, rulesOfParticipation(p));
      return p.member === null || free === null ? [] : [[p.member, free]];
    }),
  );
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

/** Predecessors in the same place whose roles have not left the Global Directory (lifecycle.md G6, ST.5.7). */
async function rolesLeft(
  trx: Db,
  { id, type, committee }: Agreement,
  claims: readonly string[],
): Promise<Pick<Facts, 'rolesLeft'>> {
  if (claims.length === 0 || committee === null) return {};
  const rows = await trx
    .selectFrom('read.stream_state')
    .innerJoin('read.agreement', 'read.agreement.agreement', 'read.stream_state.agreement')
    .select('state')
    .where('read.agreement.type', '=', type)
    .where('committee', '=', committee)
    .where('read.agreement.agreement', '!=', id)
    .execute();
  const left = rows
    .map(({ state }) => state as Agreement)
    .filter((state) => leavesRolesIn(state, claims));
  return { rolesLeft: left.map((state) => state.id) };
}
