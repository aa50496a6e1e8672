import { describe, expect, it } from '@jest/globals';
import { day } from '../../calendar/day.js';
import { deadlines } from '../../kernel/due.js';
import { event, type AgreementEvent } from '../../kernel/events.js';
import { ASI, cast, COMMITTEE } from '../../testing/people.js';
import { typesOf, type Story } from '../../testing/story.js';
import { firedBy, inForceUntil, registered, submitted } from '../oversight/given.js';

const GROUNDS = { grounds: 'Misread.', documents: ['a'.repeat(64)] };

/** Lodges an appeal on the newest decision and brings it before the level that decides. */
const appealed = (s: Story): Story => {
  const decision = s.state.ending.decisions.at(-1)?.id;
  s.does(cast.twinned, 'LodgeAppeal', { decision, ...GROUNDS });
  const appeal = s.state.ending.appeals.at(-1);
  const id = appeal?.id;
  s.does(cast.cs, 'ReferAppeal', { appeal: id });
  if (appeal?.level === 'TMB') {
    s.does(cast.tmbSec, 'AdmitAppeal', { appeal: id, admitted: true, reference: 'TMB 1' });
    const on = s.now.slice(0, 10);
    s.does(cast.cs, 'RecordConciliation', { appeal: id, step: 'HEARD', on });
    s.does(cast.cs, 'RecordConciliation', { appeal: id, step: 'REPORTED', on });
  }
  return s;
};

const decides = (s: Story, outcome: string, more: object = {}): readonly AgreementEvent[] => {
  const appeal = s.state.ending.appeals.at(-1);
  const by = appeal?.level === 'COUNCIL' ? cast.cs : cast.tmbSec;
  return s.does(by, 'DecideAppeal', { appeal: appeal?.id, outcome, reference: 'R 1', ...more });
};

const rejected = (): Story =>
  submitted().given(
    event('TwinningRejected', {
      body: 'TPM',
      basis: 'REVIEW',
      reference: null,
      decidedOn: day('2027-01-04'),
      reasons: null,
    }),
  );

const cancelled = (): Story => cancels(inForceUntil());

const cancels = (s: Story): Story => {
  s.does(cast.tpm, 'BringToTmb', { text: 'No meetings.' });
  s.does(cast.tmbSec, 'DecideEscalation', {
    action: 'CANCEL',
    reference: 'TMB 5',
    decidedOn: '2027-01-04',
  });
  return s;
};

describe('an appeal upheld (D20)', () => {
  it('on a rejection approves the twinning', () => {
    const s = appealed(rejected());
    expect(typesOf(decides(s, 'UPHELD'))).toEqual(['AppealDecided', 'RejectionAnnulled']);
    expect(s.status).toBe('APPROVED');
    expect(deadlines(s.state).map((d) => d.timer)).toContain('T15');
  });

  it('on an approval before the start of force rejects it; registered roles leave the GD', () => {
    const s = appealed(registered());
    expect(typesOf(decides(s, 'UPHELD'))).toContain('ApprovalAnnulled');
    expect(s.status).toBe('REJECTED');
    expect(deadlines(s.state).map((d) => d.timer)).toContain('T67');
    s.does(cast.cs, 'ConfirmGdRolesRemoved');
    expect(deadlines(s.state).map((d) => d.timer)).toEqual(['T60']);
    s.until('2027-05-01');
    expect(deadlines(s.state)).toEqual([]);
  });

  it('on an approval in force cancels the arrangement', () => {
    const s = appealed(inForceUntil());
    expect(decides(s, 'UPHELD')).toContainEqual(
      event('ArrangementCancelled', {
        reason: 'APPEAL',
        reference: 'R 1',
        decidedOn: day('2027-01-04'),
      }),
    );
    expect(s.status).toBe('CANCELLED');
    expect(s.state.ending.decisions.map((d) => d.kind)).toEqual(['APPROVAL', 'APPEAL']);
  });

  it('on a cancellation reinstates the arrangement with the derived status', () => {
    const s = appealed(cancelled());
    expect(decides(s, 'UPHELD')).toMatchObject([
      { type: 'AppealDecided' },
      {
        type: 'ArrangementReinstated',
        payload: {
          appeal: 'A1',
          claims: [`P_MEMBER/${String(COMMITTEE)}/${String(ASI)}`, expect.any(String)],
        },
      },
      { type: 'CommitteeNotified', payload: { about: 'ACTIVATION' } },
    ]);
    expect(s.status).toBe('ACTIVE');
    expect(s.state.ending.ended).toBeNull();
  });

  it('on a cancellation opens again the review that the cancellation overtook', () => {
    const s = inForceUntil();
    s.until('2027-12-10');
    s.does(cast.tpm, 'BringToTmb', { text: 'No meetings.' });
    s.does(cast.tmbSec, 'DecideEscalation', {
      action: 'CANCEL',
      reference: 'TMB 5',
      decidedOn: '2027-12-10',
    });
    expect(s.state.oversight.reviews[0]?.stage).toBe('OVERTAKEN');
    appealed(s);
    s.until('2028-01-10');
    decides(s, 'UPHELD');
    expect(s.state.oversight.reviews[0]).toMatchObject({ stage: 'OPEN', dueOn: '2028-02-09' });
  });

  it('on a cancellation is blocked by another holder of the claim and told to the TMB secretariat', () => {
    const s = appealed(cancelled());
    const claim = `P_MEMBER/${String(COMMITTEE)}/${String(ASI)}`;
    s.claims = { [claim]: { agreement: 'other', member: ASI, end: null } };
    expect(decides(s, 'UPHELD')).toMatchObject([
      { type: 'AppealDecided' },
      { type: 'ReinstatementBlocked', payload: { claim, holder: 'other' } },
      { type: 'EscalationRaised', payload: { level: 'L3', trigger: 'REINSTATEMENT_BLOCKED' } },
    ]);
    expect(s.status).toBe('CANCELLED');
  });

  it('on another TMB action replaces it', () => {
    const s = inForceUntil();
    s.does(cast.tpm, 'BringToTmb', { text: 'No meetings.' });
    s.does(cast.tmbSec, 'DecideEscalation', {
      action: 'SUSPEND',
      until: '2027-03-01',
      reference: 'TMB 5',
      decidedOn: '2027-01-04',
    });
    appealed(s);
    decides(s, 'UPHELD', {
      order: {
        action: 'CONTINUE_WITH_ACTIONS',
        actions: [{ side: 'BOTH', text: 'Meet.', dueOn: '2027-02-01' }],
      },
    });
    expect(s.status).toBe('ACTIVE');
    expect(s.state.oversight.actions).toHaveLength(1);
  });

  it('after the end date is recorded only', () => {
    const s = inForceUntil('2027-02-28');
    appealed(s);
    s.until('2027-03-01');
    expect(typesOf(decides(s, 'UPHELD'))).toEqual(['AppealDecided']);
    expect(s.status).toBe('EXPIRED');
  });

  it('on a dismissal by the TMB has the effect that the first appeal was after', () => {
    const s = appealed(rejected());
    decides(s, 'DISMISSED');
    expect(s.status).toBe('REJECTED');
    appealed(s);
    decides(s, 'UPHELD');
    expect(s.status).toBe('APPROVED');
    expect(s.state.ending.decisions.every((d) => d.final)).toBe(true);
  });
});

