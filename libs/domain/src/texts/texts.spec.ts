import { describe, expect, it } from '@jest/globals';
import { day } from '../calendar/day.js';
import { registrationRefusals } from '../agreement/approval/registration.js';
import { BLOCKS, items } from '../agreement/evaluation/criteria.js';
import { clauseShapes } from '../agreement/negotiation/values.js';
import { refuse } from '../kernel/decision.js';
import type { Slice, Texts } from '../kernel/definition.js';
import { event } from '../kernel/events.js';
import { emptyAgreement } from '../kernel/evolve.js';
import { NO_FACTS } from '../kernel/facts.js';
import { REFUSAL_CODES } from '../kernel/refusals.js';
import { allSlices, definitions, slices } from '../kernel/slices.js';
import { PHASES, ROLES, STATUSES, TWINNING_TYPES } from '../kernel/vocabulary.js';
import { placeholders } from './fill.js';
import * as texts from './index.js';
import { refusalsEn } from './refusals-en.js';
import { refusalsFr } from './refusals-fr.js';

const { LANGUAGES, fill, label, preferredLanguage, refusalText, textsOf, textsOfSlices } = texts;
const { vocabularyIn } = texts;

const PARTS = ['commands', 'events', 'timers', 'duties'] as const;
const keys = (record: object): readonly string[] => Object.keys(record).sort();

const sentences = (of: Texts): readonly (readonly [string, string])[] =>
  PARTS.flatMap((part) =>
    Object.entries(of[part]).map(([key, text]) => [`${part}.${key}`, text] as const),
  );

/** Phases that say something to a person: those with a command or an event. */
const speaking = Object.entries(slices as unknown as Record<string, Slice<Record<never, never>>>)
  .filter(([, slice]) => keys(slice.commands).length + keys(slice.evolve).length > 0)
  .map(([name, slice]) => ({ name, slice, of: textsOfSlices[name as keyof typeof slices] }));

describe.each(speaking)('the texts of the phase $name', ({ slice, of }) => {
  it('exist in both languages', () => {
    expect(of).toBeDefined();
  });

  it.each(['textsEn', 'textsFr'] as const)('%s has each command and event, no others', (which) => {
    expect(keys(of[which].commands)).toEqual(keys(slice.commands));
    expect(keys(of[which].events)).toEqual(keys(slice.evolve));
  });

  it('have the same sentences in both languages, none empty, with the same fields', () => {
    const shape = (t: Texts) =>
      sentences(t)
        .map(([key, text]) => ({ key, empty: text.trim() === '', fields: placeholders(text) }))
        .sort((a, b) => (a.key < b.key ? -1 : 1));
    expect(shape(of.textsFr)).toEqual(shape(of.textsEn));
    expect(shape(of.textsEn).filter((s) => s.empty)).toEqual([]);
  });
});

describe('the texts of all phases', () => {
  it('name no command, event, timer or duty in two phases', () => {
    const all = Object.values(textsOfSlices).flatMap((t) => sentences(t.textsEn).map(([k]) => k));
    expect(all.filter((key, i) => all.indexOf(key) !== i)).toEqual([]);
  });

  it.each(LANGUAGES)('reach every command and event in %s', (language) => {
    const of = textsOf(language);
    expect(keys(of.commands)).toEqual(keys(definitions));
    expect(keys(of.events)).toEqual([...allSlices.flatMap((s) => keys(s.evolve))].sort());
  });

  it('keep French punctuation with the word before it', () => {
    const loose = sentences(textsOf('fr')).filter(([, text]) => / [:;?!»%]|« /.test(text));
    expect(loose).toEqual([]);
  });

  it('write the apostrophe as it is printed', () => {
    const typed = [...sentences(textsOf('en')), ...sentences(textsOf('fr'))].map(
      ([, text]) => text,
    );
    const refusals = [refusalsEn, refusalsFr].flatMap((r) =>
      Object.values(r).flatMap((w) => [w.title, w.help]),
    );
    expect([...typed, ...refusals].filter((text) => text.includes("'"))).toEqual([]);
  });
});

