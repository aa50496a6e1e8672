import { describe, expect, it } from '@jest/globals';
import { cast } from '../../testing/people.js';
import { testHash, typesOf, type Story } from '../../testing/story.js';
import { duties } from '../../kernel/views.js';
import { documents } from './documents.js';
import { asInForce } from './in-force.js';
import { atTable } from './table.js';
import { submitted, TERM, translated, bothAccept, bothSign, AUTHORITY } from './testing.js';

const onTable = (s: Story) => documents(atTable(s.state), testHash);
const hashOf = (s: Story, clause: string) =>
  onTable(s).clauses.find((c) => c.clause === clause)?.hash ?? '';
const pairOf = (s: Story) => {
  const { documentHash, planHash } = onTable(s);
  return { documentHash, planHash };
};
const change = (s: Story, clause: string, value: object) => ({
  changes: [{ clause, ofHash: hashOf(s, clause), language: 'en', value }],
});
const exit = (s: Story, text: string) => change(s, 'exit', { text });
const amendments = (s: Story) => s.state.execution.amendments;
const REASON = { reason: 'Another way out.' };

/** In force since the start of the usual term, in one language. */
function running(): Story {
  const s = submitted('2027-09-10');
  s.does(cast.tpm, 'AcceptDocuments');
  s.until('2027-10-05T09:00:00Z');
  expect(s.status).toBe('ACTIVE');
  return s;
}

function opened(s = running()): Story {
  s.does(cast.lead, 'OpenAmendment', REASON);
  return s;
}

/** Both accept what lies on the table. */
function agree(s: Story) {
  s.does(cast.lead, 'AcceptTerms', pairOf(s));
  return s.does(cast.twinned, 'AcceptTerms', pairOf(s));
}

function sign(s: Story) {
  const hash = amendments(s).at(-1)?.hash;
  s.does(cast.leadSignatory, 'SignAmendment', { hash });
  return s.does(cast.twinnedSignatory, 'SignAmendment', { hash });
}

describe('OpenAmendment', () => {
  it('lays the text in force on the table, agreed by both, and leaves what is in force', () => {
    const s = running();
    const before = documents(s.state, testHash);
    s.does(cast.twinned, 'OpenAmendment', REASON);
    expect(onTable(s).clauses.map((c) => [c.clause, c.hash])).toEqual(
      before.clauses.map((c) => [c.clause, c.hash]),
    );
    expect(onTable(s).clauses.every((c) => c.acceptedBy.length === 2)).toBe(true);
    s.does(cast.lead, 'ProposeTerms', exit(s, 'A new way out.'));
    expect(documents(s.state, testHash)).toEqual(before);
  });

  it('is refused while another is open, and to the plan and the locked clauses', () => {
    const s = opened();
    const again = s.refuses(cast.twinned, 'OpenAmendment', REASON);
    expect(again).toMatchObject({ refused: 'AMENDMENT_OPEN', details: { id: 'A1' } });
    const whole = { reason: 'Now', end: '2031-01-31' };
    expect(s.refuses(cast.lead, 'AmendAgreement', whole).refused).toBe('AMENDMENT_OPEN');
    const refused = (clause: string, value: object) =>
      s.refuses(cast.lead, 'ProposeTerms', change(s, clause, value)).refused;
    expect(refused('risks', { text: 'None.' })).toBe('TERMS_FROZEN');
    expect(refused('voting', { text: 'Together.' })).toBe('CLAUSE_LOCKED');
  });

  it('is needed first: no term is proposed, accepted or translated in force without it', () => {
    const s = running();
    expect(s.refuses(cast.lead, 'ProposeTerms', exit(s, 'X')).refused).toBe('WRONG_STATUS');
    expect(s.refuses(cast.lead, 'AcceptTerms', pairOf(s)).refused).toBe('WRONG_STATUS');
  });
});

