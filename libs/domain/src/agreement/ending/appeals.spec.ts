import { describe, expect, it } from '@jest/globals';
import { day } from '../../calendar/day.js';
import { event } from '../../kernel/events.js';
import { duties } from '../../kernel/views.js';
import { cast, GSA, member, usualFacts } from '../../testing/people.js';
import { typesOf, type Story } from '../../testing/story.js';
import { confirmedDraft, firedBy, registered } from '../oversight/given.js';

const GROUNDS = { grounds: 'The criteria were misread.', documents: ['a'.repeat(64)] };
const lodge = { decision: 'D1', ...GROUNDS };

/** Rejected by the TPM on 4 January 2027: to be appealed to the TMB until 29 March. */
const rejected = (): Story =>
  confirmedDraft().given(
    event('TwinningRejected', {
      body: 'TPM',
      basis: 'REVIEW',
      reference: null,
      decidedOn: day('2027-01-04'),
      reasons: 'Aims unclear.',
    }),
  );
const lodged = (): Story => {
  const s = rejected();
  s.does(cast.twinned, 'LodgeAppeal', lodge);
  return s;
};
const referred = (): Story => {
  const s = lodged();
  s.does(cast.cs, 'ReferAppeal', { appeal: 'A1' });
  return s;
};
const admitted = (): Story => {
  const s = referred();
  s.does(cast.tmbSec, 'AdmitAppeal', { appeal: 'A1', admitted: true, reference: 'TMB 1' });
  return s;
};
const reported = (): Story => {
  const s = admitted();
  s.does(cast.cs, 'RecordConciliation', { appeal: 'A1', step: 'HEARD', on: '2027-01-04' });
  s.does(cast.cs, 'RecordConciliation', { appeal: 'A1', step: 'REPORTED', on: '2027-01-04' });
  return s;
};
const stage = (s: Story) => s.state.ending.appeals[0]?.stage;
const days = (s: Story, timer: string) =>
  firedBy(s, timer).map((f) => `${f.deadline.step} ${f.deadline.due.slice(0, 10)}`);

describe('LodgeAppeal', () => {
  it('opens an appeal at the level above the deciding body', () => {
    const s = rejected();
    expect(s.does(cast.lead, 'LodgeAppeal', lodge)).toMatchObject([
      { type: 'AppealLodged', payload: { id: 'A1', decision: 'D1', against: 'TPM', level: 'TMB' } },
    ]);
  });

  it('is open to a P-member that is no party, and to no O-member', () => {
    const s = rejected();
    expect(s.does(cast.third, 'LodgeAppeal', lodge)).toMatchObject([{ payload: { member: GSA } }]);
    const o = rejected();
    o.facts = {
      ...usualFacts,
      members: { ...usualFacts.members, [GSA]: member(GSA, 'GSA', { status: 'O' }) },
    };
    expect(o.refuses(cast.third, 'LodgeAppeal', lodge).refused).toBe('FORBIDDEN_ROLE');
  });

  it('may be about an inaction', () => {
    const s = registered();
    const inaction = { body: 'TMB', text: 'The ballot was not opened.' };
    expect(s.does(cast.lead, 'LodgeAppeal', { inaction, ...GROUNDS })).toMatchObject([
      { payload: { decision: null, inaction: inaction.text, level: 'COUNCIL' } },
    ]);
  });

  it('is refused for an unknown decision, without grounds or documents, and a second time', () => {
    const s = rejected();
    const ask = (payload: object) => s.refuses(cast.lead, 'LodgeAppeal', payload).refused;
    expect(ask({ ...lodge, decision: 'D7' })).toBe('NOT_APPEALABLE');
    expect(ask({ decision: 'D1' })).toBe('GROUNDS_MISSING');
    expect(ask({ ...lodge, documents: [] })).toBe('GROUNDS_MISSING');
    expect(ask(GROUNDS)).toBe('INVALID_INPUT');
    s.does(cast.lead, 'LodgeAppeal', lodge);
    expect(ask(lodge)).toBe('APPEAL_OPEN');
  });

  it('is in time on the last of eighty-four days and too late on the next', () => {
    const s = rejected();
    s.until('2027-03-29T20:00:00Z');
    expect(typesOf(s.does(cast.lead, 'LodgeAppeal', lodge))).toEqual(['AppealLodged']);
    const late = rejected();
    late.until('2027-03-30');
    expect(late.refuses(cast.lead, 'LodgeAppeal', lodge)).toMatchObject({
      refused: 'APPEAL_WINDOW_CLOSED',
      details: { until: '2027-03-29' },
    });
  });
});

