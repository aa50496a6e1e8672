import { refuse, type Refusal } from '../../kernel/decision.js';
import type { Claims } from '../../kernel/facts.js';
import type { Agreement } from '../../kernel/state.js';
import { ENDED, FINAL, type Status } from '../../kernel/vocabulary.js';
import { workingGroupKey } from './working-group.js';

/** A limit that crosses agreements (G6): one holder at a time, the first in the log (lifecycle.md D9). */
export interface Claim {
  readonly key: string;
  /** The member it is held for; null for an office of a committee or working group. */
  readonly member: number | null;
}

const keyAt = (type: Agreement['type'], committee: number): string =>
  `${type}/${String(committee)}`;

const claimsOf = (state: Agreement): readonly Claim[] => {
  const { type, committee, lead, twinned, workingGroup } = state;
  if (committee === null) return [];
  const at = keyAt(type, committee);
  switch (type) {
    case 'P_MEMBER':
      return [lead, twinned]
        .filter((member) => member !== null)
        .map((member) => ({ key: `${at}/${String(member)}`, member }));
    case 'CONVENOR':
      return workingGroup === null
        ? []
        : [{ key: `${at}/${workingGroupKey(workingGroup)}`, member: null }];
    case 'CHAIR':
    case 'SECRETARIAT':
      return [{ key: at, member: null }];
  }
};

/** The claim on the one place that a committee has for twinnings of this type; null where it has several. */
export const placeOfType = (type: Agreement['type'], committee: number): string | null =>
  type === 'CHAIR' || type === 'SECRETARIAT' ? keyAt(type, committee) : null;

/** The claims that registration would take. */
export const claimKeysOf = (state: Agreement): readonly string[] =>
  claimsOf(state).map((claim) => claim.key);

const over: readonly string[] = [...ENDED, ...FINAL] satisfies readonly Status[];

/** The claims held now: from registration until the arrangement has ended (lifecycle.md F6). */
export const claimsHeld = (state: Agreement): readonly Claim[] =>
  state.approval.registration === null || over.includes(state.stage) ? [] : claimsOf(state);

const heldBy = (claim: string, holder: Claims[string] | undefined) => ({
  claim,
  holder: holder?.agreement ?? null,
  until: holder?.end ?? null,
  ...(holder?.bodies !== undefined && { bodies: holder.bodies }),
});

/** What every registration of this type in this committee would be answered while another twinning is there. */
export function placeTaken(
  type: Agreement['type'],
  committee: number,
  claims: Claims,
): Refusal | null {
  const key = placeOfType(type, committee);
  const holder = key === null ? undefined : claims[key];
  return key === null || holder === undefined
    ? null
    : refuse('SLOT_TAKEN', slotClause[type], heldBy(key, holder));
}

/** The first claim of this agreement that another agreement holds. */
export function claimsAreFree(state: Agreement, claims: Claims): Refusal | null {
  const taken = claimsOf(state).find((c) => {
    const holder = claims[c.key];
    return holder !== undefined && holder.agreement !== state.id;
  });
  if (taken === undefined) return null;
  const details = heldBy(taken.key, claims[taken.key]);
  if (taken.member === null) return refuse('SLOT_TAKEN', slotClause[state.type], details);
  return taken.member === state.lead
    ? refuse('LEAD_ALREADY_TWINNED_IN_COMMITTEE', 'DIR 1.7', details)
    : refuse('TWINNED_ALREADY_TWINNED_IN_COMMITTEE', 'DIR 1.7', details);
}

const slotClause = {
  P_MEMBER: 'DIR 1.7',
  CONVENOR: 'DIR 1.12.1',
  CHAIR: 'DIR 1.8.3',
  SECRETARIAT: 'DIR 1.9.2',
} as const;
