import type { Context } from '../../kernel/decision.js';
import { event, type AgreementEvent } from '../../kernel/events.js';
import type { Facts } from '../../kernel/facts.js';
import type { Agreement } from '../../kernel/state.js';
import { NEG, type Side } from '../../kernel/vocabulary.js';
import { categoryAdmits } from '../guards/pair.js';
import { prerequisites, sideOfPrerequisite } from '../guards/prerequisites.js';
import { brokenInRegistry, rulesOfType, type PrerequisiteRule } from './prerequisite-rules.js';

/** What a body, committee or working group was and became. */
export type Change =
  | { readonly kind: 'BODY' | 'COMMITTEE'; readonly old: number; readonly new: number }
  | { readonly kind: 'WORKING_GROUP'; readonly old: string; readonly new: string };

/** The agreement before and after its ids are mapped on. */
interface Mapping {
  readonly state: Agreement;
  readonly next: Agreement;
  readonly change: Change;
}

interface Standing {
  readonly rule: string;
  readonly side: Side;
}

/** G1, G2, G11, G13: what is asked of the successor itself, whatever the type. */
const OF_SUCCESSOR: Readonly<Record<Change['kind'], readonly PrerequisiteRule[]>> = {
  BODY: ['MEMBER_NOT_ACTIVE', 'NOT_FULL_MEMBER', 'NEW_RIGHTS_ONLY_P'],
  COMMITTEE: ['COMMITTEE_NOT_ACTIVE'],
  WORKING_GROUP: ['WG_DISBANDED'],
};

const succeeds = ({ state, change }: Mapping): Side =>
  change.kind === 'BODY' && state.twinned === change.old ? 'TWINNED' : 'LEAD';

/** What one succession can mend: the rest of the record waits for the cure of its own (T23). */
function concerns(mapping: Mapping, { rule, side }: Standing): boolean {
  const { kind } = mapping.change;
  const own = OF_SUCCESSOR[kind].some((r) => r === rule);
  const another = Object.values(OF_SUCCESSOR).some((rules) => rules.some((r) => r === rule));
  switch (kind) {
    case 'BODY':
      return side === succeeds(mapping) && (own || !another);
    case 'COMMITTEE':
      return own || !another;
    case 'WORKING_GROUP':
      return own || rule === 'LEAD_NOT_CONVENOR';
  }
}

/** Under the new ids; null where nobody holds the fact: then the record stays as it is. */
function isBroken(
  next: Agreement,
  facts: Facts,
  rule: PrerequisiteRule,
  side: Side,
): boolean | null {
  const body = facts.members[String(side === 'LEAD' ? next.lead : next.twinned)];
  const chairs = facts.committee?.chairs ?? [];
  const convenor = facts.workingGroup?.convenor ?? null;
  switch (rule) {
    case 'MEMBER_NOT_ACTIVE':
      return body === undefined ? null : !body.active;
    case 'NOT_FULL_MEMBER':
    case 'NEW_RIGHTS_ONLY_P':
      return body === undefined ? null : categoryAdmits(body, next.type)?.refused === rule;
    case 'WG_DISBANDED':
      // What is on record as disbanded is the old group.
      return facts.workingGroup?.disbanded === true;
    case 'LEAD_NOT_CONVENOR':
      return convenor === null ? null : convenor.member !== next.lead;
    case 'LEAD_NOT_CHAIR':
      return chairs.length === 0 ? null : !chairs.some((c) => c.member === next.lead);
    default:
      return brokenInRegistry(next, facts, rule);
  }
}

function broken(mapping: Mapping, facts: Facts): readonly Standing[] {
  const { next, change } = mapping;
  if (!(['APPROVED', ...NEG, 'FORCE'] as readonly string[]).includes(next.stage)) return [];
  const side = succeeds(mapping);
  return [
    ...OF_SUCCESSOR[change.kind]
      .filter((rule) => isBroken(next, facts, rule, side) === true)
      .map((rule) => ({ rule, side })),
    ...prerequisites(next, facts, 'CONTINUOUS').map(({ refused }) => ({
      rule: refused,
      side: sideOfPrerequisite(refused),
    })),
  ];
}

const isSame = (a: Standing, b: Standing): boolean => a.rule === b.rule && a.side === b.side;

/**
 * The guards read again for the new ids (lifecycle.md B4): what is on record as broken and holds there is cured, what
 * does not hold there breaks. Both at once: the time for the attestation (T41) keeps nothing suspended.
 */
export function readAgain(
  mapping: Mapping,
  reference: string,
  { facts, today: since }: Context,
): readonly AgreementEvent[] {
  const { state, next } = mapping;
  const known = state.execution.broken;
  const cured = known.filter((b) => {
    const rule = rulesOfType(next.type).find((r) => r === b.rule);
    return (
      rule !== undefined && concerns(mapping, b) && isBroken(next, facts, rule, b.side) === false
    );
  });
  return [
    ...cured.map(({ rule, side }) => event('PrerequisiteCured', { rule, side, since, reference })),
    ...broken(mapping, facts)
      .filter((b) => !known.some((k) => isSame(k, b)))
      .map((b) => event('PrerequisiteBroken', { ...b, since, reference })),
  ];
}
