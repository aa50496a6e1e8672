import { describe, expect, it } from '@jest/globals';
import { deadlines } from '../../kernel/due.js';
import { duties } from '../../kernel/views.js';
import { cast, GSA, IES } from '../../testing/people.js';
import type { Story } from '../../testing/story.js';
import { CV, inForce, STATEMENT, together } from './given.js';

const MORNING = '2027-07-01T09:00:00.000Z';

const owed = (s: Story, id: RegExp) => duties(s.state).filter((d) => id.test(d.id));
const clocks = (s: Story, timer: string) =>
  deadlines(s.state)
    .filter((d) => d.timer === timer)
    .map(({ step, subject, due, lastDay, whose, clause }) => ({
      ...{ step, subject, due, lastDay, whose, clause },
    }));

const begun = (given: Parameters<typeof inForce>[0] = {}): Story => {
  const s = inForce(given);
  s.until(MORNING);
  return s;
};

describe('a pause that the partners have agreed', () => {
  const agreed = (until: string): Story => {
    const s = begun();
    together(s, 'Suspend', { until, reason: 'New management' });
    return s;
  };

  it('is the TPM’s to confirm in ten business days, after which silence confirms it', () => {
    const s = agreed('2027-12-28');
    expect(owed(s, /^pause/)).toEqual([
      {
        id: 'pause:confirm',
        desk: 'TPM',
        commands: ['ConfirmPause'],
        since: MORNING,
        due: '2027-07-15T22:00:00.000Z',
        clause: 'lifecycle T33',
      },
    ]);
    expect(clocks(s, 'T33')).toEqual([
      {
        ...{ step: 'confirm', subject: 'PAUSE', whose: 'TPM', clause: 'lifecycle T33' },
        ...{ due: '2027-07-15T22:00:00.000Z', lastDay: '2027-07-15' },
      },
    ]);
  });

  it('lapses with its last day when that comes before the ten days are over', () => {
    const s = agreed('2027-07-10');
    expect(clocks(s, 'T33')).toMatchObject([
      { step: 'lapse', due: '2027-07-10T22:00:00.000Z', whose: 'TPM' },
    ]);
    expect(owed(s, /^pause/)).toMatchObject([{ due: '2027-07-10T22:00:00.000Z' }]);
  });

  it('ends by itself after its last day once it runs, and nobody owes anything for it', () => {
    const s = agreed('2027-12-28');
    s.does(cast.tpm, 'ConfirmPause', { confirmed: true });
    expect(clocks(s, 'T33')).toEqual([
      {
        ...{ step: 'resume', subject: 'PAUSE', whose: 'BOTH', clause: 'lifecycle T33' },
        ...{ due: '2027-12-28T23:00:00.000Z', lastDay: '2027-12-28' },
      },
    ]);
    expect(owed(s, /^pause/)).toEqual([]);
  });
});

describe('what makes an agreement impossible', () => {
  const gone = {
    ...{ rule: 'COMMITTEE_NOT_ACTIVE', side: 'LEAD', broken: true },
    ...{ since: '2027-06-01', reference: 'TMB 40/2027' },
  };

  it('is the TPM’s to confirm in fifteen business days from its recording (T41)', () => {
    const s = begun();
    s.does(cast.cs, 'RecordPrerequisiteFact', gone);
    const due = '2027-07-22T22:00:00.000Z';
    expect(owed(s, /^impossible/)).toEqual([
      {
        id: 'impossible:LEAD:COMMITTEE_NOT_ACTIVE',
        desk: 'TPM',
        commands: ['ConfirmImpossibility'],
        since: MORNING,
        due,
        clause: 'lifecycle T41',
      },
    ]);
    expect(clocks(s, 'T41')).toEqual([
      {
        ...{ step: 'confirm', subject: 'LEAD:COMMITTEE_NOT_ACTIVE', whose: 'TPM' },
        ...{ clause: 'lifecycle T41', due, lastDay: '2027-07-22' },
      },
    ]);
  });

  it('is nobody’s to confirm when it is a status that can be won back', () => {
    const s = begun();
    s.does(cast.cs, 'RecordPrerequisiteFact', { ...gone, rule: 'NOT_P_MEMBER_LEAD' });
    expect([owed(s, /^impossible/), clocks(s, 'T41')]).toEqual([[], []]);
  });

  it('is a successor’s to avert: it attests within sixty days', () => {
    const s = begun();
    const payload = { body: { old: IES, new: GSA }, reference: 'Council 9/2027' };
    s.does(cast.cs, 'RecordSuccession', payload);
    const due = '2027-08-30T22:00:00.000Z';
    expect(owed(s, /^succession/)).toEqual([
      {
        id: 'succession:TWINNED',
        desk: 'TWINNED',
        commands: ['AttestSuccession'],
        since: MORNING,
        due,
        clause: 'lifecycle B4',
      },
    ]);
    expect(clocks(s, 'T41')).toEqual([
      {
        ...{ step: 'attest', subject: 'TWINNED', whose: 'TWINNED', clause: 'lifecycle T41' },
        ...{ due, lastDay: '2027-08-30' },
      },
    ]);
    s.does(cast.third, 'AttestSuccession');
    expect([owed(s, /^succession/), clocks(s, 'T41')]).toEqual([[], []]);
    expect(s.does(cast.third, 'AttestSuccession')).toEqual([]);
  });
});

