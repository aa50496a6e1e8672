import { describe, expect, it } from '@jest/globals';
import type { Principal } from '../../kernel/principal.js';
import { duties } from '../../kernel/views.js';
import { cast, COMMITTEE, GSA, IES, withCommittee, withMember } from '../../testing/people.js';
import { typesOf, type Story } from '../../testing/story.js';
import { inForce, registered } from './given.js';

const REFERENCE = 'Council 9/2027';
const BODY = { body: { old: IES, new: GSA }, reference: REFERENCE };
const TO_COMMITTEE = { committee: { old: COMMITTEE, new: 99 }, reference: REFERENCE };
const TO_GROUP = { workingGroup: { old: 'WG 3', new: 'WG 8' }, reference: REFERENCE };

const breaks = (s: Story, rule: string, side: 'LEAD' | 'TWINNED') =>
  s.does(cast.cs, 'RecordPrerequisiteFact', {
    ...{ rule, side, broken: true, since: '2027-05-20', reference: 'import 12' },
  });
const succession = (s: Story, who: Principal, payload: object) =>
  s.does(who, 'RecordSuccession', payload);
const onRecord = (s: Story) => s.state.execution.broken.map((b) => `${b.side}:${b.rule}`);

/** What ends with the old body, committee or group, and what its successor makes good. */
const MENDED = [
  ['P_MEMBER', 'MEMBER_NOT_ACTIVE', 'TWINNED', cast.cs, BODY],
  ['P_MEMBER', 'NOT_FULL_MEMBER', 'TWINNED', cast.cs, BODY],
  ['P_MEMBER', 'NOT_IN_COMMITTEE_TWINNED', 'TWINNED', cast.cs, BODY],
  ['P_MEMBER', 'COMMITTEE_NOT_ACTIVE', 'LEAD', cast.tmbSec, TO_COMMITTEE],
  ['P_MEMBER', 'NOT_P_MEMBER_LEAD', 'LEAD', cast.tmbSec, TO_COMMITTEE],
  ['CONVENOR', 'WG_DISBANDED', 'LEAD', cast.manager, TO_GROUP],
] as const;

describe('a successor that makes good what was lost (B4)', () => {
  it.each(MENDED)('%s: %s is cured and the agreement runs again', (type, rule, side, who, to) => {
    const s = inForce({ type });
    // Leadership types ask for a twinned P-member.
    s.facts = withMember(IES, { status: 'P' });
    breaks(s, rule, side);
    expect(s.status).toBe('SUSPENDED');
    expect(succession(s, who, to)).toMatchObject([
      { type: 'SubjectSucceeded' },
      {
        type: 'PrerequisiteCured',
        payload: { rule, side, since: '2027-07-01', reference: REFERENCE },
      },
      { type: 'ArrangementResumed' },
    ]);
    expect([s.status, onRecord(s), s.state.execution.causes]).toEqual(['ACTIVE', [], []]);
    s.until('2027-10-01');
    expect(s.fired.filter((f) => f.deadline.timer === 'T32')).toEqual([]);
  });

  it('frees what was blocked before the start of force', () => {
    const s = registered();
    breaks(s, 'MEMBER_NOT_ACTIVE', 'TWINNED');
    expect(onRecord(s)).toEqual(['TWINNED:MEMBER_NOT_ACTIVE']);
    expect(typesOf(succession(s, cast.cs, BODY))).toEqual([
      'SubjectSucceeded',
      'PrerequisiteCured',
    ]);
    expect([s.status, onRecord(s)]).toEqual(['AGREEMENT_PENDING', []]);
  });

  it('leaves nothing impossible: what T41 raised is resolved; the attestation is still owed', () => {
    const s = inForce();
    breaks(s, 'MEMBER_NOT_ACTIVE', 'TWINNED');
    s.until('2027-07-23');
    expect(s.state.oversight.escalations).toMatchObject([{ trigger: 'T41', open: true }]);
    expect(typesOf(succession(s, cast.cs, BODY))).toContain('EscalationResolved');
    for (const fact of ['MEMBERSHIP_ENDED', 'NO_SUCCESSOR']) {
      const refused = s.refuses(cast.tpm, 'ConfirmImpossibility', { fact, reference: REFERENCE });
      expect(refused.refused).toBe('NOT_IMPOSSIBLE');
    }
    const owed = duties(s.state).map((d) => d.id);
    expect(owed).toContain('succession:TWINNED');
    expect(owed.filter((id) => /^(impossible|cure):/.test(id))).toEqual([]);
    s.until('2027-09-22');
    const none = { fact: 'NO_SUCCESSOR', reference: REFERENCE };
    expect(typesOf(s.does(cast.tpm, 'ConfirmImpossibility', none))).toContain(
      'ArrangementTerminated',
    );
  });

  it('does not take from the TMB what it has: the review stays, its cause goes', () => {
    const s = inForce();
    breaks(s, 'MEMBER_NOT_ACTIVE', 'TWINNED');
    s.until('2027-08-31');
    expect(s.status).toBe('UNDER_TMB_REVIEW');
    expect(typesOf(succession(s, cast.cs, BODY))).toContain('PrerequisiteCured');
    expect([s.status, s.state.execution.causes]).toEqual(['UNDER_TMB_REVIEW', []]);
  });
});