describe('ReferAppeal', () => {
  it('passes the appeal on, by ISO/CS', () => {
    expect(stage(referred())).toBe('REFERRED');
  });

  it('is refused to a committee manager above a committee, and for an unknown appeal', () => {
    const s = lodged();
    expect(s.refuses(cast.manager, 'ReferAppeal', { appeal: 'A1' }).refused).toBe('FORBIDDEN_ROLE');
    expect(s.refuses(cast.cs, 'ReferAppeal', { appeal: 'A2' }).refused).toBe('NOT_FOUND');
  });

  it('is refused a second time and changes nothing', () => {
    expect(referred().refuses(cast.cs, 'ReferAppeal', { appeal: 'A1' }).refused).toBe(
      'WRONG_STATUS',
    );
  });
});

describe('AdmitAppeal', () => {
  it('lets the appeal proceed', () => {
    expect(stage(admitted())).toBe('ADMITTED');
  });

  it('or dismisses it, which can be appealed to the Council', () => {
    const s = referred();
    s.does(cast.tmbSec, 'AdmitAppeal', { appeal: 'A1', admitted: false, reference: 'TMB 1' });
    expect(stage(s)).toBe('DECIDED');
    expect(s.state.ending.decisions).toMatchObject([
      { id: 'D1', final: true },
      { id: 'D2', kind: 'APPEAL', body: 'TMB', final: false },
    ]);
    expect(s.does(cast.twinned, 'LodgeAppeal', { ...lodge, decision: 'D2' })).toMatchObject([
      { payload: { level: 'COUNCIL' } },
    ]);
  });

  it('is refused before the referral and without a reference', () => {
    const ask = { appeal: 'A1', admitted: true };
    expect(lodged().refuses(cast.tmbSec, 'AdmitAppeal', ask).refused).toBe('WRONG_STATUS');
    expect(referred().refuses(cast.tmbSec, 'AdmitAppeal', ask).refused).toBe('REFERENCE_REQUIRED');
  });
});

describe('RecordConciliation', () => {
  it('records the hearing and then the report', () => {
    expect(stage(reported())).toBe('REPORTED');
  });

  it('is refused out of order and with a day to come', () => {
    const s = admitted();
    const ask = (step: string, on: string) =>
      s.refuses(cast.cs, 'RecordConciliation', { appeal: 'A1', step, on }).refused;
    expect(ask('REPORTED', '2027-01-04')).toBe('WRONG_STATUS');
    expect(ask('HEARD', '2027-01-05')).toBe('INVALID_INPUT');
  });

  it('is refused a second time and changes nothing', () => {
    const again = { appeal: 'A1', step: 'REPORTED', on: '2027-01-04' };
    expect(reported().refuses(cast.cs, 'RecordConciliation', again).refused).toBe('WRONG_STATUS');
  });
});

describe('DecideAppeal', () => {
  const dismissed = { appeal: 'A1', outcome: 'DISMISSED', reference: 'TMB 2' };

  it('makes the decision appealed final and is itself open to appeal below the Council', () => {
    const s = reported();
    s.does(cast.tmbSec, 'DecideAppeal', dismissed);
    expect(s.state.ending.decisions).toMatchObject([
      { id: 'D1', final: true },
      { id: 'D2', kind: 'APPEAL', final: false },
    ]);
    expect(s.status).toBe('REJECTED');
  });

  it('is refused to another recorder, before the report, and without a reference', () => {
    expect(reported().refuses(cast.cs, 'DecideAppeal', dismissed).refused).toBe('FORBIDDEN_ROLE');
    expect(admitted().refuses(cast.tmbSec, 'DecideAppeal', dismissed).refused).toBe('WRONG_STATUS');
    const without = { appeal: 'A1', outcome: 'DISMISSED' };
    expect(reported().refuses(cast.tmbSec, 'DecideAppeal', without).refused).toBe(
      'REFERENCE_REQUIRED',
    );
  });

  it('is refused a second time and changes nothing', () => {
    const s = reported();
    s.does(cast.tmbSec, 'DecideAppeal', dismissed);
    expect(s.refuses(cast.tmbSec, 'DecideAppeal', dismissed).refused).toBe('WRONG_STATUS');
  });
});

