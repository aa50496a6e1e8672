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

/** The place of a twinning, as far as it is known. */
export type Place = Pick<Agreement, 'type' | 'committee' | 'lead' | 'twinned' | 'workingGroup'>;

const claimsOf = (state: Place): readonly Claim[] => {
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

/** The claims that registration would take: without a lead those that would meet every lead. */
export const claimKeysOf = (place: Place): readonly string[] =>
  claimsOf(place).map((claim) => claim.key);

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

/** What a registration would be answered for the claims of this place that `isHeld` finds in other hands. */
function held(
  place: Place,
  claims: Claims,
  isHeld: (holder: Claims[string]) => boolean,
): Refusal | null {
  const taken = claimsOf(place).find((c) => {
    const holder = claims[c.key];
    return holder !== undefined && isHeld(holder);
  });
  if (taken === undefined) return null;
  const details = heldBy(taken.key, claims[taken.key]);
  if (taken.member === null) return refuse('SLOT_TAKEN', slotClause[place.type], details);
  return taken.member === place.lead
    ? refuse('LEAD_ALREADY_TWINNED_IN_COMMITTEE', 'DIR 1.7', details)
    : refuse('TWINNED_ALREADY_TWINNED_IN_COMMITTEE', 'DIR 1.7', details);
}

/** What every registration of this place would be answered, whoever leads, while another twinning is there. */
export const placeTaken = (place: Omit<Place, 'lead'>, claims: Claims): Refusal | null =>
  held({ ...place, lead: null }, claims, () => true);

/** The first claim of this agreement that another agreement holds. */
export const claimsAreFree = (state: Agreement, claims: Claims): Refusal | null =>
  held(state, claims, (holder) => holder.agreement !== state.id);

const slotClause = {
  P_MEMBER: 'DIR 1.7',
  CONVENOR: 'DIR 1.12.1',
  CHAIR: 'DIR 1.8.3',
  SECRETARIAT: 'DIR 1.9.2',
} as const;
