import { describe, it, expect } from '@jest/globals';
import { duties } from '../../kernel/views.js';
import { cast } from '../../testing/people.js';
import { typesOf, type Story } from '../../testing/story.js';
import { inForce, together } from './given.js';

const PAUSE = { until: '2027-12-28', reason: 'New management' };
const fired = (s: Story) => s.fired.filter((f) => f.deadline.timer === 'T33');

function agreed(): Story {
  const s = inForce();
  s.until('2027-07-01T09:00:00Z');
  together(s, 'Suspend', PAUSE);
  return s;
}

function paused(): Story {
  const s = agreed();
  s.does(cast.tpm, 'ConfirmPause', { confirmed: true });
  return s;
}

describe('Suspend', () => {
  it('is agreed by both partners and waits for the TPM', () => {
    const s = agreed();
    expect(typesOf(s.history.slice(-2))).toEqual(['JointActAgreed', 'PauseAgreed']);
    expect(s.status).toBe('ACTIVE');
    expect(duties(s.state)).toContainEqual(
      expect.objectContaining({ id: 'pause:confirm', desk: 'TPM' }),
    );
  });

  it('refuses more than 180 days, a day past the end and a second pause', () => {
    const s = inForce({ end: '2027-12-01' });
    s.until('2027-07-01T09:00:00Z');
    const refused = (until: string) => s.refuses(cast.lead, 'Suspend', { ...PAUSE, until }).refused;
    expect(refused('2027-12-02')).toBe('PAUSE_LIMIT');
    expect(refused('2027-07-01')).toBe('PAUSE_LIMIT');
    const long = inForce().refuses(cast.lead, 'Suspend', { ...PAUSE, until: '2027-12-29' });
    expect(long.details).toMatchObject({ latest: '2027-12-28' });
    expect(agreed().refuses(cast.lead, 'Suspend', PAUSE).refused).toBe('PAUSE_LIMIT');
  });

  it('refuses another pause for 365 days', () => {
    const s = paused();
    s.until('2027-12-29');
    expect(s.status).toBe('ACTIVE');
    const again = { until: '2028-07-30', reason: 'Again' };
    s.until('2028-06-30T09:00:00Z');
    expect(s.refuses(cast.lead, 'Suspend', again).details).toMatchObject({ freeOn: '2028-07-01' });
    s.until('2028-07-01T09:00:00Z');
    expect(typesOf(s.does(cast.lead, 'Suspend', again))).toEqual(['JointActProposed']);
  });

  it('is quiet when one side repeats its own proposal', () => {
    const s = inForce();
    s.does(cast.lead, 'Suspend', PAUSE);
    expect(s.does(cast.lead, 'Suspend', PAUSE)).toEqual([]);
  });
});

describe('ConfirmPause', () => {
  it('suspends the agreement', () => {
    const s = agreed();
    expect(typesOf(s.does(cast.tpm, 'ConfirmPause', { confirmed: true }))).toEqual([
      'PauseConfirmed',
      'ArrangementSuspended',
    ]);
    expect(s.status).toBe('SUSPENDED');
  });

  it('refuses the pause with a reason, and then the partners may ask again', () => {
    const s = agreed();
    const no = s.refuses(cast.tpm, 'ConfirmPause', { confirmed: false });
    expect(no.refused).toBe('REASON_REQUIRED');
    const why = { confirmed: false, reason: 'The plenary is close' };
    expect(typesOf(s.does(cast.tpm, 'ConfirmPause', why))).toEqual(['PauseRefused']);
    expect(typesOf(s.does(cast.lead, 'Suspend', PAUSE))).toEqual(['JointActProposed']);
  });

  it('is refused without a pause and quiet when given twice', () => {
    const none = inForce().refuses(cast.tpm, 'ConfirmPause', { confirmed: true });
    expect(none.refused).toBe('NO_PAUSE');
    expect(paused().does(cast.tpm, 'ConfirmPause', { confirmed: true })).toEqual([]);
  });
});

describe('Resume', () => {
  it('ends the pause early with both partners', () => {
    const s = paused();
    s.until('2027-09-01');
    expect(typesOf(together(s, 'Resume'))).toEqual([
      'JointActAgreed',
      'SuspensionCauseRemoved',
      'ArrangementResumed',
    ]);
    expect(s.status).toBe('ACTIVE');
  });

  it('is refused when the suspension is no pause', () => {
    const s = inForce();
    s.does(cast.cs, 'RecordPrerequisiteFact', {
      rule: 'MEMBER_NOT_ACTIVE',
      side: 'TWINNED',
      broken: true,
      since: '2027-07-01',
      reference: 'Council 4/2027',
    });
    expect(s.refuses(cast.lead, 'Resume').refused).toBe('NO_PAUSE');
  });

  it('is quiet when one side repeats its own consent', () => {
    const s = paused();
    s.does(cast.lead, 'Resume');
    expect(s.does(cast.lead, 'Resume')).toEqual([]);
  });
});

describe('T33', () => {
  it('confirms the pause after ten business days of silence', () => {
    const s = agreed();
    s.until('2027-07-15T21:59:00Z');
    expect(s.status).toBe('ACTIVE');
    s.until('2027-07-15T22:00:00Z');
    expect(fired(s).flatMap((f) => typesOf(f.events))).toEqual([
      'PauseConfirmed',
      'ArrangementSuspended',
    ]);
  });

  it('lets a pause lapse that is over before anybody confirmed it', () => {
    const s = inForce();
    s.until('2027-07-01T09:00:00Z');
    together(s, 'Suspend', { until: '2027-07-05', reason: 'Move' });
    s.until('2027-08-01');
    expect(fired(s).flatMap((f) => typesOf(f.events))).toEqual(['PauseLapsed']);
  });

  it('resumes the agreement when the last day is over', () => {
    const s = paused();
    s.until('2027-12-28T22:59:00Z');
    expect(s.status).toBe('SUSPENDED');
    s.until('2027-12-28T23:00:00Z');
    expect(s.status).toBe('ACTIVE');
    expect(s.state.execution.suspensions).toEqual([{ from: '2027-07-01', to: '2027-12-29' }]);
  });
});
