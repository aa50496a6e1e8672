import { describe, expect, it } from '@jest/globals';
import { commandNames } from '../../command-forms.mjs';
import { GROUPS, grouped } from './action-groups.js';

describe('groups of actions', () => {
  it('hold every command of an agreement, once', () => {
    const listed = Object.values(GROUPS).flat();
    expect(new Set(listed).size).toBe(listed.length);
    expect([...listed].sort()).toEqual([...commandNames()].sort());
  });

  it('keep the order of the list, and leave empty groups out', () => {
    const actions = ['Withdraw', 'RecordMeeting', 'EditRequest'].map((command) => ({ command }));
    expect(grouped(actions).map(([group]) => group)).toEqual(['request', 'work', 'end']);
  });
});