describe('a person who has left', () => {
  const successor = {
    ...{ person: 'successor', cv: CV, statement: STATEMENT },
    ...{ delegate: false, categoryC: false },
  };

  it('is the body’s to replace, without a date, where the vacancy suspends nothing', () => {
    const s = begun({ type: 'SECRETARIAT' });
    s.does(cast.twinned, 'ReportVacancy', { side: 'TWINNED', reason: 'New post' });
    expect(owed(s, /^vacancy/)).toEqual([
      {
        id: 'vacancy:TWINNED',
        desk: 'TWINNED',
        commands: ['ReplaceNominee'],
        since: MORNING,
        due: null,
        clause: 'ST.5.4',
      },
    ]);
    s.does(cast.twinned, 'ReplaceNominee', successor);
    expect(owed(s, /^vacancy/)).toEqual([]);
  });

  it.each([
    ['CONVENOR', 'COMMITTEE_MANAGER'],
    ['CHAIR', 'TMB_SEC'],
    ['SECRETARIAT', 'ISO_CS'],
  ] as const)('of a %s is replaced by one whom %s confirms in 28 and 56 days', (type, desk) => {
    const s = begun({ type });
    s.does(cast.twinned, 'ReplaceNominee', successor);
    expect(owed(s, /^nominee/)).toEqual([
      {
        id: 'nominee:TWINNED',
        desk,
        commands: ['ConfirmNominee'],
        since: MORNING,
        due: '2027-07-29T22:00:00.000Z',
        clause: 'ST.5.4',
      },
    ]);
    const clock = { subject: 'TWINNED', whose: desk, clause: 'ST.5.4' };
    expect(clocks(s, 'T36')).toEqual([
      { step: 'remind', ...clock, due: '2027-07-29T22:00:00.000Z', lastDay: '2027-07-29' },
      { step: 'escalate', ...clock, due: '2027-08-26T22:00:00.000Z', lastDay: '2027-08-26' },
    ]);
    s.until('2027-08-27');
    expect(s.history.slice(-2)).toMatchObject([
      { type: 'ReminderRaised', payload: { timer: 'T36', step: 'remind', to: desk } },
      { type: 'EscalationRaised', payload: { level: 'L3', trigger: 'T36:TWINNED' } },
    ]);
  });
});

describe('a term of office', () => {
  it('of a chair is the TMB secretariat’s to decide on from twelve months before its end', () => {
    const s = begun({ type: 'CHAIR' });
    const chair = {
      ...{ person: 'twinned-chair', cv: CV, statement: STATEMENT, termEnd: '2030-06-30' },
      ...{ delegate: false, categoryC: false },
    };
    s.does(cast.twinned, 'ReplaceNominee', chair);
    const { person } = chair;
    const verdict = { side: 'TWINNED', person, confirmed: true, reference: 'TMB 30/2027' };
    s.does(cast.tmbSec, 'ConfirmNominee', verdict);
    expect(clocks(s, 'T37')).toMatchObject([
      { step: 'check', subject: 'TWINNED:2027-07-01', whose: 'TMB_SEC', clause: 'DIR 1.8.1' },
    ]);
    expect(clocks(s, 'T38')).toMatchObject([
      { step: 'end', due: '2030-06-30T22:00:00.000Z', lastDay: '2030-06-30', clause: 'DIR 1.8.1' },
    ]);
    s.until('2029-06-28');
    expect(owed(s, /^term/)).toEqual([]);
    s.until('2029-07-01');
    expect(owed(s, /^term/)).toEqual([
      {
        id: 'term:TWINNED:2027-07-01',
        desk: 'TMB_SEC',
        commands: ['RecordReappointment'],
        since: '2027-06-30T22:00:00.000Z',
        due: '2030-06-30T22:00:00.000Z',
        clause: 'DIR 1.8.1',
      },
    ]);
  });

  it('of a convenor is the committee manager’s from six months before three years are over', () => {
    const s = begun({ type: 'CONVENOR' });
    s.until('2029-12-02');
    expect(owed(s, /^term/)).toMatchObject([
      { desk: 'COMMITTEE_MANAGER', commands: ['RecordReappointment'], due: null },
    ]);
    expect(owed(s, /^term/).map((d) => d.clause)).toEqual(['DIR 1.12.1']);
  });
});

describe('the quarterly meetings', () => {
  it('are owed by both partners, one at a time, in the fifteen days around the planned day', () => {
    expect(owed(begun(), /^meeting/)).toEqual([
      {
        id: 'meeting:2027-10-01',
        desk: 'BOTH',
        commands: ['RecordMeeting'],
        since: '2027-09-15T22:00:00.000Z',
        due: '2027-10-16T22:00:00.000Z',
        clause: 'ST.5.6',
      },
    ]);
  });

  it('have a clock each, every three months up to the end', () => {
    const all = clocks(begun({ end: '2028-07-01' }), 'T25');
    expect(all.map((d) => d.subject)).toEqual([
      ...['2027-10-01', '2028-01-01', '2028-04-01', '2028-07-01'],
    ]);
    expect(all[0]).toEqual({
      ...{ step: 'missed', subject: '2027-10-01', whose: 'BOTH', clause: 'ST.5.6' },
      ...{ due: '2027-10-16T22:00:00.000Z', lastDay: '2027-10-16' },
    });
  });

  it('are those of the agreement where it names days, in their order, none after its end', () => {
    const s = inForce({ end: '2028-06-30' });
    s.state = {
      ...s.state,
      execution: {
        ...s.state.execution,
        meetingDates: ['2028-02-10', '2027-11-10', '2028-08-10'] as never,
      },
    };
    expect(clocks(s, 'T25').map((d) => d.subject)).toEqual(['2027-11-10', '2028-02-10']);
  });
});