describe('the terms of an amendment', () => {
  it('keep who wrote each of their clauses, and those of the agreement theirs', () => {
    const s = opened();
    s.does(cast.lead, 'ProposeTerms', exit(s, 'A month.'));
    s.does(cast.twinned, 'CounterTerms', exit(s, 'A year.'));
    agree(s);
    sign(s);
    const authors = () =>
      documents(asInForce(s.state, testHash), testHash).clauses.map((c) => [c.clause, c.author]);
    const first = documents(s.state, testHash).clauses.map((c) => [c.clause, c.author]);
    expect(authors()).toEqual(
      first.map(([clause, author]) => [clause, clause === 'exit' ? 'TWINNED' : author]),
    );
    expect(asInForce(s.state, testHash).negotiation.clauses['exit']?.[0]?.proposal).toBe('A1.P2');
    const whole = { ...REASON, clauses: [{ clause: 'exit', text: 'Two years.' }] };
    s.does(cast.lead, 'AmendAgreement', whole);
    s.does(cast.twinned, 'AmendAgreement', whole);
    sign(s);
    expect(authors()).toContainEqual(['exit', 'LEAD']);
    // A clause that is agreed for itself loses its earlier versions, not who wrote the last.
    opened(s);
    s.does(cast.twinned, 'ProposeTerms', exit(s, 'Three years.'));
    s.does(cast.lead, 'AcceptClause', { clause: 'exit', hash: hashOf(s, 'exit') });
    agree(s);
    sign(s);
    expect(authors()).toContainEqual(['exit', 'TWINNED']);
    expect(asInForce(s.state, testHash).negotiation.clauses['exit']?.[0]?.proposal).toBe('A3.P1');
  });

  it('are proposed, countered, commented on and accepted like those of the agreement', () => {
    const s = opened();
    expect(s.does(cast.lead, 'ProposeTerms', exit(s, 'A month.'))).toMatchObject([
      { type: 'TermsProposed', payload: { proposal: 'A1.P1' } },
    ]);
    expect(duties(s.state).map((d) => d.id)).toContain('answer:A1.P1');
    s.does(cast.twinned, 'CommentClause', { clause: 'exit', text: 'Too short.' });
    const countered = s.does(cast.twinned, 'CounterTerms', exit(s, 'A year.'));
    expect(countered).toMatchObject([
      { type: 'TermsCountered', payload: { proposal: 'A1.P2', answersTo: 'A1.P1' } },
    ]);
    const accepted = s.does(cast.lead, 'AcceptClause', { clause: 'exit', hash: hashOf(s, 'exit') });
    expect(typesOf(accepted)).toEqual(['ClauseAccepted', 'ClauseAgreed']);
  });

  it('bind each side to what it read: a text that changed meanwhile is not accepted', () => {
    const s = opened();
    s.does(cast.lead, 'ProposeTerms', exit(s, 'A month.'));
    const read = pairOf(s);
    s.does(cast.twinned, 'ProposeTerms', exit(s, 'A year.'));
    expect(s.refuses(cast.lead, 'AcceptTerms', read).refused).toBe('TEXT_CHANGED');
  });

  it('are agreed by the second acceptance, with what they change in the text in force alone', () => {
    const s = opened();
    s.does(cast.lead, 'ProposeTerms', exit(s, 'A month.'));
    const events = agree(s);
    expect(events).toMatchObject([
      { type: 'TermsAccepted' },
      {
        type: 'AmendmentAgreed',
        payload: {
          id: 'A1',
          end: null,
          changes: [{ clause: 'exit', value: { text: 'A month.' }, translations: [] }],
          waived: ['fr'],
        },
      },
    ]);
    expect(typesOf(sign(s))).toContain('AgreementAmended');
    expect(s.state.negotiation.amending).toBeNull();
  });

  it('are not agreed when they change nothing', () => {
    const s = opened();
    s.does(cast.lead, 'AcceptTerms', pairOf(s));
    expect(s.refuses(cast.twinned, 'AcceptTerms', pairOf(s)).refused).toBe('TERMS_INCOMPLETE');
  });

  it('keep the start and the ceiling: the end moves only earlier, and not before today', () => {
    const s = opened();
    const dates = (end: string, start: string = TERM.start) =>
      s.refuses(cast.lead, 'ProposeTerms', change(s, 'dates', { start, end })).refused;
    expect(dates('2032-10-01')).toBe('EXTENSION_FORBIDDEN');
    expect(dates('2027-10-04')).toBe('END_DATE_PAST');
    expect(dates('2031-09-30', '2027-10-02')).toBe('FROZEN_AFTER_SUBMISSION');
    const { start } = TERM;
    s.does(cast.lead, 'ProposeTerms', change(s, 'dates', { start, end: '2031-09-30' }));
    agree(s);
    expect(amendments(s).at(-1)).toMatchObject({ end: '2031-09-30', changes: [] });
    sign(s);
    expect(s.state.term).toMatchObject({ start, end: '2031-09-30' });
  });

  it('begin, the next time, as what the last amendment has put in force', () => {
    const s = opened();
    s.does(cast.lead, 'ProposeTerms', exit(s, 'A month.'));
    agree(s);
    sign(s);
    s.does(cast.twinned, 'OpenAmendment', REASON);
    const clause = onTable(s).clauses.find((c) => c.clause === 'exit');
    expect(clause).toMatchObject({ value: { text: 'A month.' }, acceptedBy: ['LEAD', 'TWINNED'] });
    s.does(cast.lead, 'ProposeTerms', change(s, 'early-end', { text: 'By letter.' }));
    agree(s);
    expect(amendments(s).at(-1)).toMatchObject({
      id: 'A2',
      changes: [{ clause: 'early-end' }],
    });
    // The same words once more are another amendment with another hash.
    expect(new Set(amendments(s).map((a) => a.hash)).size).toBe(2);
  });

  it('stand in both languages, or both do without', () => {
    const s = translated();
    bothAccept(s);
    for (const [rep, signatory] of [
      [cast.lead, cast.leadSignatory],
      [cast.twinned, cast.twinnedSignatory],
    ] as const) {
      s.does(rep, 'DesignateSignatory', { person: signatory.person, authority: AUTHORITY });
    }
    bothSign(s);
    s.does(cast.lead, 'SubmitSignedAgreement');
    s.does(cast.tpm, 'AcceptDocuments');
    s.until('2027-10-05T09:00:00Z');
    // In one step there is no room for a translation.
    const whole = { reason: 'Now', clauses: [{ clause: 'exit', text: 'A month.' }] };
    expect(s.refuses(cast.lead, 'AmendAgreement', whole)).toMatchObject({
      refused: 'TRANSLATION_OUTDATED',
      details: { clauses: ['exit'] },
    });
    opened(s);
    s.does(cast.lead, 'ProposeTerms', exit(s, 'A month.'));
    expect(s.refuses(cast.lead, 'AcceptTerms', pairOf(s)).refused).toBe('TRANSLATION_OUTDATED');
    const french = { clause: 'exit', ofHash: hashOf(s, 'exit'), language: 'fr' };
    s.does(cast.twinned, 'TranslateClause', { ...french, value: { text: 'Un mois.' } });
    agree(s);
    expect(amendments(s).at(-1)?.changes).toMatchObject([
      { clause: 'exit', translations: [{ language: 'fr', value: { text: 'Un mois.' } }] },
    ]);
    sign(s);
    opened(s);
    expect(onTable(s).clauses.flatMap((c) => c.untranslated)).toEqual([]);
  });
});

