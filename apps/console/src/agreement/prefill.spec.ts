import { describe, expect, it } from '@jest/globals';
import type { AgreementAnswer } from './model.js';
import { changedPart, prefillOf } from './prefill.js';

const decision = (id: string, final: boolean) => ({
  ...{ id, kind: 'APPROVAL', body: 'TPM', reference: null },
  ...{ decidedOn: '2026-12-02', until: '2027-02-24', final },
});

const agreement = (decisions: readonly object[]): AgreementAnswer =>
  ({
    lead: null,
    twinned: null,
    jointActs: [],
    evaluation: { evaluations: [] },
    oversight: { escalations: [], actions: [], reviews: [] },
    execution: { records: [], amendments: [], meetingDates: null },
    negotiation: { amending: null, inForce: null, proposals: [], documents: { clauses: [] } },
    ending: { decisions, appeals: [] },
    request: { form: {} },
  }) as unknown as AgreementAnswer;

const begins = (command: string, of: AgreementAnswer) =>
  prefillOf(command, of, null, {}, (value) => value, 'en');

describe('how the form of a joint act begins', () => {
  const content = {
    reason: ' Later ',
    tasks: { items: [{ id: 'T1', task: 'Agendas', percentByYear: [20, 40] }] },
  };
  const open = (side: string) => ({
    ...agreement([]),
    ...{ lead: { member: 1, acronym: 'ASI' }, twinned: { member: 2, acronym: 'IES' } },
    jointActs: [{ kind: 'RevisePlan', side, contentHash: 'a', proposedAt: '', content }],
  });
  const begun = (side: string, command = 'RevisePlan') =>
    prefillOf(command, open(side) as unknown as AgreementAnswer, 2, {}, (value) => value, 'en');

  it('with what the other partner proposed, which is sent as it is', () => {
    expect(begun('LEAD').agreeing).toBe(content);
    expect(begun('LEAD').typed).toMatchObject({
      reason: ' Later ',
      tasks: { items: [{ id: 'T1', task: 'Agendas', percentByYear: ['20', '40'] }] },
    });
  });

  it('in the language of the person who begins it, and in that of the proposal for who answers', () => {
    expect(begun('TWINNED').typed['language']).toBe('en');
    expect(begun('LEAD').typed['language']).toBeUndefined();
    expect(begun('LEAD', 'Suspend').typed['language']).toBeUndefined();
  });

  it('with word of the translation that it lacks, to either partner', () => {
    const lacking = (untranslated: readonly string[]) => {
      const of = open('LEAD');
      const jointActs = of.jointActs.map((act) => ({ ...act, untranslated }));
      const owing = { ...of, jointActs } as unknown as AgreementAnswer;
      return prefillOf('RevisePlan', owing, 2, {}, (value) => value, 'en').owesTranslation;
    };
    expect([lacking(['milestones']), lacking([])]).toEqual([true, false]);
    // An answer that a browser kept from before says nothing of it.
    expect(begun('LEAD').owesTranslation).toBe(false);
  });

  it('empty, where the proposal is one’s own or another', () => {
    for (const form of [begun('TWINNED'), begun('LEAD', 'Suspend')]) {
      expect([form.agreeing, form.typed['reason']]).toEqual([null, undefined]);
    }
  });
});

