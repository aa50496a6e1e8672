import { describe, expect, it } from '@jest/globals';
import { storyWhere } from '../../invariants/on-the-way.js';
import { cast } from '../../testing/people.js';
import { typesOf } from '../../testing/story.js';

const drafted = (type: 'P_MEMBER' | 'CHAIR') =>
  storyWhere(type, (s) => s.stage === 'DRAFT' && s.lead !== null && s.twinned !== null);

describe('RecordSelfAssessment', () => {
  const answers = [{ question: 'Who will take part?', answer: 'Two experts.' }];

  it('takes the need from the twinned partner alone, the resources from both', () => {
    const s = drafted('P_MEMBER');
    const need = { part: 'NEED', answers };
    expect(s.refuses(cast.lead, 'RecordSelfAssessment', need).refused).toBe('PROXY_FORBIDDEN');
    expect(s.does(cast.twinned, 'RecordSelfAssessment', need)).toEqual([
      { type: 'SelfAssessmentRecorded', payload: { side: 'TWINNED', ...need } },
    ]);
    const resources = { part: 'RESOURCES', answers };
    expect(typesOf(s.does(cast.lead, 'RecordSelfAssessment', resources))).toEqual([
      'SelfAssessmentRecorded',
    ]);
  });

  it('is quiet when the same answers are given again', () => {
    const s = drafted('P_MEMBER');
    const need = { part: 'NEED', answers };
    s.does(cast.twinned, 'RecordSelfAssessment', need);
    expect(s.does(cast.twinned, 'RecordSelfAssessment', need)).toEqual([]);
  });
});

describe('AcceptNomination', () => {
  it('is the nominee’s or the own body’s, and the other body’s never', () => {
    const s = storyWhere('CHAIR', ({ proposal }) =>
      proposal.nominees.some((n) => n.side === 'LEAD' && n.accepted !== true),
    );
    const nominee = s.state.proposal.nominees.find((n) => n.side === 'LEAD');
    const person = { person: nominee?.person };
    expect(s.refuses(cast.twinned, 'AcceptNomination', person).refused).toBe('PROXY_FORBIDDEN');
    expect(typesOf(s.does(cast.lead, 'AcceptNomination', person))).toEqual(['NominationAccepted']);
    expect(s.does(cast.lead, 'AcceptNomination', person)).toEqual([]);
  });
});
