import { describe, expect, it } from '@jest/globals';
import { cast } from '../../testing/people.js';
import type { Story } from '../../testing/story.js';
import { exampleValues } from './example.js';
import { bothAccept, hashOf, pairOf, TERM, waived } from './testing.js';

const values = exampleValues('CHAIR', TERM, 'en');
/** The example's list with another id for its first item. */
function withId(clause: string, id: string) {
  const { items } = values[clause] as { readonly items: readonly object[] };
  return { items: items.map((item, n) => (n === 0 ? { ...item, id } : item)) };
}
const change = (s: Story, clause: string, value: object) => ({
  ...{ clause, ofHash: hashOf(s, clause), language: 'en', value },
});
const year = () => waived({ type: 'CHAIR' });

describe('an id in the collaboration plan', () => {
  it.each([
    ['milestones', 'WP1'],
    ['milestones', 'T1'],
    ['work-packages', 'M3'],
    ['task-share', 'WP2'],
  ])('of %s is not %s, which an item of another list has', (clause, id) => {
    const s = year();
    const changes = [change(s, clause, withId(clause, id))];
    expect(s.refuses(cast.lead, 'ProposeTerms', { changes })).toMatchObject({
      ...{ refused: 'CLAUSE_INVALID', clause: 'rules 3.4' },
      details: {
        clause,
        faults: [
          {
            pointer: '/changes/0/value/items/0/id',
            expected: 'an id that no other list of the plan has',
          },
        ],
      },
    });
  });

  it('may change its list in one proposal, and is refused where one proposal gives it twice', () => {
    const s = year();
    const swapped = [
      change(s, 'work-packages', withId('work-packages', 'M1')),
      change(s, 'milestones', withId('milestones', 'WP1')),
    ];
    s.does(cast.lead, 'ProposeTerms', { changes: swapped });
    const twice = [
      change(s, 'work-packages', withId('work-packages', 'X')),
      change(s, 'milestones', withId('milestones', 'X')),
    ];
    expect(s.refuses(cast.lead, 'ProposeTerms', { changes: twice }).details).toMatchObject({
      clauses: ['work-packages', 'milestones'],
      faults: [
        { pointer: '/changes/0/value/items/0/id' },
        { pointer: '/changes/1/value/items/0/id' },
      ],
    });
  });

  it('that a withdrawn proposal brings back beside its like keeps the whole from being agreed', () => {
    const s = year();
    s.does(cast.lead, 'ProposeTerms', {
      changes: [change(s, 'work-packages', withId('work-packages', 'A'))],
    });
    s.does(cast.lead, 'ProposeTerms', {
      changes: [change(s, 'milestones', withId('milestones', 'WP1'))],
    });
    s.does(cast.lead, 'WithdrawProposal', { proposal: 'P2' });
    expect(s.refuses(cast.lead, 'AcceptTerms', pairOf(s))).toMatchObject({
      ...{ refused: 'CLAUSE_INVALID', clause: 'rules 3.4' },
      details: {
        faults: [{ pointer: '/work-packages/items/0/id' }, { pointer: '/milestones/items/0/id' }],
      },
    });
  });

  it('may stand in two lists where the agreement was opened with an earlier template', () => {
    const s = year();
    const negotiation = { ...s.state.negotiation, templateVersion: 'twinning-agreement-3/CHAIR' };
    s.state = { ...s.state, negotiation: { ...negotiation, templateHash: null } };
    s.does(cast.lead, 'ProposeTerms', {
      changes: [change(s, 'milestones', withId('milestones', 'WP1'))],
    });
    bothAccept(s);
    expect(s.state.negotiation.frozenAt).not.toBeNull();
  });
});
