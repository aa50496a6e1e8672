import type { AnyCommand } from './definition.js';
import type { Grant, Principal } from './principal.js';
import { statusOf, type Agreement } from './state.js';
import type { Role } from './vocabulary.js';

const covers = (grant: Grant, committee: number | null): boolean =>
  grant.committees === undefined ||
  grant.committees === 'ALL' ||
  (committee !== null && grant.committees.includes(committee));

const openInvitation = (state: Agreement, member: number): boolean =>
  state.proposal.invitations.some((i) => i.member === member && i.open);

/** The roles this principal has towards this agreement; the same body never gets both sides (lifecycle.md D21). */
export function rolesOf(principal: Principal, state: Agreement): readonly Role[] {
  const roles: Role[] = [];
  const { member } = principal;
  for (const grant of principal.grants) {
    if (!covers(grant, state.committee)) continue;
    switch (grant.role) {
      case 'NSB_REP':
        roles.push('NSB_REP', 'MEMBER_REP');
        if (member !== null && member === state.lead) roles.push('LEAD_REP');
        if (member !== null && member === state.twinned) roles.push('TWINNED_REP');
        if (member !== null && openInvitation(state, member)) roles.push('INVITED_REP');
        break;
      case 'MBUA':
        if (member !== null && member === state.lead) roles.push('LEAD_MBUA');
        if (member !== null && member === state.twinned) roles.push('TWINNED_MBUA');
        break;
      case 'COMMITTEE_MANAGER':
      case 'TPM':
      case 'TMB_SEC':
      case 'TMB_MEMBER':
      case 'ISO_CS':
      case 'AUDITOR':
      case 'REGISTRY':
      case 'SYSTEM':
        roles.push(grant.role);
        break;
    }
  }
  if (state.proposal.nominees.some((n) => n.person === principal.person)) roles.push('NOMINEE');
  if (state.negotiation.signatories.some((s) => s.person === principal.person)) {
    roles.push('SIGNATORY');
  }
  return roles;
}

/** Who may see an agreement: its partners and invited bodies, its nominees, the ISO desks, auditors. */
export function canSee(principal: Principal, state: Agreement): boolean {
  return rolesOf(principal, state).some((role) => role !== 'NSB_REP' && role !== 'MEMBER_REP');
}

/** The role in which a command is issued: the first of the definition's roles that the caller has. */
export function roleFor(
  definition: Pick<AnyCommand, 'allowed'>,
  principal: Principal,
  state: Agreement,
): Role | null {
  const own = rolesOf(principal, state);
  const status = statusOf(state);
  const here = definition.allowed.filter((a) => a.in.includes(status)).flatMap((a) => a.roles);
  const anywhere = definition.allowed.flatMap((a) => a.roles);
  return [...here, ...anywhere].find((role) => own.includes(role)) ?? null;
}
