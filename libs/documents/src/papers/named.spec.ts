import { describe, expect, it } from '@jest/globals';
import { day, instant, type Agreement } from '@twinning/domain';
import { exampleAgreement, exampleSource } from '../testing/example.js';
import { paperOf } from './paper.js';

const written = () => exampleAgreement();
const source = (state = written()) => exampleSource(state);

describe('papers of a revised plan, and of persons', () => {
  it('prints the days of the meetings that were agreed anew with the plan, and only then', () => {
    const state = written();
    const at = instant('2028-01-01T00:00:00Z');
    const kept = { milestones: null, workPackages: null, tasks: null, reason: 'x' };
    const days = [day('2028-03-07'), day('2028-06-06')];
    const plan = {
      ...state.execution.plan,
      revisions: [{ ...kept, meetingDates: days, at }],
    };
    const start = day('2027-10-01');
    const term = { start, end: day('2028-09-30'), activatedAt: at, windowOpened: false };
    const revised = { ...state, term, execution: { ...state.execution, plan, meetingDates: days } };
    const said = (of: Agreement, language: 'en' | 'fr') =>
      JSON.stringify(paperOf('plan', language, source(of)));
    expect(said(revised, 'en')).toContain('["7 March 2028","6 June 2028"]');
    expect(said(revised, 'fr')).toContain('["7 mars 2028","6 juin 2028"]');
    expect(said(revised, 'en')).toContain('As revised by both partners');
    expect(said({ ...state, term }, 'en')).not.toContain('Quarterly meetings as revised');
    expect(source(revised).hashes.plan).not.toBe(source(state).hashes.plan);
  });

  it('prints the translation of a revised plan that both agreed to', () => {
    const state = written();
    const milestones = [{ id: 'M7', title: 'Own delegation', dueOn: day('2028-06-30') }];
    const translation = {
      milestones: [{ id: 'M7', title: 'Délégation propre', dueOn: '2028-06-30' }],
    };
    const at = instant('2028-01-01T00:00:00Z');
    const kept = { milestones, workPackages: null, tasks: null, meetingDates: null, reason: 'x' };
    const plan = { ...state.execution.plan, revisions: [{ ...kept, translation, at }] };
    const revised: Agreement = { ...state, execution: { ...state.execution, plan } };
    const said = JSON.stringify(paperOf('plan', 'fr', source(revised)));
    expect(said).toContain('Délégation propre');
    expect(said).not.toContain('Own delegation');
  });

  it('names in the annex whom the text names by reference, and who has such a place since', () => {
    const nominee = (side: 'LEAD' | 'TWINNED', person: string) => ({
      ...{ part: 'NOMINEE' as const, side, person, cv: 'c'.repeat(64) },
      reference: person.length.toString().repeat(64).slice(0, 64),
    });
    const [old, next, other] = [
      nominee('LEAD', 'old'),
      nominee('LEAD', 'newer'),
      nominee('TWINNED', 'two.two'),
    ];
    const persons = new Map([
      ['old', null],
      ['newer', 'Zoé Suivante'],
      ['two.two', 'Élise Deux'],
    ]);
    const from = { ...source(), persons, named: { inText: [old, other], today: [next, other] } };
    const tables = paperOf('annex', 'fr', from).blocks.flatMap((b) =>
      b.kind === 'table' ? [b.rows] : [],
    );
    expect(tables.slice(0, 2)).toEqual([
      [
        ['personne désignée', 'ASI', 'effacé (old)', old.reference, 'c'.repeat(64)],
        ['personne désignée', 'IES', 'Élise Deux (two.two)', other.reference, 'c'.repeat(64)],
      ],
      [['personne désignée', 'ASI', 'Zoé Suivante (newer)', next.reference, 'c'.repeat(64)]],
    ]);
    const said = JSON.stringify(paperOf('annex', 'en', source()));
    expect(said).not.toContain('Persons whom the text names');
  });

  it('names the nominated persons in the ballot pack, and nobody by the id of a person', () => {
    const state = written();
    const by = { cv: null, delegate: false, categoryC: false, accepted: true, vacant: false };
    const nominees = (['LEAD', 'TWINNED'] as const).map((side) => ({
      ...{ ...by, side, person: `person-${side}`, termEnd: null },
    }));
    const asked: Agreement = { ...state, proposal: { ...state.proposal, nominees } };
    const today = nominees.map(({ side, person }) => ({
      ...{ part: 'NOMINEE' as const, side, person, cv: null, reference: `reference-${side}` },
    }));
    const from = (persons: ReadonlyMap<string, string | null>) =>
      JSON.stringify(
        paperOf('ballot-pack', 'fr', {
          ...source(asked),
          ...{ persons, named: { inText: [], today } },
        }),
      );
    const named = from(new Map([['person-LEAD', 'Élise Un']]));
    expect(named).toContain('Élise Un');
    expect(named).toContain('reference-TWINNED');
    const erased = from(new Map([['person-LEAD', null]]));
    expect(erased).toContain('effacé (reference-LEAD)');
    for (const said of [named, erased]) expect(said).not.toContain('person-');
  });
});
