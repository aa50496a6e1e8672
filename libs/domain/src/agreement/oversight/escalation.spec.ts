import { describe, expect, it } from '@jest/globals';
import { ASI, cast } from '../../testing/people.js';
import { Story, typesOf } from '../../testing/story.js';
import { event } from '../../kernel/events.js';
import { confirmedDraft, inForceUntil } from './given.js';

const problem = { text: 'The partner does not answer.' };
const withProblem = (): Story => {
  const s = inForceUntil();
  s.does(cast.lead, 'RaiseProblem', problem);
  return s;
};
const item = (s: Story, id = 'E1') => s.state.oversight.escalations.find((e) => e.id === id);

describe('RaiseProblem', () => {
  it('goes to the TPM, or on request straight to the TMB secretariat', () => {
    const s = inForceUntil();
    expect(s.does(cast.lead, 'RaiseProblem', problem)).toEqual([
      {
        type: 'EscalationRaised',
        payload: {
          id: 'E1',
          level: 'L2',
          trigger: 'PROBLEM',
          owner: 'TPM',
          text: problem.text,
          dueOn: '2027-01-25',
          raisedBy: { person: 'lead-rep', member: ASI },
        },
      },
    ]);
    s.does(cast.twinned, 'RaiseProblem', { ...problem, to: 'TMB_SEC' });
    expect(item(s, 'E2')).toMatchObject({ level: 'L3', owner: 'TMB_SEC' });
    expect(s.status).toBe('ACTIVE');
  });

  it('is refused before a partner is confirmed, to a third body, and without a text', () => {
    const alone = new Story('2027-01-04T09:00:00Z', confirmedDraft().facts).given(
      event('TwinningDraftStarted', {
        side: 'LEAD',
        member: ASI,
        type: 'P_MEMBER',
        committee: null,
        workingGroup: null,
        ruleset: 'brochure-2021',
      }),
    );
    expect(alone.refuses(cast.lead, 'RaiseProblem', problem).refused).toBe('PARTNER_NOT_CONFIRMED');
    expect(inForceUntil().refuses(cast.third, 'RaiseProblem', problem).refused).toBe('NOT_FOUND');
    expect(inForceUntil().refuses(cast.lead, 'RaiseProblem', {}).refused).toBe('INVALID_INPUT');
  });

  it('stays quiet when the same body raises the same open problem again', () => {
    const s = withProblem();
    expect(s.does(cast.leadColleague, 'RaiseProblem', problem)).toEqual([]);
    expect(typesOf(s.does(cast.twinned, 'RaiseProblem', problem))).toEqual(['EscalationRaised']);
  });
});

describe('BringToTmb', () => {
  it('brings the agreement under TMB review and closes the item it came from', () => {
    const s = withProblem();
    const events = s.does(cast.tpm, 'BringToTmb', { escalation: 'E1' });
    expect(typesOf(events)).toEqual(['EscalatedToTmb', 'EscalationResolved']);
    expect(item(s, 'E2')).toMatchObject({ level: 'L4', text: problem.text });
    expect(item(s)?.open).toBe(false);
    expect(s.status).toBe('UNDER_TMB_REVIEW');
  });

  it('is refused without a text, a cause or an item, and outside force', () => {
    expect(inForceUntil().refuses(cast.tpm, 'BringToTmb', {}).refused).toBe('INVALID_INPUT');
    expect(confirmedDraft().refuses(cast.tpm, 'BringToTmb', problem).refused).toBe('WRONG_STATUS');
  });

  it('stays quiet when the same cause is already before the TMB', () => {
    const s = inForceUntil();
    s.does(cast.tpm, 'BringToTmb', problem);
    expect(s.does(cast.tmbSec, 'BringToTmb', problem)).toEqual([]);
  });
});

