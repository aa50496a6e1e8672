import { describe, expect, it } from '@jest/globals';
import { day } from '../../calendar/day.js';
import { cast } from '../../testing/people.js';
import { typesOf } from '../../testing/story.js';
import { exampleTerms } from './example.js';
import { clauseIn, frozen, hashOf, negotiating, TERM, written } from './testing.js';

const change = (clause: string, value: object, ofHash: string | null = null) => ({
  changes: [{ clause, ofHash, language: 'en', value }],
});
const objective = (text: string, ofHash: string | null = null) =>
  change('general-objective', { text }, ofHash);

describe('ProposeTerms', () => {
  it('gives each changed clause a version that only its author has accepted', () => {
    const s = negotiating();
    expect(typesOf(s.does(cast.twinned, 'ProposeTerms', objective('To vote alone.')))).toEqual([
      'TermsProposed',
    ]);
    expect(clauseIn(s, 'general-objective')).toMatchObject({
      value: { text: 'To vote alone.' },
      author: 'TWINNED',
      acceptedBy: ['TWINNED'],
    });
    expect(clauseIn(s, 'exit').value).toBeNull();
  });

  it('takes a whole text in one list and leaves the acceptances of other clauses alone', () => {
    const s = written();
    s.does(cast.twinned, 'AcceptClause', { clause: 'exit', hash: hashOf(s, 'exit') });
    s.does(cast.lead, 'ProposeTerms', objective('Another aim.', hashOf(s, 'general-objective')));
    expect(clauseIn(s, 'exit').acceptedBy).toEqual(['LEAD', 'TWINNED']);
    expect(clauseIn(s, 'general-objective').acceptedBy).toEqual(['LEAD']);
  });

  it('refuses the second of two changes made from the same version and shows the first (D11)', () => {
    const s = written();
    const base = hashOf(s, 'general-objective');
    s.does(cast.lead, 'ProposeTerms', objective('The lead was faster.', base));
    const refusal = s.refuses(cast.twinned, 'ProposeTerms', objective('Mine.', base));
    expect(refusal.refused).toBe('TEXT_CHANGED');
    expect(refusal.details).toMatchObject({
      clause: 'general-objective',
      current: hashOf(s, 'general-objective'),
      currentValue: { text: 'The lead was faster.' },
      changedBy: 'LEAD',
    });
    expect(refusal.details['ofValue']).not.toBeNull();
  });

  it('appends nothing when the text is the one that stands', () => {
    const s = negotiating();
    s.does(cast.lead, 'ProposeTerms', objective('Same.'));
    const again = objective('Same.', hashOf(s, 'general-objective'));
    expect(s.does(cast.lead, 'ProposeTerms', again)).toEqual([]);
  });

  it.each([
    ['CLAUSE_LOCKED', change('voting', { text: 'We vote together.' })],
    ['CLAUSE_INVALID', change('no-such-clause', { text: 'x' })],
    ['CLAUSE_INVALID', change('task-share', { items: [] })],
    ['CLAUSE_INVALID', change('dates', { start: '2027-10-01' })],
    ['CLAUSE_INVALID', change('finance', { variant: 'NONE', amountMinor: 1, currency: 'EUR' })],
    ['CLAUSE_INVALID', change('finance', { variant: 'LEAD_FUNDED', amountMinor: 100 })],
    [
      'CURRENCY_UNKNOWN',
      change('finance', { variant: 'LEAD_FUNDED', amountMinor: 100, currency: 'ZZZ' }),
    ],
    ['END_BEFORE_START', change('dates', { start: '2027-10-01', end: '2027-09-30' })],
    ['START_OUT_OF_RANGE', change('dates', { start: '2027-08-30', end: '2028-08-30' })],
    ['START_OUT_OF_RANGE', change('dates', { start: '2027-12-01', end: '2028-08-30' })],
    ['DURATION_OVER_5Y', change('dates', { start: '2027-10-01', end: '2032-10-01' })],
    ['INVALID_INPUT', { changes: [] }],
  ])('refuses with %s what the clause does not allow', (code, payload) => {
    expect(negotiating().refuses(cast.lead, 'ProposeTerms', payload).refused).toBe(code);
  });

  it('points at the field that is wrong', () => {
    const milestones = { items: [{ id: 'M1', title: 'First', dueOn: '2028-02-30' }] };
    const refusal = negotiating().refuses(
      cast.lead,
      'ProposeTerms',
      change('milestones', milestones),
    );
    expect(refusal.details['faults']).toEqual([
      { pointer: '/changes/0/value/items/0/dueOn', expected: 'a calendar date YYYY-MM-DD' },
    ]);
  });

  it('wants each clause once', () => {
    const s = negotiating({ language: 'fr' });
    const one = exampleTerms('P_MEMBER', TERM, 'fr').slice(0, 1);
    const twice = { changes: [...one, ...one] };
    expect(s.refuses(cast.lead, 'ProposeTerms', twice).refused).toBe('CLAUSE_INVALID');
  });

  it('takes the last possible term: a start on the last day and five years counted with both days', () => {
    const s = negotiating({ registeredOn: day('2027-11-30') });
    const latest = { start: '2028-02-29', end: '2033-02-27' };
    expect(s.does(cast.lead, 'ProposeTerms', change('dates', latest))).toHaveLength(1);
    const over = { start: '2028-02-29', end: '2033-02-28' };
    const refusal = s.refuses(cast.lead, 'ProposeTerms', change('dates', over, hashOf(s, 'dates')));
    expect(refusal).toMatchObject({
      refused: 'DURATION_OVER_5Y',
      details: { latestEnd: '2033-02-27' },
    });
  });

  it('counts bytes, not characters, up to 64 KiB', () => {
    const long = (clause: string, char: string) => ({
      clause,
      ofHash: null,
      language: 'en',
      value: { text: char.repeat(8000) },
    });
    const three = ['general-objective', 'national-plan', 'exit'];
    const s = negotiating();
    const tooLong = { changes: three.map((c) => long(c, '語')) };
    expect(s.refuses(cast.lead, 'ProposeTerms', tooLong).refused).toBe('INVALID_INPUT');
    expect(
      s.does(cast.lead, 'ProposeTerms', { changes: three.map((c) => long(c, 'a')) }),
    ).toHaveLength(1);
  });

  it('refuses a frozen text', () => {
    const s = frozen();
    const payload = objective('Too late.', hashOf(s, 'general-objective'));
    expect(s.refuses(cast.lead, 'ProposeTerms', payload).refused).toBe('TERMS_FROZEN');
  });
});

