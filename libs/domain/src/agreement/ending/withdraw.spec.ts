import { describe, expect, it } from '@jest/globals';
import { day } from '../../calendar/day.js';
import { event } from '../../kernel/events.js';
import { cast, GSA } from '../../testing/people.js';
import { typesOf } from '../../testing/story.js';
import { confirmedDraft, inForceUntil, registered, submitted } from '../oversight/given.js';

describe('Withdraw', () => {
  it('from a draft is the initiator’s act alone', () => {
    const s = confirmedDraft();
    expect(s.refuses(cast.lead, 'Withdraw').refused).toBe('FORBIDDEN_ROLE');
    expect(s.does(cast.twinned, 'Withdraw')).toEqual([
      { type: 'ArrangementWithdrawn', payload: { reason: 'PARTNERS', by: 'TWINNED' } },
    ]);
    expect(s.state.ending.ended).toMatchObject({ how: 'WITHDRAWN', on: '2027-01-04' });
  });

  it('from the review is either partner’s act, and cancels a ballot that is open', () => {
    const s = submitted('CHAIR').given(
      event('TmbBallotOpened', { ballot: 'B1', entitled: [GSA], closesOn: day('2027-02-01') }),
    );
    expect(typesOf(s.does(cast.lead, 'Withdraw'))).toEqual([
      'TmbBallotCancelled',
      'ArrangementWithdrawn',
    ]);
  });

  it('from approval on needs both partners', () => {
    const s = registered();
    expect(typesOf(s.does(cast.lead, 'Withdraw'))).toEqual(['JointActProposed']);
    expect(s.status).toBe('AGREEMENT_PENDING');
    expect(typesOf(s.does(cast.twinned, 'Withdraw'))).toEqual([
      'JointActAgreed',
      'ArrangementWithdrawn',
    ]);
    expect(s.status).toBe('WITHDRAWN');
  });

  it('keeps why, in the words of each side, and binds neither to those of the other', () => {
    const s = confirmedDraft();
    expect(s.does(cast.twinned, 'Withdraw', { why: 'No staff any more.' })).toEqual([
      event('ArrangementWithdrawn', {
        reason: 'PARTNERS',
        by: 'TWINNED',
        why: 'No staff any more.',
      }),
    ]);
    const both = registered();
    const [proposed] = both.does(cast.lead, 'Withdraw', { why: 'Our plans have changed.' });
    expect(proposed?.payload).toMatchObject({ side: 'LEAD', why: 'Our plans have changed.' });
    const [agreed, left] = both.does(cast.twinned, 'Withdraw', { why: 'So have ours.' });
    expect(agreed?.payload).toMatchObject({ side: 'TWINNED', why: 'So have ours.' });
    expect(left?.payload).toEqual({ reason: 'PARTNERS', by: null, why: 'So have ours.' });
  });

  it('stays quiet when the same partner asks again', () => {
    const s = registered();
    s.does(cast.lead, 'Withdraw');
    expect(s.does(cast.leadColleague, 'Withdraw')).toEqual([]);
  });

  it('is refused in force, where notice and mutual consent end an arrangement, and when it is over', () => {
    expect(inForceUntil().refuses(cast.lead, 'Withdraw').refused).toBe('WRONG_STATUS');
    const s = confirmedDraft();
    s.does(cast.twinned, 'Withdraw');
    expect(s.refuses(cast.twinned, 'Withdraw').refused).toBe('AGREEMENT_FINAL');
  });
});
