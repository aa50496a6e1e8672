import { describe, it, expect } from '@jest/globals';
import { duties } from '../../kernel/views.js';
import { cast } from '../../testing/people.js';
import { typesOf, type Story } from '../../testing/story.js';
import { inForce, together } from './given.js';

const OBJECTIVE = {
  id: 'O1',
  text: 'Comment in time.',
  indicator: 'Comments',
  baseline: '0',
  target: '5',
  dueOn: '2029-06-30',
};
const FUNDED = {
  ...{ variant: 'LEAD_FUNDED', amountMinor: 250_000, currency: 'CHF' },
  text: 'Travel to two plenaries.',
};
const SHORTER = { reason: 'Goals met', end: '2029-06-30' };
const fired = (s: Story) => s.fired.filter((f) => f.deadline.timer === 'T40');

function agreed(payload: object = SHORTER): Story {
  const s = inForce();
  s.until('2027-07-05');
  together(s, 'AmendAgreement', payload);
  return s;
}
const hashOf = (s: Story) => s.state.execution.amendments.at(-1)?.hash;

describe('AmendAgreement', () => {
  it('is agreed by both partners and waits for two signatures', () => {
    const s = agreed();
    expect(typesOf(s.history.slice(-2))).toEqual(['JointActAgreed', 'AmendmentAgreed']);
    expect(s.state.term?.end).toBe('2032-06-30');
    expect(duties(s.state).filter((d) => d.id.startsWith('amendment:A1'))).toMatchObject([
      { desk: 'LEAD' },
      { desk: 'TWINNED' },
    ]);
  });

  it.each([
    [{ end: '2032-07-01' }, 'EXTENSION_FORBIDDEN'],
    [{ end: '2032-06-30' }, 'EXTENSION_FORBIDDEN'],
    [{ end: '2027-07-04' }, 'END_DATE_PAST'],
    [{ start: '2027-08-01' }, 'FROZEN_AFTER_SUBMISSION'],
    [{ type: 'CHAIR' }, 'FROZEN_AFTER_SUBMISSION'],
    [{ committee: 12 }, 'FROZEN_AFTER_SUBMISSION'],
    [{ clauses: [{ clause: 'voting', text: 'Vote alike' }] }, 'CLAUSE_LOCKED'],
    [{ clauses: [{ clause: 'dates', text: 'Later' }] }, 'FROZEN_AFTER_SUBMISSION'],
    [{ clauses: [{ clause: 'nonsense', text: 'x' }] }, 'CLAUSE_INVALID'],
    [{ clauses: [{ clause: 'finance', text: 'The lead pays' }] }, 'CLAUSE_INVALID'],
    [{ objectives: { items: [OBJECTIVE, OBJECTIVE] } }, 'CLAUSE_INVALID'],
    [{ objectives: { items: [] } }, 'INVALID_INPUT'],
    [{ objectives: { items: [{ ...OBJECTIVE, dueOn: '2032-07-01' }] } }, 'TERMS_INCOMPLETE'],
    [
      { end: '2029-06-30', objectives: { items: [{ ...OBJECTIVE, dueOn: '2029-07-01' }] } },
      'TERMS_INCOMPLETE',
    ],
    [{ finance: { variant: 'NONE', amountMinor: 5, currency: 'CHF' } }, 'CLAUSE_INVALID'],
    [{ finance: { ...FUNDED, currency: 'XXQ' } }, 'CURRENCY_UNKNOWN'],
    [{ finance: { variant: 'LEAD_FUNDED' } }, 'TERMS_INCOMPLETE'],
    [{ clauses: [{ clause: 'exit', text: 'في الحال.' }] }, 'CLAUSE_INVALID'],
    [{ clauses: [{ clause: 'exit', text: 'Within [one month].' }] }, 'PLACEHOLDER_LEFT'],
    [{ finance: { ...FUNDED, text: 'Travel to [how many] plenaries.' } }, 'PLACEHOLDER_LEFT'],
    [{ finance: { ...FUNDED, text: 'السفر.' } }, 'CLAUSE_INVALID'],
    [{}, 'TERMS_INCOMPLETE'],
  ])('with %j is refused: %s', (payload, code) => {
    const s = inForce();
    s.until('2027-07-05');
    const refused = s.refuses(cast.lead, 'AmendAgreement', { reason: 'x', ...payload });
    expect(refused.refused).toBe(code);
  });

  it('is quiet when one side repeats its own proposal', () => {
    const s = inForce();
    s.does(cast.lead, 'AmendAgreement', SHORTER);
    expect(s.does(cast.lead, 'AmendAgreement', SHORTER)).toEqual([]);
  });

  it('is quiet when either side says again what both have agreed, before and after the signatures', () => {
    const exit = { reason: 'Clearer', clauses: [{ clause: 'exit', text: 'At once.' }] };
    const s = agreed(exit);
    for (const who of [cast.lead, cast.twinned]) {
      expect(s.does(who, 'AmendAgreement', exit)).toEqual([]);
    }
    const hash = hashOf(s);
    s.does(cast.leadSignatory, 'SignAmendment', { hash });
    s.does(cast.twinnedSignatory, 'SignAmendment', { hash });
    expect(s.does(cast.lead, 'AmendAgreement', exit)).toEqual([]);
    const other = { ...exit, reason: 'Clearer still' };
    expect(typesOf(s.does(cast.lead, 'AmendAgreement', other))).toEqual(['JointActProposed']);
  });

  it('takes words in the authentic language alone: the others are negotiated with their translation', () => {
    const s = inForce();
    const french = { reason: 'Plus clair', clauses: [{ clause: 'exit', text: 'Tout de suite.' }] };
    expect(s.refuses(cast.twinned, 'AmendAgreement', { ...french, language: 'fr' })).toMatchObject({
      refused: 'TRANSLATION_OUTDATED',
      details: { clauses: ['exit'], instead: 'OpenAmendment' },
    });
    const dates = { reason: 'Objectifs atteints', end: '2029-06-30', language: 'fr' };
    expect(typesOf(s.does(cast.twinned, 'AmendAgreement', dates))).toEqual(['JointActProposed']);
  });

  it('may be agreed anew after one side let the signature pass', () => {
    const s = agreed();
    s.until('2027-09-10');
    expect(s.state.execution.amendments[0]?.stage).toBe('EXPIRED');
    expect(typesOf(s.does(cast.lead, 'AmendAgreement', SHORTER))).toEqual(['JointActProposed']);
  });
});

