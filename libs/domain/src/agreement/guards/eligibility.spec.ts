import { describe, expect, it } from '@jest/globals';
import { storyWhere } from '../../invariants/on-the-way.js';
import type { Facts } from '../../kernel/facts.js';
import type { TwinningType } from '../../kernel/vocabulary.js';
import { ASI, cast, IES } from '../../testing/people.js';
import type { Story } from '../../testing/story.js';
import { leavesRolesIn } from '../ending/closure.js';
import { claimKeysOf } from './claims.js';

/** Both have consented to the request: the next move is to submit it. */
const ready = (type: TwinningType): Story =>
  storyWhere(
    type,
    ({ stage, proposal, approval }) =>
      stage === 'DRAFT' &&
      approval.submissions === 0 &&
      proposal.consents.LEAD !== null &&
      proposal.consents.TWINNED !== null,
    'annex-st-2020',
  );

/** The checks that warn or inform, as the submission keeps them in the record. */
function warningsOf(s: Story, facts: Partial<Facts> = {}): readonly string[] {
  s.facts = { ...s.facts, ...facts };
  return s
    .does(cast.lead, 'SubmitRequest', {})
    .flatMap((e) => (e.type === 'EligibilityEvaluated' ? e.payload.checks : []))
    .filter((check) => check.result !== 'PASS')
    .map(({ id, side }) => (side === null ? id : `${id}:${side}`));
}

const status = (s: Story, member: number, of: 'P' | 'O') => {
  const known = s.facts.members[member];
  if (known === undefined) throw new Error(`No member ${String(member)}.`);
  return { members: { ...s.facts.members, [member]: { ...known, status: of } } };
};

describe('the soft checks of a submission', () => {
  it('of a chair: a lead that is no P-member is a warning, never a block (table G3)', () => {
    expect(warningsOf(ready('CHAIR'))).not.toContain('LEAD_NOT_P:LEAD');
    const s = ready('CHAIR');
    expect(warningsOf(s, status(s, ASI, 'O'))).toContain('LEAD_NOT_P:LEAD');
    expect(s.status).toBe('IN_REVIEW_TPM');
  });

  it('of no other type: there the lead has to be one, or holds the secretariat', () => {
    const s = ready('SECRETARIAT');
    expect(warningsOf(s, status(s, ASI, 'O'))).not.toContain('LEAD_NOT_P:LEAD');
    expect(warningsOf(ready('P_MEMBER'), {})).not.toContain('LEAD_NOT_P:LEAD');
  });

  it('say that the role of a predecessor is still in the Global Directory', () => {
    const rolesLeft = ['00000000-0000-5000-8000-000000000002'];
    expect(warningsOf(ready('CHAIR'), { rolesLeft })).toContain('PREDECESSOR_ROLE_IN_GD');
    expect(warningsOf(ready('CHAIR'), { rolesLeft: [] })).not.toContain('PREDECESSOR_ROLE_IN_GD');
    expect(warningsOf(ready('CHAIR'))).not.toContain('PREDECESSOR_ROLE_IN_GD');
  });

  it('say when the twinned partner is not yet a P-member', () => {
    const s = storyWhere('P_MEMBER', (state) => state.proposal.consents.TWINNED !== null);
    expect(warningsOf(s, status(s, IES, 'O'))).toContain('TWINNED_NOT_YET_P:TWINNED');
  });
});

describe('the roles that an arrangement leaves in the Global Directory', () => {
  const registered = () => storyWhere('CHAIR', (s) => s.approval.registration !== null);

  it('are in the way of its successors from its end until they are removed', () => {
    const s = registered();
    const claims = claimKeysOf(s.state);
    expect(leavesRolesIn(s.state, claims)).toBe(false);
    s.does(cast.lead, 'Withdraw', {});
    s.does(cast.twinned, 'Withdraw', {});
    expect(leavesRolesIn(s.state, claims)).toBe(true);
    expect(leavesRolesIn(s.state, ['CHAIR/1'])).toBe(false);
    s.does(cast.cs, 'ConfirmGdRolesRemoved', {});
    expect(leavesRolesIn(s.state, claims)).toBe(false);
  });
});
