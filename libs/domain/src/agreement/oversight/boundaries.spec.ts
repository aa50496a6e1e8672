import { describe, expect, it } from '@jest/globals';
import { cast } from '../../testing/people.js';
import { typesOf, type Story } from '../../testing/story.js';
import { firedBy, inForceUntil } from './given.js';

const part = { year: 2028, rating: 4, text: 'On course.' };
const opensOf = (s: Story) =>
  firedBy(s, 'T27').map((f) => [f.deadline.subject, f.deadline.due, f.events[0]?.payload]);

describe('the annual review at its boundaries', () => {
  it('T27: of a start on 29 February the anniversary is 28 February, and 29 February in a leap year', () => {
    const s = inForceUntil('2033-02-27', '2028-02-29');
    s.until('2028-02-29T09:00:00Z');
    for (const year of [2029, 2030, 2031, 2032]) {
      s.until(`${String(year)}-02-15`);
      s.does(cast.lead, 'SubmitAnnualAssessment', { ...part, year });
      s.does(cast.twinned, 'SubmitAnnualAssessment', { ...part, year });
    }
    expect(opensOf(s)).toEqual([
      ['2029', '2029-01-28T23:00:00.000Z', { year: 2029, dueOn: '2029-02-28' }],
      ['2030', '2030-01-28T23:00:00.000Z', { year: 2030, dueOn: '2030-02-28' }],
      ['2031', '2031-01-28T23:00:00.000Z', { year: 2031, dueOn: '2031-02-28' }],
      ['2032', '2032-01-29T23:00:00.000Z', { year: 2032, dueOn: '2032-02-29' }],
    ]);
    // The fifth anniversary lies after the end.
    s.until('2033-02-20');
    expect(opensOf(s)).toHaveLength(4);
  });

  it('T27: thirty days before an anniversary on the other side of a change of time', () => {
    const s = inForceUntil('2030-04-09', '2027-04-10');
    s.until('2028-03-10T22:59:59Z');
    expect(opensOf(s)).toEqual([]);
    s.until('2028-03-10T23:00:00Z');
    expect(opensOf(s)).toEqual([
      ['2028', '2028-03-10T23:00:00.000Z', { year: 2028, dueOn: '2028-04-10' }],
    ]);
  });

  it('T28: the reminder is on the anniversary itself, the TMB comes when the last day of grace is over', () => {
    const s = inForceUntil();
    s.until('2028-02-03T22:59:59Z');
    expect(firedBy(s, 'T28').map((f) => [f.deadline.step, f.deadline.due])).toEqual([
      ['reminder', '2028-01-03T23:00:00.000Z'],
      ['reminder', '2028-01-03T23:00:00.000Z'],
    ]);
    expect(s.status).toBe('ACTIVE');
    s.until('2028-02-03T23:00:00Z');
    expect(
      firedBy(s, 'T28')
        .at(-1)
        ?.events.map((e) => e.type),
    ).toEqual(['AnnualReviewMissing', 'AnnualReviewMissing', 'EscalatedToTmb']);
    expect(s.status).toBe('UNDER_TMB_REVIEW');
  });

  it('T28: a part filed in the last second of grace is in time, in the first after it late and attached (D2)', () => {
    const inTime = inForceUntil();
    inTime.until('2028-01-20');
    inTime.does(cast.lead, 'SubmitAnnualAssessment', part);
    inTime.until('2028-02-03T22:59:59Z');
    inTime.does(cast.twinned, 'SubmitAnnualAssessment', part);
    inTime.until('2028-02-05');
    expect(inTime.status).toBe('ACTIVE');
    const late = inForceUntil();
    late.until('2028-02-03T23:00:00Z');
    const [filed] = late.does(cast.twinned, 'SubmitAnnualAssessment', part);
    const item = late.state.oversight.escalations.find((e) => e.trigger === 'T28');
    expect(filed?.payload).toMatchObject({ late: true, attachedTo: item?.id });
    expect(late.status).toBe('UNDER_TMB_REVIEW');
  });

  it.each([
    ['2028-02-03', 'EXPIRED', []],
    ['2028-02-04', 'EXPIRED', ['T28']],
  ] as const)(
    'T28: with the end date %s the grace of 3 February ends in %s after %j (D19)',
    (end, status, raised) => {
      const s = inForceUntil(end);
      s.until('2028-02-10');
      expect(s.status).toBe(status);
      const triggers = s.history.flatMap((e) =>
        e.type === 'EscalatedToTmb' ? [e.payload.trigger] : [],
      );
      expect(triggers).toEqual(raised);
    },
  );

  it('T29: fifteen business days over Christmas and the new year, not a second before', () => {
    const s = inForceUntil();
    s.until('2027-12-10');
    s.does(cast.lead, 'SubmitAnnualAssessment', part);
    s.does(cast.twinned, 'SubmitAnnualAssessment', part);
    s.until('2028-01-03T22:59:59Z');
    expect(firedBy(s, 'T29')).toEqual([]);
    s.until('2028-01-03T23:00:00Z');
    expect(firedBy(s, 'T29').flatMap((f) => typesOf(f.events))).toEqual(['EscalationRaised']);
  });
});

describe('T42 to T45, the ladder at its boundaries', () => {
  const raised = () => {
    const s = inForceUntil();
    s.until('2027-03-22T09:00:00Z');
    s.does(cast.lead, 'RaiseProblem', { text: 'No answer to letters.' });
    return s;
  };
  const second = (s: Story, timer: string, at: string) => {
    const before = firedBy(s, timer).length;
    s.until(new Date(Date.parse(at) - 1000).toISOString());
    expect(firedBy(s, timer)).toHaveLength(before);
    s.until(at);
    expect(firedBy(s, timer)).toHaveLength(before + 1);
  };

  // Good Friday is 26 March 2027, Easter Monday the 29th; clocks change on the 28th.
  it('T42: five business days over Easter, and anew after a hand-over at the same level', () => {
    const s = raised();
    second(s, 'T42', '2027-03-31T22:00:00Z');
    s.until('2027-04-01T09:00:00Z');
    s.does(cast.tpm, 'HandOverEscalation', { escalation: 'E1', to: 'ISO_CS', reason: 'Fees.' });
    second(s, 'T42', '2027-04-08T22:00:00Z');
    expect(firedBy(s, 'T42').at(-1)?.events).toMatchObject([
      { payload: { to: 'ISO_CS' } },
      { payload: { to: 'TMB_SEC' } },
    ]);
  });

  it('T43: fifteen business days at the level whoever has it, then L3 and its fifteen (T44)', () => {
    const s = raised();
    s.does(cast.tpm, 'AcknowledgeEscalation', { escalation: 'E1' });
    second(s, 'T43', '2027-04-14T22:00:00Z');
    expect(s.state.oversight.escalations).toMatchObject([{ level: 'L3', owner: 'TMB_SEC' }]);
    // Ascension is 6 May; L3 counts from the instant of T43, which is the first moment of 15 April.
    second(s, 'T44', '2027-05-07T22:00:00Z');
    second(s, 'T44', '2027-05-14T22:00:00Z');
  });

  it('T45: twenty-eight days before the TMB, from the first of its matters', () => {
    const s = raised();
    s.does(cast.tmbSec, 'BringToTmb', { escalation: 'E1' });
    s.until('2027-04-01T09:00:00Z');
    s.does(cast.tpm, 'BringToTmb', { text: 'Another matter' });
    second(s, 'T45', '2027-04-19T22:00:00Z');
    second(s, 'T45', '2027-04-26T22:00:00Z');
  });
});
