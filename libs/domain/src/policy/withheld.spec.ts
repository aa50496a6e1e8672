import { describe, expect, it } from '@jest/globals';
import { firstWhere } from '../invariants/on-the-way.js';
import { emptyAgreement } from '../kernel/evolve.js';
import type { Agreement } from '../kernel/state.js';
import { isEventShown, sectionOfEvent, shownWith, withheldFrom } from './withheld.js';

describe('an agreement of which parts are withheld', () => {
  const { state } = firstWhere('P_MEMBER', (s) => s.stage === 'FORCE');

  it('has nothing in the parts that are withheld, and leaves the others as they are', () => {
    const full = {
      ...state,
      negotiation: { ...state.negotiation, signatories: [{ person: 'p' }] },
    };
    const shown = shownWith(['request', 'execution'], full as unknown as Agreement);
    expect(shown.negotiation).toEqual(emptyAgreement(state.id).negotiation);
    expect([shown.proposal, shown.execution]).toEqual([full.proposal, full.execution]);
    expect(withheldFrom(['request', 'execution'])).toContain('negotiation');
    expect(isEventShown(['request'], 'AgreementSigned')).toBe(false);
    expect(isEventShown(['negotiation'], 'AgreementSigned')).toBe(true);
    expect(sectionOfEvent('JointActProposed')).toBeNull();
  });

  it('withholds an amendment with the terms that it amends, in the state and in the events', () => {
    const execution = { ...state.execution, amendments: [{ id: 'A1' }] };
    const amended = { ...state, execution } as unknown as Agreement;
    expect(shownWith(['execution'], amended).execution).toEqual({ ...execution, amendments: [] });
    expect(shownWith(['execution', 'negotiation'], amended).execution).toEqual(execution);
    const told = (sections: Parameters<typeof isEventShown>[0]) =>
      ['AmendmentAgreed', 'AmendmentSigned', 'AgreementAmended', 'AmendmentExpired'].map((type) =>
        isEventShown(sections, type),
      );
    expect(told(['execution'])).toEqual([false, false, false, false]);
    expect(told(['negotiation'])).toEqual([true, true, true, true]);
  });
});
