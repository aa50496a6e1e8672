import { describe, expect, it } from '@jest/globals';
import { twinningInForce } from '../agreement/evaluation/testing.js';
import { inForce } from '../agreement/execution/given.js';
import { ASI, cast, COMMITTEE, IES, usualFacts } from '../testing/people.js';
import { Story, testHash } from '../testing/story.js';
import { decide } from './decide.js';
import type { Principal } from './principal.js';
import { actionsFor } from './views.js';

function withPartner(): Story {
  const s = new Story('2027-01-04T09:00:00Z', usualFacts);
  s.does(cast.lead, 'StartDraft', { side: 'LEAD', type: 'P_MEMBER', committee: COMMITTEE });
  s.does(cast.lead, 'InvitePartner', { member: IES });
  return s;
}

const shown = (s: Story, principal: Principal): ReadonlyMap<string, string | null> =>
  new Map(
    actionsFor(s.state, {
      now: s.now,
      facts: s.facts,
      claims: s.claims,
      principal,
      hash: testHash,
    }).map((a) => [a.command, a.refusal?.refused ?? null]),
  );

describe('the actions shown to a caller', () => {
  it('offer the invitation to the invited body until it is answered', () => {
    const s = withPartner();
    expect(cast.twinned.member).toBe(IES);
    expect(shown(s, cast.twinned).get('ConfirmPartner')).toBeNull();
    expect(shown(s, cast.twinned).get('DeclineInvitation')).toBeNull();
    s.does(cast.twinned, 'ConfirmPartner', {});
    expect(shown(s, cast.twinned).get('ConfirmPartner')).toBe('PARTNER_ALREADY_CONFIRMED');
    expect(shown(s, cast.twinned).get('DeclineInvitation')).toBe('PARTNER_ALREADY_CONFIRMED');
  });

  it('offer the end of a draft to its initiator, and leaving it to the other', () => {
    const s = withPartner();
    s.does(cast.twinned, 'ConfirmPartner', {});
    expect(cast.lead.member).toBe(ASI);
    expect(shown(s, cast.lead).get('Withdraw')).toBeNull();
    expect(shown(s, cast.lead).get('LeaveDraft')).toBe('FORBIDDEN_ROLE');
    expect(shown(s, cast.twinned).get('Withdraw')).toBe('FORBIDDEN_ROLE');
    expect(shown(s, cast.twinned).get('LeaveDraft')).toBeNull();
  });

  it('do not offer what would change nothing', () => {
    const s = withPartner();
    s.does(cast.twinned, 'ConfirmPartner', {});
    for (const command of ['DeclineJointAct', 'RetractJointAct', 'AttestSuccession']) {
      expect([command, shown(s, cast.twinned).get(command)]).toEqual([command, 'WRONG_STATUS']);
    }
  });

  it('do not offer to withdraw an evaluation of an agreement that has closed', () => {
    const s = inForce();
    s.does(cast.twinned, 'OpenEvaluation', { kind: 'O_TO_P' });
    expect(shown(s, cast.twinned).get('WithdrawEvaluation')).toBeNull();
    s.does(cast.lead, 'TerminateByMutualConsent', {});
    s.does(cast.twinned, 'TerminateByMutualConsent', {});
    expect(shown(s, cast.twinned).get('WithdrawEvaluation')).toBe('WRONG_STATUS');
  });

  it('do not offer a joint act to the side that waits for the other', () => {
    const s = inForce();
    expect(shown(s, cast.lead).get('RetractNotice')).toBe('NO_NOTICE');
    s.does(cast.lead, 'GiveNoticeOfWithdrawal', {});
    s.does(cast.lead, 'RetractNotice', {});
    expect(shown(s, cast.lead).get('RetractNotice')).toBe('WRONG_STATUS');
    expect(shown(s, cast.twinned).get('RetractNotice')).toBeNull();
  });
});

describe('the values offered for a field that not every agreement may have', () => {
  const kinds = (s: Story, principal: Principal) => {
    const { now, facts, claims } = s;
    const action = actionsFor(s.state, { now, facts, claims, principal, hash: testHash }).find(
      ({ command }) => command === 'OpenEvaluation',
    );
    expect(action?.choices?.field ?? 'kind').toBe('kind');
    return Object.fromEntries(
      (action?.choices?.values ?? []).map((v) => [v.value, v.refusal?.refused ?? null]),
    );
  };

  it('are what the decider would take, each other with its refusal', () => {
    const s = twinningInForce();
    expect(kinds(s, cast.lead)).toMatchObject({
      ...{ O_TO_P: null, LEADERSHIP: null },
      ...{ CONVENOR: 'WRONG_ROUTE_FOR_TYPE', CHAIR: 'WRONG_ROUTE_FOR_TYPE' },
      SECRETARIAT: 'WRONG_ROUTE_FOR_TYPE',
    });
    s.does(cast.lead, 'OpenEvaluation', { kind: 'O_TO_P' });
    expect(kinds(s, cast.twinned)).toMatchObject({ O_TO_P: 'EVALUATION_OPEN' });
    const p = twinningInForce({ twinned: { status: 'P' } });
    expect(kinds(p, cast.twinned)).toMatchObject({ O_TO_P: 'ALREADY_P', EXIT: null });
  });

  it.each(['P_MEMBER', 'CONVENOR', 'CHAIR', 'SECRETARIAT'] as const)(
    'are no others than the decider refuses, for a %s',
    (type) => {
      const s = twinningInForce({ type });
      const said = kinds(s, cast.twinned);
      expect(Object.keys(said)).toHaveLength(6);
      for (const [kind, why] of Object.entries(said)) {
        const payload = kind === 'LEADERSHIP' ? { kind, target: 'CHAIR' } : { kind };
        const { state, now, facts, claims } = s;
        const around = { now, facts, claims, principal: cast.twinned, hash: testHash };
        const outcome = decide(state, { type: 'OpenEvaluation', payload }, around);
        expect([kind, 'refused' in outcome ? outcome.refused : null]).toEqual([kind, why]);
      }
    },
  );

  it('are not told of an action that is closed', () => {
    const s = twinningInForce({ type: 'CHAIR' });
    s.does(cast.lead, 'OpenEvaluation', { kind: 'CHAIR' });
    expect(kinds(s, cast.lead)).toEqual({});
  });
});