describe('AcknowledgeEscalation', () => {
  it('is done by the desk that owns the item', () => {
    const s = withProblem();
    s.does(cast.tpm, 'AcknowledgeEscalation', { escalation: 'E1' });
    expect(item(s)?.stage).toBe('ACKNOWLEDGED');
  });

  it('is refused to another desk and for an unknown item', () => {
    const s = withProblem();
    const ask = { escalation: 'E1' };
    expect(s.refuses(cast.tmbSec, 'AcknowledgeEscalation', ask).refused).toBe('NOT_OWNER');
    expect(s.refuses(cast.tpm, 'AcknowledgeEscalation', { escalation: 'E9' }).refused).toBe(
      'NOT_FOUND',
    );
  });

  it('stays quiet the second time', () => {
    const s = withProblem();
    s.does(cast.tpm, 'AcknowledgeEscalation', { escalation: 'E1' });
    expect(s.does(cast.tpm, 'AcknowledgeEscalation', { escalation: 'E1' })).toEqual([]);
  });
});

describe('HandOverEscalation', () => {
  const over = { escalation: 'E1', to: 'TMB_SEC', level: 'L3', reason: 'Needs the board’s desk.' };

  it('goes to another desk at the same level or one up, where it waits to be acknowledged', () => {
    const s = withProblem();
    s.does(cast.tpm, 'AcknowledgeEscalation', { escalation: 'E1' });
    s.does(cast.tpm, 'HandOverEscalation', over);
    expect(item(s)).toMatchObject({ owner: 'TMB_SEC', level: 'L3', stage: 'OPEN' });
  });

  it('is refused down the ladder and to a desk that does not own the item', () => {
    const s = withProblem();
    expect(s.refuses(cast.tpm, 'HandOverEscalation', { ...over, level: 'L1' }).refused).toBe(
      'INVALID_INPUT',
    );
    expect(s.refuses(cast.cs, 'HandOverEscalation', over).refused).toBe('NOT_OWNER');
  });

  it('stays quiet when the desk hands it to itself', () => {
    const self = { escalation: 'E1', to: 'TPM', reason: 'None.' };
    expect(withProblem().does(cast.tpm, 'HandOverEscalation', self)).toEqual([]);
  });
});

describe('ResolveEscalation', () => {
  const solved = { escalation: 'E1', outcome: 'A new contact was named.' };

  it('closes the item with its outcome', () => {
    const s = withProblem();
    s.does(cast.tpm, 'ResolveEscalation', solved);
    expect(item(s)).toMatchObject({ open: false, stage: 'RESOLVED' });
  });

  it('is refused to a desk that does not own it, and for an item before the TMB', () => {
    const s = withProblem();
    expect(s.refuses(cast.manager, 'ResolveEscalation', solved).refused).toBe('NOT_OWNER');
    s.does(cast.tpm, 'BringToTmb', problem);
    const item4 = { ...solved, escalation: 'E2' };
    expect(s.refuses(cast.tmbSec, 'ResolveEscalation', item4).refused).toBe('WRONG_STATUS');
  });

  it('is refused a second time: the outcome stands', () => {
    const s = withProblem();
    s.does(cast.tpm, 'ResolveEscalation', solved);
    expect(s.refuses(cast.tpm, 'ResolveEscalation', solved).refused).toBe('WRONG_STATUS');
  });
});

describe('WithdrawProblem', () => {
  it('is done by the body that raised it', () => {
    const s = withProblem();
    s.does(cast.leadColleague, 'WithdrawProblem', { escalation: 'E1' });
    expect(item(s)).toMatchObject({ open: false, stage: 'WITHDRAWN' });
  });

  it('is refused to anybody else', () => {
    const s = withProblem();
    const ask = { escalation: 'E1' };
    expect(s.refuses(cast.twinned, 'WithdrawProblem', ask).refused).toBe('NOT_OWNER');
    expect(s.refuses(cast.tpm, 'WithdrawProblem', ask).refused).toBe('NOT_OWNER');
  });

  it('leaves the body free to raise it anew', () => {
    const s = withProblem();
    s.does(cast.lead, 'WithdrawProblem', { escalation: 'E1' });
    expect(typesOf(s.does(cast.lead, 'RaiseProblem', problem))).toEqual(['EscalationRaised']);
  });
});
