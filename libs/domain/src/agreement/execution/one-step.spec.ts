import { describe, expect, it } from '@jest/globals';
import { cast } from '../../testing/people.js';
import { testHash, typesOf, type Story } from '../../testing/story.js';
import { documents } from '../negotiation/documents.js';
import { asInForce } from '../negotiation/in-force.js';
import { atTable } from '../negotiation/table.js';
import {
  AUTHORITY,
  bothAccept,
  bothSign,
  clauseIn,
  hashOf,
  submitted,
  waived,
} from '../negotiation/testing.js';
import { amendmentContent } from './amendment-content.js';
import { inForce, together } from './given.js';

const EXIT = { reason: 'Clearer', clauses: [{ clause: 'exit', text: 'At once.' }] };

/** In force, with the example's agreement; `s` is signed when it comes. */
function running(s: Story): Story {
  s.does(cast.tpm, 'AcceptDocuments');
  s.until('2027-10-05T09:00:00Z');
  expect(s.status).toBe('ACTIVE');
  return s;
}

describe('AmendAgreement, in one step', () => {
  it('may be agreed anew after one side withdrew it', () => {
    const s = inForce();
    s.until('2027-07-05');
    together(s, 'AmendAgreement', EXIT);
    s.does(cast.twinned, 'WithdrawAmendment', { reason: 'Not yet.' });
    expect(typesOf(s.does(cast.lead, 'AmendAgreement', EXIT))).toEqual(['JointActProposed']);
    expect(typesOf(s.does(cast.twinned, 'AmendAgreement', EXIT))).toEqual([
      'JointActAgreed',
      'AmendmentAgreed',
    ]);
    expect(s.state.execution.amendments.map((a) => [a.id, a.stage])).toEqual([
      ['A1', 'WITHDRAWN'],
      ['A2', 'OPEN'],
    ]);
  });

  it('takes each clause once', () => {
    const s = inForce();
    const twice = [...EXIT.clauses, { clause: 'exit', text: 'In a year.' }];
    expect(s.refuses(cast.lead, 'AmendAgreement', { ...EXIT, clauses: twice })).toMatchObject({
      refused: 'CLAUSE_INVALID',
      details: { faults: [{ pointer: '/clauses/1/clause', expected: 'a clause changed once' }] },
    });
  });

  it('ends no agreement before what its other clauses still owe', () => {
    const s = running(submitted('2027-09-10'));
    const { objectives } = Object.fromEntries(
      documents(s.state, testHash).clauses.map((c) => [c.clause, c.value]),
    );
    const earlier = { reason: 'Goals met', end: '2027-12-31' };
    const refusal = s.refuses(cast.lead, 'AmendAgreement', earlier);
    expect(refusal).toMatchObject({ refused: 'TERMS_INCOMPLETE', clause: 'rules 3.2' });
    expect(refusal.details['outsideTerm']).toContain('/objectives/items/0/dueOn');
    // The plan is revised for itself, and changed clauses are looked at as they would stand.
    expect(JSON.stringify(refusal.details)).not.toContain('milestones');
    const { items } = objectives as unknown as { items: readonly object[] };
    const moved = {
      ...earlier,
      ...{
        end: '2032-09-29',
        objectives: { items: items.map((i) => ({ ...i, dueOn: '2027-12-01' })) },
      },
    };
    expect(typesOf(s.does(cast.lead, 'AmendAgreement', moved))).toEqual(['JointActProposed']);
  });

  it('does not drop a translation that stands, where both do without the others', () => {
    const s = waived();
    const text = { clause: 'exit', ofHash: hashOf(s, 'exit'), language: 'fr' };
    s.does(cast.twinned, 'TranslateClause', { ...text, value: { text: 'Un mois.' } });
    expect(clauseIn(s, 'exit').translations).toHaveLength(1);
    bothAccept(s);
    for (const [rep, signatory] of [
      [cast.lead, cast.leadSignatory],
      [cast.twinned, cast.twinnedSignatory],
    ] as const) {
      s.does(rep, 'DesignateSignatory', { person: signatory.person, authority: AUTHORITY });
    }
    bothSign(s);
    s.until('2027-09-10');
    s.does(cast.lead, 'SubmitSignedAgreement');
    running(s);
    expect(s.refuses(cast.lead, 'AmendAgreement', EXIT)).toMatchObject({
      refused: 'TRANSLATION_OUTDATED',
      details: { clauses: ['exit'], instead: 'OpenAmendment' },
    });
    const other = { reason: 'Clearer', clauses: [{ clause: 'early-end', text: 'By letter.' }] };
    expect(typesOf(s.does(cast.lead, 'AmendAgreement', other))).toEqual(['JointActProposed']);
    const stands = documents(asInForce(s.state, testHash), testHash).clauses;
    expect(stands.find((c) => c.clause === 'exit')?.translations).toHaveLength(1);
  });
});

describe('an amendment that is signed', () => {
  const agreedIn = (s: Story) =>
    s.history.flatMap((e) => (e.type === 'AmendmentAgreed' ? [e.payload] : []));

  it('has the hash of its content, in one step and on the table, and of the text where there is one', () => {
    const s = running(submitted('2027-09-10'));
    together(s, 'AmendAgreement', EXIT);
    s.does(cast.lead, 'WithdrawAmendment', { reason: 'Not yet.' });
    s.does(cast.lead, 'OpenAmendment', { reason: 'Clearer' });
    const table = () => documents(atTable(s.state), testHash);
    const ofHash = table().clauses.find((c) => c.clause === 'exit')?.hash;
    const change = { clause: 'exit', ofHash, language: 'en', value: { text: 'A month.' } };
    s.does(cast.lead, 'ProposeTerms', { changes: [change] });
    const { documentHash, planHash } = table();
    together(s, 'AcceptTerms', { documentHash, planHash });
    const agreed = agreedIn(s);
    expect(agreed.map((a) => a.documentHash)).toEqual([undefined, documentHash]);
    for (const a of agreed) expect(testHash(amendmentContent(a))).toBe(a.hash);
  });

  it('keeps number, time and authority of each original', () => {
    const s = running(submitted('2027-09-10'));
    together(s, 'AmendAgreement', EXIT);
    const hash = s.state.execution.amendments[0]?.hash;
    s.does(cast.twinnedSignatory, 'SignAmendment', { hash });
    const first = s.now;
    s.until('2027-10-06T09:00:00Z');
    s.does(cast.lead, 'DesignateSignatory', {
      ...{ person: cast.leadSignatory.person, authority: 'b'.repeat(64) },
    });
    s.does(cast.leadSignatory, 'SignAmendment', { hash });
    expect(s.state.execution.amendments[0]?.signed).toMatchObject([
      { side: 'TWINNED', originalNo: 1, authority: AUTHORITY, at: first },
      { side: 'LEAD', originalNo: 2, authority: 'b'.repeat(64), at: s.now },
    ]);
  });
});
