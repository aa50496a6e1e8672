import { describe, expect, it } from '@jest/globals';
import { storyWhere } from '../../invariants/on-the-way.js';
import { cast } from '../../testing/people.js';

describe('RejectByTpm', () => {
  it('needs reasons, is a decision of its day, and is no way out of a ballot', () => {
    const s = storyWhere('P_MEMBER', (state) => state.stage === 'IN_REVIEW_TPM');
    expect(s.refuses(cast.tpm, 'RejectByTpm').refused).toBe('REASON_REQUIRED');
    const reasons = { reasons: 'The lead has no experts.' };
    expect(s.does(cast.tpm, 'RejectByTpm', reasons)).toMatchObject([
      { type: 'TwinningRejected', payload: { body: 'TPM', basis: 'REVIEW', ...reasons } },
    ]);
    expect(s.status).toBe('REJECTED');
    const chair = storyWhere('CHAIR', (state) => state.stage === 'IN_REVIEW_TPM');
    expect(chair.refuses(cast.tpm, 'RejectByTpm', reasons).refused).toBe('WRONG_ROUTE_FOR_TYPE');
  });
});
