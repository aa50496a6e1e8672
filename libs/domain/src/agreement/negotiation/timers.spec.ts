import { describe, expect, it } from '@jest/globals';
import { day } from '../../calendar/day.js';
import { dayAt } from '../../calendar/zurich.js';
import { deadlines } from '../../kernel/due.js';
import { event } from '../../kernel/events.js';
import { ASI, cast, member } from '../../testing/people.js';
import { typesOf, type Story } from '../../testing/story.js';
import { bothAccept, negotiating, signed, submitted, TERM, written } from './testing.js';

const firedBy = (s: Story, timer: string) => s.fired.filter((f) => f.deadline.timer === timer);
const reminders = (s: Story, timer: string) =>
  firedBy(s, timer).flatMap((f) => f.events.filter((e) => e.type === 'ReminderRaised'));
const broken = (since: string) =>
  event('PrerequisiteBroken', {
    rule: 'NOT_P_MEMBER_LEAD',
    side: 'LEAD',
    since: day(since),
    reference: 'registry',
  });

describe('T17, the three months for agreement and plan', () => {
  it('ends the arrangement when the last day is over in Zurich, and not before', () => {
    const s = negotiating({ registeredOn: day('2027-08-31') });
    s.until('2027-11-30T22:59:59Z');
    expect(s.status).toBe('AGREEMENT_PENDING');
    s.until('2027-11-30T23:00:00Z');
    expect(s.status).toBe('LAPSED');
    expect(s.history.at(-1)).toMatchObject({
      type: 'ArrangementLapsed',
      payload: { reason: 'DOCUMENTS_MISSING', deadline: '2027-11-30' },
    });
  });

  it.each([
    ['2026-01-15', '2026-04-15'],
    ['2027-11-30', '2028-02-29'],
  ])('counts from %s to %s', (registered, due) => {
    const s = negotiating({ registeredOn: day(registered) });
    const [t17] = deadlines(s.state).filter((d) => d.timer === 'T17');
    expect(t17?.lastDay).toBe(due);
  });

  it.each([
    ['over the change to summer time', '2027-12-31', '2028-03-31T22:00:00Z'],
    ['over the change to winter time', '2027-08-15', '2027-11-15T23:00:00Z'],
    ['onto a leap day', '2027-11-29', '2028-02-29T23:00:00Z'],
    ['from a leap day', '2028-02-29', '2028-05-29T22:00:00Z'],
    ['clamped to the end of February', '2026-11-30', '2027-02-28T23:00:00Z'],
  ])('%s: registered on %s, it lapses at %s and not a second before (F22)', (_, on, at) => {
    const s = negotiating({ registeredOn: day(on) });
    s.until(new Date(Date.parse(at) - 1000).toISOString());
    expect(s.status).toBe('AGREEMENT_PENDING');
    s.until(at);
    expect(s.status).toBe('LAPSED');
  });

  it('ends a text that is frozen and signed but was not submitted', () => {
    const s = signed();
    s.until('2027-12-01');
    expect(s.status).toBe('LAPSED');
  });

  it('ends nothing while the documents lie with the TPM (D5)', () => {
    const s = submitted('2027-11-30T22:00:00Z');
    s.until('2028-03-01');
    expect(s.status).toBe('AGREEMENT_IN_REVIEW');
    expect(firedBy(s, 'T17')).toEqual([]);
  });

  it('goes before a command that comes at the same instant (D1, D2)', () => {
    const s = signed();
    s.until('2027-11-30T22:59:59Z');
    s.now = '2027-11-30T23:00:00.000Z' as typeof s.now;
    expect(s.refuses(cast.lead, 'SubmitSignedAgreement').refused).toBe('AGREEMENT_FINAL');
  });

  it('is moved by the exception (T18), which has its own reminder', () => {
    const s = negotiating();
    const grant = { newDue: '2027-12-30', reason: 'Floods.' };
    s.does(cast.tmbSec, 'GrantDeadlineException', grant);
    s.until('2027-12-22T23:00:00Z');
    expect(reminders(s, 'T19').map((r) => r.payload)).toContainEqual({
      timer: 'T19',
      step: 'reminder',
      to: 'BOTH',
      subject: 'exception',
    });
    s.until('2027-12-30T22:59:59Z');
    expect(s.status).toBe('AGREEMENT_PENDING');
    s.until('2027-12-30T23:00:00Z');
    expect(s.status).toBe('LAPSED');
  });
});

