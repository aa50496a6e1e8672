import { describe, expect, it } from '@jest/globals';
import { event } from '../../kernel/events.js';
import { cast } from '../../testing/people.js';
import { testHash, typesOf, type Story } from '../../testing/story.js';
import { documents } from '../negotiation/documents.js';
import { asPrinted } from '../negotiation/in-force.js';
import { openNegotiation } from '../negotiation/open.js';
import { inForce, registered, together } from './given.js';
import { untranslatedParts } from './plan-words.js';
import { laterTexts } from './text-in-force.js';

const titled = (title: string, id = 'M7') => ({
  milestones: { items: [{ id, title, dueOn: '2028-06-30' }] },
});
const WORDS = { reason: 'Later', ...titled('Own delegation') };
const FRENCH = titled('Délégation propre');

/** In force, in English, and nobody has done without French. */
function owing(): Story {
  const s = inForce();
  s.given(openNegotiation({ type: 'P_MEMBER' }, 'en', testHash));
  s.state = { ...s.state, negotiation: { ...s.state.negotiation, waived: [] } };
  return s;
}

/** In force, with the example's work packages and milestones. */
function planned(): Story {
  const s = inForce();
  const { clauses } = s.state.negotiation;
  const by = { side: 'LEAD' as const, proposal: 'P1', acceptedBy: [], rejected: null };
  const items = { 'work-packages': [{ id: 'WP1' }], milestones: [{ id: 'M1' }] };
  const put = Object.entries(items).map(([clause, list]) => [
    ...[clause, [{ hash: 'h', language: 'en' as const, value: { items: list }, ...by }]],
  ]);
  const all = { ...clauses, ...(Object.fromEntries(put) as typeof clauses) };
  s.state = { ...s.state, negotiation: { ...s.state.negotiation, clauses: all } };
  return s;
}

const printed = (s: Story) =>
  documents(asPrinted(s.state, testHash), testHash).clauses.find((c) => c.clause === 'milestones');

