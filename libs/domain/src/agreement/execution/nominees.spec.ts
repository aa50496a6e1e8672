import { describe, it, expect } from '@jest/globals';
import { day } from '../../calendar/day.js';
import { event } from '../../kernel/events.js';
import type { TwinningType } from '../../kernel/vocabulary.js';
import { duties } from '../../kernel/views.js';
import { cast } from '../../testing/people.js';
import { typesOf, type Story } from '../../testing/story.js';
import { CV, inForce, registered, STATEMENT } from './given.js';

const LEFT = { side: 'TWINNED', reason: 'New post' };
const SUCCESSOR = {
  person: 'twinned-successor',
  cv: CV,
  statement: STATEMENT,
  delegate: false,
  categoryC: false,
};
const VERDICT = {
  side: 'TWINNED',
  person: 'twinned-successor',
  confirmed: true,
  reference: 'Resolution 7/2027',
};
const desk = { CONVENOR: cast.manager, CHAIR: cast.tmbSec, SECRETARIAT: cast.cs } as const;
const fired = (s: Story, timer: string) => s.fired.filter((f) => f.deadline.timer === timer);

function vacant(type: TwinningType = 'CHAIR'): Story {
  const s = inForce({ type });
  s.until('2027-07-05');
  s.does(cast.twinned, 'ReportVacancy', LEFT);
  return s;
}

describe('ReportVacancy', () => {
  it('suspends the twinning of an office', () => {
    for (const type of ['CHAIR', 'CONVENOR'] as const) {
      const s = vacant(type);
      expect(typesOf(s.history.slice(-2))).toEqual(['NomineeVacated', 'ArrangementSuspended']);
      expect(s.state.execution.causes).toMatchObject([
        { cause: 'NOMINEE_VACANT', subject: 'TWINNED' },
      ]);
    }
  });

  it('is a task of the TPM in a secretariat twinning, without suspension', () => {
    const s = vacant('SECRETARIAT');
    expect(s.history.slice(-2)).toMatchObject([
      { type: 'NomineeVacated' },
      { type: 'EscalationRaised', payload: { level: 'L2', trigger: 'NOMINEE_VACANT:TWINNED' } },
    ]);
    expect(s.status).toBe('ACTIVE');
    expect(duties(s.state)).toContainEqual(
      expect.objectContaining({ id: 'vacancy:TWINNED', desk: 'TWINNED' }),
    );
  });

  it('is only recorded before the start of force, and is a cause from then on', () => {
    const s = registered({ type: 'CHAIR' });
    expect(typesOf(s.does(cast.twinned, 'ReportVacancy', LEFT))).toEqual(['NomineeVacated']);
    expect(s.status).toBe('AGREEMENT_PENDING');
    s.given(
      event('ArrangementActivated', {
        start: day('2027-06-01'),
        end: day('2030-05-31'),
        reviewDates: [],
        meetingDates: [],
      }),
    );
    s.does(cast.lead, 'GiveNoticeOfWithdrawal');
    expect(s.status).toBe('SUSPENDED');
  });

  it('is refused for the other body’s person, and quiet when known', () => {
    const s = vacant();
    const other = s.refuses(cast.lead, 'ReportVacancy', LEFT);
    expect(other.refused).toBe('PROXY_FORBIDDEN');
    expect(s.does(cast.tpm, 'ReportVacancy', LEFT)).toEqual([]);
  });

  it('follows from a nominee who declines', () => {
    const s = inForce({ type: 'CHAIR' });
    const events = s.does(cast.twinned, 'DeclineNomination', { person: 'twinned-nominee' });
    expect(typesOf(events)).toEqual([
      'NominationDeclined',
      'NomineeVacated',
      'ArrangementSuspended',
    ]);
  });
});