describe('T19, reminders', () => {
  it('come after 30, 60, 75 and 85 days to whose move it is', () => {
    const s = written();
    s.until('2027-11-30');
    expect(firedBy(s, 'T19').map((f) => f.deadline.lastDay)).toEqual([
      '2027-09-30',
      '2027-10-30',
      '2027-11-14',
      '2027-11-24',
    ]);
    expect(reminders(s, 'T19').map((r) => r.payload)).toMatchObject(
      ['30', '60', '75', '85'].map((subject) => ({ to: 'TWINNED', subject })),
    );
  });

  it('go to the TPM while it checks and stop with the acceptance', () => {
    const s = submitted('2027-09-10', { start: day('2027-11-20'), end: day('2030-11-19') });
    s.until('2027-10-02');
    expect(reminders(s, 'T19').map((r) => r.payload)).toMatchObject([{ to: 'TPM' }]);
    s.does(cast.tpm, 'AcceptDocuments');
    s.until('2027-11-19');
    expect(firedBy(s, 'T19')).toHaveLength(1);
  });
});

describe('T21, the check of the documents', () => {
  it('goes to the TMB secretariat after ten business days and again every week, and ends nothing (D6)', () => {
    const s = submitted('2027-11-01');
    s.until('2027-11-30');
    expect(firedBy(s, 'T21').map((f) => [f.deadline.lastDay, f.events[0]?.type])).toEqual([
      ['2027-11-15', 'EscalationRaised'],
      ['2027-11-22', 'ReminderRaised'],
      ['2027-11-29', 'ReminderRaised'],
    ]);
    s.until('2028-06-01');
    expect(s.status).toBe('AGREEMENT_IN_REVIEW');
  });

  it('resolves what it raised with the verdict, whichever it is', () => {
    for (const [command, payload] of [
      ['AcceptDocuments', {}],
      ['RequestImprovement', { points: ['Dates.'], parts: ['PLAN'] }],
    ] as const) {
      const s = submitted('2027-09-10');
      s.until('2027-09-28');
      expect(s.state.oversight.escalations).toMatchObject([{ trigger: 'T21', open: true }]);
      expect(typesOf(s.does(cast.tpm, command, payload))).toContain('EscalationResolved');
    }
  });

  it('starts anew with each submission', () => {
    const s = submitted('2027-09-10');
    s.until('2027-09-15');
    s.does(cast.tpm, 'RequestImprovement', { points: ['Dates.'], parts: ['PLAN'] });
    bothAccept(s);
    s.does(cast.lead, 'SubmitSignedAgreement');
    const [t21] = deadlines(s.state).filter((d) => d.timer === 'T21');
    expect(t21?.lastDay).toBe('2027-09-29');
  });
});

