import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inForce, together } from '../agreement/execution/given.js';
import { sideOf, statusOf, type Agreement } from '../kernel/state.js';
import { ENDED, FINAL, FORCE, isOneOf, NEG, REV, type Status } from '../kernel/vocabulary.js';
import { cast } from '../testing/people.js';
import { firstWhere } from './on-the-way.js';
import { daysLater, plots, RandomStory } from './random-story.js';
import { runs } from './runs.js';

const BEFORE_APPROVAL: readonly Status[] = ['DRAFT', 'RETURNED', ...REV];
const over = (state: Agreement): boolean => isOneOf([...ENDED, ...FINAL], statusOf(state));

/** Both partners are bound, and both are members of ISO: one that is none acts no more. */
const canAct = ({ state, story }: RandomStory): boolean =>
  state.lead === cast.lead.member &&
  state.twinned === cast.twinned.member &&
  [state.lead, state.twinned].every((m) => story.facts.members[String(m)]?.active === true);

describe('either partner', () => {
  it('can leave alone: before approval at once, later within sixty days (F11)', () => {
    fc.assert(
      fc.property(plots(25), fc.boolean(), (plot, asLead) => {
        const told = new RandomStory(plot).tell();
        if (over(told.state) || !canAct(told)) return;
        const before = statusOf(told.state);
        const who = asLead ? cast.lead : cast.twinned;
        const side = sideOf(told.state, who.member);
        if (before === 'DRAFT' && side !== told.state.initiator) {
          // Who was invited leaves the draft to whoever began it.
          expect(told.asks(who, 'LeaveDraft', {})).toBeNull();
          expect(sideOf(told.state, who.member)).toBeNull();
        } else if (BEFORE_APPROVAL.includes(before)) {
          expect(told.asks(who, 'Withdraw', {})).toBeNull();
          expect(statusOf(told.state)).toBe('WITHDRAWN');
        } else {
          const refused = told.asks(who, 'GiveNoticeOfWithdrawal', {});
          if (refused !== null) expect(refused.refused).toBe('NOTICE_RUNNING');
          told.until(daysLater(told.story.now, 62));
          expect(over(told.state)).toBe(true);
        }
      }),
      { numRuns: runs(80) },
    );
  });

  it('whose membership has ended acts no more: the TPM ends what has become impossible (F11)', () => {
    const told = firstWhere('P_MEMBER', (state) => state.stage === 'FORCE');
    const { facts } = told.story;
    const own = facts.members[String(cast.lead.member)];
    if (own === undefined) throw new Error('The lead is no member.');
    told.story.facts = {
      ...facts,
      members: { ...facts.members, [own.id]: { ...own, active: false } },
    };
    expect(told.asks(cast.lead, 'GiveNoticeOfWithdrawal', {})?.refused).toBe('MEMBER_NOT_ACTIVE');
    const ended = { fact: 'MEMBERSHIP_ENDED', reference: 'Council 9' };
    expect(told.asks(cast.tpm, 'ConfirmImpossibility', ended)).toBeNull();
    expect(statusOf(told.state)).toBe('TERMINATED');
  });
});

/** Both say that they leave; who had said so before says it first, so that the other agrees to the same words. */
function leaveTogether(told: RandomStory): Status {
  const before = statusOf(told.state);
  const how = isOneOf(FORCE, before) ? 'TerminateByMutualConsent' : 'Withdraw';
  const said = told.state.jointActs[how]?.side ?? told.state.initiator;
  const both = said === 'LEAD' ? [cast.lead, cast.twinned] : [cast.twinned, cast.lead];
  for (const who of both) if (!over(told.state)) expect(told.asks(who, how, {})).toBeNull();
  return statusOf(told.state);
}
const LEFT = ['WITHDRAWN', 'TERMINATED'];

describe('both partners together', () => {
  it('leave at once whatever has happened (F11)', () => {
    fc.assert(
      fc.property(plots(25), (plot) => {
        const told = new RandomStory(plot).tell();
        if (over(told.state) || !canAct(told)) return;
        const { now } = told.story;
        expect(LEFT).toContain(leaveTogether(told));
        expect(told.story.now).toBe(now);
      }),
      { numRuns: runs(80) },
    );
  });

  const WAYS = [
    ...(['DRAFT', 'IN_REVIEW_TPM', 'APPROVED', ...NEG, 'ACTIVE'] as const).map(
      (status) => ['P_MEMBER', status] as const,
    ),
    ['CONVENOR', 'IN_COMMITTEE_DECISION'],
    ['CHAIR', 'IN_TMB_BALLOT'],
  ] as const;

  it.each(WAYS)('leave a %s in %s at once (F11)', (type, status) => {
    const told = firstWhere(
      type,
      (state) => statusOf(state) === status && state.lead !== null && state.twinned !== null,
    );
    expect(LEFT).toContain(leaveTogether(told));
  });

  it('leave an agreement in ENDING at once (F11)', () => {
    const s = inForce({ end: '2027-09-30' });
    s.until('2027-07-02');
    expect(s.status).toBe('ENDING');
    together(s, 'TerminateByMutualConsent');
    expect(s.status).toBe('TERMINATED');
  });

  const RETURNED = { reason: 'INCOMPLETE', points: ['The goals are missing.'] };
  const BROKEN = {
    ...{ rule: 'NOT_P_MEMBER_LEAD', side: 'LEAD', broken: true, since: '' },
    reference: 'import 12',
  };
  const THEN = [
    ['RETURNED', 'IN_REVIEW_TPM', cast.tpm, 'ReturnForCompletion', RETURNED],
    ['SUSPENDED', 'ACTIVE', cast.cs, 'RecordPrerequisiteFact', BROKEN],
    ['UNDER_TMB_REVIEW', 'ACTIVE', cast.tmbSec, 'BringToTmb', { text: 'Nothing is done.' }],
  ] as const;

  it.each(THEN)('leave what is %s at once (F11)', (status, from, who, type, payload) => {
    const told = firstWhere('P_MEMBER', (state) => statusOf(state) === from);
    const dated = 'since' in payload ? { ...payload, since: told.story.now.slice(0, 10) } : payload;
    expect(told.asks(who, type, dated)).toBeNull();
    expect(statusOf(told.state)).toBe(status);
    expect(LEFT).toContain(leaveTogether(told));
  });
});
