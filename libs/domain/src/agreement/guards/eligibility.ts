import type { Claims, Facts } from '../../kernel/facts.js';
import { rulesOf, type Agreement } from '../../kernel/state.js';
import { SIDES, type Side } from '../../kernel/vocabulary.js';
import { claimsAreFree } from './claims.js';
import { experienceOf } from './experience.js';

/** A soft check: WARN and UNKNOWN need a justification that stays in the record (G4); which only inform says 0052. */
export interface Check {
  readonly id: string;
  readonly clause: string;
  readonly side: Side | null;
  readonly result: 'PASS' | 'WARN' | 'UNKNOWN' | 'NOTE';
  readonly value: number | null;
  readonly threshold: number | null;
}

const memberOf = (state: Agreement, facts: Facts, side: Side) =>
  facts.members[String(side === 'LEAD' ? state.lead : state.twinned)];

/** What the lifecycle calls a warning: a soft failure, which carries a justification (B1, G6, G13). */
const warning = (...of: Parameters<typeof note>): Check => ({ ...note(...of), result: 'WARN' });

const note = (id: string, clause: string, side: Side | null = null): Check => ({
  id,
  clause,
  side,
  result: 'NOTE',
  value: null,
  threshold: null,
});

/** Suggested experience of both sides (ST.3, EL-4, EL-5): figures nobody has are UNKNOWN, never a silent pass. */
const experience = (state: Agreement, facts: Facts): readonly Check[] =>
  SIDES.map((side) => {
    const member = memberOf(state, facts, side);
    const counts = {
      p_memberships: member?.pMemberships ?? null,
      secretariats: member?.secretariats ?? null,
      chairs_or_convenors: member?.chairsOrConvenors ?? null,
    };
    return experienceOf(state.type, side, counts, rulesOf(state));
  });

/** Every soft check of a request; those that warn need a justification, notes only inform. */
export function eligibility(state: Agreement, facts: Facts, claims: Claims): readonly Check[] {
  const unknownCategory = SIDES.filter(
    (side) => memberOf(state, facts, side)?.category === 'UNKNOWN',
  ).map((side): Check => ({ ...note('CATEGORY_UNKNOWN', 'ST.3', side), result: 'UNKNOWN' }));
  const assessed = state.proposal.selfAssessments;
  const notes = [
    ...(facts.committee?.joint === true ? [warning('JOINT_COMMITTEE_CHECK', 'lifecycle E')] : []),
    ...(facts.committee !== null && ['SUSPENDED', 'STANDBY'].includes(facts.committee.status)
      ? [warning('COMMITTEE_SUSPENDED', 'lifecycle E')]
      : []),
    ...(claimsAreFree(state, claims) === null ? [] : [warning('CLAIM_HELD', 'DIR 1.7')]),
    ...(assessed.some((a) => a.part === 'NEED') ? [] : [note('SELF_ASSESSMENT_MISSING', 'ST.5.2')]),
    ...SIDES.filter((side) => {
      const member = memberOf(state, facts, side);
      const open = side === 'LEAD' ? member?.openAsLead : member?.openAsTwinned;
      const { soft_open_as_lead, soft_open_as_twinned } = rulesOf(state).limits;
      const many = side === 'LEAD' ? soft_open_as_lead.value : soft_open_as_twinned.value;
      // The figures are of the others: with this one it is one more.
      return (open ?? 0) + 1 > many;
    }).map((side) => note('MANY_OPEN_ARRANGEMENTS', 'rules 2.6', side)),
    ...((facts.rolesLeft ?? []).length > 0 ? [warning('PREDECESSOR_ROLE_IN_GD', 'ST.5.7')] : []),
    ...(state.type === 'CHAIR' && memberOf(state, facts, 'LEAD')?.status !== 'P'
      ? [warning('LEAD_NOT_P', 'DIR 1.8.3', 'LEAD')]
      : []),
    ...(state.type === 'P_MEMBER' && memberOf(state, facts, 'TWINNED')?.status !== 'P'
      ? [note('TWINNED_NOT_YET_P', 'ST.2', 'TWINNED')]
      : []),
  ];
  return [...experience(state, facts), ...unknownCategory, ...notes];
}

/** The checks that need a justification, as `id` or `id:side`. */
export const toJustify = (checks: readonly Check[]): readonly string[] =>
  checks
    .filter((c) => c.result === 'WARN' || c.result === 'UNKNOWN')
    .map((c) => (c.side === null ? c.id : `${c.id}:${c.side}`));

/** The checks that need a justification and have none, as `id` or `id:side`. */
export const unjustified = (
  checks: readonly Check[],
  justifications: readonly { readonly check: string }[],
): readonly string[] =>
  toJustify(checks).filter((key) => !justifications.some((j) => j.check === key));