describe('T22, the planned start', () => {
  const accepted = () => {
    const s = submitted('2027-09-10');
    s.does(cast.tpm, 'AcceptDocuments');
    return s;
  };

  it('brings the agreement into force at 00:00 of the start date', () => {
    const s = accepted();
    s.until('2027-09-30T21:59:59Z');
    expect(s.status).toBe('AGREEMENT_IN_REVIEW');
    s.until('2027-09-30T22:00:00Z');
    expect(s.status).toBe('ACTIVE');
    expect(s.state.term).toMatchObject({ ...TERM, activatedAt: '2027-09-30T22:00:00.000Z' });
  });

  it('reads the prerequisites again and suspends at once what has lost one (D23)', () => {
    const s = accepted();
    s.facts = {
      ...s.facts,
      members: { ...s.facts.members, [ASI]: member(ASI, 'ASI', { status: 'O' }) },
    };
    s.until('2027-10-01');
    const [fired] = firedBy(s, 'T22');
    expect(fired?.events.slice(0, 2)).toMatchObject([
      { type: 'ArrangementActivated' },
      {
        type: 'PrerequisiteBroken',
        payload: { rule: 'NOT_P_MEMBER_LEAD', side: 'LEAD', since: '2027-10-01' },
      },
    ]);
    expect(fired?.events.map((e) => e.type)).toContain('ArrangementSuspended');
    expect(s.status).toBe('SUSPENDED');
  });

  it('suspends for a break that was recorded after the acceptance, without recording it twice', () => {
    const s = accepted().given(broken('2027-09-12'));
    s.facts = {
      ...s.facts,
      members: { ...s.facts.members, [ASI]: member(ASI, 'ASI', { status: 'O' }) },
    };
    s.until('2027-10-01');
    const types = firedBy(s, 'T22').flatMap((f) => f.events.map((e) => e.type));
    expect(types).not.toContain('PrerequisiteBroken');
    expect(s.status).toBe('SUSPENDED');
  });
});

describe('T23, a prerequisite broken before the start', () => {
  it('refuses the acceptance meanwhile and ends the arrangement 60 days after T17', () => {
    const s = submitted('2027-10-05').given(broken('2027-10-05'));
    expect(s.refuses(cast.tpm, 'AcceptDocuments').refused).toBe('NOT_P_MEMBER_LEAD');
    s.until('2028-01-29T22:59:59Z');
    expect(s.status).toBe('AGREEMENT_IN_REVIEW');
    s.until('2028-01-29T23:00:00Z');
    expect(s.history.find((e) => e.type === 'ArrangementLapsed')?.payload).toEqual({
      reason: 'PREREQUISITE_NOT_CURED',
      deadline: '2028-01-29',
    });
    expect(s.status).toBe('LAPSED');
  });

  it('counts from the break when that comes after T17', () => {
    const s = submitted('2027-10-05');
    s.until('2027-12-20');
    s.given(broken('2027-12-20'));
    const [t23] = deadlines(s.state).filter((d) => d.timer === 'T23');
    expect(t23?.lastDay).toBe('2028-02-18');
  });

  it('is stopped by the cure', () => {
    const s = submitted('2027-10-05').given(
      broken('2027-10-05'),
      event('PrerequisiteCured', {
        rule: 'NOT_P_MEMBER_LEAD',
        side: 'LEAD',
        since: day('2027-10-05'),
        reference: 'registry',
      }),
    );
    s.until('2028-03-01');
    expect(s.status).toBe('AGREEMENT_IN_REVIEW');
    s.does(cast.tpm, 'AcceptDocuments');
    expect(s.state.stage).toBe('FORCE');
  });
});

describe('T24, the end date before the start of force', () => {
  const short = { start: day('2027-10-01'), end: day('2028-01-31') };

  it('ends documents that nobody accepted by their end date', () => {
    const s = submitted('2027-10-05', short);
    s.until('2028-01-31T22:59:59Z');
    expect(s.status).toBe('AGREEMENT_IN_REVIEW');
    s.until('2028-01-31T23:00:00Z');
    expect(s.history.find((e) => e.type === 'ArrangementLapsed')?.payload).toEqual({
      reason: 'END_DATE_REACHED',
      deadline: '2028-01-31',
    });
  });

  it('is stopped by an acceptance on the last day', () => {
    const s = submitted('2027-10-05', short);
    s.until('2028-01-31T22:00:00Z');
    s.does(cast.tpm, 'AcceptDocuments');
    expect(dayAt(s.now)).toBe('2028-01-31');
    expect(s.state.stage).toBe('FORCE');
  });
});
