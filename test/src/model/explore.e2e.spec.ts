import { describe, expect, it } from '@jest/globals';
import { explore } from './explore.js';
import { BUGS } from './protocol.js';

const LIMITS = { crashes: 1, sends: 2 };

describe('the command path, explored to its last state', () => {
  it('two partners, three commands, each sent twice, a crash anywhere: nothing lost, nothing doubled', () => {
    const { states, fault } = explore(LIMITS);
    expect(fault).toBeNull();
    expect(states).toBe(44_330);
  });

  it.each(BUGS)('finds the planted bug: %s', (bug) => {
    expect(explore(LIMITS, bug).fault).not.toBeNull();
  });
});
