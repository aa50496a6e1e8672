import { describe, expect, it } from '@jest/globals';
import { deadlines } from '../../kernel/due.js';
import { cast } from '../../testing/people.js';
import type { Story } from '../../testing/story.js';
import { hashOf, negotiating, written } from './testing.js';

const firedBy = (s: Story, timer: string) => s.fired.filter((f) => f.deadline.timer === timer);

describe('T20, the unanswered proposal', () => {
  it('reminds the side that owes the answer once, after fourteen days', () => {
    const s = written();
    s.until('2027-09-14T22:00:00Z');
    s.until('2027-10-20');
    expect(firedBy(s, 'T20').map((f) => [f.deadline.due, f.deadline.whose])).toEqual([
      ['2027-09-14T22:00:00.000Z', 'TWINNED'],
    ]);
  });

  const CLAUSES = ['exit', 'early-end', 'risks'] as const;
  const worded = (s: Story, clause: string, words: string) => ({
    changes: [{ clause, ofHash: hashOf(s, clause), language: 'en', value: { text: words } }],
  });

  /** The lead has proposed three clauses on 31 August. */
  function threeProposed(): Story {
    const s = negotiating();
    const changes = CLAUSES.map((clause) => ({
      ...{ clause, ofHash: null, language: 'en' },
      value: { text: `On ${clause}.` },
    }));
    s.does(cast.lead, 'ProposeTerms', { changes });
    return s;
  }

  it('waits on for the clauses that a counter-proposal leaves alone, which itself waits for the other side', () => {
    const s = threeProposed();
    s.until('2027-09-07');
    s.does(cast.twinned, 'CounterTerms', worded(s, 'exit', 'Our way out.'));
    s.until('2027-10-20');
    expect(firedBy(s, 'T20').map(({ deadline: d }) => [d.subject, d.whose, d.lastDay])).toEqual([
      ['P1', 'TWINNED', '2027-09-14'],
      ['P2', 'LEAD', '2027-09-21'],
    ]);
  });

  it('is stopped by an answer to each clause, whichever it is', () => {
    const s = threeProposed();
    s.until('2027-09-07');
    s.does(cast.twinned, 'CounterTerms', worded(s, 'exit', 'Our way out.'));
    s.does(cast.twinned, 'AcceptClause', { clause: 'risks', hash: hashOf(s, 'risks') });
    const waiting = () => deadlines(s.state).filter((d) => d.timer === 'T20');
    expect(waiting().map((d) => d.subject)).toEqual(['P1', 'P2']);
    const early = { clause: 'early-end', hash: hashOf(s, 'early-end'), reason: 'Too early.' };
    s.does(cast.twinned, 'RejectClause', early);
    expect(waiting().map((d) => d.subject)).toEqual(['P2']);
    s.until('2027-10-20');
    expect(firedBy(s, 'T20').map((f) => [f.deadline.subject, f.deadline.whose])).toEqual([
      ['P2', 'LEAD'],
    ]);
  });

  it('starts anew for what waits again because the counter-proposal is withdrawn', () => {
    const s = negotiating();
    const value = { text: 'A way out.' };
    s.does(cast.lead, 'ProposeTerms', {
      changes: [{ clause: 'exit', ofHash: null, language: 'en', value }],
    });
    s.does(cast.twinned, 'CounterTerms', worded(s, 'exit', 'Our way out.'));
    s.until('2027-09-10');
    s.does(cast.twinned, 'WithdrawProposal', { proposal: 'P2' });
    const [t20] = deadlines(s.state).filter((d) => d.timer === 'T20');
    expect([t20?.subject, t20?.lastDay]).toEqual(['P1', '2027-09-24']);
  });

  it('is put off for no clause by countering another and withdrawing that', () => {
    const s = threeProposed();
    s.until('2027-09-10');
    s.does(cast.twinned, 'CounterTerms', worded(s, 'exit', 'Our way out.'));
    s.does(cast.twinned, 'WithdrawProposal', { proposal: 'P2' });
    const [t20] = deadlines(s.state).filter((d) => d.timer === 'T20');
    expect([t20?.subject, t20?.lastDay]).toEqual(['P1', '2027-09-14']);
  });
});