describe('CounterTerms', () => {
  it('answers the open proposal of the other side', () => {
    const s = written();
    const payload = objective('Rather this.', hashOf(s, 'general-objective'));
    const [countered] = s.does(cast.twinned, 'CounterTerms', payload);
    expect(countered).toMatchObject({
      type: 'TermsCountered',
      payload: { proposal: 'P2', answersTo: 'P1', side: 'TWINNED' },
    });
  });

  it('is refused to the side that owes no answer', () => {
    const s = written();
    const payload = objective('I again.', hashOf(s, 'general-objective'));
    expect(s.refuses(cast.lead, 'CounterTerms', payload).refused).toBe('ALREADY_ANSWERED');
  });

  it('appends nothing when it counters with the same text', () => {
    const s = negotiating();
    s.does(cast.lead, 'ProposeTerms', objective('Same.'));
    const same = objective('Same.', hashOf(s, 'general-objective'));
    expect(s.does(cast.twinned, 'CounterTerms', same)).toEqual([]);
  });

  it('answers the proposal whose clause it changes, though a newer one waits too', () => {
    const s = negotiating();
    s.does(cast.lead, 'ProposeTerms', objective('First.'));
    const exit = { clause: 'exit', ofHash: null, language: 'en', value: { text: 'A way out.' } };
    s.does(cast.lead, 'ProposeTerms', { changes: [exit] });
    const payload = objective('Rather this.', hashOf(s, 'general-objective'));
    expect(s.does(cast.twinned, 'CounterTerms', payload)).toMatchObject([
      { payload: { proposal: 'P3', answersTo: 'P1' } },
    ]);
    const other = { clause: 'risks', ofHash: null, language: 'en', value: { text: 'None.' } };
    expect(s.does(cast.twinned, 'CounterTerms', { changes: [other] })).toMatchObject([
      { payload: { proposal: 'P4', answersTo: 'P2' } },
    ]);
  });

  it('leaves the clauses that it does not touch to be answered: a second counter is no repeat', () => {
    const s = written();
    const rather = objective('Rather this.', hashOf(s, 'general-objective'));
    s.does(cast.twinned, 'CounterTerms', rather);
    const { hash } = clauseIn(s, 'exit');
    const exit = { clause: 'exit', ofHash: hash, language: 'en', value: { text: 'Out.' } };
    expect(s.does(cast.twinned, 'CounterTerms', { changes: [exit] })).toMatchObject([
      { payload: { proposal: 'P3', answersTo: 'P1' } },
    ]);
  });

  it('names a proposal that is still open', () => {
    const s = written();
    const payload = { ...objective('x', hashOf(s, 'general-objective')), answersTo: 'P9' };
    expect(s.refuses(cast.twinned, 'CounterTerms', payload).refused).toBe('ALREADY_ANSWERED');
  });
});

describe('WithdrawProposal', () => {
  it('returns the clauses to their version before', () => {
    const s = negotiating();
    s.does(cast.lead, 'ProposeTerms', objective('First.'));
    s.does(cast.twinned, 'CounterTerms', objective('Second.', hashOf(s, 'general-objective')));
    s.does(cast.twinned, 'WithdrawProposal', { proposal: 'P2' });
    expect(clauseIn(s, 'general-objective')).toMatchObject({
      value: { text: 'First.' },
      acceptedBy: ['LEAD'],
    });
  });

  it('is refused once the other side has countered, and to anybody but the author', () => {
    const s = negotiating();
    s.does(cast.lead, 'ProposeTerms', objective('First.'));
    s.does(cast.twinned, 'CounterTerms', objective('Second.', hashOf(s, 'general-objective')));
    const withdraw = (proposal: string) => s.refuses(cast.lead, 'WithdrawProposal', { proposal });
    expect(withdraw('P1').refused).toBe('ALREADY_ANSWERED');
    expect(withdraw('P2').refused).toBe('FORBIDDEN_ROLE');
    expect(withdraw('P7').refused).toBe('INVALID_INPUT');
  });

  it('is refused once the other side has accepted a clause of it', () => {
    const s = written();
    s.does(cast.twinned, 'AcceptClause', { clause: 'exit', hash: hashOf(s, 'exit') });
    expect(s.refuses(cast.lead, 'WithdrawProposal', { proposal: 'P1' }).refused).toBe(
      'ALREADY_ANSWERED',
    );
  });

  it('appends nothing the second time', () => {
    const s = written();
    s.does(cast.lead, 'WithdrawProposal', { proposal: 'P1' });
    expect(clauseIn(s, 'exit').value).toBeNull();
    expect(s.does(cast.lead, 'WithdrawProposal', { proposal: 'P1' })).toEqual([]);
  });
});
