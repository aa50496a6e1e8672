import { describe, expect, it } from '@jest/globals';
import { day } from '../../calendar/day.js';
import { event, type AgreementEvent } from '../../kernel/events.js';
import { cast } from '../../testing/people.js';
import { typesOf, type Story } from '../../testing/story.js';
import { PAPERS, reviewedEvaluation } from '../evaluation/testing.js';
import { CV, inForce, STATEMENT } from '../execution/given.js';
import { firedBy } from '../oversight/given.js';

const GROUNDS = { grounds: 'Misread.', documents: ['a'.repeat(64)] };

/** The TMB refused to make the twinned chair the chair of the committee. */
const refusedByTmb = (): Story => {
  const s = reviewedEvaluation('CHAIR', { type: 'CHAIR', twinned: { status: 'P' }, level: 'TC' });
  s.does(cast.twinned, 'SubmitToBody', { evaluation: 'EV1', body: 'TMB', papers: PAPERS });
  s.until('2027-11-01');
  s.does(cast.tmbSec, 'RecordBodyDecision', {
    ...{ evaluation: 'EV1', approved: false, resolution: 'TMB 12/2027', decidedOn: '2027-10-20' },
  });
  return s;
};

/** Council decides on the appeal of the twinned body. */
const onAppeal = (s: Story, outcome: string): readonly AgreementEvent[] => {
  s.does(cast.twinned, 'LodgeAppeal', { decision: 'B1', ...GROUNDS });
  s.does(cast.cs, 'ReferAppeal', { appeal: 'A1' });
  return s.does(cast.cs, 'DecideAppeal', { appeal: 'A1', outcome, reference: 'Council 1' });
};

/** Another chair is proposed for the twinned body, or another person for its secretariat. */
const proposed = (type: 'CHAIR' | 'SECRETARIAT' | 'CONVENOR'): Story => {
  const s = inForce({ type });
  s.until('2027-07-05');
  s.does(cast.twinned, 'ReplaceNominee', {
    ...{ person: 'successor', cv: CV, statement: STATEMENT, delegate: false, categoryC: false },
  });
  return s;
};
const verdict = (confirmed: boolean) => ({
  ...{ side: 'TWINNED', person: 'successor', confirmed, reference: 'Resolution 7/2027' },
});
const decisions = (s: Story) =>
  s.state.ending.decisions.filter((d) => d.kind === 'BODY').map((d) => [d.id, d.body, d.reference]);

describe('what a body decides on an evaluation (rules.md 4.6)', () => {
  it('can be appealed for twelve weeks, and is final then', () => {
    const s = refusedByTmb();
    expect(s.state.ending.decisions.at(-1)).toEqual({
      ...{ id: 'B1', kind: 'BODY', body: 'TMB', reference: 'TMB 12/2027' },
      ...{ decidedOn: '2027-10-20', final: false },
    });
    s.until('2028-01-13');
    expect(firedBy(s, 'T60').map((f) => [f.deadline.lastDay, f.events])).toMatchObject([
      ['2028-01-12', [{ type: 'DecisionFinal', payload: { decision: 'B1' } }]],
    ]);
    expect(s.refuses(cast.twinned, 'LodgeAppeal', { decision: 'B1', ...GROUNDS }).refused).toBe(
      'APPEAL_WINDOW_CLOSED',
    );
  });

  it.each([
    ['UPHELD', 'APPEAL_UPHELD:B1'],
    ['REMITTED', 'APPEAL_REMITTED:B1'],
  ])(
    '%s on appeal is a task of the TMB secretariat, and changes nothing by itself',
    (outcome, trigger) => {
      const s = refusedByTmb();
      const { status } = s;
      expect(onAppeal(s, outcome)).toMatchObject([
        { type: 'AppealDecided' },
        { type: 'EscalationRaised', payload: { level: 'L3', trigger, text: 'Misread.' } },
      ]);
      expect([s.status, s.state.evaluation.evaluations[0]?.stage]).toEqual([status, 'REFUSED']);
      expect(s.state.ending.decisions.find((d) => d.id === 'B1')?.final).toBe(true);
    },
  );

  it('stands when the appeal is dismissed', () => {
    expect(typesOf(onAppeal(refusedByTmb(), 'DISMISSED'))).toEqual(['AppealDecided']);
  });

  it('leaves the other decisions their names, and is none in records from before', () => {
    const s = refusedByTmb();
    const named = s.state.ending.decisions.filter((d) => d.kind !== 'BODY').length;
    s.does(cast.tpm, 'BringToTmb', { text: 'No meetings.' });
    s.does(cast.tmbSec, 'DecideEscalation', {
      ...{ action: 'CONTINUE', reference: 'TMB 5', decidedOn: s.now.slice(0, 10) },
    });
    expect(s.state.ending.decisions.at(-1)?.id).toBe(`D${String(named + 1)}`);
    const old = reviewedEvaluation('CHAIR', { type: 'CHAIR', twinned: { status: 'P' } }).given(
      event('TransitionRefused', {
        ...{ evaluation: 'EV1', body: 'TMB', reference: 'TMB 1', reason: null },
        decidedOn: day('2027-10-20'),
      }),
    );
    expect(decisions(old)).toEqual([]);
  });
});

describe('what a body decides on a person', () => {
  it.each([true, false])('can be appealed, confirmed or not (%s)', (confirmed) => {
    const chair = proposed('CHAIR');
    chair.does(cast.tmbSec, 'ConfirmNominee', verdict(confirmed));
    expect(decisions(chair)).toEqual([['B1', 'TMB', 'Resolution 7/2027']]);
    const convenor = proposed('CONVENOR');
    convenor.does(cast.manager, 'ConfirmNominee', verdict(confirmed));
    expect(decisions(convenor)).toEqual([['B1', 'COMMITTEE', 'Resolution 7/2027']]);
    chair.does(cast.twinned, 'LodgeAppeal', { decision: 'B1', ...GROUNDS });
    expect(chair.state.ending.appeals).toMatchObject([{ against: 'TMB', level: 'COUNCIL' }]);
  });

  it('is none where ISO/CS registers whom a body has named', () => {
    const s = proposed('SECRETARIAT');
    s.does(cast.cs, 'ConfirmNominee', verdict(true));
    expect(decisions(s)).toEqual([]);
  });

  it('includes the term that is renewed or not, by whoever decided it', () => {
    const s = proposed('CHAIR');
    s.does(cast.tmbSec, 'ConfirmNominee', verdict(true));
    const term = { side: 'TWINNED', reference: 'TMB 30/2027' };
    s.does(cast.tmbSec, 'RecordReappointment', { ...term, termEnd: '2030-06-30' });
    s.does(cast.tmbSec, 'RecordReappointment', { ...term, termEnd: null });
    expect(decisions(s).slice(1)).toEqual([
      ['B2', 'TMB', 'TMB 30/2027'],
      ['B3', 'TMB', 'TMB 30/2027'],
    ]);
    const convenor = inForce({ type: 'CONVENOR' });
    convenor.does(cast.manager, 'RecordReappointment', { ...term, termEnd: '2030-06-30' });
    expect(decisions(convenor)).toEqual([['B1', 'COMMITTEE', 'TMB 30/2027']]);
  });
});
