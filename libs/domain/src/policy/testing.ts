import type { Grant, Principal } from '../kernel/principal.js';
import { statusOf, type Agreement } from '../kernel/state.js';
import type { Role } from '../kernel/vocabulary.js';
import { permits, policyTable } from './table.js';

/** The policy said a second time, in the plainest way: sentences of rules.md 5.1, one by one. */
export function modelRoles(
  who: Principal,
  state: Agreement,
  command?: string,
  committeeOf: number | null = state.committee,
): readonly Role[] {
  const named = [...state.proposal.nominees, ...state.negotiation.signatories].filter(
    (n) => n.person === who.person,
  );
  // A deputy may not be named for the other side, nor, at a desk, for any side.
  const free = (side?: string) => named.every((n) => side !== undefined && n.side === side);
  const has = (role: Grant['role'], committee = false, side?: string) =>
    who.grants.some((g) => {
      if (g.role !== role) return false;
      if (g.by !== undefined && !free(side)) return false;
      if (g.by !== undefined && command !== undefined && g.by.commands !== 'ALL') {
        if (!g.by.commands.includes(command)) return false;
      }
      if (g.committees === undefined) return !committee;
      if (g.committees === 'ALL') return true;
      return committeeOf !== null && g.committees.includes(committeeOf);
    });
  // Whoever their body has ended is nobody's nominee or signatory any more.
  const gone = who.former === true;
  const invited = state.proposal.invitations.filter((i) => i.open).map((i) => i.member);
  const said: readonly (readonly [Role, boolean])[] = [
    ['LEAD_REP', has('NSB_REP', false, 'LEAD') && who.member !== null && who.member === state.lead],
    [
      'TWINNED_REP',
      has('NSB_REP', false, 'TWINNED') && who.member !== null && who.member === state.twinned,
    ],
    ['INVITED_REP', has('NSB_REP') && who.member !== null && invited.includes(who.member)],
    ['NSB_REP', has('NSB_REP')],
    ['LEAD_MBUA', has('MBUA', false, 'LEAD') && who.member !== null && who.member === state.lead],
    [
      'TWINNED_MBUA',
      has('MBUA', false, 'TWINNED') && who.member !== null && who.member === state.twinned,
    ],
    ['NOMINEE', !gone && state.proposal.nominees.some((n) => n.person === who.person)],
    ['SIGNATORY', !gone && state.negotiation.signatories.some((s) => s.person === who.person)],
    ['COMMITTEE_MANAGER', has('COMMITTEE_MANAGER', true)],
    ['TPM', has('TPM', true)],
    ['TMB_SEC', has('TMB_SEC')],
    ['TMB_MEMBER', has('TMB_MEMBER')],
    ['MEMBER_REP', has('NSB_REP')],
    ['ISO_CS', has('ISO_CS')],
    ['AUDITOR', has('AUDITOR')],
  ];
  return said.filter(([, yes]) => yes).map(([role]) => role);
}

/**
 * Manager of the parent committee: an open appeal of a subcommittee lies with it, or the decision on an office there, or the
 * subcommittee's chair is in force, whose term it may renew.
 */
function modelAbove(who: Principal, state: Agreement, command?: string): readonly Role[] {
  const parents: (number | null | undefined)[] = [];
  for (const { level, stage, parent } of state.ending.appeals) {
    if (level === 'TC' && !['DECIDED', 'WITHDRAWN'].includes(stage)) parents.push(parent);
  }
  for (const { body, stage, office } of state.evaluation.evaluations) {
    if (body === 'TC' && stage === 'BODY_DECISION') parents.push(office.parent);
  }
  if (state.type === 'CHAIR' && state.stage === 'FORCE') parents.push(state.term?.parent);
  return parents.some(
    (parent) =>
      typeof parent === 'number' &&
      modelRoles(who, state, command, parent).includes('COMMITTEE_MANAGER'),
  )
    ? ['COMMITTEE_MANAGER']
    : [];
}
const FOR_PARENT = ['ReferAppeal', 'DecideAppeal', 'RecordBodyDecision', 'RecordReappointment'];

export type Answer = 'NOT_FOUND' | 'FORBIDDEN' | 'CLOSED' | 'OPEN';

export function modelAnswer(who: Principal, state: Agreement, command: string): Answer {
  const seen = [...modelRoles(who, state), ...modelAbove(who, state)];
  const above = FOR_PARENT.includes(command) ? modelAbove(who, state, command) : [];
  const roles = [...modelRoles(who, state, command), ...above];
  const rows = policyTable.filter((row) => row.command === command);
  const party = seen.some((role) => role !== 'NSB_REP' && role !== 'MEMBER_REP');
  const issuing = rows.filter((row) => row.roles.some((role) => roles.includes(role)));
  const appeals = permits('MEMBER_REP', command, statusOf(state), state.type);
  if (!party && !(appeals && seen.includes('MEMBER_REP'))) return 'NOT_FOUND';
  if (issuing.length === 0) return 'FORBIDDEN';
  return roles.some((role) => permits(role, command, statusOf(state), state.type))
    ? 'OPEN'
    : 'CLOSED';
}
