import { describe, expect, it } from '@jest/globals';
import { allForms } from '../../command-forms.mjs';
import { fieldsOf } from '../forms/schema.js';
import {
  emptyProposal,
  faultsAt,
  faultsOf,
  nextCommand,
  progressOf,
  proposalId,
  saidAfter,
  stepOf,
  type Proposal,
  type Step,
} from './plan.js';

const written: Proposal = {
  ...emptyProposal,
  ...{ side: 'LEAD', type: 'CONVENOR', committee: '47878', workingGroup: ' WG 5 ' },
  ...{ partner: '1725', competence: 'Ten years of it.' },
};

/** Every command until nothing is left to send. */
function allOf(proposal: Proposal, from: Proposal | null = null) {
  const sent: (readonly [string, object])[] = [];
  let said = from;
  for (let next = nextCommand(proposal, said); next !== null; next = nextCommand(proposal, said)) {
    sent.push([next.command, next.payload]);
    said = saidAfter(next, proposal, said);
    if (sent.length > 5) throw new Error('It never ends.');
  }
  return { sent, said };
}

describe('what a proposal comes to', () => {
  it('is a draft, its words and an invitation, each once', () => {
    const { sent } = allOf(written);
    expect(sent).toEqual([
      ['StartDraft', { side: 'LEAD', type: 'CONVENOR', committee: 47878, workingGroup: 'WG 5' }],
      ['EditRequest', { competence: 'Ten years of it.' }],
      ['InvitePartner', { member: 1725 }],
    ]);
  });

  it('is the draft alone where nothing else was said', () => {
    const { sent } = allOf({ ...written, type: 'CHAIR', competence: '', partner: '' });
    expect(sent).toEqual([['StartDraft', { side: 'LEAD', type: 'CHAIR', committee: 47878 }]]);
  });

  it('is what was changed after the draft was opened, as an edit, before the invitation', () => {
    // The invitation was refused: the draft and its words are there.
    const { said } = allOf({ ...written, partner: '' });
    const changed = { ...written, type: 'CHAIR', committee: '5', competence: '', goals: 'More.' };
    expect(allOf(changed as Proposal, said).sent).toEqual([
      [
        'EditRequest',
        { type: 'CHAIR', committee: 5, workingGroup: null, competence: null, goals: 'More.' },
      ],
      ['InvitePartner', { member: 1725 }],
    ]);
  });

  it('is the other side too, and another partner, but nothing twice', () => {
    const { said } = allOf(written);
    expect(allOf(written, said).sent).toEqual([]);
    expect(allOf({ ...written, side: 'TWINNED', partner: '9' }, said).sent).toEqual([
      ['EditRequest', { initiatorSide: 'TWINNED' }],
      ['InvitePartner', { member: 9 }],
    ]);
  });

  it('is said again where a browser kept from before only that the draft is open', () => {
    const kept = { keys: ['a'], done: 1, agreement: 'A', version: 3 };
    const progress = progressOf(kept);
    expect(progress).toMatchObject({ agreement: 'A', version: 3, unanswered: null });
    expect(nextCommand(written, progress.said)?.command).toBe('EditRequest');
    expect(progressOf({ agreement: null, version: null }).said).toBeNull();
  });
});

describe('what keeps a step from the next one', () => {
  const forms = allForms();
  const fields = ['StartDraft', 'EditRequest'].flatMap((name) =>
    fieldsOf(forms[name]?.schema ?? {}),
  );
  const missing = { type: 'T', side: 'S', committee: 'C', workingGroup: 'W' };
  const wrong = (step: Step, proposal: Proposal) => faultsOf(step, proposal, fields, missing);

  it('is each field that was left empty, in words that name it, in the order of the page', () => {
    expect(wrong('kind', emptyProposal)).toEqual([
      { pointer: '/type', code: 'MISSING', said: 'T' },
      { pointer: '/side', code: 'MISSING', said: 'S' },
    ]);
    expect(wrong('committee', { ...written, workingGroup: ' ' })).toEqual([
      { pointer: '/workingGroup', code: 'MISSING', said: 'W' },
    ]);
    expect(wrong('committee', { ...written, type: 'CHAIR', workingGroup: '' })).toEqual([]);
  });

  it('is a text that the service would find too long, whole, with its length', () => {
    expect(wrong('words', { ...written, competence: 'x'.repeat(8012), goals: '' })).toEqual([
      { pointer: '/competence', code: 'TOO_LONG', max: 8000, length: 8012 },
    ]);
    expect(wrong('committee', { ...written, workingGroup: 'W'.repeat(41) })).toEqual([
      { pointer: '/workingGroup', code: 'TOO_LONG', max: 40, length: 41 },
    ]);
  });

  it('is told at the step that asks for the field, also by the name that the command has for it', () => {
    expect(
      ['/goals', '/member', '/initiatorSide', '/workingGroup', '/ruleset'].map(stepOf),
    ).toEqual(['words', 'partner', 'kind', 'committee', null]);
  });

  it('has its words at the field that the summary leads to, by whichever name', () => {
    const faults = (['/initiatorSide', '/side', '/member', '/goals'] as const).map(
      (pointer) => ({ pointer, code: 'INVALID' }) as const,
    );
    const [initiatorSide, side, member, goals] = faults;
    expect(faultsAt(faults, 'side')).toEqual([side, initiatorSide]);
    expect(faultsAt(faults, 'partner')).toEqual([member]);
    expect(faultsAt(faults, 'goals')).toEqual([goals]);
    expect(faultsAt(faults, 'type')).toEqual([]);
    expect(faults.map(({ pointer }) => proposalId(pointer))).toEqual(
      ['side', 'side', 'partner', 'goals'].map((name) => `proposal-${name}`),
    );
  });
});