describe('an agreed amendment', () => {
  const agreed = () => {
    const s = opened();
    s.does(cast.lead, 'ProposeTerms', exit(s, 'A month.'));
    agree(s);
    return s;
  };

  it('is closed to changes until it is opened again, and then nobody can sign it', () => {
    const s = agreed();
    expect(s.refuses(cast.lead, 'ProposeTerms', exit(s, 'X')).refused).toBe('TERMS_FROZEN');
    const hash = amendments(s)[0]?.hash;
    s.does(cast.leadSignatory, 'SignAmendment', { hash });
    const parts = { parts: ['AGREEMENT'], reason: 'A word is wrong.' };
    expect(
      s.refuses(cast.lead, 'ReopenTerms', { ...parts, parts: ['AGREEMENT', 'PLAN'] }).refused,
    ).toBe('TERMS_FROZEN');
    s.does(cast.lead, 'ReopenTerms', parts);
    expect(s.refuses(cast.twinnedSignatory, 'SignAmendment', { hash }).refused).toBe(
      'TERMS_NOT_FROZEN',
    );
    s.does(cast.lead, 'ProposeTerms', exit(s, 'Two months.'));
    agree(s);
    expect(amendments(s)).toMatchObject([{ id: 'A1', stage: 'OPEN', signed: [] }]);
    sign(s);
    expect(amendments(s)).toMatchObject([{ id: 'A1', stage: 'IN_FORCE' }]);
  });

  it('is signed by nobody who is of the body no more that named them', () => {
    const s = agreed();
    const hash = amendments(s)[0]?.hash;
    for (const member of [null, cast.twinned.member, cast.third.member]) {
      const left = { ...cast.leadSignatory, member };
      expect(s.refuses(left, 'SignAmendment', { hash }).refused).toBe('NOT_SIGNATORY');
    }
    const ended = { ...cast.leadSignatory, member: null, former: true as const };
    expect(s.refuses(ended, 'SignAmendment', { hash }).refused).toBe('NOT_FOUND');
    expect(amendments(s)).toMatchObject([{ stage: 'OPEN', signed: [] }]);
  });

  it('can be withdrawn by either side until both have signed', () => {
    const s = agreed();
    s.does(cast.leadSignatory, 'SignAmendment', { hash: amendments(s)[0]?.hash });
    s.does(cast.twinned, 'WithdrawAmendment', { reason: 'No longer needed.' });
    expect(amendments(s)).toMatchObject([{ id: 'A1', stage: 'WITHDRAWN' }]);
    expect(s.state.negotiation.amending).toBeNull();
    expect(s.refuses(cast.lead, 'WithdrawAmendment', REASON).refused).toBe('WRONG_STATUS');
    expect(typesOf(opened(s).does(cast.lead, 'ProposeTerms', exit(s, 'X')))).toEqual([
      'TermsProposed',
    ]);
    expect(s.state.negotiation.amending?.id).toBe('A2');
  });
});

describe('T40', () => {
  it('lets an amendment lapse that nobody has written on for sixty days', () => {
    const s = opened();
    s.until('2027-11-01T09:00:00Z');
    s.does(cast.lead, 'ProposeTerms', exit(s, 'A month.'));
    s.until('2027-12-31T22:59:00Z');
    expect(s.state.negotiation.amending).not.toBeNull();
    s.until('2027-12-31T23:00:00Z');
    expect(s.state.negotiation).toMatchObject({ amending: null, abandoned: 1 });
    expect(opened(s).state.negotiation.amending?.id).toBe('A2');
  });
});