describe('what a refused person reads', () => {
  it.each(REFUSAL_CODES)('%s says in both languages what was wrong and what to do', (code) => {
    const [en, fr] = [refusalsEn[code], refusalsFr[code]];
    for (const sentence of [en.title, en.help, fr.title, fr.help]) {
      expect(sentence).toMatch(/^.{9,}\.$|: \{\w+\}\.?$/);
    }
    expect(placeholders(fr.title + fr.help)).toEqual(placeholders(en.title + en.help));
  });

  it('takes the details of the refusal, in words', () => {
    const refusal = refuse('DURATION_OVER_5Y', 'ST.5.5', { latestEnd: '2032-05-01' });
    expect(refusalText(refusal, 'en').help).toBe('Choose an end date of 1 May 2032 or earlier.');
    expect(refusalText(refusal, 'fr').help).toBe(
      'Choisissez une date de fin au plus tard le 1er mai 2032.',
    );
  });

  it('names sides, missing parts and faults', () => {
    const cv = refuse('CV_MISSING', 'ST.5.4', { side: 'TWINNED' });
    expect(refusalText(cv, 'fr').help).toBe(
      'Joignez le CV de la personne désignée par le partenaire jumelé.',
    );
    const form = refuse('FORM_INCOMPLETE', 'ST.5.4', { missing: ['goals', 'plannedStart'] });
    expect(refusalText(form, 'en').help).toBe('Fill in: goals, planned start.');
    const input = refuse('INVALID_INPUT', 'lifecycle B', {
      faults: [{ pointer: '/replyBy', expected: 'a date' }],
    });
    expect(refusalText(input, 'en').help).toBe('Correct: /replyBy.');
    const checks = refuse('JUSTIFICATION_MISSING', 'ST.3', {
      checks: ['SUGGESTED_EXPERIENCE:LEAD'],
    });
    expect(refusalText(checks, 'fr').help).toContain(
      'pour\u00a0: expérience suggérée – partenaire',
    );
  });

  it('shows a dash for what is not known', () => {
    const refusal = refuse('SLOT_TAKEN', 'DIR 1.8.3', { claim: 'CHAIR/48', until: null });
    expect(refusalText(refusal, 'en').help).toMatch(/; last day: –\. /);
  });
});

describe('the sentence of', () => {
  it('an event has its fields in words and names for ids', () => {
    const sent = event('InvitationSent', { id: 'I1', member: 1234, replyBy: day('2027-03-31') });
    const nameOf = (field: string, id: string | number) =>
      field === 'member' && id === 1234 ? 'KEBS' : undefined;
    expect(texts.sentenceOfEvent(sent, 'en', nameOf)).toBe(
      'ISO member KEBS was invited and may answer until 31 March 2027.',
    );
    expect(texts.sentenceOfEvent(sent, 'fr')).toContain('1234');
  });

  it('an event that lists rules says each of them, without open fields', () => {
    const codes = registrationRefusals(emptyAgreement('a'), { facts: NO_FACTS, claims: {} });
    const others = ['SLOT_TAKEN', 'RENEWAL_FORBIDDEN', 'CV_MISSING', 'NOMINATION_NOT_ACCEPTED'];
    const blocked = event('RegistrationBlocked', {
      codes: [...codes.map((r) => r.refused), ...others],
    });
    const said = texts.sentenceOfEvent(blocked, 'en');
    expect(said).toMatch(/no partner has been confirmed yet, .*another twinning holds this place,/);
    expect(said).not.toMatch(/[{}–]|[A-Z]_[A-Z]/);
  });

  it('a broken rule is said with the side it is about', () => {
    const cause = { cause: 'PREREQUISITE', subject: 'TWINNED:MEMBER_NOT_ACTIVE' } as const;
    expect(texts.sentenceOfEvent(event('SuspensionCauseAdded', cause), 'en')).toBe(
      'A reason for suspension arose: prerequisite lost, twinned partner – this ISO member is not active at present.',
    );
  });

  it('a joint act names the act as its button does', () => {
    const proposed = event('JointActProposed', { kind: 'Withdraw', side: 'LEAD', contentHash: '' });
    expect(texts.sentenceOfEvent(proposed, 'en')).toBe(
      `The lead partner proposed to the other partner: “${textsOf('en').commands.Withdraw ?? ''}”.`,
    );
  });

  it('an event that this build does not know is its name', () => {
    expect(texts.sentenceOfEvent({ type: 'FromTheFuture', payload: {} }, 'fr')).toBe(
      'FromTheFuture',
    );
  });

  it('names the proposal that waits for the other partner', () => {
    const said = (id: string, language: 'en' | 'fr') => texts.sentenceOfDuty({ id }, language);
    expect(said('joint-act:Suspend', 'en')).toBe(
      'Agree to the proposal of the other partner, or decline it: Agree on a pause',
    );
    expect(said('joint-act:RevisePlan', 'fr')).toMatch(/\u00a0: Réviser le plan/);
    expect(said('joint-act:Unknown', 'en')).not.toMatch(/:/);
  });

  it('a deadline and a duty is found by timer and step, and by the start of the id', () => {
    const idle = { timer: 'T1', step: 'withdraw', subject: 'draft' } as const;
    expect(texts.sentenceOfDeadline(idle, 'fr')).toMatch(/^Le projet de demande est retiré/);
    expect(texts.sentenceOfDuty({ id: 'invitation:I1' }, 'en')).toBe(
      'Accept or decline the invitation',
    );
  });
});

