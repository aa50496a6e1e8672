import { describe, expect, it } from '@jest/globals';
import { cast } from '../../testing/people.js';
import { PAPERS, reviewedEvaluation } from './testing.js';

const P = { status: 'P' } as const;
const decision = {
  evaluation: 'EV1',
  approved: true,
  resolution: 'TMB 12',
  yes: 9,
  no: 1,
  decidedOn: '2027-10-01',
};

const beforeTmb = () => {
  const story = reviewedEvaluation('CHAIR', { type: 'CHAIR', twinned: P, level: 'TC' });
  story.does(cast.twinned, 'SubmitToBody', { evaluation: 'EV1', body: 'TMB', papers: PAPERS });
  return story;
};

describe('a chair elect (DIR 1.8.1)', () => {
  it('is appointed up to a year ahead', () => {
    const story = beforeTmb();
    const ahead = (effectiveOn: string) => ({ ...decision, effectiveOn });
    expect(story.refuses(cast.tmbSec, 'RecordBodyDecision', ahead('2028-10-02'))).toMatchObject({
      refused: 'INVALID_INPUT',
      clause: 'DIR 1.8.1',
      details: {
        faults: [{ pointer: '/effectiveOn', expected: 'a day from 2027-10-01 to 2028-10-01' }],
      },
    });
    story.does(cast.tmbSec, 'RecordBodyDecision', ahead('2028-10-01'));
    expect(story.state.evaluation.evaluations[0]?.approval?.effectiveOn).toBe('2028-10-01');
  });

  it('a refusal says no day, and other offices have no such limit', () => {
    const convenor = reviewedEvaluation('CONVENOR', { type: 'CONVENOR', twinned: P });
    const papers = { evaluation: 'EV1', body: 'COMMITTEE', papers: PAPERS };
    convenor.does(cast.twinned, 'SubmitToBody', papers);
    convenor.does(cast.manager, 'RecordBodyDecision', { ...decision, effectiveOn: '2028-12-01' });
    beforeTmb().does(cast.tmbSec, 'RecordBodyDecision', { ...decision, approved: false });
  });

  it('takes the chair on the day that was decided, not before', () => {
    const story = beforeTmb();
    story.does(cast.tmbSec, 'RecordBodyDecision', { ...decision, effectiveOn: '2028-01-01' });
    story.until('2027-12-20');
    const early = { evaluation: 'EV1', since: '2027-12-19' };
    expect(story.refuses(cast.cs, 'ConfirmEffective', early)).toMatchObject({
      refused: 'BACKDATED',
      details: { since: '2027-12-19', earliest: '2028-01-01' },
    });
    story.until('2028-01-02');
    story.does(cast.cs, 'ConfirmEffective', { evaluation: 'EV1', since: '2028-01-01' });
    expect(story.status).toBe('TERMINATED');
  });
});
