import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { majorityReached } from '../agreement/evaluation/kinds.js';
import { readiness } from '../agreement/evaluation/readiness.js';
import { PAPERS, reviewedEvaluation } from '../agreement/evaluation/testing.js';
import { negotiating } from '../agreement/negotiation/testing.js';
import { confirmedDraft, inForceUntil, registered } from '../agreement/oversight/given.js';
import { addBusinessDays, addDays, day, dayAt, type Day } from '../calendar/index.js';
import { storyWhere } from '../invariants/on-the-way.js';
import { event } from '../kernel/events.js';
import type { Status, TwinningType } from '../kernel/vocabulary.js';
import { earlyWarning } from '../participation/inactivity.js';
import { ballot, Membership } from '../participation/testing.js';
import { participationDeadlines } from '../participation/timers.js';
import { cast } from '../testing/people.js';
import type { Story } from '../testing/story.js';
import { rulesetById } from './index.js';

const rules = rulesetById('annex-st-2020');
const { sla_defaults, lifecycle_defaults, appeals } = rules;

afterEach(() => {
  jest.restoreAllMocks();
});

/** The last days (or days) at which this happens, if nobody acts for a year. */
function silence(s: Story, timer: string, step: string): readonly Day[] {
  const from = s.fired.length;
  // Another object: the deadlines of a state are kept with it, and were found under other numbers.
  s.state = { ...s.state };
  s.until(addDays(dayAt(s.now), 365));
  return s.fired
    .slice(from)
    .filter(({ deadline: d }) => d.timer === timer && d.step === step)
    .map(({ deadline: d }) => d.lastDay ?? dayAt(d.due));
}

const waitsIn = (type: TwinningType, stage: Status) =>
  storyWhere(type, (s) => s.stage === stage, 'annex-st-2020');
const today = (s: Story) => dayAt(s.now);

describe('the TPM on a request of P-members (T6)', () => {
  it('is reminded again, and escalates, after the days of the ruleset', () => {
    jest.replaceProperty(sla_defaults, 'tpm_p_member_review_second_reminder_business_days', 3);
    jest.replaceProperty(sla_defaults, 'tpm_p_member_review_escalate_business_days', 8);
    const first = (s: Story) => addBusinessDays(today(s), 15);
    const s = waitsIn('P_MEMBER', 'IN_REVIEW_TPM');
    const reminded = first(s);
    expect(silence(s, 'T6', 'remind')).toEqual([reminded, addBusinessDays(reminded, 3)]);
    const again = waitsIn('P_MEMBER', 'IN_REVIEW_TPM');
    expect(silence(again, 'T6', 'escalate')[0]).toBe(addBusinessDays(reminded, 8));
  });

  it('is alerted again and again at the distance of the ruleset', () => {
    jest.replaceProperty(sla_defaults, 'alert_every_days', 9);
    const [one, two] = silence(waitsIn('P_MEMBER', 'IN_REVIEW_TPM'), 'T6', 'escalate');
    expect(two).toBe(one && addDays(one, 9));
  });
});

describe('the holidays of the ruleset', () => {
  const added = ['2027-01-06', '2027-01-07'];

  it('lengthen every wait in business days', () => {
    const s = waitsIn('P_MEMBER', 'IN_REVIEW_TPM');
    expect(today(s)).toBe('2027-01-04');
    jest.replaceProperty(lifecycle_defaults, 'holidays', { geneva: true, added, removed: [] });
    expect(silence(s, 'T5', 'escalate')).toEqual(['2027-01-20']);
  });

  it('move the earliest day of a registration', () => {
    const s = waitsIn('P_MEMBER', 'APPROVED');
    s.until('2027-01-15');
    const before = { registeredOn: '2027-01-03' };
    expect(s.refuses(cast.tpm, 'RegisterInGD', before).details).toMatchObject({
      earliest: '2027-01-08',
    });
    const holidays = { geneva: true, added: ['2027-01-14'], removed: [] };
    jest.replaceProperty(lifecycle_defaults, 'holidays', holidays);
    expect(s.refuses(cast.tpm, 'RegisterInGD', before).details).toMatchObject({
      earliest: '2027-01-07',
    });
  });

  it('lengthen the waits of a participation', () => {
    jest.replaceProperty(lifecycle_defaults, 'holidays', {
      geneva: true,
      added: ['2027-03-15'],
      removed: [],
    });
    const m = new Membership();
    m.does('ISO_CS', 'RecordBallotFact', ballot('F1', 'FDIS', '2027-03-10'));
    m.until('2027-03-12');
    const [reminder] = participationDeadlines(m.state).filter((d) => d.timer === 'T48');
    expect(reminder?.lastDay).toBe('2027-03-30');
  });
});