describe('the words of a revision of the plan (rules.md 3.2)', () => {
  it('may be proposed in one language, and are agreed in both alone', () => {
    const s = owing();
    s.does(cast.lead, 'RevisePlan', WORDS);
    expect(untranslatedParts(s.state, WORDS, testHash)).toEqual(['milestones']);
    expect(s.refuses(cast.twinned, 'RevisePlan', WORDS)).toMatchObject({
      refused: 'TRANSLATION_OUTDATED',
      details: { clauses: ['milestones'] },
    });
    expect(s.state.execution.plan.revision).toBeNull();
  });

  it('are translated by the other partner, and agreed when the first has read the translation', () => {
    const s = owing();
    s.does(cast.lead, 'RevisePlan', WORDS);
    const translated = { ...WORDS, translation: FRENCH };
    expect(typesOf(s.does(cast.twinned, 'RevisePlan', translated))).toEqual(['JointActProposed']);
    expect(s.state.jointActs['RevisePlan']).toMatchObject({ side: 'TWINNED', content: translated });
    expect(s.does(cast.twinned, 'RevisePlan', translated)).toEqual([]);
    expect(typesOf(s.does(cast.lead, 'RevisePlan', translated))).toContain(
      'CollaborationPlanRevised',
    );
    expect(laterTexts(s.state, { clause: 'milestones', value: null })).toMatchObject([
      { language: 'en', translations: [{ language: 'fr', value: FRENCH.milestones }] },
    ]);
    expect(printed(s)).toMatchObject({
      value: WORDS.milestones,
      translations: [{ language: 'fr', value: FRENCH.milestones, current: true }],
      untranslated: [],
    });
  });

  it('are agreed without a translation when both say so, but never without the authentic text', () => {
    const s = owing();
    together(s, 'RevisePlan', { ...WORDS, withoutTranslation: true });
    expect(s.state.execution.plan.revision).toMatchObject({ withoutTranslation: true });
    const o = owing();
    o.does(cast.lead, 'RevisePlan', WORDS);
    const without = { ...WORDS, withoutTranslation: true };
    expect(typesOf(o.does(cast.twinned, 'RevisePlan', without))).toEqual(['JointActProposed']);
    o.does(cast.lead, 'RevisePlan', without);
    expect(o.state.execution.plan.revision).toMatchObject({ withoutTranslation: true });
    const french = { reason: 'Plus tard', ...FRENCH, language: 'fr' };
    const refused = s.refuses(cast.lead, 'RevisePlan', { ...french, withoutTranslation: true });
    expect(refused).toMatchObject({
      refused: 'CLAUSE_INVALID',
      details: { faults: [{ pointer: '/withoutTranslation' }] },
    });
    // A waiver of the other language says nothing of the authentic one.
    const waived = inForce();
    waived.does(cast.lead, 'RevisePlan', french);
    expect(waived.refuses(cast.twinned, 'RevisePlan', french).refused).toBe('TRANSLATION_OUTDATED');
  });

  it('owe no translation where both do without the language, or where there are no words', () => {
    const s = inForce();
    together(s, 'RevisePlan', WORDS);
    expect(s.state.execution.plan.revision).toMatchObject({ reason: 'Later' });
    const o = owing();
    together(o, 'RevisePlan', { reason: 'Plenary week', meetingDates: ['2027-10-12'] });
    expect(o.state.execution.meetingDates?.[0]).toBe('2027-10-12');
  });

  it('owe one where a translation stands that they would contradict, whatever was waived', () => {
    const s = owing();
    together(s, 'RevisePlan', { ...WORDS, translation: FRENCH });
    s.given(event('TranslationWaived', { language: 'fr' }));
    const next = { reason: 'Again', ...titled('Own seat') };
    s.does(cast.lead, 'RevisePlan', next);
    expect(s.refuses(cast.twinned, 'RevisePlan', next).refused).toBe('TRANSLATION_OUTDATED');
    s.does(cast.twinned, 'RevisePlan', { ...next, translation: titled('Siège propre') });
    s.does(cast.lead, 'RevisePlan', { ...next, translation: titled('Siège propre') });
    expect(printed(s)?.translations).toMatchObject([{ value: titled('Siège propre').milestones }]);
  });

  it('refuse a translation that says something else, or of a part that is not revised', () => {
    const s = owing();
    const fault = (translation: object) =>
      s.refuses(cast.lead, 'RevisePlan', { ...WORDS, translation }).details['faults'];
    expect(fault(titled('Délégation propre', 'M8'))).toMatchObject([
      { pointer: '/translation/milestones/items/0/id' },
    ]);
    const tasks = { items: [{ id: 'T1', task: 'Votes', percentByYear: [20] }] };
    expect(fault({ tasks })).toEqual([
      { pointer: '/translation/tasks', expected: 'a part that is revised' },
    ]);
  });

  it('of other words under the open proposal are no translation of it', () => {
    const s = owing();
    s.does(cast.lead, 'RevisePlan', WORDS);
    const other = { reason: 'Later', ...titled('Something else'), translation: FRENCH };
    expect(s.refuses(cast.twinned, 'RevisePlan', other).refused).toBe('CONSENT_CONTENT_DIFFERS');
  });

  it('print the days of the meetings that were agreed anew, under another hash of the plan', () => {
    const s = inForce();
    const before = documents(asPrinted(s.state, testHash), testHash);
    together(s, 'RevisePlan', { reason: 'Plenary week', meetingDates: ['2027-10-12'] });
    const after = documents(asPrinted(s.state, testHash), testHash);
    expect(after.planHash).not.toBe(before.planHash);
    expect(after.documentHash).toBe(before.documentHash);
    expect(documents(s.state, testHash).planHash).toBe(before.planHash);
    expect(registered().state.execution.meetingDates).toBeNull();
  });

  it('give no item the id of another list, as it stands or as it is revised', () => {
    const s = planned();
    expect(
      s.refuses(cast.lead, 'RevisePlan', { reason: 'x', ...titled('Work', 'WP1') }),
    ).toMatchObject({
      ...{ refused: 'CLAUSE_INVALID', clause: 'rules 3.4' },
      details: { clause: 'milestones', faults: [{ pointer: '/milestones/items/0/id' }] },
    });
    const task = { id: 'M7', task: 'Agenda', percentByYear: [20, 40, 60, 80, 100] };
    const both = { reason: 'x', ...titled('Work'), tasks: { items: [task] } };
    expect(s.refuses(cast.lead, 'RevisePlan', both).details['faults']).toHaveLength(2);
    s.does(cast.lead, 'RevisePlan', { reason: 'x', ...titled('Work', 'M1') });
  });

  it('leave nothing to fill in, in either language', () => {
    const s = owing();
    const open = { reason: 'x', ...titled('Delegation of [how many]') };
    expect(s.refuses(cast.lead, 'RevisePlan', open)).toMatchObject({
      ...{ refused: 'PLACEHOLDER_LEFT', details: { clauses: ['milestones'] } },
    });
    const translated = { ...WORDS, translation: titled('Délégation de [combien]') };
    expect(s.refuses(cast.lead, 'RevisePlan', translated).refused).toBe('PLACEHOLDER_LEFT');
  });
});
