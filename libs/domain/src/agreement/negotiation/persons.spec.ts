import { describe, expect, it } from '@jest/globals';
import { day } from '../../calendar/day.js';
import { event } from '../../kernel/events.js';
import { TWINNING_TYPES, type TwinningType } from '../../kernel/vocabulary.js';
import { cast } from '../../testing/people.js';
import { testHash, type Story } from '../../testing/story.js';
import { CV, named, STATEMENT } from '../execution/given.js';
import { namedIn, personReference, personsInText } from './persons.js';
import { bothAccept, clauseIn, negotiating, pairOf, readBy, waived, written } from './testing.js';

/** With contacts and, for leadership types, both nominated persons; written and with a waiver for the other language. */
function withPersons(type: TwinningType, from: (s: { type: TwinningType }) => Story): Story {
  const s = from({ type });
  const contacts = { leadContact: 'asi.contact', twinnedContact: 'ies.contact' };
  // A type of its own: crossed with the union of all events, the compiler takes a minute over it.
  const edited = named(s, type) as object as { payload: { form: object; nominees: object[] } };
  const { payload } = edited;
  const accepted = (['LEAD', 'TWINNED'] as const).map((side) =>
    event('NominationAccepted', {
      side,
      person: side === 'LEAD' ? 'lead-nominee' : 'twinned-nominee',
    }),
  );
  return s.given(
    { ...edited, payload: { ...payload, form: { ...payload.form, ...contacts } } } as never,
    ...(type === 'P_MEMBER' ? [] : accepted),
  );
}

const textOf = (s: Story) => (clauseIn(s, 'persons').value as { text: string }).text;

describe('the persons in the text (rules.md 3.3)', () => {
  it.each(TWINNING_TYPES)(
    'stand in that of a %s twinning by reference, never by name or id',
    (type) => {
      const s = withPersons(type, negotiating);
      const persons = personsInText(s.state, testHash);
      expect(persons.map(({ part, side }) => `${part} ${side}`)).toEqual(
        type === 'P_MEMBER'
          ? ['CONTACT LEAD', 'CONTACT TWINNED']
          : ['NOMINEE LEAD', 'CONTACT LEAD', 'NOMINEE TWINNED', 'CONTACT TWINNED'],
      );
      const { value, translations, kind } = clauseIn(s, 'persons');
      expect(kind).toBe('locked');
      for (const said of [value, translations[0]?.value].map((v) => JSON.stringify(v))) {
        for (const { reference } of persons) expect(said).toContain(reference);
        for (const { person } of namedIn(s.state)) expect(said).not.toContain(person);
        expect(said).not.toMatch(/[{}]\w|\w}"/);
      }
    },
  );

  it('says that nobody was named where nobody was', () => {
    expect(textOf(negotiating({ type: 'CHAIR' }))).toContain(
      'Twinned chair, of the twinned partner: –.',
    );
  });

  it('are part of what is accepted: another person is another text, and the first acceptance is of the old one', () => {
    const s = withPersons('CHAIR', waived);
    const before = pairOf(s);
    s.does(cast.lead, 'AcceptTerms', before);
    replaced(s);
    expect(pairOf(s).documentHash).not.toBe(before.documentHash);
    expect(pairOf(s).planHash).toBe(before.planHash);
    expect(s.state.negotiation.acceptances).toEqual([]);
    expect(s.refuses(cast.twinned, 'AcceptTerms', before).refused).toBe('TEXT_CHANGED');
  });

  it('stay those of the frozen text, whoever takes their place, until it is opened again', () => {
    const s = withPersons('CHAIR', waived);
    bothAccept(s);
    const [frozen, text] = [s.state.negotiation.frozen.AGREEMENT, textOf(s)];
    expect(s.history.at(-1)).toMatchObject({
      type: 'TermsFrozen',
      payload: { persons: personsInText(s.state, testHash) },
    });
    replaced(s);
    expect([readBy(s).documentHash, textOf(s)]).toEqual([frozen, text]);
    expect(s.state.negotiation.frozen.AGREEMENT).toBe(frozen);
    s.does(cast.twinned, 'ReopenTerms', { parts: ['AGREEMENT'], reason: 'Another chair.' });
    const [nominee] = namedIn(s.state);
    expect(nominee?.person).toBe('new-chair');
    expect(textOf(s)).toContain(nominee && personReference(s.state.id, nominee, testHash));
  });

  it('are checked by whoever knows the person and the CV, and by nobody else', () => {
    const s = withPersons('CHAIR', negotiating);
    const [nominee] = namedIn(s.state);
    const [{ reference } = { reference: '' }] = personsInText(s.state, testHash);
    expect(reference).toBe(
      testHash({
        agreement: s.state.id,
        part: 'NOMINEE',
        side: 'LEAD',
        person: 'lead-nominee',
        cv: CV,
      }),
    );
    const other = { ...nominee, person: 'lead-nominee', cv: STATEMENT } as never;
    expect(personReference(s.state.id, other, testHash)).not.toBe(reference);
  });

  it('do not stand in a text of an earlier template, which no change of person touches', () => {
    const s = withPersons('CHAIR', written);
    const version = 'twinning-agreement-2/CHAIR';
    const negotiation = { ...s.state.negotiation, templateVersion: version, templateHash: null };
    s.state = { ...s.state, negotiation };
    const { documentHash } = readBy(s);
    expect(readBy(s).clauses.map((c) => c.clause)).not.toContain('persons');
    replaced(s);
    expect(readBy(s).documentHash).toBe(documentHash);
  });
});

function replaced(s: Story): void {
  const proposal = {
    person: 'new-chair',
    cv: CV,
    statement: STATEMENT,
    delegate: false,
    categoryC: false,
  };
  s.does(cast.lead, 'ReplaceNominee', { ...proposal, termEnd: day('2030-01-01') });
  const confirmation = {
    side: 'LEAD',
    person: 'new-chair',
    confirmed: true,
    reference: 'TMB 1/2027',
  };
  s.does(cast.tmbSec, 'ConfirmNominee', confirmation);
}

describe('the termination', () => {
  it.each(TWINNING_TYPES)('is locked in a %s twinning, with the notice of the ruleset', (type) => {
    const s = negotiating({ type });
    const { text } = clauseIn(s, 'termination').value as { text: string };
    expect(text).toContain('it then ends 60 days after the notice');
    expect(text).toContain(
      type === 'P_MEMBER' ? 'changes the status of neither' : 'transfers no office',
    );
    const change = {
      clause: 'termination',
      ofHash: clauseIn(s, 'termination').hash,
      language: 'en',
      value: { text: 'Never.' },
    };
    expect(s.refuses(cast.lead, 'ProposeTerms', { changes: [change] }).refused).toBe(
      'CLAUSE_LOCKED',
    );
  });

  it('leaves to the partners what they settle for an early end', () => {
    const s = negotiating();
    expect(clauseIn(s, 'early-end')).toMatchObject({
      kind: 'open',
      required: false,
      lockedBecause: null,
    });
  });

  it('stays open in agreements of an earlier template', () => {
    const s = negotiating();
    const negotiation = {
      ...s.state.negotiation,
      templateVersion: 'twinning-agreement-2/P_MEMBER',
    };
    s.state = { ...s.state, negotiation: { ...negotiation, templateHash: null } };
    const change = {
      clause: 'termination',
      ofHash: null,
      language: 'en',
      value: { text: 'By letter.' },
    };
    s.does(cast.lead, 'ProposeTerms', { changes: [change] });
    expect(clauseIn(s, 'termination')).toMatchObject({
      kind: 'open',
      value: { text: 'By letter.' },
    });
  });
});
