import { describe, expect, it } from '@jest/globals';
import { deadlines } from '../../kernel/due.js';
import { cast, GSA, IES, ASI, withCommittee, withMember } from '../../testing/people.js';
import { typesOf, type Story } from '../../testing/story.js';
import { inForce, registered, together } from './given.js';

const begun = (given: Parameters<typeof inForce>[0] = {}): Story => {
  const s = inForce(given);
  s.until('2027-07-01T09:00:00Z');
  return s;
};
const clocks = (s: Story, ...timers: readonly string[]) =>
  deadlines(s.state)
    .filter((d) => timers.includes(d.timer))
    .map(({ timer, step, subject, due, lastDay, whose, clause }) => [
      ...[timer, step, subject, due, lastDay, whose, clause],
    ]);

describe('the clocks of the term', () => {
  it('of P-members are the end, the window three months and the reminders up to a year before it', () => {
    const end = '2032-06-30';
    expect(clocks(begun(), 'T64', 'T65', 'T66')).toEqual([
      ['T65', 'remind', 'P12M', '2031-06-29T22:00:00.000Z', null, 'BOTH', 'ST.5.7'],
      ['T65', 'remind', 'P6M', '2031-12-29T23:00:00.000Z', null, 'BOTH', 'ST.5.7'],
      ['T64', 'open', end, '2032-03-29T22:00:00.000Z', null, 'NOBODY', 'ST.5.7'],
      ['T65', 'remind', 'P3M', '2032-03-29T22:00:00.000Z', null, 'BOTH', 'ST.5.7'],
      ['T65', 'remind', 'P30D', '2032-05-30T22:00:00.000Z', null, 'BOTH', 'ST.5.7'],
      ['T66', 'expire', end, '2032-06-30T22:00:00.000Z', end, 'NOBODY', 'ST.5.7'],
    ]);
  });

  it('of an office open the window twelve months before the end', () => {
    expect(clocks(begun({ type: 'CHAIR' }), 'T64').map((d) => d[3])).toEqual([
      '2031-06-29T22:00:00.000Z',
    ]);
  });

  it('of an agreement shorter than its window have it open from the first day, without past reminders', () => {
    const s = begun({ end: '2027-08-15' });
    expect([s.status, s.state.term?.windowOpened]).toEqual(['ENDING', true]);
    expect(clocks(s, 'T64', 'T65').map((d) => [d[0], d[2]])).toEqual([['T65', 'P30D']]);
  });

  it('count the days of force with both the first and the last', () => {
    const s = begun({ end: '2027-07-31' });
    s.until('2027-08-01');
    expect(s.history).toContainEqual({
      type: 'ArrangementExpired',
      payload: { endDate: '2027-07-31', usedDays: 31 },
      timer: expect.stringMatching(/^T66/),
    });
  });
});

describe('the clock of a notice', () => {
  it('is the other side’s to hear, runs sixty days, and is gone once both take the notice back', () => {
    const s = begun();
    s.does(cast.lead, 'GiveNoticeOfWithdrawal', {});
    expect(clocks(s, 'T39')).toEqual([
      [
        ...['T39', 'end', 'LEAD', '2027-08-30T22:00:00.000Z', '2027-08-30'],
        ...['TWINNED', 'ST.4(a)'],
      ],
    ]);
    expect(s.refuses(cast.twinned, 'GiveNoticeOfWithdrawal')).toMatchObject({
      refused: 'NOTICE_RUNNING',
      details: { by: 'LEAD', effectiveOn: '2027-08-30' },
    });
    expect(typesOf(together(s, 'RetractNotice'))).toContain('WithdrawalNoticeRetracted');
    expect([clocks(s, 'T39'), s.state.execution.notice]).toEqual([[], null]);
    expect(s.refuses(cast.lead, 'RetractNotice').refused).toBe('NO_NOTICE');
  });

  it('ends with the term when an amendment brings the end before it', () => {
    const s = begun();
    s.does(cast.lead, 'GiveNoticeOfWithdrawal', {});
    together(s, 'AmendAgreement', { reason: 'Sooner', end: '2027-07-31' });
    const hash = s.state.execution.amendments[0]?.hash;
    for (const who of [cast.leadSignatory, cast.twinnedSignatory]) {
      s.does(who, 'SignAmendment', { hash });
    }
    expect(clocks(s, 'T39').map((d) => d[4])).toEqual(['2027-07-31']);
    s.until('2027-08-01');
    expect(s.status).toBe('EXPIRED');
  });

  it('withdraws what is not in force yet, in the name of whose notice it was', () => {
    const s = registered();
    s.does(cast.twinned, 'GiveNoticeOfWithdrawal', {});
    s.until('2027-08-01');
    expect(s.history).toContainEqual(
      expect.objectContaining({
        type: 'ArrangementWithdrawn',
        payload: { reason: 'NOTICE', by: 'TWINNED' },
      }),
    );
  });
});

