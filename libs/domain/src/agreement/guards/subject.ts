import { refuse, type Refusal } from '../../kernel/decision.js';
import type { Facts } from '../../kernel/facts.js';
import type { Agreement } from '../../kernel/state.js';
import type { TwinningType } from '../../kernel/vocabulary.js';
import { isJointByName } from './working-group.js';

/** A working group is named for a convenor twinning and for no other; a joint one is not twinned (OQ-9). */
export function workingGroupFits(
  type: TwinningType,
  workingGroup: string | null,
  facts: Facts,
): Refusal | null {
  if ((type === 'CONVENOR') !== (workingGroup !== null)) {
    return refuse('WG_REQUIRED', 'ST.5.4', { type, workingGroup });
  }
  const joint = facts.workingGroup?.joint ?? isJointByName(workingGroup ?? '');
  return joint ? refuse('JWG_NOT_TWINNABLE', 'DIR 1.12.6', { workingGroup }) : null;
}

/** The committee of a payload must be one that the registry knows. */
export const committeeKnown = (committee: number | null, facts: Facts): Refusal | null =>
  committee !== null && facts.committee === null
    ? refuse('INVALID_INPUT', 'ST.5.4', {
        faults: [{ pointer: '/committee', expected: 'a committee that the registry knows' }],
        committee,
      })
    : null;

/** G11, G13: the committee works and the working group exists. */
export function subjectIsActive(state: Agreement, facts: Facts): Refusal | null {
  if (facts.committee === null || facts.committee.status === 'DISSOLVED') {
    return refuse('COMMITTEE_NOT_ACTIVE', 'ST.5.4', { committee: state.committee });
  }
  return state.type === 'CONVENOR' && facts.workingGroup?.disbanded === true
    ? refuse('WG_DISBANDED', 'DIR 1.12.4', { workingGroup: state.workingGroup })
    : null;
}