describe('other waits of the approval', () => {
  it('T7: the assessment goes to the TMB secretariat so many days after its reminder', () => {
    jest.replaceProperty(sla_defaults, 'tpm_ballot_assessment_escalate_days', 11);
    const s = waitsIn('CHAIR', 'IN_REVIEW_TPM');
    const due = addBusinessDays(today(s), 15);
    expect(silence(s, 'T7', 'escalate')[0]).toBe(addDays(due, 11));
  });

  it('T13: the TPM hears of a silent committee after the days of the ruleset', () => {
    jest.replaceProperty(sla_defaults, 'committee_decision_tpm_days', 33);
    const s = waitsIn('CONVENOR', 'IN_COMMITTEE_DECISION');
    const since = today(s);
    expect(silence(s, 'T13', 'tpm')).toEqual([addDays(since, 33)]);
  });

  it('T9: the ballot is reminded of on the days of the ruleset', () => {
    jest.replaceProperty(lifecycle_defaults, 'ballot_reminder_days', [10, 20]);
    const s = waitsIn('CHAIR', 'IN_TMB_BALLOT');
    const opened = today(s);
    expect(silence(s, 'T9', 'remind')).toEqual([addDays(opened, 10), addDays(opened, 20)]);
  });

  it('T9: a secretariat’s ballot lasts as long as the routing of secretariats says', () => {
    jest.replaceProperty(rules.routing.SECRETARIAT, 'ballot_days', 35);
    const s = storyWhere('SECRETARIAT', (state) => state.approval.assessedAt !== null);
    s.does(cast.tmbSec, 'OpenTmbBallot', { entitled: [1529] });
    expect(s.state.approval.ballots[0]?.closesOn).toBe(addDays(today(s), 35));
  });

  it('T12: a ballot without decision is alerted of after the days of the ruleset', () => {
    jest.replaceProperty(lifecycle_defaults, 'ballot_no_decision_days', 40);
    const s = waitsIn('CHAIR', 'IN_TMB_BALLOT');
    const closed = addDays(today(s), 28 + 14 + 1);
    expect(silence(s, 'T12', 'alert')[0]).toBe(addDays(closed, 40));
  });

  it('T15: the registration is alerted of every so many business days', () => {
    jest.replaceProperty(sla_defaults, 'gd_registration_alert_every_business_days', 4);
    const [one, two] = silence(waitsIn('P_MEMBER', 'APPROVED'), 'T15', 'alert');
    expect(two).toBe(one && addBusinessDays(one, 4));
  });
});

describe('waits of negotiation and execution', () => {
  it('T19: the end of an exception is reminded of so many days before', () => {
    jest.replaceProperty(lifecycle_defaults, 'deadline_exception_reminder_days_before', 4);
    const s = negotiating();
    s.does(cast.tmbSec, 'GrantDeadlineException', { newDue: '2027-12-30', reason: 'Floods.' });
    expect(silence(s, 'T19', 'reminder')).toContain('2027-12-26');
  });

  it('D19: a review after a late activation is due after the days of the ruleset', () => {
    jest.replaceProperty(sla_defaults, 'annual_review_late_days', 50);
    const s = registered();
    s.until('2027-03-01');
    const [start, end] = [day('2026-03-10'), day('2029-01-03')];
    s.given(event('ArrangementActivated', { start, end, reviewDates: [], meetingDates: [] }));
    s.until('2027-04-01');
    expect(s.state.oversight.reviews[0]?.dueOn).toBe('2027-04-20');
  });
});