describe('ReplaceNominee', () => {
  it('proposes a successor with CV and signed statement', () => {
    const s = vacant();
    expect(typesOf(s.does(cast.twinned, 'ReplaceNominee', SUCCESSOR))).toEqual(['NomineeProposed']);
    expect(duties(s.state)).toContainEqual(
      expect.objectContaining({ id: 'nominee:TWINNED', desk: 'TMB_SEC' }),
    );
  });

  it.each([
    ['CHAIR', { cv: null }, 'CV_MISSING'],
    ['CHAIR', { statement: null }, 'NOMINATION_NOT_ACCEPTED'],
    ['CHAIR', { delegate: true }, 'CHAIR_IS_DELEGATE'],
    ['CONVENOR', { categoryC: true }, 'NOMINEE_NOT_ELIGIBLE'],
    ['CHAIR', { person: 'lead-nominee' }, 'NOMINEE_NOT_ELIGIBLE'],
    ['CHAIR', { termEnd: '2033-07-05' }, 'NOMINEE_TERM_EXCEEDED'],
    ['CONVENOR', { termEnd: '2030-07-06' }, 'NOMINEE_TERM_EXCEEDED'],
  ] as const)('of a %s with %j is refused: %s', (type, over, code) => {
    const s = vacant(type);
    expect(s.refuses(cast.twinned, 'ReplaceNominee', { ...SUCCESSOR, ...over }).refused).toBe(code);
  });

  it('is refused for a person whom the other partner has proposed and who is not confirmed yet (D21)', () => {
    const s = vacant();
    s.does(cast.lead, 'ReplaceNominee', SUCCESSOR);
    expect(s.refuses(cast.twinned, 'ReplaceNominee', SUCCESSOR)).toMatchObject({
      refused: 'NOMINEE_NOT_ELIGIBLE',
      clause: 'ST.4(d)',
    });
  });

  it.each([
    ['CHAIR', '2033-07-04'],
    ['CONVENOR', '2030-07-05'],
  ] as const)('of a %s may ask for a term up to %s', (type, termEnd) => {
    const [proposed] = vacant(type).does(cast.twinned, 'ReplaceNominee', { ...SUCCESSOR, termEnd });
    expect(proposed).toMatchObject({ type: 'NomineeProposed', payload: { termEnd } });
  });

  it('is quiet when the same successor is proposed again', () => {
    const s = vacant();
    s.does(cast.twinned, 'ReplaceNominee', SUCCESSOR);
    expect(s.does(cast.twinned, 'ReplaceNominee', SUCCESSOR)).toEqual([]);
  });
});

describe('ConfirmNominee', () => {
  it.each(['CONVENOR', 'CHAIR', 'SECRETARIAT'] as const)(
    'by the desk of a %s twinning fills the vacancy and tells the committee',
    (type) => {
      const s = vacant(type);
      s.does(cast.twinned, 'ReplaceNominee', SUCCESSOR);
      const events = s.does(desk[type], 'ConfirmNominee', VERDICT);
      expect(typesOf(events)).toEqual(
        type === 'SECRETARIAT'
          ? ['NomineeReplaced', 'CommitteeNotified', 'EscalationResolved']
          : ['NomineeReplaced', 'CommitteeNotified', 'ArrangementResumed'],
      );
      expect(s.status).toBe('ACTIVE');
      expect(s.state.proposal.nominees.find((n) => n.side === 'TWINNED')).toMatchObject({
        person: 'twinned-successor',
        vacant: false,
        accepted: true,
      });
    },
  );

  it('refuses the successor: the vacancy goes on', () => {
    const s = vacant();
    s.does(cast.twinned, 'ReplaceNominee', SUCCESSOR);
    const no = { ...VERDICT, confirmed: false };
    expect(typesOf(s.does(cast.tmbSec, 'ConfirmNominee', no))).toEqual(['NomineeRefused']);
    expect(s.status).toBe('SUSPENDED');
  });

  it('needs a reference, a proposal and the desk of this type', () => {
    const s = vacant();
    const bare = { ...VERDICT, reference: null };
    expect(s.refuses(cast.tmbSec, 'ConfirmNominee', bare).refused).toBe('REFERENCE_REQUIRED');
    expect(s.refuses(cast.tmbSec, 'ConfirmNominee', VERDICT).refused).toBe('WRONG_STATUS');
    expect(s.refuses(cast.cs, 'ConfirmNominee', VERDICT).refused).toBe('WRONG_ROUTE_FOR_TYPE');
  });

  it('is quiet when the person is confirmed already', () => {
    const s = vacant();
    s.does(cast.twinned, 'ReplaceNominee', SUCCESSOR);
    s.does(cast.tmbSec, 'ConfirmNominee', VERDICT);
    expect(s.does(cast.tmbSec, 'ConfirmNominee', VERDICT)).toEqual([]);
  });
});

