import { describe, expect, it } from '@jest/globals';
import { event } from '../../kernel/events.js';
import { duties } from '../../kernel/views.js';
import { cast, GSA, IES } from '../../testing/people.js';
import { whoseMove } from './openness.js';
import { bothAccept, pairOf, waived } from './testing.js';

const SUCCESSION = { body: { old: IES, new: GSA }, reference: 'Council 9' };
const ids = (s: ReturnType<typeof waived>) => duties(s.state).map((d) => d.id);

describe('what one side accepted of an open text', () => {
  it('counts no longer once the text is another body’s: each owes it anew (D12)', () => {
    const s = waived();
    s.does(cast.twinned, 'AcceptTerms', pairOf(s));
    const read = pairOf(s);
    expect(s.state.negotiation.acceptances).toHaveLength(1);
    expect(ids(s)).not.toContain('agree:TWINNED');
    s.until('2027-09-05T10:00:00Z');
    s.does(cast.cs, 'RecordSuccession', SUCCESSION);
    expect(pairOf(s)).not.toEqual(read);
    expect(s.state.negotiation).toMatchObject({ acceptances: [], changedAt: s.now });
    expect(ids(s)).toContain('agree:TWINNED');
    expect(whoseMove(s.state)).toBe('BOTH');
  });

  it('stays with a text that is frozen, until that is opened again for the successor', () => {
    const s = waived();
    bothAccept(s);
    s.does(cast.cs, 'RecordSuccession', SUCCESSION);
    expect(s.state.negotiation).toMatchObject({ acceptances: [], frozen: { AGREEMENT: null } });
  });

  it('counts no longer under another ruleset', () => {
    const s = waived();
    s.does(cast.lead, 'AcceptTerms', pairOf(s));
    const { ruleset } = s.state;
    s.given(event('RulesetMoved', { from: ruleset, to: ruleset, report: [] }));
    expect(s.state.negotiation.acceptances).toEqual([]);
  });
});
