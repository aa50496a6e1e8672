import { describe, expect, it } from '@jest/globals';
import { inForce } from '../agreement/execution/given.js';
import { shownWith } from '../policy/withheld.js';
import { cast, usualFacts } from '../testing/people.js';
import { testHash, typesOf, type Story } from '../testing/story.js';
import { contextFor } from './decide.js';
import { event } from './events.js';
import { kernelSlice } from './joint-acts.js';
import type { Principal } from './principal.js';
import { actionsFor } from './views.js';

const PACKAGES = {
  items: [
    {
      ...{ id: 'WP1', title: 'Drafting', owner: 'LEAD', month: 3 },
      ...{ deliverable: 'A draft', indicator: 'Drafts' },
    },
  ],
};

describe('A joint act that waits for the other partner', () => {
  it.each([
    ['RevisePlan', { reason: 'Later', workPackages: PACKAGES, meetingDates: ['2027-10-12'] }],
    ['AmendAgreement', { reason: 'Clearer', clauses: [{ clause: 'exit', text: 'At once.' }] }],
    ['Suspend', { until: '2027-10-01', reason: 'The secretary is on leave.' }],
    ['TerminateByMutualConsent', { reason: 'Done.' }],
    ['TerminateByMutualConsent', {}],
    ['MoveToRuleset', { to: 'brochure-2021' }],
  ])('%s is read in the state, and sent again as it was read it is agreed', (kind, payload) => {
    const s = inForce({ ruleset: 'annex-st-2020' });
    s.does(cast.lead, kind, payload);
    const { content } = s.state.jointActs[kind] ?? {};
    expect(content).toMatchObject(payload);
    expect(typesOf(s.does(cast.twinned, kind, content))).toContain('JointActAgreed');
  });

  it('is read by those alone who read the part that it is about', () => {
    const s = inForce();
    s.does(cast.lead, 'AmendAgreement', { reason: 'Secret', end: '2029-06-30' });
    s.does(cast.lead, 'Suspend', { until: '2027-10-01', reason: 'Secret too' });
    const shown = (sections: Parameters<typeof shownWith>[0]) =>
      Object.values(shownWith(sections, s.state).jointActs).map(({ kind, content }) => [
        kind,
        content?.['reason'],
      ]);
    expect(shown(['negotiation'])).toEqual([
      ['AmendAgreement', 'Secret'],
      ['Suspend', undefined],
    ]);
    expect(shown(['execution'])).toEqual([
      ['AmendAgreement', undefined],
      ['Suspend', 'Secret too'],
    ]);
  });

  it('has no content where the record is from before it was kept', () => {
    const s = inForce();
    const old = { kind: 'Resume', side: 'LEAD', contentHash: 'a'.repeat(64) } as const;
    s.given(event('JointActProposed', old));
    expect(s.state.jointActs['Resume']).toEqual({ ...old, proposedAt: s.now });
  });
});

const around = ({ now, claims }: Story, principal: Principal) => ({
  ...{ now, claims, principal, facts: usualFacts, hash: testHash },
});

/** Why each of the two is closed to this caller; null when it is open. */
const closing = (s: Story, principal: Principal) =>
  ['DeclineJointAct', 'RetractJointAct'].map(
    (command) =>
      actionsFor(s.state, around(s, principal)).find((a) => a.command === command)?.refusal,
  );

describe('A joint act that one side has proposed', () => {
  const KIND = { kind: 'TerminateByMutualConsent' };
  const proposed = () => {
    const s = inForce();
    s.does(cast.lead, 'TerminateByMutualConsent', { reason: 'Done.' });
    return s;
  };
  const closed = { refused: 'WRONG_STATUS', clause: 'ST.4(a)', details: {} };

  it('is for the other to decline and for the one to take back', () => {
    expect(closing(proposed(), cast.lead)).toEqual([closed, null]);
    expect(closing(proposed(), cast.twinned)).toEqual([null, closed]);
    expect(closing(inForce(), cast.lead)).toEqual([closed, closed]);
    expect(closing(inForce(), cast.twinned)).toEqual([closed, closed]);
  });

  it('is either, where each side has proposed something', () => {
    const s = proposed();
    s.does(cast.twinned, 'Suspend', { until: '2027-10-01', reason: 'On leave.' });
    expect(closing(s, cast.lead)).toEqual([null, null]);
    expect(closing(s, cast.twinned)).toEqual([null, null]);
  });

  it.each([
    ['DeclineJointAct', cast.twinned, event('JointActDeclined', { ...KIND, side: 'TWINNED' })],
    ['RetractJointAct', cast.lead, event('JointActRetracted', { ...KIND, side: 'LEAD' })],
  ] as const)('is over by %s, and then there is nothing more to do', (command, who, said) => {
    const s = proposed();
    expect(s.does(who, command, { kind: 'Suspend' })).toEqual([]);
    expect(s.does(who, command, KIND)).toEqual([said]);
    expect(s.state.jointActs).toEqual({});
    expect(s.does(who, command, KIND)).toEqual([]);
  });

  it('is no third body’s to decline', () => {
    const s = proposed();
    const ctx = contextFor(around(s, cast.third), 'LEAD_REP');
    for (const command of ['DeclineJointAct', 'RetractJointAct']) {
      expect(kernelSlice.commands[command]?.decide(s.state, KIND, ctx)).toEqual([]);
    }
  });

  it('is agreed as it was proposed and not otherwise', () => {
    const s = proposed();
    const { contentHash } = s.state.jointActs['TerminateByMutualConsent'] ?? {};
    expect(s.refuses(cast.twinned, 'TerminateByMutualConsent', { reason: 'Not done.' })).toEqual({
      ...{ refused: 'CONSENT_CONTENT_DIFFERS', clause: 'ST.4(a)' },
      details: { proposed: contentHash },
    });
  });

  it('is owed an answer by the other side, after which it is over', () => {
    const s = proposed();
    const [clock] = kernelSlice.deadlines(s.state);
    expect(clock).toMatchObject({ timer: 'T4', subject: KIND.kind, whose: 'TWINNED' });
    expect(kernelSlice.duties(s.state)).toEqual([
      {
        id: 'joint-act:TerminateByMutualConsent',
        desk: 'TWINNED',
        commands: ['TerminateByMutualConsent', 'DeclineJointAct'],
        since: s.now,
        due: clock?.due,
        clause: 'ST.4(a)',
      },
    ]);
    if (clock === undefined) throw new Error('No clock runs.');
    const ctx = contextFor(around(s, cast.lead), 'SYSTEM');
    expect(kernelSlice.fire(s.state, clock, ctx)).toEqual([
      event('JointActExpired', { ...KIND, reason: 'NO_ANSWER' }),
    ]);
    expect(kernelSlice.fire(inForce().state, clock, ctx)).toEqual([]);
  });
});