describe('a notice of withdrawal (T39)', () => {
  it('is stopped by the cancellation: the reinstated arrangement runs on without it', () => {
    const s = inForceUntil();
    s.does(cast.lead, 'GiveNoticeOfWithdrawal');
    appealed(cancels(s)).until('2027-04-04');
    decides(s, 'UPHELD');
    expect(s.status).toBe('ACTIVE');
    expect(s.state.execution.notice).toBeNull();
    s.until('2027-06-01');
    expect(firedBy(s, 'T39')).toEqual([]);
    expect(s.status).toBe('ACTIVE');
    expect(typesOf(s.does(cast.lead, 'GiveNoticeOfWithdrawal'))).toEqual(['WithdrawalNoticeGiven']);
  });

  it('is stopped by the rejection of an annulled approval: it does not end what is approved again', () => {
    const s = registered();
    s.does(cast.lead, 'GiveNoticeOfWithdrawal');
    decides(appealed(s), 'UPHELD');
    expect(s.status).toBe('REJECTED');
    appealed(s).until('2027-03-30');
    decides(s, 'UPHELD');
    expect(s.status).toBe('APPROVED');
    s.until('2027-06-01');
    expect(firedBy(s, 'T39')).toEqual([]);
    expect(s.status).toBe('APPROVED');
  });
});

describe('an appeal remitted (D20)', () => {
  it('before registration brings the request back to the review', () => {
    const s = appealed(rejected());
    expect(typesOf(decides(s, 'REMITTED'))).toEqual(['AppealDecided', 'DecisionRemitted']);
    expect(s.status).toBe('IN_REVIEW_TPM');
    s.does(cast.tpm, 'ApproveByTpm');
    expect(s.status).toBe('APPROVED');
  });

  it('after registration is an L3 item, in force an L4 item', () => {
    const later = appealed(registered());
    expect(typesOf(decides(later, 'REMITTED'))).toEqual(['AppealDecided', 'EscalationRaised']);
    const force = appealed(inForceUntil());
    decides(force, 'REMITTED');
    expect(force.status).toBe('UNDER_TMB_REVIEW');
  });
});

describe('an open appeal', () => {
  it('keeps an ended arrangement from closing, and its decision lets it close', () => {
    const s = appealed(cancelled());
    s.does(cast.lead, 'FileClosureReport', { text: 'Ended.' });
    s.does(cast.twinned, 'FileClosureReport', { text: 'Ended.' });
    s.does(cast.cs, 'ConfirmGdRolesRemoved');
    expect(s.status).toBe('CANCELLED');
    expect(typesOf(decides(s, 'DISMISSED'))).toEqual(['AppealDecided', 'ArrangementClosed']);
  });
});