describe('T36, the confirmation', () => {
  it('reminds after 28 days and tells the TMB secretariat after 56', () => {
    const s = vacant();
    s.does(cast.twinned, 'ReplaceNominee', SUCCESSOR);
    s.until('2027-09-01');
    expect(fired(s, 'T36').map((f) => [f.deadline.lastDay, f.events[0]])).toMatchObject([
      ['2027-08-02', { type: 'ReminderRaised', payload: { to: 'TMB_SEC' } }],
      [
        '2027-08-30',
        { type: 'EscalationRaised', payload: { level: 'L3', trigger: 'T36:TWINNED' } },
      ],
    ]);
  });

  it('is over with the verdict', () => {
    const s = vacant();
    s.does(cast.twinned, 'ReplaceNominee', SUCCESSOR);
    s.does(cast.tmbSec, 'ConfirmNominee', VERDICT);
    s.until('2027-09-01');
    expect(fired(s, 'T36')).toEqual([]);
  });
});

describe('what concerns the person of one side', () => {
  const open = (s: Story) =>
    s.state.oversight.escalations.filter((e) => e.open).map((e) => e.trigger);
  const bothLate = (): Story => {
    const s = inForce({ type: 'SECRETARIAT' });
    s.until('2027-07-05');
    s.does(cast.twinned, 'ReplaceNominee', SUCCESSOR);
    s.does(cast.lead, 'ReplaceNominee', { ...SUCCESSOR, person: 'lead-successor' });
    s.until('2027-09-02');
    return s;
  };

  it('is an item of its own beside that of the other side (T36)', () => {
    const s = bothLate();
    expect(open(s)).toEqual(expect.arrayContaining(['T36:TWINNED', 'T36:LEAD']));
    s.does(cast.cs, 'ConfirmNominee', VERDICT);
    expect(open(s)).toContain('T36:LEAD');
    expect(open(s)).not.toContain('T36:TWINNED');
  });

  it('stays open when the other side’s vacancy is filled', () => {
    const s = vacant('SECRETARIAT');
    s.does(cast.lead, 'ReportVacancy', { ...LEFT, side: 'LEAD' });
    s.does(cast.twinned, 'ReplaceNominee', SUCCESSOR);
    s.does(cast.cs, 'ConfirmNominee', VERDICT);
    expect(open(s)).toEqual(['NOMINEE_VACANT:LEAD']);
  });

  it('is found in records that have one trigger for both sides', () => {
    const s = inForce({ type: 'SECRETARIAT' });
    s.until('2027-07-05');
    s.does(cast.twinned, 'ReplaceNominee', SUCCESSOR);
    const item = { level: 'L3', owner: 'TMB_SEC', dueOn: null, trigger: 'T36' } as const;
    s.given(
      event('EscalationRaised', { ...item, id: 'E1', text: 'TWINNED' }),
      event('EscalationRaised', { ...item, id: 'E2', text: 'LEAD' }),
    );
    s.until('2027-09-02');
    expect(open(s)).toEqual(['T36', 'T36']);
    s.does(cast.cs, 'ConfirmNominee', VERDICT);
    expect(s.state.oversight.escalations.filter((e) => e.open)).toMatchObject([{ id: 'E2' }]);
  });
});
