import { describe, expect, it } from '@jest/globals';
import { emptyProposal, nextCommand, progressOf, saidAfter, type Proposal } from './plan.js';

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
