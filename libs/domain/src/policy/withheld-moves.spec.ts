import { describe, expect, it } from '@jest/globals';
import { CLOCKS_BEHIND } from '../kernel/otherwise.js';
import { emptyAgreement } from '../kernel/evolve.js';
import type { Agreement } from '../kernel/state.js';
import type { TimerId } from '../kernel/timers.js';
import { SECTIONS } from './views.js';
import { dutiesOfSection, isDeadlineShown, isDutyShown, sectionOfDuty } from './withheld-moves.js';

const empty = emptyAgreement('a');
const invitations = [1, 2].map((member) => ({ id: `I${String(member)}`, member }));
const state = { ...empty, proposal: { ...empty.proposal, invitations } } as unknown as Agreement;
const invited = { sections: ['request'] as const, member: 2 };
const committee = { sections: ['request', 'selection', 'oversight'] as const, member: null };

describe('the moves of an agreement of which parts are withheld', () => {
  it('each belong to one part, but for joint acts', () => {
    const without = Object.keys(CLOCKS_BEHIND).filter((kind) => sectionOfDuty(kind) === null);
    expect(without).toEqual(['joint-act']);
    const named = SECTIONS.flatMap((section) => dutiesOfSection(section));
    expect(new Set(named).size).toBe(named.length);
    expect(sectionOfDuty('review:2028:LEAD#LEAD')).toBe('oversight');
    expect(sectionOfDuty('sign:agreement')).toBe('negotiation');
  });

  it('are shown to who reads the part', () => {
    const duty = (id: string) => isDutyShown(committee, state, { id });
    expect(['review:2028', 'sign:LEAD', 'joint-act:X'].map(duty)).toEqual([true, false, true]);
    const deadline = (timer: TimerId) =>
      isDeadlineShown(committee, state, { timer, subject: 'documents' });
    expect((['T1', 'T2', 'T17', 'T28'] as const).map(deadline)).toEqual([true, true, false, true]);
  });

  it('show an invited body its own invitation, not the others', () => {
    const duty = (id: string) => isDutyShown(invited, state, { id });
    expect(['invitation:I2', 'invitation:I1', 'search'].map(duty)).toEqual([true, false, false]);
    const ends = (subject: string) => isDeadlineShown(invited, state, { timer: 'T2', subject });
    expect(['I2', 'I1'].map(ends)).toEqual([true, false]);
  });
});
