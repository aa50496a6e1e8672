import { describe, expect, it } from '@jest/globals';
import { canSee } from '../../kernel/access.js';
import { duties } from '../../kernel/views.js';
import { cast } from '../../testing/people.js';
import type { Story } from '../../testing/story.js';
import { PAPERS, reviewedEvaluation } from './testing.js';

const first = (story: Story) => story.state.evaluation.evaluations[0];
const P = { status: 'P' } as const;
const EV1 = { evaluation: 'EV1' };
const decision = {
  ...EV1,
  approved: true,
  resolution: 'Resolution 12/2027',
  yes: 12,
  no: 3,
  decidedOn: '2027-10-01',
};

describe('RecordBodyDecision', () => {
  it('of a parent committee only by its own manager, who sees the agreement meanwhile', () => {
    const story = reviewedEvaluation('CHAIR', { type: 'CHAIR', twinned: P });
    story.does(cast.twinned, 'SubmitToBody', { ...EV1, body: 'TC', papers: PAPERS });
    const parent = story.facts.committee?.parentId ?? 0;
    const above = {
      ...cast.parentManager,
      grants: [{ role: 'COMMITTEE_MANAGER', committees: [parent] }],
    } as const;
    expect(first(story)?.office.parent).toBe(parent);
    expect(duties(story.state).find((d) => d.id === 'body-decision:EV1')?.committee).toBe(parent);
    expect(story.refuses(cast.ownManager, 'RecordBodyDecision', decision)).toMatchObject({
      refused: 'FORBIDDEN_ROLE',
      details: { committee: parent },
    });
    expect(canSee(above, story.state)).toBe(true);
    story.does(above, 'RecordBodyDecision', decision);
    expect(first(story)?.stage).toBe('APPROVED');
    expect(canSee(above, story.state)).toBe(false);
  });

  it('of the committee itself by its manager, and not by that of the parent', () => {
    const story = reviewedEvaluation('CONVENOR', { type: 'CONVENOR', twinned: P });
    story.does(cast.twinned, 'SubmitToBody', { ...EV1, body: 'COMMITTEE', papers: PAPERS });
    const above = {
      ...cast.parentManager,
      grants: [{ role: 'COMMITTEE_MANAGER', committees: [story.facts.committee?.parentId ?? 0] }],
    } as const;
    expect(story.refuses(above, 'RecordBodyDecision', decision).refused).toBe('NOT_FOUND');
    // An appeal brings the agreement before the parent; its own committee's decision stays its own.
    story.does(cast.twinned, 'LodgeAppeal', {
      inaction: { body: 'COMMITTEE', text: 'No answer.' },
      grounds: 'Months have passed.',
      documents: ['a'.repeat(64)],
    });
    expect(story.refuses(above, 'RecordBodyDecision', decision).refused).toBe('FORBIDDEN_ROLE');
    story.does(cast.ownManager, 'RecordBodyDecision', decision);
    expect(first(story)?.stage).toBe('APPROVED');
  });
});
