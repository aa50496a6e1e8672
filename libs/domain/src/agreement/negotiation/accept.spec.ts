import { describe, expect, it } from '@jest/globals';
import { day } from '../../calendar/day.js';
import { cast } from '../../testing/people.js';
import { typesOf } from '../../testing/story.js';
import { exampleTerms } from './example.js';
import {
  bothAccept,
  clauseIn,
  designated,
  frozen,
  hashOf,
  negotiating,
  pairOf,
  signed,
  TERM,
  waived,
  written,
} from './testing.js';

const without = (...clauses: readonly string[]) => {
  const s = negotiating();
  s.does(cast.lead, 'ProposeTerms', {
    changes: exampleTerms('P_MEMBER', TERM).filter((c) => !clauses.includes(c.clause)),
  });
  for (const side of [cast.lead, cast.twinned])
    s.does(side, 'WaiveTranslation', { language: 'fr' });
  return s;
};

describe('AcceptTerms', () => {
  it('freezes the text when both sides accept the same pair of hashes', () => {
    const s = waived();
    expect(typesOf(s.does(cast.twinned, 'AcceptTerms', pairOf(s)))).toEqual(['TermsAccepted']);
    const events = s.does(cast.lead, 'AcceptTerms', pairOf(s));
    expect(typesOf(events)).toEqual(['TermsAccepted', 'TermsFrozen']);
    expect(events[1]?.payload).toEqual({ ...pairOf(s), ...TERM, persons: [] });
    expect(s.state.negotiation.agreedDates).toEqual(TERM);
    expect(clauseIn(s, 'exit').acceptedBy).toEqual(['LEAD', 'TWINNED']);
  });

  it('is void after any change, so both accept anew (D12)', () => {
    const s = waived();
    s.does(cast.lead, 'AcceptTerms', pairOf(s));
    const old = pairOf(s);
    s.does(cast.twinned, 'ProposeTerms', {
      changes: [
        {
          clause: 'exit',
          ofHash: hashOf(s, 'exit'),
          language: 'en',
          value: { text: 'Otherwise.' },
        },
      ],
    });
    expect(s.refuses(cast.lead, 'AcceptTerms', old)).toMatchObject({
      refused: 'TEXT_CHANGED',
      details: pairOf(s),
    });
    expect(typesOf(s.does(cast.twinned, 'AcceptTerms', pairOf(s)))).toEqual(['TermsAccepted']);
    expect(typesOf(s.does(cast.lead, 'AcceptTerms', pairOf(s)))).toContain('TermsFrozen');
  });

  it.each([
    ['TERMS_INCOMPLETE', ['exit', 'dates']],
    ['END_DATE_MISSING', ['dates']],
    ['PLAN_MISSING', ['milestones']],
  ])('is refused with %s while something required is not written', (code, missing) => {
    const s = without(...missing);
    expect(s.refuses(cast.lead, 'AcceptTerms', pairOf(s)).refused).toBe(code);
  });

  it('goes without the clauses that are optional', () => {
    const s = without('disputes', 'communication', 'risks');
    bothAccept(s);
    expect(s.state.negotiation.frozenAt).not.toBeNull();
  });

  it('is refused while a clause names a day outside the term', () => {
    const s = waived();
    const dates = { start: '2027-10-01', end: '2027-12-31' };
    s.does(cast.lead, 'ProposeTerms', {
      changes: [{ clause: 'dates', ofHash: hashOf(s, 'dates'), language: 'en', value: dates }],
    });
    const refusal = s.refuses(cast.lead, 'AcceptTerms', pairOf(s));
    expect(refusal.refused).toBe('TERMS_INCOMPLETE');
    expect(refusal.details['outsideTerm']).toContain('/milestones/items/1/dueOn');
  });

  it('is refused while the plan names a month or a year after the end', () => {
    const term = { start: day('2027-10-01'), end: day('2028-09-30') };
    const s = waived({ type: 'CHAIR' }, term);
    const change = (clause: string, value: object) => ({
      ...{ clause, ofHash: hashOf(s, clause), language: 'en', value },
    });
    const packages = [12, 13].map((month) => ({
      ...{ id: `WP${String(month)}`, title: 'Drafting', owner: 'LEAD', month },
      ...{ deliverable: 'A draft', indicator: 'Drafts' },
    }));
    const tasks = [{ id: 'T1', task: 'Agendas', percentByYear: [20, 40] }];
    s.does(cast.lead, 'ProposeTerms', {
      changes: [
        change('work-packages', { items: packages }),
        change('task-share', { items: tasks }),
      ],
    });
    expect(s.refuses(cast.lead, 'AcceptTerms', pairOf(s))).toMatchObject({
      refused: 'TERMS_INCOMPLETE',
      details: {
        outsideTerm: ['/work-packages/items/1/month', '/task-share/items/0/percentByYear/1'],
      },
    });
  });

  it('appends nothing when the side has accepted this text', () => {
    const s = frozen();
    expect(s.does(cast.lead, 'AcceptTerms', pairOf(s))).toEqual([]);
  });
});