describe('the vocabulary', () => {
  it.each(LANGUAGES)(
    'has a word in %s for every status, phase, type, role and criterion',
    (language) => {
      const unnamed = [
        ...STATUSES.filter((s) => label('status', s, language) === s),
        ...PHASES.filter((p) => label('phase', p, language) === p),
        ...TWINNING_TYPES.filter((t) => label('type', t, language) === t),
        ...ROLES.filter((r) => label('role', r, language) === r),
        ...BLOCKS.filter((b) => label('block', b, language) === b),
        ...Object.values(items)
          .flat()
          .map((c) => c.item)
          .filter((item) => label('evidence', item, language) === item),
      ];
      expect(unnamed).toEqual([]);
    },
  );

  it.each(LANGUAGES)('has a word in %s for everything that a form lets one choose', (language) => {
    const words = vocabularyIn(language);
    // Where the console looks after the field's own kind.
    const others: Readonly<Record<string, readonly string[]>> = {
      body: ['desk'],
      desk: ['side'],
      decision: ['choice', 'outcome'],
      initiatorSide: ['side'],
      item: ['evidence'],
      owner: ['desk', 'side'],
      to: ['desk'],
    };
    interface Shape {
      readonly enum?: readonly string[];
      readonly properties?: Readonly<Record<string, Shape>>;
      readonly anyOf?: readonly Shape[];
      readonly items?: Shape;
    }
    const unnamed = (name: string, shape: Shape): readonly string[] => [
      ...(shape.enum ?? [])
        .filter((v) => [name, ...(others[name] ?? [])].every((k) => words[k]?.[v] === undefined))
        .map((value) => `${name}: ${value}`),
      ...Object.entries(shape.properties ?? {}).flatMap(([key, s]) => unnamed(key, s)),
      ...(shape.anyOf ?? []).flatMap((s) => unnamed(name, s)),
      ...(shape.items === undefined ? [] : unnamed(name, shape.items)),
    ];
    const shapes = [
      ...Object.values(definitions).map((d) => d.shape),
      ...Object.values(clauseShapes),
    ].map(({ json }) => json as unknown as Shape);
    expect([...new Set(shapes.flatMap((shape) => unnamed('', shape)))]).toEqual([]);
  });

  it('puts the name of the Directives first and that of the brochure in brackets', () => {
    expect(label('type', 'CHAIR', 'fr')).toBe('Président jumelé (Vice-président)');
    expect(label('clause', 'prerequisites', 'fr')).toBe('Conditions préalables');
  });

  it('shows a value without a word as it is, also the names that every object has', () => {
    expect(label('status', 'UNHEARD', 'en')).toBe('UNHEARD');
    expect(label('status', 'constructor', 'en')).toBe('constructor');
  });
});

describe('a sentence with fields', () => {
  it('takes numbers, lists and text, and a dash for an absent value', () => {
    const values = { n: 3, list: ['a', 'b'], text: 'x', none: null, empty: [] };
    expect(fill('{n} {list} {text} {none} {empty} {unknown}', values)).toBe('3 a, b x – – –');
  });
});

describe('the preferred language', () => {
  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['fr', 'fr'],
    ['FR-ch', 'fr'],
    ['de, es;q=0.8', 'en'],
    ['de, fr;q=0.3', 'fr'],
    ['fr;q=0.5, en;q=0.8', 'en'],
    ['fr-CH, fr;q=0.9, en;q=0.8, *;q=0.5', 'fr'],
    ['en;q=0.8 , fr ; q=0.9', 'fr'],
    ['fr, en', 'fr'],
    ['en, fr', 'en'],
    ['*', 'en'],
    ['en;q=0, *', 'fr'],
    ['fr;q=0', 'en'],
    ['fr;q=0, en;q=0', 'en'],
    ['fr;q=2, en;q=0.1', 'en'],
    ['fresh', 'en'],
  ])('of %j is %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });
});
