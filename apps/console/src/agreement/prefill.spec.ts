import { describe, expect, it } from '@jest/globals';
import { allForms } from '../../command-forms.mjs';
import { fieldsOf, itemField, type CommandForm, type Field } from '../forms/schema.js';
import type { AgreementAnswer } from './model.js';
import { changedPart, prefillOf } from './prefill.js';

const decision = (id: string, final: boolean) => ({
  ...{ id, kind: 'APPROVAL', body: 'TPM', reference: null },
  ...{ decidedOn: '2026-12-02', until: '2027-02-24', final },
});

const agreement = (decisions: readonly object[]): AgreementAnswer =>
  ({
    jointActs: [],
    evaluation: { evaluations: [] },
    oversight: { escalations: [], actions: [], reviews: [] },
    execution: { records: [], amendments: [], meetingDates: null },
    negotiation: { amending: null, inForce: null, proposals: [], documents: { clauses: [] } },
    ending: { decisions, appeals: [] },
    request: { form: {}, nominees: [] },
    ...{ lead: null, twinned: null, committee: null, actions: [] },
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

describe('the codes that nobody has to know', () => {
  const clause = (id: string, items: readonly object[]) => ({
    ...{ clause: id, kind: 'structured', language: 'en', later: [], value: { items } },
  });
  const clauses = [
    clause('milestones', [{ id: 'M1', title: 'Plenary chaired' }]),
    clause('work-packages', [{ id: 'W1', title: 'Training' }]),
    clause('task-share', [{ id: 'T1', task: 'Agendas', percentByYear: [20] }]),
  ].map((c) => ({ ...c, title: { en: c.clause, fr: c.clause } }));
  const of = {
    ...agreement([]),
    ...{ lead: { member: 1, acronym: 'ASI' }, twinned: { member: 2, acronym: 'IES' } },
    committee: { id: 3, reference: 'ISO/TC 207', title: null },
    negotiation: { amending: null, inForce: null, proposals: [], documents: { clauses } },
    request: { form: {}, nominees: [{ person: 'lead.nominee', side: 'LEAD', vacant: false }] },
    actions: [
      {
        command: 'EditRequest',
        known: [{ field: 'check', values: [{ value: 'X:LEAD', text: 'experience – lead' }] }],
      },
    ],
  } as unknown as AgreementAnswer;
  const offered = (command: string, field: string) =>
    begins(command, of).choices[field]?.map(({ value, text }) => `${value}: ${text}`);

  it.each([
    ['RecordMilestone', 'item', ['M1: Plenary chaired (M1)', 'W1: Training (W1)']],
    ['UpdateTaskShare', 'item', ['T1: Agendas (T1)']],
    ['AcceptNomination', 'person', ['lead.nominee: lead.nominee – LEAD']],
    ['RecordSuccession', '/body/old', ['1: ASI', '2: IES']],
    ['RecordSuccession', '/committee/old', ['3: ISO/TC 207']],
    ['EditRequest', 'check', ['X:LEAD: experience – lead']],
  ])('are offered by %s for %s', (command, field, values) => {
    expect(offered(command, field)).toEqual(values);
  });

  it('are never filled in where a field inside another one takes them', () => {
    expect(Object.keys(begins('EditRequest', of).typed)).not.toContain('check');
    expect(Object.keys(begins('RecordSuccession', of).typed)).toEqual([]);
  });

  it('are no numbers of the registry: who votes and what succeeds is searched for', () => {
    const kinds = (command: string) => {
      const flat = (fields: readonly Field[]): readonly Field[] =>
        fields.flatMap((f) => [
          f,
          ...(f.kind === 'group' ? flat(fieldsOf(f.schema, f.pointer)) : []),
          ...(f.kind === 'list' ? [itemField(f, 0)] : []),
        ]);
      const { schema } = allForms()[command] as CommandForm;
      return Object.fromEntries(flat(fieldsOf(schema)).map((f) => [f.pointer, f.kind]));
    };
    expect(kinds('CastTmbVote')['/body']).toBe('member');
    expect(kinds('OpenTmbBallot')['/entitled/0']).toBe('member');
    expect(kinds('RecordSuccession')).toMatchObject({
      ...{ '/body/old': 'member', '/body/new': 'member' },
      ...{ '/committee/old': 'committee', '/committee/new': 'committee' },
      ...{ '/workingGroup/old': 'line', '/workingGroup/new': 'line' },
    });
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
