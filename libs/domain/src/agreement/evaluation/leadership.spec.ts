import { describe, expect, it } from '@jest/globals';
import { duties } from '../../kernel/views.js';
import { policyTable } from '../../policy/table.js';
import { cast, COMMITTEE, usualFacts } from '../../testing/people.js';
import { Story, typesOf } from '../../testing/story.js';
import { claimKeysOf } from '../guards/claims.js';
import { closesAllParts, PAPERS, showsEverything, twinningInForce } from './testing.js';

/** A twinning of P-members whose evaluation for a chair twinning the TMB approves on 1 October 2027. */
function approved() {
  const story = twinningInForce({ twinned: { status: 'P' } });
  story.does(cast.twinned, 'OpenEvaluation', { kind: 'LEADERSHIP', target: 'CHAIR' });
  showsEverything(story, 'LEADERSHIP');
  closesAllParts(story);
  story.does(cast.twinned, 'SubmitToBody', { evaluation: 'EV1', body: 'TMB', papers: PAPERS });
  const events = story.does(cast.tmbSec, 'RecordBodyDecision', {
    ...{ evaluation: 'EV1', approved: true, resolution: 'TMB 12', yes: 9, no: 1 },
    decidedOn: '2027-10-01',
  });
  return { story, events };
}

describe('an approved evaluation for a leadership twinning (rules 6.5: “new arrangement of another type”)', () => {
  it('is a decision and nothing else: it begins no draft, and the twinning of P-members goes on', () => {
    const { story, events } = approved();
    expect(typesOf(events)).toEqual(['TransitionApproved']);
    story.until('2028-09-30');
    expect(story.history.filter((e) => e.type === 'TwinningDraftStarted')).toHaveLength(1);
    expect(story.state).toMatchObject({ stage: 'FORCE', type: 'P_MEMBER' });
    expect(story.state.evaluation.evaluations[0]).toMatchObject({ stage: 'APPROVED' });
  });

  it('because a new arrangement is begun by a partner alone, never by the system (B1 StartDraft, ST.4(a))', () => {
    const opening = policyTable.filter((row) => row.opens);
    expect(opening.filter((r) => r.command === 'StartDraft').map((r) => r.roles)).toEqual([
      ['NSB_REP'],
    ]);
    // The entry of the past opens nothing by itself either: a desk does (D22).
    expect(opening.flatMap((r) => r.roles)).not.toContain('SYSTEM');
  });

  it('either partner begins it beside the one in force; the two hold different places (G6)', () => {
    const { story } = approved();
    for (const [who, side] of [
      [cast.lead, 'LEAD'],
      [cast.twinned, 'TWINNED'],
    ] as const) {
      const draft = new Story('2027-10-02T09:00:00Z', usualFacts);
      draft.does(who, 'StartDraft', { side, type: 'CHAIR', committee: COMMITTEE });
      expect(draft.status).toBe('DRAFT');
      expect(claimKeysOf(draft.state).some((k) => claimKeysOf(story.state).includes(k))).toBe(
        false,
      );
    }
  });

  it('is confirmed by ISO/CS when the new arrangement is there; until then it is its duty, with alerts (T59)', () => {
    const { story } = approved();
    expect(duties(story.state)).toContainEqual(
      expect.objectContaining({ id: 'office-change:EV1', desk: 'ISO_CS' }),
    );
    story.until('2027-10-20');
    expect(story.fired.filter((f) => f.deadline.timer === 'T59')).not.toEqual([]);
    const confirmed = story.does(cast.cs, 'ConfirmEffective', {
      ...{ evaluation: 'EV1', since: '2027-10-20' },
    });
    expect(typesOf(confirmed)).toEqual(['TransitionCompleted']);
    expect(story.status).toBe('ACTIVE');
  });
});