describe('AmendAgreement of structured clauses', () => {
  const structured = {
    reason: 'New goals',
    clauses: [{ clause: 'general-objective', text: 'To lead a working group.' }],
    objectives: { items: [OBJECTIVE] },
    training: {
      items: [
        {
          topic: 'Drafting',
          provider: 'ASI',
          date: '2028-05-02',
          mode: 'REMOTE',
          attendees: 'Two experts',
        },
      ],
    },
    finance: FUNDED,
  };

  it('puts the signed values in force, as both read them', () => {
    const s = agreed(structured);
    const hash = hashOf(s);
    s.does(cast.leadSignatory, 'SignAmendment', { hash });
    const events = s.does(cast.twinnedSignatory, 'SignAmendment', { hash });
    const { clauses, objectives, training, finance } = structured;
    const changes = [
      ...clauses,
      { clause: 'objectives', value: objectives },
      { clause: 'training', value: training },
      { clause: 'finance', value: finance },
    ];
    expect(events[1]).toMatchObject({ type: 'AgreementAmended', payload: { end: null, changes } });
    expect(s.state.execution.amendments[0]).toMatchObject({ stage: 'IN_FORCE', changes });
  });

  it('is another content with another value: the partner has to agree to the same', () => {
    const s = inForce();
    s.does(cast.lead, 'AmendAgreement', structured);
    const less = { ...structured, finance: { ...FUNDED, amountMinor: 1 } };
    expect(s.refuses(cast.twinned, 'AmendAgreement', less).refused).toBe('CONSENT_CONTENT_DIFFERS');
  });

  it('moves the meetings that are still to come (T25)', () => {
    const s = agreed({
      reason: 'Other days',
      end: '2028-06-30',
      meetings: { cadenceMonths: 3, dates: ['2027-10-12', '2028-04-20'] },
    });
    const hash = hashOf(s);
    s.does(cast.leadSignatory, 'SignAmendment', { hash });
    s.does(cast.twinnedSignatory, 'SignAmendment', { hash });
    expect(s.state.execution.meetingDates).toEqual(['2027-10-12', '2028-01-01', '2028-04-20']);
    s.until('2027-10-28');
    expect(s.state.execution.missedMeetings).toEqual(['2027-10-12']);
  });
});

