import { describe, expect, it } from '@jest/globals';
import { TWINNING_TYPES } from '../../kernel/vocabulary.js';
import { cast } from '../../testing/people.js';
import { startersFor } from './starters.js';
import { clauseIn, hashOf, negotiating, readBy } from './testing.js';
import { valueFaults } from './values.js';

describe('the suggestions for clauses', () => {
  it.each(TWINNING_TYPES)('begin every open clause of a %s twinning in both languages', (type) => {
    const s = negotiating({ type });
    const open = readBy(s).clauses.filter((c) => c.kind === 'open');
    const of = (language: string) =>
      startersFor(s.state)
        .filter((each) => each.language === language)
        .map(({ clause }) => clause);
    expect(of('en')).toEqual(expect.arrayContaining(open.map((c) => c.clause)));
    expect(of('fr')).toEqual(of('en'));
    for (const { clause, value } of startersFor(s.state)) {
      expect(valueFaults({ id: clause }, value, '')).toEqual([]);
    }
  });

  it('differ by type where the type matters', () => {
    const said = (clause: string) =>
      new Set(
        TWINNING_TYPES.map((type) =>
          JSON.stringify(
            startersFor(negotiating({ type }).state).find((each) => each.clause === clause)?.value,
          ),
        ),
      ).size;
    expect(['general-objective', 'exit', 'responsibilities'].map(said)).toEqual([4, 4, 4]);
    expect(said('disputes')).toBe(1);
  });

  it('are nobody’s words until a partner proposes them, and then the proposal of that side alone', () => {
    const s = negotiating();
    expect(clauseIn(s, 'exit').value).toBeNull();
    const [fr] = startersFor(s.state).filter((e) => e.clause === 'exit' && e.language === 'fr');
    s.does(cast.twinned, 'ProposeTerms', { changes: [{ ...fr, ofHash: null }] });
    expect(clauseIn(s, 'exit')).toMatchObject({
      value: fr?.value,
      language: 'fr',
      author: 'TWINNED',
      acceptedBy: ['TWINNED'],
    });
    s.does(cast.lead, 'AcceptClause', { clause: 'exit', hash: hashOf(s, 'exit') });
    expect(clauseIn(s, 'exit').acceptedBy).toEqual(['LEAD', 'TWINNED']);
  });

  it('offer nothing for a locked clause, and the termination where an earlier template leaves it open', () => {
    const s = negotiating();
    const offered = () => startersFor(s.state).map((each) => each.clause);
    expect(offered()).not.toContain('termination');
    const negotiation = {
      ...s.state.negotiation,
      templateVersion: 'twinning-agreement-2/P_MEMBER',
    };
    s.state = { ...s.state, negotiation };
    expect(offered()).toContain('termination');
    expect(offered()).not.toContain('early-end');
  });
});
