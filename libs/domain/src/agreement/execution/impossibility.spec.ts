import { describe, expect, it } from '@jest/globals';
import { cast, GSA, IES } from '../../testing/people.js';
import { typesOf, type Story } from '../../testing/story.js';
import { inForce } from './given.js';

const GONE = {
  rule: 'COMMITTEE_NOT_ACTIVE',
  side: 'LEAD',
  broken: true,
  since: '2027-06-01',
  reference: 'TMB 40/2027',
};
const successor = { body: { old: IES, new: GSA }, reference: 'Council 9/2027' };
const fired = (s: Story) => s.fired.filter((f) => f.deadline.timer === 'T41');

describe('T41', () => {
  it('resolves what it raised when the fact is gone again', () => {
    const s = inForce();
    s.until('2027-07-01T09:00:00Z');
    s.does(cast.cs, 'RecordPrerequisiteFact', GONE);
    s.until('2027-07-23T09:00:00Z');
    expect(s.state.oversight.escalations).toMatchObject([{ trigger: 'T41', open: true }]);
    const back = { ...GONE, broken: false, since: '2027-07-23' };
    expect(typesOf(s.does(cast.cs, 'RecordPrerequisiteFact', back))).toEqual([
      'PrerequisiteCured',
      'ArrangementResumed',
      'EscalationResolved',
    ]);
  });

  it('tells the TMB secretariat when nobody confirms an impossibility in fifteen business days', () => {
    const s = inForce();
    s.until('2027-07-01T09:00:00Z');
    s.does(cast.cs, 'RecordPrerequisiteFact', GONE);
    s.until('2027-07-22T21:59:59Z');
    expect(fired(s)).toEqual([]);
    s.until('2027-07-22T22:00:00Z');
    expect(fired(s).map((f) => f.events[0])).toMatchObject([
      { type: 'EscalationRaised', payload: { level: 'L3', trigger: 'T41' } },
    ]);
  });

  it('tells it after sixty days without the successor’s attestation', () => {
    const s = inForce();
    s.until('2027-07-01T09:00:00Z');
    s.does(cast.cs, 'RecordSuccession', successor);
    s.until('2027-08-30T21:59:59Z');
    expect(fired(s)).toEqual([]);
    s.until('2027-08-30T22:00:00Z');
    expect(fired(s).map((f) => f.events[0])).toMatchObject([
      { type: 'EscalationRaised', payload: { level: 'L3', trigger: 'T41:TWINNED' } },
    ]);
  });
});