describe('SignAmendment', () => {
  it('takes effect with the second signature', () => {
    const s = agreed();
    const hash = hashOf(s);
    expect(typesOf(s.does(cast.leadSignatory, 'SignAmendment', { hash }))).toEqual([
      'AmendmentSigned',
    ]);
    expect(s.does(cast.twinnedSignatory, 'SignAmendment', { hash })).toMatchObject([
      { type: 'AmendmentSigned', payload: { originalNo: 2 } },
      {
        type: 'AgreementAmended',
        payload: { version: 2, effectiveOn: '2027-07-05', end: '2029-06-30' },
      },
      // The committee and the TPM hear of it in the same commit (B4).
      {
        type: 'CommitteeNotified',
        payload: { about: 'AMENDMENT', recipients: expect.arrayContaining(['CHAIR', 'TPM']) },
      },
    ]);
    expect(s.state.term).toMatchObject({ start: '2027-07-01', end: '2029-06-30' });
  });

  it('ends the agreement on the new end date', () => {
    const s = agreed();
    const hash = hashOf(s);
    s.does(cast.leadSignatory, 'SignAmendment', { hash });
    s.does(cast.twinnedSignatory, 'SignAmendment', { hash });
    s.until('2029-07-01');
    expect(s.status).toBe('EXPIRED');
  });

  it('refuses another text, another person, and an end that has passed meanwhile', () => {
    const s = agreed({ reason: 'Soon', end: '2027-07-20' });
    const hash = hashOf(s);
    const other = 'f'.repeat(64);
    const changed = s.refuses(cast.leadSignatory, 'SignAmendment', { hash: other });
    expect(changed.refused).toBe('TEXT_CHANGED');
    expect(s.refuses(cast.lead, 'SignAmendment', { hash }).refused).toBe('FORBIDDEN_ROLE');
    s.does(cast.leadSignatory, 'SignAmendment', { hash });
    s.until('2027-07-21');
    const late = s.refuses(cast.twinnedSignatory, 'SignAmendment', { hash });
    expect(late.refused).toBe('END_DATE_PAST');
  });

  it('refuses when nothing is to be signed and is quiet for a signature given', () => {
    const none = inForce().refuses(cast.leadSignatory, 'SignAmendment', { hash: 'a'.repeat(64) });
    expect(none.refused).toBe('TERMS_NOT_FROZEN');
    const s = agreed();
    const hash = hashOf(s);
    s.does(cast.leadSignatory, 'SignAmendment', { hash });
    expect(s.does(cast.leadSignatory, 'SignAmendment', { hash })).toEqual([]);
  });
});

describe('T40', () => {
  it('lets an amendment expire after sixty days without both signatures', () => {
    const s = agreed();
    s.does(cast.leadSignatory, 'SignAmendment', { hash: hashOf(s) });
    s.until('2027-09-03T21:59:00Z');
    expect(fired(s)).toEqual([]);
    s.until('2027-09-03T22:00:00Z');
    expect(fired(s).flatMap((f) => typesOf(f.events))).toEqual(['AmendmentExpired']);
    expect(s.state.term?.end).toBe('2032-06-30');
  });

  it('is over with both signatures', () => {
    const s = agreed();
    const hash = hashOf(s);
    s.does(cast.leadSignatory, 'SignAmendment', { hash });
    s.does(cast.twinnedSignatory, 'SignAmendment', { hash });
    s.until('2027-10-01');
    expect(fired(s)).toEqual([]);
  });
});
