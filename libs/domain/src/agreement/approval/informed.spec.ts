import { describe, expect, it } from '@jest/globals';
import { addDays } from '../../calendar/day.js';
import { dayAt } from '../../calendar/zurich.js';
import { storyWhere } from '../../invariants/on-the-way.js';
import { deadlines } from '../../kernel/due.js';
import { cast } from '../../testing/people.js';
import type { Story } from '../../testing/story.js';
import { registered } from '../execution/given.js';

const CV = 'c'.repeat(64);
const told = (s: Story) =>
  s.history.flatMap((e) => (e.type === 'CommitteeNotified' ? [e.payload.about] : []));
const owed = (s: Story) => deadlines(s.state).filter((d) => d.timer === 'T69');

describe('T69, the committee is informed', () => {
  it('of the registration in the commit of the registration', () => {
    const s = storyWhere('CHAIR', (state) => state.stage === 'APPROVED');
    s.does(cast.cs, 'RegisterInGD');
    expect(told(s)).toEqual(['REGISTRATION']);
  });

  it('of the start of force and of the end when they come by themselves, each once', () => {
    const s = storyWhere('P_MEMBER', (state) => state.negotiation.acceptedAt !== null);
    s.until(addDays(dayAt(s.now), 60));
    expect(s.state.stage).toBe('FORCE');
    expect(told(s)).toEqual(['ACTIVATION']);
    const end = s.state.term?.end ?? dayAt(s.now);
    s.until(end);
    expect(told(s)).toEqual(['ACTIVATION']);
    s.until(addDays(end, 1));
    expect(s.status).toBe('EXPIRED');
    expect(told(s)).toEqual(['ACTIVATION', 'END']);
    s.until(addDays(end, 200));
    expect(told(s)).toHaveLength(2);
  });

  it('of an end that somebody decides, in the same commit', () => {
    const s = storyWhere('P_MEMBER', (state) => state.stage === 'FORCE');
    s.does(cast.lead, 'TerminateByMutualConsent');
    expect(told(s)).toEqual([]);
    s.does(cast.twinned, 'TerminateByMutualConsent');
    expect(told(s)).toEqual(['END']);
  });

  it('of a change of person, and of nothing that never came into force', () => {
    const s = storyWhere('CHAIR', (state) => state.stage === 'FORCE');
    s.does(cast.twinned, 'ReplaceNominee', {
      person: 'twinned-successor',
      cv: CV,
      statement: CV,
      delegate: false,
      categoryC: false,
    });
    s.does(cast.tmbSec, 'ConfirmNominee', {
      side: 'TWINNED',
      person: 'twinned-successor',
      confirmed: true,
      reference: 'TMB 9/2027',
    });
    expect(told(s)).toEqual(['CHANGE_OF_PERSON']);
    const lapsed = registered();
    lapsed.until('2027-10-01');
    expect(lapsed.status).toBe('LAPSED');
    expect(told(lapsed)).toEqual([]);
  });

  it('so that nobody ever owes the message', () => {
    for (const stage of ['AGREEMENT_PENDING', 'FORCE'] as const) {
      const s = storyWhere('CHAIR', (state) => state.stage === stage);
      expect(owed(s)).toEqual([]);
      s.until(addDays(dayAt(s.now), 400));
      expect(s.fired.filter((f) => f.deadline.timer === 'T69')).toEqual([]);
    }
  });
});
