import { describe, expect, it } from '@jest/globals';
import { cast, GSA, IES } from '../../testing/people.js';
import { testHash, type Story } from '../../testing/story.js';
import { basisOf, textBasis } from './basis.js';
import { documents } from './documents.js';
import { asInForce } from './in-force.js';
import { atTable } from './table.js';
import { negotiating, submitted } from './testing.js';

const SUCCESSOR = { ...cast.twinned, member: GSA };
const SIGNATORY = { ...cast.twinnedSignatory, member: GSA };

/** In force, and the twinned body has a successor. */
function succeeded(): Story {
  const s = submitted('2027-09-10');
  s.does(cast.tpm, 'AcceptDocuments');
  s.until('2027-10-05T09:00:00Z');
  expect(s.status).toBe('ACTIVE');
  s.does(cast.cs, 'RecordSuccession', { body: { old: IES, new: GSA }, reference: 'Council 9' });
  expect(s.state.twinned).toBe(GSA);
  return s;
}

const textOf = (s: Story) => documents(asInForce(s.state, testHash), testHash).documentHash;

describe('whose text it is', () => {
  it('is today’s parties’ while it is negotiated', () => {
    const s = negotiating();
    expect(textBasis(s.state)).toMatchObject({ twinned: IES, workingGroup: null });
    const group = { ...s.state, workingGroup: 'JWG 1/ISO', committee: null };
    expect(textBasis(group)).toMatchObject({ workingGroup: 'JWG 1/ISO', committee: null });
  });

  it('is read from what a frozen text was made for, a name with a stroke and a missing part among it', () => {
    const { state } = submitted('2027-09-10');
    const of = { ...state, committee: null, lead: null, workingGroup: 'JWG 1/ISO' };
    const frozen = { ...of, negotiation: { ...state.negotiation, basis: basisOf(of) } };
    expect(textBasis({ ...frozen, lead: 7, twinned: GSA, workingGroup: 'WG 9' })).toEqual({
      ...{ ruleset: state.ruleset, lead: null, twinned: IES },
      ...{ committee: null, workingGroup: 'JWG 1/ISO' },
    });
  });

  it('stays that of those who signed it, whoever succeeds them', () => {
    const s = succeeded();
    const [signature] = s.state.negotiation.signatures;
    expect(documents(s.state, testHash).documentHash).toBe(signature?.documentHash);
    expect(textOf(s)).toBe(signature?.documentHash);
  });

  it('of an amendment is the successor’s, before and after the next succession', () => {
    const s = succeeded();
    const first = documents(s.state, testHash).documentHash;
    s.does(cast.lead, 'OpenAmendment', { reason: 'Another way out.' });
    const table = () => documents(atTable(s.state), testHash);
    const exit = table().clauses.find((c) => c.clause === 'exit')?.hash ?? '';
    const change = { clause: 'exit', ofHash: exit, language: 'en', value: { text: 'A way out.' } };
    s.does(cast.lead, 'ProposeTerms', { changes: [change] });
    expect(textBasis(atTable(s.state)).twinned).toBe(GSA);
    const { documentHash, planHash } = table();
    s.does(cast.lead, 'AcceptTerms', { documentHash, planHash });
    s.does(SUCCESSOR, 'AcceptTerms', { documentHash, planHash });
    const hash = s.state.execution.amendments[0]?.hash;
    s.does(SUCCESSOR, 'DesignateSignatory', {
      person: SIGNATORY.person,
      authority: 'a'.repeat(64),
    });
    s.does(cast.leadSignatory, 'SignAmendment', { hash });
    s.does(SIGNATORY, 'SignAmendment', { hash });
    expect(s.state.execution.amendments).toMatchObject([{ stage: 'IN_FORCE' }]);
    expect(textOf(s)).toBe(documentHash);
    s.does(cast.cs, 'RecordSuccession', { body: { old: GSA, new: IES }, reference: 'Council 10' });
    expect(textOf(s)).toBe(documentHash);
    expect(documents(s.state, testHash).documentHash).toBe(first);
  });
});
