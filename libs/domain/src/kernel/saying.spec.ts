import { describe, expect, it } from '@jest/globals';
import { day } from '../calendar/day.js';
import { twinningInForce } from '../agreement/evaluation/testing.js';
import { designated, pairOf, signed } from '../agreement/negotiation/testing.js';
import { confirmedDraft } from '../agreement/oversight/given.js';
import { cast, COMMITTEE, IES, usualFacts } from '../testing/people.js';
import { Story, testHash } from '../testing/story.js';
import { sentenceOfEvent } from '../texts/index.js';
import { event } from './events.js';
import type { Principal } from './principal.js';
import { actionsFor } from './views.js';

const WHY = 'Our plans have changed.';

type Taken = readonly [story: Story, who: Principal, payload: Readonly<Record<string, unknown>>];

function invited(): Taken {
  const s = new Story('2027-01-04T09:00:00Z', usualFacts);
  s.does(cast.lead, 'StartDraft', { side: 'LEAD', type: 'P_MEMBER', committee: COMMITTEE });
  s.does(cast.lead, 'InvitePartner', { member: IES });
  return [s, cast.lead, { member: IES }];
}

function signedAlone(): Taken {
  const s = designated();
  const { documentHash } = pairOf(s);
  s.does(cast.leadSignatory, 'SignAgreement', { documentHash, originalNo: 1 });
  return [s, cast.leadSignatory, {}];
}

function evaluated(): Taken {
  const s = twinningInForce();
  s.does(cast.lead, 'OpenEvaluation', { kind: 'O_TO_P' });
  return [s, cast.twinned, { evaluation: 'EV1' }];
}

function appealed(): Taken {
  const decidedOn = day('2027-01-04');
  const rejected = { body: 'TPM', basis: 'REVIEW', reference: null, decidedOn } as const;
  const s = confirmedDraft().given(
    event('TwinningRejected', { ...rejected, reasons: 'Aims unclear.' }),
  );
  const documents = ['a'.repeat(64)];
  s.does(cast.twinned, 'LodgeAppeal', { decision: 'D1', grounds: 'Misread.', documents });
  return [s, cast.twinned, { appeal: 'A1' }];
}

const TAKEN_BACK: Readonly<Record<string, () => Taken>> = {
  LeaveDraft: () => [confirmedDraft(), cast.lead, {}],
  WithdrawInvitation: invited,
  WithdrawSignature: signedAlone,
  WithdrawEvaluation: evaluated,
  WithdrawAppeal: appealed,
};

describe.each(Object.entries(TAKEN_BACK))('%s', (command, given) => {
  it('keeps the reason in its event, and tells it in both languages', () => {
    const [s, who, payload] = given();
    const [taken, ...others] = s.does(who, command, { ...payload, why: WHY });
    if (taken === undefined) throw new Error(`${command} appends nothing.`);
    expect([taken.payload, others]).toEqual([expect.objectContaining({ why: WHY }), []]);
    expect(sentenceOfEvent(taken, 'en')).toMatch(/[^.]: Our plans have changed\.$/);
    expect(sentenceOfEvent(taken, 'fr')).toMatch(/[^.]\u00a0: Our plans have changed\.$/);
  });

  it('says no reason where none was given, as events of earlier releases', () => {
    const [s, who, payload] = given();
    const [taken] = s.does(who, command, { ...payload });
    if (taken === undefined) throw new Error(`${command} appends nothing.`);
    expect(Object.keys(taken.payload)).not.toContain('why');
    expect(sentenceOfEvent(taken, 'en')).toMatch(/\.$/);
    expect(sentenceOfEvent(taken, 'en')).not.toContain(': ');
  });

  it('refuses a reason that says nothing, and one of more than 4,000 characters', () => {
    for (const why of ['', 'x'.repeat(4001)]) {
      const [s, who, payload] = given();
      expect(s.refuses(who, command, { ...payload, why })).toMatchObject({
        refused: 'INVALID_INPUT',
        details: { faults: [{ pointer: '/why' }] },
      });
    }
  });
});

describe('that it may carry a reason', () => {
  const offered = (s: Story, principal: Principal, command: string) => {
    const { now, facts, claims } = s;
    return actionsFor(s.state, { now, facts, claims, principal, hash: testHash }).find(
      (action) => action.command === command,
    )?.refusal?.refused;
  };

  it('offers no signature to be taken back that is not there, or no longer alone', () => {
    const [alone, who] = signedAlone();
    expect(offered(alone, who, 'WithdrawSignature')).toBeUndefined();
    expect(offered(designated(), who, 'WithdrawSignature')).toBe('WRONG_STATUS');
    expect(offered(signed(), who, 'WithdrawSignature')).toBe('BOTH_SIGNED');
  });

  it('offers nobody but the invited partner to leave the draft', () => {
    const s = confirmedDraft();
    expect(offered(s, cast.lead, 'LeaveDraft')).toBeUndefined();
    expect(offered(s, cast.twinned, 'LeaveDraft')).toBe('FORBIDDEN_ROLE');
  });
});
