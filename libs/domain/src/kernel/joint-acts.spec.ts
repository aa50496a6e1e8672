import { describe, expect, it } from '@jest/globals';
import { inForce } from '../agreement/execution/given.js';
import { shownWith } from '../policy/withheld.js';
import { cast } from '../testing/people.js';
import { typesOf } from '../testing/story.js';
import { event } from './events.js';

const PACKAGES = {
  items: [
    {
      ...{ id: 'WP1', title: 'Drafting', owner: 'LEAD', month: 3 },
      ...{ deliverable: 'A draft', indicator: 'Drafts' },
    },
  ],
};

describe('A joint act that waits for the other partner', () => {
  it.each([
    ['RevisePlan', { reason: 'Later', workPackages: PACKAGES, meetingDates: ['2027-10-12'] }],
    ['AmendAgreement', { reason: 'Clearer', clauses: [{ clause: 'exit', text: 'At once.' }] }],
    ['Suspend', { until: '2027-10-01', reason: 'The secretary is on leave.' }],
    ['TerminateByMutualConsent', { reason: 'Done.' }],
    ['TerminateByMutualConsent', {}],
    ['MoveToRuleset', { to: 'brochure-2021' }],
  ])('%s is read in the state, and sent again as it was read it is agreed', (kind, payload) => {
    const s = inForce({ ruleset: 'annex-st-2020' });
    s.does(cast.lead, kind, payload);
    const { content } = s.state.jointActs[kind] ?? {};
    expect(content).toMatchObject(payload);
    expect(typesOf(s.does(cast.twinned, kind, content))).toContain('JointActAgreed');
  });

  it('is read by those alone who read the part that it is about', () => {
    const s = inForce();
    s.does(cast.lead, 'AmendAgreement', { reason: 'Secret', end: '2029-06-30' });
    s.does(cast.lead, 'Suspend', { until: '2027-10-01', reason: 'Secret too' });
    const shown = (sections: Parameters<typeof shownWith>[0]) =>
      Object.values(shownWith(sections, s.state).jointActs).map(({ kind, content }) => [
        kind,
        content?.['reason'],
      ]);
    expect(shown(['negotiation'])).toEqual([
      ['AmendAgreement', 'Secret'],
      ['Suspend', undefined],
    ]);
    expect(shown(['execution'])).toEqual([
      ['AmendAgreement', undefined],
      ['Suspend', 'Secret too'],
    ]);
  });

  it('has no content where the record is from before it was kept', () => {
    const s = inForce();
    const old = { kind: 'Resume', side: 'LEAD', contentHash: 'a'.repeat(64) } as const;
    s.given(event('JointActProposed', old));
    expect(s.state.jointActs['Resume']).toEqual({ ...old, proposedAt: s.now });
  });
});