describe('how the form of a revision of the plan begins', () => {
  const clause = (id: string, items: readonly object[], language = 'fr') => ({
    ...{ clause: id, kind: 'structured', title: { en: id, fr: id }, language },
    ...{ value: { items }, later: [] as readonly object[] },
  });
  const signed = clause('milestones', [{ id: 'M1', title: 'Créé', dueOn: '2028-03-01' }]);
  const later = [{ language: 'fr', value: { items: [{ id: 'M2', title: 'Réuni' }] } }];
  const tasks = clause('task-share', [{ id: 'T1', task: 'Agendas', percentByYear: [20, 40] }]);
  const plan = (...clauses: readonly object[]) => {
    const empty = agreement([]);
    const negotiation = { ...{ amending: null, inForce: null, proposals: [] }, language: 'en' };
    return {
      ...empty,
      negotiation: { ...negotiation, documents: { clauses } },
      execution: { records: [], amendments: [], meetingDates: ['2028-02-01'] },
    } as unknown as AgreementAnswer;
  };
  const form = begins('RevisePlan', plan({ ...signed, later }, tasks));

  it('is the plan in force, in the language in which it is written', () => {
    expect(form.typed).toMatchObject({
      language: 'fr',
      milestones: { items: [{ id: 'M2', title: 'Réuni' }] },
      tasks: { items: [{ id: 'T1', task: 'Agendas', percentByYear: ['20', '40'] }] },
      meetingDates: ['2028-02-01'],
    });
    expect(form.typed['workPackages']).toBeUndefined();
  });

  it('sends only the parts that were revised', () => {
    const milestones = { items: [{ id: 'M2', title: 'Réuni deux fois' }] };
    const sent = changedPart({ ...form.typed, reason: 'Later.', milestones }, form.standing);
    expect(sent).toEqual({ language: 'fr', reason: 'Later.', milestones });
  });

  it('is in the language of the reader where there is no one language', () => {
    const mixed = plan(signed, clause('task-share', [], 'en'));
    expect(begins('RevisePlan', mixed).typed['language']).toBe('en');
    expect(begins('RevisePlan', plan(signed)).typed['language']).toBe('fr');
  });
});

describe('the things that a field names', () => {
  const of = {
    ...agreement([]),
    jointActs: [
      { kind: 'RevisePlan', side: 'LEAD', contentHash: 'a', proposedAt: '', content: {} },
    ],
    oversight: {
      escalations: [],
      actions: [{ id: 'C1', text: 'Train.', confirmed: false }],
      reviews: [],
    },
  } as unknown as AgreementAnswer;

  it.each([
    ['DeclineJointAct', 'kind', 'RevisePlan'],
    ['CompleteCorrectiveAction', 'action', 'C1'],
  ])('are offered by %s', (command, field, value) => {
    const { typed, choices } = begins(command, of);
    expect([typed[field], choices[field]?.map((each) => each.value)]).toEqual([value, [value]]);
  });

  it.each([
    ['OpenEvaluation', 'kind'],
    ['DecideEscalation', 'action'],
  ])('are not filled in by %s, whose field %s has values of its own', (command, field) => {
    const { typed, choices } = begins(command, of);
    expect([typed[field], choices[field]]).toEqual([undefined, undefined]);
  });
});

describe('how the form of an appeal begins', () => {
  it('offers the decisions that can still be appealed, in words, and takes the only one', () => {
    const { choices, typed } = begins(
      'LodgeAppeal',
      agreement([decision('D1', true), decision('D2', false)]),
    );
    expect(choices['decision']).toEqual([{ value: 'D2', text: 'D2 – Approval, 2 December 2026' }]);
    expect(typed['decision']).toBe('D2');
  });

  it('leaves the choice among several, and a decision that other commands ask for alone', () => {
    const two = agreement([decision('D1', false), decision('D2', false)]);
    expect(begins('LodgeAppeal', two).typed['decision']).toBeUndefined();
    const other = begins('DecideOwnStatus', agreement([decision('D1', false)]));
    expect([other.typed['decision'], other.choices['decision']]).toEqual([undefined, undefined]);
  });
});

describe('how the form of evidence begins', () => {
  it('offers what can be shown in the evaluations that collect it, in words, each once', () => {
    const one = (stage: string, ...items: readonly string[]) => ({
      id: stage,
      kind: 'X',
      stage,
      items,
    });
    const of = {
      ...agreement([]),
      evaluation: {
        evaluations: [
          one('EVIDENCE_COLLECTION', 'NMC_SET_UP', 'BUDGET_NOTE'),
          one('EVIDENCE_COLLECTION', 'BUDGET_NOTE'),
          one('APPROVED', 'PLENARY_CHAIRED'),
        ],
      },
    } as unknown as AgreementAnswer;
    expect(begins('ProvideEvidence', of).choices['item']).toEqual([
      { value: 'NMC_SET_UP', text: 'NMC_SET_UP' },
      { value: 'BUDGET_NOTE', text: 'BUDGET_NOTE' },
    ]);
    expect(begins('CloseEvidence', of).choices['item']).toBeUndefined();
  });
});