describe('ReopenTerms', () => {
  const parts = ['AGREEMENT', 'PLAN'];

  it('voids the acceptances and a single signature', () => {
    const s = designated();
    const { documentHash } = pairOf(s);
    s.does(cast.leadSignatory, 'SignAgreement', { documentHash, originalNo: 1 });
    s.does(cast.twinned, 'ReopenTerms', { parts, reason: 'A date is wrong.' });
    expect(s.state.negotiation).toMatchObject({
      acceptances: [],
      signatures: [],
      frozen: { AGREEMENT: null, PLAN: null },
      agreedDates: null,
    });
    bothAccept(s);
    expect(s.state.negotiation.frozen.AGREEMENT).toBe(documentHash);
  });

  it('reopens the plan alone and leaves the signature on the agreement', () => {
    const s = signed();
    s.does(cast.lead, 'ReopenTerms', { parts: ['PLAN'], reason: 'A milestone moves.' });
    const change = (clause: string, value: object) => ({
      changes: [{ clause, ofHash: hashOf(s, clause), language: 'en', value }],
    });
    expect(s.refuses(cast.lead, 'ProposeTerms', change('exit', { text: 'x' })).refused).toBe(
      'TERMS_FROZEN',
    );
    expect(s.refuses(cast.lead, 'SubmitSignedAgreement').refused).toBe('PLAN_MISSING');
    s.does(cast.lead, 'ProposeTerms', change('risks', { text: 'None left.' }));
    bothAccept(s);
    expect(s.state.negotiation.signatures).toHaveLength(2);
    expect(typesOf(s.does(cast.lead, 'SubmitSignedAgreement'))).toEqual([
      'SignedAgreementSubmitted',
    ]);
  });

  it('is refused once both have signed the agreement: the first recorded wins (D12)', () => {
    const s = signed();
    expect(s.refuses(cast.lead, 'ReopenTerms', { parts, reason: 'Regret.' }).refused).toBe(
      'BOTH_SIGNED',
    );
  });

  it('appends nothing when nothing is frozen', () => {
    const payload = { parts, reason: 'No need.' };
    expect(written().does(cast.lead, 'ReopenTerms', payload)).toEqual([]);
  });

  it('happens by itself when the ruleset of a frozen text changes under it', () => {
    const s = frozen();
    const before = pairOf(s).documentHash;
    s.state = { ...s.state, ruleset: 'annex-st-2020' };
    const payload = { clause: 'exit', text: 'Look at the prerequisites again.' };
    expect(typesOf(s.does(cast.lead, 'CommentClause', payload))).toEqual([
      'ClauseCommented',
      'TermsReopened',
    ]);
    expect(pairOf(s).documentHash).not.toBe(before);
  });
});

describe('the term of another run', () => {
  it('is shorter by the days the pair was already in force', () => {
    const s = negotiating();
    s.facts = {
      ...s.facts,
      previousRuns: [
        {
          agreement: 'earlier',
          type: 'P_MEMBER',
          ending: 'TERMINATED',
          start: day('2024-01-01'),
          end: day('2024-12-31'),
        },
      ],
    };
    const refusal = s.refuses(cast.lead, 'ProposeTerms', {
      changes: exampleTerms('P_MEMBER', TERM),
    });
    expect(refusal).toMatchObject({
      refused: 'DURATION_OVER_5Y',
      details: { latestEnd: '2031-09-30' },
    });
  });
});
