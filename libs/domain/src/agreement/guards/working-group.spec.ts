import { describe, expect, it } from '@jest/globals';
import { event } from '../../kernel/events.js';
import { cast, COMMITTEE, usualFacts } from '../../testing/people.js';
import { Story } from '../../testing/story.js';
import { claimKeysOf } from './claims.js';
import { sameWorkingGroup, workingGroupKey, workingGroupName } from './working-group.js';

const draft = (workingGroup: string) => ({
  ...{ side: 'LEAD', type: 'CONVENOR', committee: COMMITTEE, workingGroup },
});
const drafted = (workingGroup: string): Story => {
  const s = new Story(undefined, usualFacts);
  s.does(cast.lead, 'StartDraft', draft(workingGroup));
  return s;
};
const SPELLINGS = [
  'WG 3',
  'wg3',
  ' WG  3 ',
  'WG-03',
  'GT 3',
  'ISO/TC 34/WG 3',
  'Working Group 3',
  '3',
];

describe('a working group', () => {
  it('has one name, however it is spelt', () => {
    expect(SPELLINGS.map((raw) => workingGroupName(raw))).toEqual(SPELLINGS.map(() => 'WG 3'));
    expect(workingGroupName('WG 13')).toBe('WG 13');
    expect(workingGroupName(null)).toBeNull();
  });

  it('without a number keeps its name, and is compared without regard to case', () => {
    expect(workingGroupName('  Ad  hoc vocabulary ')).toBe('Ad hoc vocabulary');
    expect(sameWorkingGroup('Ad hoc vocabulary', 'AD HOC VOCABULARY')).toBe(true);
    expect(workingGroupKey('WG 3/TF 1')).not.toBe(workingGroupKey('WG 3'));
    expect(workingGroupName('JWG3')).toBe('JWG3');
    expect(sameWorkingGroup(null, 'WG 3')).toBe(false);
    expect(sameWorkingGroup(null, null)).toBe(true);
  });

  it('has one place for a twinned convenor, under every spelling (G6)', () => {
    const keys = SPELLINGS.map((raw) => claimKeysOf(drafted(raw).state));
    expect(new Set(keys.flat())).toEqual(new Set([`CONVENOR/${String(COMMITTEE)}/WG 3`]));
  });

  it('has that place in records from before names had one spelling', () => {
    const s = new Story(undefined, usualFacts).given(
      event('TwinningDraftStarted', {
        ...{ side: 'LEAD', member: cast.lead.member ?? 0, type: 'CONVENOR', committee: COMMITTEE },
        ...{ workingGroup: 'wg3', ruleset: 'brochure-2021' },
      }),
    );
    expect(s.state.workingGroup).toBe('wg3');
    expect(claimKeysOf(s.state)).toEqual([`CONVENOR/${String(COMMITTEE)}/WG 3`]);
    // Spelling it anew is no other subject: nothing that hangs on it is void.
    expect(s.does(cast.lead, 'EditRequest', { workingGroup: 'WG 3' })).toEqual([]);
  });

  it('is written by its name in an edited request', () => {
    const s = drafted('WG 3');
    expect(s.does(cast.lead, 'EditRequest', { workingGroup: 'wg4' })).toMatchObject([
      { type: 'RequestEdited', payload: { subject: { workingGroup: 'WG 4' } } },
    ]);
  });
});