describe('WithdrawAppeal', () => {
  it('is the appellant’s act; the decision is final when its window is over', () => {
    const s = lodged();
    s.until('2027-05-03');
    expect(firedBy(s, 'T60')).toEqual([]);
    s.does(cast.twinned, 'WithdrawAppeal', { appeal: 'A1' });
    s.until('2027-05-04');
    expect(firedBy(s, 'T60').map((f) => f.deadline.due)).toEqual(['2027-05-03T09:00:00.000Z']);
  });

  it('is refused to another body', () => {
    expect(lodged().refuses(cast.lead, 'WithdrawAppeal', { appeal: 'A1' }).refused).toBe(
      'NOT_OWNER',
    );
  });

  it('stays quiet the second time', () => {
    const s = lodged();
    s.does(cast.twinned, 'WithdrawAppeal', { appeal: 'A1' });
    expect(s.does(cast.twinned, 'WithdrawAppeal', { appeal: 'A1' })).toEqual([]);
  });
});

describe('an appeal against a subcommittee', () => {
  const toParent = (): Story => {
    const s = confirmedDraft('CONVENOR').given(
      event('TwinningRejected', {
        body: 'COMMITTEE',
        basis: 'CIB',
        reference: 'Resolution 4',
        decidedOn: day('2027-01-04'),
        reasons: null,
      }),
    );
    s.does(cast.twinned, 'LodgeAppeal', lodge);
    return s;
  };

  it('goes to the parent committee, whose manager refers and records the decision', () => {
    const s = toParent();
    expect(s.state.ending.appeals[0]?.level).toBe('TC');
    expect(s.refuses(cast.cs, 'ReferAppeal', { appeal: 'A1' }).refused).toBe('FORBIDDEN_ROLE');
    s.does(cast.manager, 'ReferAppeal', { appeal: 'A1' });
    s.does(cast.manager, 'DecideAppeal', {
      appeal: 'A1',
      outcome: 'DISMISSED',
      reference: 'Resolution 9',
    });
    expect(s.does(cast.twinned, 'LodgeAppeal', { ...lodge, decision: 'D2' })).toMatchObject([
      { payload: { against: 'TC', level: 'TMB' } },
    ]);
  });

  it('alerts the committee manager when it is not decided in eighty-four days', () => {
    const s = toParent();
    s.does(cast.manager, 'ReferAppeal', { appeal: 'A1' });
    s.until('2027-03-31');
    expect(days(s, 'T63')).toEqual(['decision 2027-03-29']);
    expect(firedBy(s, 'T63')[0]?.deadline.whose).toBe('COMMITTEE_MANAGER');
  });
});

describe('the clocks of an appeal', () => {
  it('T60 makes a decision final after eighty-four days', () => {
    const s = rejected();
    s.until('2027-03-30');
    expect(firedBy(s, 'T60').flatMap((f) => f.events)).toMatchObject([
      { type: 'DecisionFinal', payload: { decision: 'D1' } },
    ]);
  });

  it('T61 alerts ISO/CS weekly from twenty-eight days after the appeal on', () => {
    const s = lodged();
    expect(duties(s.state).map((d) => d.id)).toContain('appeal-referral:A1');
    s.until('2027-02-10');
    expect(days(s, 'T61')).toEqual(['referral 2027-02-01', 'referral 2027-02-08']);
  });

  it('T62 alerts when the hearing is not held in eighty-four days', () => {
    const s = admitted();
    s.until('2027-03-31');
    expect(days(s, 'T62')).toEqual(['hearing 2027-03-29']);
  });

  it('T63 alerts the TMB secretariat after twenty-eight days, for the admission and for the decision', () => {
    const admission = referred();
    admission.until('2027-02-03');
    expect(days(admission, 'T63')).toEqual(['admission 2027-02-01']);
    const decision = reported();
    decision.until('2027-02-03');
    expect(days(decision, 'T63')).toEqual(['decision 2027-02-01']);
  });
});
