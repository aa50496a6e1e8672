import { describe, expect, it } from '@jest/globals';
import { addBusinessDays, addDays, day } from '../../calendar/index.js';
import { dayAt, endOf } from '../../calendar/zurich.js';
import type { Principal } from '../../kernel/principal.js';
import { actionsFor } from '../../kernel/views.js';
import { cast } from '../../testing/people.js';
import { testHash, type Story } from '../../testing/story.js';
import { duties } from './duties.js';
import { inForceUntil } from './given.js';

const YEAR = { year: 2028 };
const part = { ...YEAR, rating: 4, text: 'On course.' };
const owed = (s: Story) =>
  duties(s.state).map(({ id, desk, commands, due }) => ({ id, desk, commands, due }));
const inBusinessDays = (s: Story, n: number) => endOf(addBusinessDays(dayAt(s.now), n));
const offered = (s: Story, principal: Principal, command: string): string | null | undefined => {
  const { now, facts, claims } = s;
  const around = { now, facts, claims, hash: testHash, principal };
  const action = actionsFor(s.state, around).find((a) => a.command === command);
  return action === undefined ? undefined : (action.refusal?.refused ?? null);
};

/** The first review is open since 5 December 2027; due on 4 January 2028. */
const reviewing = (): Story => {
  const s = inForceUntil();
  for (const on of ['2027-04-04', '2027-07-04', '2027-10-04']) {
    s.until(on);
    s.does(cast.lead, 'RecordMeeting', { on, mode: 'REMOTE', text: 'Met.' });
  }
  s.until('2027-12-06');
  return s;
};

describe('whose move it is in an annual review', () => {
  const ofPart = (side: 'LEAD' | 'TWINNED') => ({
    id: `review:2028:${side}`,
    desk: side,
    commands: ['SubmitAnnualAssessment'],
    due: endOf(day('2028-01-04')),
  });
  const feedback = {
    id: 'review-feedback:2028',
    desk: 'TPM',
    commands: ['RecordPMemberFeedback'],
    due: null,
  };

  it('each partner’s for its part and the TPM’s for the P-members’ opinion, then the TPM’s section', () => {
    const s = reviewing();
    expect(owed(s)).toEqual([ofPart('LEAD'), ofPart('TWINNED'), feedback]);
    expect(offered(s, cast.tpm, 'CompleteTpmSection')).toBe('REVIEW_INCOMPLETE');
    s.does(cast.lead, 'SubmitAnnualAssessment', part);
    expect(owed(s)).toEqual([ofPart('TWINNED'), feedback]);
    s.does(cast.twinned, 'SubmitAnnualAssessment', part);
    expect(owed(s)).toEqual([feedback]);
    expect(offered(s, cast.tpm, 'CompleteTpmSection')).toBe('REVIEW_INCOMPLETE');
    s.does(cast.tpm, 'RecordPMemberFeedback', { ...YEAR, survey: null });
    expect(owed(s)).toEqual([
      {
        id: 'review-section:2028',
        desk: 'TPM',
        commands: ['CompleteTpmSection'],
        due: inBusinessDays(s, 15),
      },
    ]);
    expect(offered(s, cast.tpm, 'CompleteTpmSection')).toBeNull();
    expect(offered(s, cast.tmbSec, 'ConcludeAnnualReview')).toBe('REVIEW_INCOMPLETE');
  });

  it('then the TMB secretariat’s to conclude, and that of the side in charge of an action', () => {
    const s = reviewing();
    s.does(cast.lead, 'SubmitAnnualAssessment', part);
    s.does(cast.twinned, 'SubmitAnnualAssessment', part);
    s.does(cast.tpm, 'RecordPMemberFeedback', { ...YEAR, survey: null });
    s.does(cast.tpm, 'CompleteTpmSection', { ...YEAR, text: 'Good.' });
    expect(owed(s)).toEqual([
      {
        id: 'review-conclusion:2028',
        desk: 'TMB_SEC',
        commands: ['ConcludeAnnualReview'],
        due: inBusinessDays(s, 15),
      },
    ]);
    expect(offered(s, cast.lead, 'CompleteCorrectiveAction')).toBe('UNKNOWN_ACTION');
    const dueOn = addDays(dayAt(s.now), 60);
    s.does(cast.tmbSec, 'ConcludeAnnualReview', {
      ...YEAR,
      outcome: 'SATISFACTORY_WITH_ACTIONS',
      actions: [{ side: 'TWINNED', text: 'Name an expert.', dueOn }],
    });
    const action = { commands: ['CompleteCorrectiveAction'], due: endOf(dueOn) };
    expect(owed(s)).toEqual([{ id: 'corrective-action:C1', desk: 'TWINNED', ...action }]);
    expect(offered(s, cast.lead, 'CompleteCorrectiveAction')).toBe('NOT_OWNER');
    expect(offered(s, cast.twinned, 'CompleteCorrectiveAction')).toBeNull();
    s.does(cast.twinned, 'CompleteCorrectiveAction', { action: 'C1' });
    expect(owed(s)).toEqual([{ id: 'action-confirmation:C1', desk: 'TPM', ...action }]);
    expect(offered(s, cast.twinned, 'CompleteCorrectiveAction')).toBe('WRONG_STATUS');
    s.does(cast.tpm, 'CompleteCorrectiveAction', { action: 'C1' });
    expect(owed(s)).toEqual([]);
  });

  it('nobody’s any more when the arrangement has ended', () => {
    const s = reviewing();
    s.does(cast.lead, 'TerminateByMutualConsent', {});
    s.does(cast.twinned, 'TerminateByMutualConsent', {});
    expect(owed(s)).toEqual([]);
  });
});