describe('an office whose lead is another body’s since a succession', () => {
  const REFERENCE = 'Council 9/2027';
  const lost = (s: Story, rule: string) =>
    s.does(cast.cs, 'RecordPrerequisiteFact', {
      ...{ rule, side: 'LEAD', broken: true, since: '2027-06-20', reference: 'letter' },
    });
  const succeeds = (s: Story) =>
    typesOf(
      s.does(cast.cs, 'RecordSuccession', { body: { old: ASI, new: GSA }, reference: REFERENCE }),
    );
  const person = (member: number) => ({ person: 'who-sits', member });
  const twinnedP = withMember(IES, { status: 'P' });

  it.each([
    [GSA, true],
    [IES, false],
  ])('is the convenor’s when the person is of body %i: cured %s', (member, cured) => {
    const s = begun({ type: 'CONVENOR' });
    const group = { ref: 'WG 3', disbanded: false, joint: false };
    s.facts = { ...twinnedP, workingGroup: { ...group, convenor: person(member) } };
    lost(s, 'LEAD_NOT_CONVENOR');
    expect(succeeds(s).includes('PrerequisiteCured')).toBe(cured);
    expect(s.status).toBe(cured ? 'ACTIVE' : 'SUSPENDED');
  });

  it.each([
    [GSA, true],
    [IES, false],
  ])('is the chair’s when the person is of body %i: cured %s', (member, cured) => {
    const s = begun({ type: 'CHAIR' });
    const chairs = [{ ...person(member), termEnd: '2030-06-30' as never }];
    s.facts = { ...twinnedP, committee: withCommittee({ chairs }).committee };
    lost(s, 'LEAD_NOT_CHAIR');
    expect(succeeds(s).includes('PrerequisiteCured')).toBe(cured);
    expect(s.status).toBe(cured ? 'ACTIVE' : 'SUSPENDED');
  });

  it('stays as it is on record where nobody knows who sits', () => {
    for (const [type, rule] of [
      ['CHAIR', 'LEAD_NOT_CHAIR'],
      ['CONVENOR', 'LEAD_NOT_CONVENOR'],
    ] as const) {
      const s = begun({ type });
      s.facts = { ...twinnedP, workingGroup: null };
      lost(s, rule);
      expect(succeeds(s)).not.toContain('PrerequisiteCured');
      expect(s.state.execution.broken.map((b) => b.rule)).toContain(rule);
    }
  });
});