describe('waits of the evaluation (T55)', () => {
  const submitted = (level: 'TC' | 'SC') => {
    const s = reviewedEvaluation('CHAIR', { type: 'CHAIR', twinned: { status: 'P' }, level });
    const body = level === 'TC' ? 'TMB' : 'TC';
    s.does(cast.twinned, 'SubmitToBody', { evaluation: 'EV1', body, papers: PAPERS });
    return s;
  };

  it('the TMB and a committee have their own days', () => {
    jest.replaceProperty(lifecycle_defaults, 'tmb_transition_days', 31);
    jest.replaceProperty(lifecycle_defaults, 'committee_transition_days', [20, 25, 50]);
    const tmb = submitted('TC');
    const since = today(tmb);
    expect(silence(tmb, 'T55', 'escalate')[0]).toBe(addDays(since, 31));
    expect(silence(submitted('SC'), 'T55', 'remind')).toEqual([
      addDays(since, 20),
      addDays(since, 25),
    ]);
    expect(silence(submitted('SC'), 'T55', 'escalate')[0]).toBe(addDays(since, 50));
  });
});

describe('waits after the end', () => {
  const expired = (): Story => {
    const s = inForceUntil('2027-02-28');
    s.until('2027-03-01');
    return s;
  };
  const on = day('2027-03-01');

  it('T67: roles still in the Global Directory', () => {
    jest.replaceProperty(sla_defaults, 'gd_removal_alert_every_days', 3);
    jest.replaceProperty(sla_defaults, 'gd_removal_escalate_business_days', 12);
    const first = addBusinessDays(on, 5);
    expect(silence(expired(), 'T67', 'alert').slice(0, 2)).toEqual([first, addDays(first, 3)]);
    expect(silence(expired(), 'T67', 'escalate')).toEqual([addBusinessDays(on, 12)]);
  });

  it('T68: the closure report', () => {
    jest.replaceProperty(sla_defaults, 'closure_report_reminder_every_days', 45);
    expect(silence(expired(), 'T68', 'reminder').slice(0, 2)).toEqual([
      addDays(on, 60),
      addDays(on, 105),
    ]);
  });

  it('the follow-up is taken so many months before its invitation', () => {
    jest.replaceProperty(sla_defaults, 'follow_up_early_months', 2);
    const s = expired();
    for (const who of [cast.lead, cast.twinned])
      s.does(who, 'FileClosureReport', { text: 'Done.' });
    s.does(cast.cs, 'ConfirmGdRolesRemoved');
    s.until('2027-12-15');
    expect(s.refuses(cast.lead, 'RecordFollowUp', { text: 'Well.' }).refused).toBe('TOO_EARLY');
    s.until('2028-01-01');
    s.does(cast.lead, 'RecordFollowUp', { text: 'Well.' });
  });

  it.each([
    ['COMMITTEE', 'tc_decision_weeks', 3, 'decision', 21],
    ['TPM', 'tmb_admission_days', 17, 'admission', 17],
  ] as const)('T63: an appeal against the %s waits as %s says', (body, key, value, step, days) => {
    jest.replaceProperty(appeals, key, { ...appeals[key], value });
    const s = confirmedDraft().given(
      event('TwinningRejected', {
        body,
        basis: 'REVIEW',
        reference: null,
        decidedOn: day('2027-01-04'),
        reasons: 'Aims unclear.',
      }),
    );
    s.does(cast.twinned, 'LodgeAppeal', {
      decision: 'D1',
      grounds: 'The criteria were misread.',
      documents: ['a'.repeat(64)],
    });
    const referrer = body === 'COMMITTEE' ? cast.parentManager : cast.cs;
    s.does(referrer, 'ReferAppeal', { appeal: 'A1' });
    expect(silence(s, 'T63', step)[0]).toBe(addDays(day('2027-01-04'), days));
  });

  it('T63: the TMB decides an appeal that it has heard within its own days', () => {
    jest.replaceProperty(appeals, 'tmb_decision_days', { ...appeals.tmb_decision_days, value: 19 });
    const s = confirmedDraft().given(
      event('TwinningRejected', {
        body: 'TPM',
        basis: 'REVIEW',
        reference: null,
        decidedOn: day('2027-01-04'),
        reasons: 'Aims unclear.',
      }),
    );
    const appeal = 'A1';
    const documents = ['a'.repeat(64)];
    s.does(cast.twinned, 'LodgeAppeal', { decision: 'D1', grounds: 'Misread.', documents });
    s.does(cast.cs, 'ReferAppeal', { appeal });
    s.does(cast.tmbSec, 'AdmitAppeal', { appeal, admitted: true, reference: 'TMB 1' });
    for (const step of ['HEARD', 'REPORTED']) {
      s.does(cast.cs, 'RecordConciliation', { appeal, step, on: '2027-01-04' });
    }
    expect(silence(s, 'T63', 'decision')[0]).toBe('2027-01-23');
  });
});

