import { refuse, type Refusal } from '../../kernel/decision.js';
import type { Facts, MemberFacts } from '../../kernel/facts.js';
import type { TwinningType } from '../../kernel/vocabulary.js';

/** G1, G2 for one body: active, and of a category that may take part in this type (ST.3). */
export function memberMayTwin(facts: Facts, member: number, type: TwinningType): Refusal | null {
  const body = facts.members[String(member)];
  if (body === undefined) {
    return refuse('INVALID_INPUT', 'ST.2', {
      faults: [{ pointer: '/member', expected: 'an ISO member that the registry knows' }],
      member,
    });
  }
  if (!body.active) return refuse('MEMBER_NOT_ACTIVE', 'ST.2', { member });
  return categoryAdmits(body, type);
}

// A category that nobody has confirmed does not block: it is a warning at submission.
export function categoryAdmits(body: MemberFacts, type: TwinningType): Refusal | null {
  if (body.category === 'FULL' || body.category === 'UNKNOWN') return null;
  if (!body.newRights) {
    return refuse('NOT_FULL_MEMBER', 'ST.3', { member: body.id, category: body.category });
  }
  return type === 'P_MEMBER' ? null : refuse('NEW_RIGHTS_ONLY_P', 'ST.3', { member: body.id });
}