describe('what a succession cannot mend (B4)', () => {
  it('is the other side’s, or of another subject', () => {
    const s = inForce();
    breaks(s, 'MEMBER_NOT_ACTIVE', 'LEAD');
    breaks(s, 'COMMITTEE_NOT_ACTIVE', 'LEAD');
    expect(typesOf(succession(s, cast.cs, BODY))).toEqual(['SubjectSucceeded']);
    expect(onRecord(s)).toEqual(['LEAD:MEMBER_NOT_ACTIVE', 'LEAD:COMMITTEE_NOT_ACTIVE']);
    const group = inForce({ type: 'CONVENOR' });
    group.facts = withMember(IES, { status: 'P' });
    breaks(group, 'COMMITTEE_NOT_ACTIVE', 'LEAD');
    expect(typesOf(succession(group, cast.manager, TO_GROUP))).toEqual(['SubjectSucceeded']);
    expect(group.status).toBe('SUSPENDED');
  });

  it('is what no registry holds: who is convenor of the new group is for the desk to say', () => {
    const s = inForce({ type: 'CONVENOR' });
    s.facts = withMember(IES, { status: 'P' });
    breaks(s, 'LEAD_NOT_CONVENOR', 'LEAD');
    expect(typesOf(succession(s, cast.manager, TO_GROUP))).toEqual(['SubjectSucceeded']);
    expect(s.status).toBe('SUSPENDED');
  });
});

describe('a successor that itself does not meet the conditions (B4)', () => {
  const met = { active: true, category: 'FULL', newRights: false } as const;

  it.each([
    ['P_MEMBER', 'MEMBER_NOT_ACTIVE', { active: false }],
    ['P_MEMBER', 'NOT_FULL_MEMBER', { category: 'CORRESPONDENT' }],
    ['CHAIR', 'NEW_RIGHTS_ONLY_P', { category: 'CORRESPONDENT', newRights: true }],
  ] as const)('%s: an own standing of %s suspends at once', (type, rule, over) => {
    const s = inForce({ type });
    s.facts = withMember(GSA, over);
    expect(succession(s, cast.cs, BODY)).toMatchObject([
      { type: 'SubjectSucceeded' },
      { type: 'PrerequisiteBroken', payload: { rule, side: 'TWINNED', reference: REFERENCE } },
      { type: 'ArrangementSuspended' },
    ]);
    s.facts = withMember(GSA, met);
    const back = { rule, side: 'TWINNED', broken: false, since: '2027-07-01', reference: 'r' };
    s.does(cast.cs, 'RecordPrerequisiteFact', back);
    expect(s.status).toBe('ACTIVE');
  });

  it('a committee that is dissolved itself suspends at once, a group that is disbanded too', () => {
    const s = inForce();
    s.facts = withCommittee({ status: 'DISSOLVED' });
    expect(succession(s, cast.tmbSec, TO_COMMITTEE)).toMatchObject([
      { type: 'SubjectSucceeded' },
      { type: 'PrerequisiteBroken', payload: { rule: 'COMMITTEE_NOT_ACTIVE', side: 'LEAD' } },
      { type: 'ArrangementSuspended' },
    ]);
    const group = inForce({ type: 'CONVENOR' });
    const workingGroup = { ref: 'WG 8', disbanded: true, joint: false, convenor: null };
    group.facts = { ...withMember(IES, { status: 'P' }), workingGroup };
    expect(succession(group, cast.manager, TO_GROUP)).toMatchObject([
      { type: 'SubjectSucceeded' },
      { type: 'PrerequisiteBroken', payload: { rule: 'WG_DISBANDED', side: 'LEAD' } },
      { type: 'ArrangementSuspended' },
    ]);
  });

  it('keeps on record what is as broken under the new id, and says it once', () => {
    const s = inForce();
    breaks(s, 'MEMBER_NOT_ACTIVE', 'TWINNED');
    s.facts = withMember(GSA, { active: false });
    expect(typesOf(succession(s, cast.cs, BODY))).toEqual(['SubjectSucceeded']);
    expect([s.status, onRecord(s)]).toEqual(['SUSPENDED', ['TWINNED:MEMBER_NOT_ACTIVE']]);
  });
});