describe('whose move it is on the ladder', () => {
  const raised = (to: 'TPM' | 'TMB_SEC' = 'TPM'): Story => {
    const s = inForceUntil();
    s.does(cast.lead, 'RaiseProblem', { text: 'No answer to letters.', to });
    return s;
  };
  const LADDER = ['AcknowledgeEscalation', 'ResolveEscalation', 'HandOverEscalation'] as const;
  const offers = (s: Story, who: Principal) => LADDER.map((command) => offered(s, who, command));

  it('the owner’s to acknowledge within five business days, then to resolve within fifteen', () => {
    const s = raised();
    expect(owed(s)).toEqual([
      {
        id: 'acknowledgement:E1',
        desk: 'TPM',
        commands: ['AcknowledgeEscalation', 'ResolveEscalation', 'HandOverEscalation'],
        due: inBusinessDays(s, 5),
      },
    ]);
    s.does(cast.tpm, 'AcknowledgeEscalation', { escalation: 'E1' });
    expect(owed(s)).toEqual([
      {
        id: 'escalation:E1',
        desk: 'TPM',
        commands: ['ResolveEscalation', 'HandOverEscalation', 'BringToTmb'],
        due: inBusinessDays(s, 15),
      },
    ]);
    expect(owed(raised('TMB_SEC')).map((d) => d.desk)).toEqual(['TMB_SEC']);
  });

  it('is offered to the owner alone, acknowledged once, and taken back by who raised it', () => {
    const s = raised();
    expect(offers(s, cast.tpm)).toEqual([null, null, null]);
    expect(offers(s, cast.tmbSec)).toEqual(['NOT_OWNER', 'NOT_OWNER', 'NOT_OWNER']);
    expect(offered(s, cast.lead, 'WithdrawProblem')).toBeNull();
    expect(offered(s, cast.twinned, 'WithdrawProblem')).toBe('NOT_OWNER');
    s.does(cast.tpm, 'AcknowledgeEscalation', { escalation: 'E1' });
    expect(offers(s, cast.tpm)).toEqual(['WRONG_STATUS', null, null]);
    s.does(cast.lead, 'WithdrawProblem', { escalation: 'E1' });
    expect(offers(s, cast.tpm)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
    expect(offered(s, cast.lead, 'WithdrawProblem')).toBe('NOT_FOUND');
  });

  it('before the TMB the TMB secretariat’s, within twenty-eight days, by one decision', () => {
    const s = raised();
    expect(offered(s, cast.tmbSec, 'DecideEscalation')).toBe('WRONG_STATUS');
    s.does(cast.tpm, 'BringToTmb', { escalation: 'E1' });
    expect(owed(s)).toEqual([
      {
        id: 'tmb-decision:E2',
        desk: 'TMB_SEC',
        commands: ['DecideEscalation'],
        due: endOf(addDays(dayAt(s.now), 28)),
      },
      {
        id: 'acknowledgement:E2',
        desk: 'TMB_SEC',
        commands: ['AcknowledgeEscalation'],
        due: inBusinessDays(s, 5),
      },
    ]);
    expect(offers(s, cast.tmbSec)).toEqual([null, 'WRONG_STATUS', 'WRONG_STATUS']);
    expect(offered(s, cast.tmbSec, 'DecideEscalation')).toBeNull();
    s.does(cast.lead, 'TerminateByMutualConsent', {});
    s.does(cast.twinned, 'TerminateByMutualConsent', {});
    expect(owed(s)).toEqual([]);
    expect(offered(s, cast.tmbSec, 'DecideEscalation')).toBeNull();
    const untouched = inForceUntil();
    untouched.does(cast.lead, 'TerminateByMutualConsent', {});
    untouched.does(cast.twinned, 'TerminateByMutualConsent', {});
    expect(offered(untouched, cast.tmbSec, 'DecideEscalation')).toBe('WRONG_STATUS');
  });
});