describe('shares and points', () => {
  it('the parent committee’s majority on the chair of a subcommittee (OQ-26)', () => {
    jest.replaceProperty(rules.terms, 'sc_chair_majority_ge', {
      ...rules.terms.sc_chair_majority_ge,
      value: '3/4',
    });
    expect(majorityReached('CHAIR', 'TC', { yes: 2, no: 1 }, rules)).toBe(false);
    expect(majorityReached('CHAIR', 'TC', { yes: 3, no: 1 }, rules)).toBe(true);
  });

  it('the majority of the TMB’s ballot (OQ-8)', () => {
    jest.replaceProperty(lifecycle_defaults, 'ballot_majority_gt', '2/3');
    const s = storyWhere('CHAIR', (state) => state.approval.assessedAt !== null);
    s.does(cast.tmbSec, 'OpenTmbBallot', { entitled: [1001, 1002, 1003] });
    for (const [body, choice] of [
      [1001, 'APPROVE'],
      [1002, 'APPROVE'],
      [1003, 'DISAPPROVE'],
    ] as const) {
      const vote = { body, choice, comment: 'Seen.', reference: 'Portal' };
      s.does(cast.tmbSec, 'CastTmbVote', vote);
    }
    s.does(cast.tmbSec, 'CloseTmbBallotEarly');
    expect(s.state.approval.ballots[0]?.outcome).toBe('NOT_APPROVED');
  });

  it('T46: when a missed internal ballot is worth a warning', () => {
    expect([earlyWarning(9, 1, rules), earlyWarning(20, 1, rules)]).toEqual([true, false]);
    const { p_member_compliance: p } = rules;
    jest.replaceProperty(p, 'early_warning', {
      ...p.early_warning,
      few_ballots: 5,
      missed_min: 2,
      missed_ratio: 0.25,
    });
    expect(
      [
        [4, 1],
        [4, 2],
        [9, 2],
        [8, 2],
      ].map(([due = 0, missed = 0]) => earlyWarning(due, missed, rules)),
    ).toEqual([false, true, false, true]);
  });

  it('what a thing shown earns, and from which value on', () => {
    const shown = { part: 'TPM', item: 'NMC_ACTIVE', value: 1, reference: null } as const;
    expect(readiness('EXIT', [shown], [], rules).score).toBe(40);
    jest.replaceProperty(rules.readiness.weights.EXIT, 'NMC_ACTIVE', { points: 25, full: 2 });
    expect(readiness('EXIT', [shown], [], rules).score).toBe(0);
    expect(readiness('EXIT', [{ ...shown, value: 2 }], [], rules).score).toBe(25);
  });
});
