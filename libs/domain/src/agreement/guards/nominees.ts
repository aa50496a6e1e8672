import { refuse, type Refusal } from '../../kernel/decision.js';
import type { Agreement } from '../../kernel/state.js';
import { SIDES } from '../../kernel/vocabulary.js';

/** G10 at submission: leadership types name both persons, two of them, each with a CV and their own acceptance (ST.5.4). */
export function nomineesReady(state: Agreement): Refusal | null {
  if (state.type === 'P_MEMBER') return null;
  for (const side of SIDES) {
    const nominee = state.proposal.nominees.find((n) => n.side === side);
    if (nominee?.cv == null) return refuse('CV_MISSING', 'ST.5.4', { side });
    if (nominee.accepted !== true) {
      return refuse('NOMINATION_NOT_ACCEPTED', 'ST.4(a)', { side });
    }
    if (state.type === 'CHAIR' && nominee.delegate) {
      return refuse('CHAIR_IS_DELEGATE', 'DIR 1.8.2', { side });
    }
    if (state.type === 'CONVENOR' && nominee.categoryC) {
      return refuse('NOMINEE_NOT_ELIGIBLE', 'DIR 1.17.5.2', { side });
    }
  }
  const [first, second] = state.proposal.nominees;
  // One person never acts for both partners (D21).
  return first !== undefined && first.person === second?.person
    ? refuse('NOMINEE_NOT_ELIGIBLE', 'ST.4(d)', { side: second.side })
    : null;
}

/** No seat is empty when the documents are accepted (lifecycle.md D19). */
export const nomineesInPlace = (state: Agreement): Refusal | null => {
  const empty = state.proposal.nominees.find((n) => n.vacant);
  return empty === undefined ? null : refuse('NOMINEE_VACANT', 'ST.5.4', { side: empty.side });
};