describe('a secretariat that has come to the twinned body', () => {
  const moved = (s: Story, payload: object = {}) =>
    s.does(cast.cs, 'RecordPrerequisiteFact', {
      ...{ rule: 'LEAD_NOT_SECRETARIAT', side: 'LEAD', broken: true },
      ...{ since: '2027-06-20', reference: 'import 12', ...payload },
    });

  it('suspends without a decision, and is a task to record one (D17)', () => {
    const s = begun({ type: 'SECRETARIAT' });
    expect(moved(s, { holder: IES })).toMatchObject([
      { type: 'PrerequisiteBroken', payload: { rule: 'LEAD_NOT_SECRETARIAT', side: 'LEAD' } },
      { type: 'EscalationRaised', payload: { level: 'L2', trigger: 'ROLE_TRANSFER' } },
      { type: 'ArrangementSuspended' },
    ]);
  });

  it('is seen in the registry when the fact does not name the holder', () => {
    const s = begun({ type: 'SECRETARIAT' });
    s.facts = withCommittee({ secretariat: IES });
    expect(typesOf(moved(s))).toContain('EscalationRaised');
  });

  it('is no task where a third body has it', () => {
    expect(typesOf(moved(begun({ type: 'SECRETARIAT' }), { holder: GSA }))).not.toContain(
      'EscalationRaised',
    );
  });
});

describe('what is recorded of the work', () => {
  const activity = { on: '2027-09-01', text: 'Draft comments' };

  it('is recorded once, whoever says it again, and anew when the day or the words differ', () => {
    const s = begun();
    s.until('2027-10-01');
    s.does(cast.lead, 'RecordActivity', activity);
    expect(s.does(cast.twinned, 'RecordActivity', activity)).toEqual([]);
    for (const other of [{ on: '2027-09-02' }, { text: 'Other comments' }]) {
      expect(s.does(cast.twinned, 'RecordActivity', { ...activity, ...other })).toHaveLength(1);
    }
    expect(s.state.execution.records.map((r) => r.id)).toEqual(['R1', 'R2', 'R3']);
  });

  it('may be recorded again once it has been struck, and is struck by whose record it is', () => {
    const s = begun();
    s.until('2027-10-01');
    s.does(cast.lead, 'RecordActivity', activity);
    const strike = { of: 'R1', reason: 'Not ours', struck: true };
    expect(s.refuses(cast.twinned, 'CorrectRecord', strike)).toMatchObject({
      refused: 'RECORD_NOT_OWN',
      details: { of: 'R1' },
    });
    expect(s.does(cast.lead, 'CorrectRecord', strike)).toMatchObject([
      { payload: { of: 'R1', side: 'LEAD', on: '2027-09-01', struck: true } },
    ]);
    expect(s.does(cast.lead, 'CorrectRecord', strike)).toEqual([]);
    expect(s.does(cast.twinned, 'RecordActivity', activity)).toMatchObject([
      { payload: { id: 'R2', side: 'TWINNED' } },
    ]);
  });

  it('lies in the term, today at the latest, its first and its last day included', () => {
    const s = begun({ end: '2027-09-30' });
    const on = (day: string) => ({ ...activity, on: day });
    s.until('2027-09-30T09:00:00Z');
    for (const fit of ['2027-07-01', '2027-09-30']) {
      expect(s.does(cast.lead, 'RecordActivity', on(fit))).toHaveLength(1);
    }
    for (const unfit of ['2027-06-30', '2027-10-01']) {
      expect(s.refuses(cast.lead, 'RecordActivity', on(unfit))).toMatchObject({
        refused: 'NOT_IN_FORCE_ON_DATE',
        details: { on: unfit, start: '2027-07-01', end: '2027-09-30', suspended: false },
      });
    }
  });

  it('does not lie inside a suspension: its first and its last day are still of force', () => {
    const s = begun();
    together(s, 'Suspend', { until: '2027-08-31', reason: 'Summer' });
    s.does(cast.tpm, 'ConfirmPause', { confirmed: true });
    s.until('2027-10-01');
    expect(s.state.execution.suspensions).toMatchObject([{ from: '2027-07-01', to: '2027-09-01' }]);
    for (const day of ['2027-07-01', '2027-09-01']) {
      expect(s.does(cast.lead, 'RecordActivity', { ...activity, on: day })).toHaveLength(1);
    }
    for (const day of ['2027-07-02', '2027-08-31']) {
      expect(
        s.refuses(cast.lead, 'RecordActivity', { ...activity, on: day }).details,
      ).toMatchObject({ suspended: true });
    }
  });
});
