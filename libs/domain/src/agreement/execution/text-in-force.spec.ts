import { describe, expect, it } from '@jest/globals';
import { cast } from '../../testing/people.js';
import type { Story } from '../../testing/story.js';
import { documents } from '../negotiation/documents.js';
import { asPrinted } from '../negotiation/in-force.js';
import { inForce, together } from './given.js';
import { laterTexts } from './text-in-force.js';

const milestone = (id: string) => ({ id, title: `Milestone ${id}`, dueOn: '2028-06-30' });
const task = (id: string) => ({ id, task: `Task ${id}`, percentByYear: [20, 40, 60, 80, 100] });

const SIGNED = { start: '2027-07-01', end: '2032-06-30' };
const later = (s: Story, clause: string) => laterTexts(s.state, { clause, value: SIGNED });

function amended(s: Story, payload: object): void {
  together(s, 'AmendAgreement', { reason: 'Agreed in a meeting', ...payload });
  const hash = s.state.execution.amendments.at(-1)?.hash;
  s.does(cast.leadSignatory, 'SignAmendment', { hash });
  s.does(cast.twinnedSignatory, 'SignAmendment', { hash });
}

describe('the text in force', () => {
  it('is the signed one until both have signed an amendment, and of other clauses afterwards too', () => {
    const s = inForce();
    s.until('2027-07-05');
    const exit = [{ clause: 'exit', text: 'Handed over in the last meeting.' }];
    together(s, 'AmendAgreement', { reason: 'Clearer', clauses: exit });
    expect(later(s, 'exit')).toEqual([]);
    const hash = s.state.execution.amendments.at(-1)?.hash;
    s.does(cast.leadSignatory, 'SignAmendment', { hash });
    expect(later(s, 'exit')).toEqual([]);
    s.does(cast.twinnedSignatory, 'SignAmendment', { hash });
    expect(later(s, 'exit')).toEqual([
      {
        amendment: 'A1',
        on: '2027-07-05',
        language: 'en',
        value: { text: 'Handed over in the last meeting.' },
        translations: [],
        withoutTranslation: false,
      },
    ]);
    expect(later(s, 'sustainability')).toEqual([]);
    expect(later(s, 'dates')).toEqual([]);
  });

  it('has every amendment of a clause in its order, and an earlier end in the dates', () => {
    const s = inForce();
    s.until('2027-07-05');
    amended(s, { clauses: [{ clause: 'exit', text: 'First.' }] });
    s.until('2027-09-01');
    amended(s, { clauses: [{ clause: 'exit', text: 'Second.' }], end: '2030-06-30' });
    expect(later(s, 'exit').map(({ amendment, on, value }) => [amendment, on, value])).toEqual([
      ['A1', '2027-07-05', { text: 'First.' }],
      ['A2', '2027-09-01', { text: 'Second.' }],
    ]);
    expect(later(s, 'dates')).toEqual([
      {
        amendment: 'A2',
        on: '2027-09-01',
        language: 'en',
        value: { ...SIGNED, end: '2030-06-30' },
        translations: [],
        withoutTranslation: false,
      },
    ]);
  });

  it('keeps what an earlier revision of the plan changed when a later one changes something else', () => {
    const s = inForce();
    together(s, 'RevisePlan', { reason: 'Later', milestones: { items: [milestone('M7')] } });
    together(s, 'RevisePlan', { reason: 'Shares', tasks: { items: [task('T7')] } });
    expect(later(s, 'milestones')).toMatchObject([
      { amendment: null, value: { items: [milestone('M7')] } },
    ]);
    expect(later(s, 'task-share')).toMatchObject([{ value: { items: [task('T7')] } }]);
    expect(later(s, 'work-packages')).toEqual([]);
    expect(later(s, 'milestones')).toMatchObject([{ language: 'en' }]);
  });

  it('is in the language in which the partners revised the plan', () => {
    const s = inForce();
    const jalon = { id: 'M8', title: 'Comité miroir créé', dueOn: '2028-06-30' };
    const payload = { reason: 'Plus tard', milestones: { items: [jalon] } };
    const translation = { milestones: { items: [{ ...jalon, title: 'Mirror committee set up' }] } };
    together(s, 'RevisePlan', { ...payload, language: 'fr', translation });
    expect(later(s, 'milestones')).toMatchObject([{ language: 'fr', value: { items: [jalon] } }]);
    // The same words in the other language are another revision.
    s.does(cast.lead, 'RevisePlan', payload);
    expect(s.state.jointActs).toHaveProperty('RevisePlan');
  });

  it('prints the plan as it was revised, under another hash than the signed one', () => {
    const s = inForce();
    const hash = (value: unknown) => JSON.stringify(value);
    const before = documents(asPrinted(s.state, hash), hash);
    together(s, 'RevisePlan', { reason: 'Later', milestones: { items: [milestone('M7')] } });
    const after = documents(asPrinted(s.state, hash), hash);
    const printed = after.clauses.find((c) => c.clause === 'milestones');
    expect(printed).toMatchObject({ value: { items: [milestone('M7')] }, translations: [] });
    expect(after.planHash).not.toBe(before.planHash);
    expect(after.documentHash).toBe(before.documentHash);
    // What was signed is still what its hash is of.
    expect(documents(s.state, hash).planHash).toBe(before.planHash);
  });
});
