import { describe, it, expect } from '@jest/globals';
import { day } from '../../calendar/day.js';
import { event } from '../../kernel/events.js';
import { needsOf } from '../../kernel/needs.js';
import { REGISTRY } from '../../kernel/principal.js';
import { confirmedDraft as draftOfBoth } from '../oversight/given.js';
import { isRefusal } from '../../kernel/decision.js';
import type { Facts } from '../../kernel/facts.js';
import { ASI, cast, COMMITTEE, GSA, IES, member, usualFacts } from '../../testing/people.js';
import { typesOf, type Story } from '../../testing/story.js';
import { inForce, registered, together } from './given.js';

const GONE = {
  rule: 'COMMITTEE_NOT_ACTIVE',
  side: 'LEAD',
  broken: true,
  since: '2027-06-01',
  reference: 'TMB 40/2027',
};
const DISSOLVED = { fact: 'COMMITTEE_DISSOLVED', reference: 'TMB 40/2027' };
const fired = (s: Story) => s.fired.filter((f) => f.deadline.timer === 'T41');
const successor = { body: { old: IES, new: GSA }, reference: 'Council 9/2027' };

describe('ConfirmImpossibility', () => {
  it('terminates in force and withdraws before, for a fact on record', () => {
    const s = inForce();
    s.does(cast.cs, 'RecordPrerequisiteFact', GONE);
    expect(s.does(cast.tpm, 'ConfirmImpossibility', DISSOLVED)).toMatchObject([
      { type: 'ImpossibilityConfirmed' },
      { type: 'ArrangementTerminated', payload: { reason: 'IMPOSSIBLE', on: '2027-07-01' } },
      { type: 'CommitteeNotified', payload: { about: 'END' } },
    ]);
    const before = registered();
    before.does(cast.cs, 'RecordPrerequisiteFact', GONE);
    expect(before.does(cast.cs, 'ConfirmImpossibility', DISSOLVED)).toMatchObject([
      { type: 'ImpossibilityConfirmed' },
      { type: 'ArrangementWithdrawn', payload: { reason: 'IMPOSSIBLE' } },
    ]);
  });

  it('is refused without the fact', () => {
    const s = inForce();
    for (const fact of ['COMMITTEE_DISSOLVED', 'MEMBERSHIP_ENDED', 'NO_SUCCESSOR']) {
      const refused = s.refuses(cast.tpm, 'ConfirmImpossibility', { ...DISSOLVED, fact });
      expect(refused.refused).toBe('NOT_IMPOSSIBLE');
    }
  });

  it('takes a dissolution that the registry shows', () => {
    const s = inForce();
    const { committee } = usualFacts;
    s.facts = { ...usualFacts, committee: committee && { ...committee, status: 'DISSOLVED' } };
    expect(typesOf(s.does(cast.tpm, 'ConfirmImpossibility', DISSOLVED))).toContain(
      'ArrangementTerminated',
    );
  });

  it('takes a successor that did not attest within sixty days, and no earlier', () => {
    const s = inForce();
    s.until('2027-07-01T09:00:00Z');
    s.does(cast.cs, 'RecordSuccession', successor);
    const none = { fact: 'NO_SUCCESSOR', reference: 'File 12' };
    s.until('2027-08-30');
    expect(s.refuses(cast.tpm, 'ConfirmImpossibility', none).refused).toBe('NOT_IMPOSSIBLE');
    s.until('2027-08-31');
    expect(typesOf(s.does(cast.tpm, 'ConfirmImpossibility', none))).toContain(
      'ArrangementTerminated',
    );
  });
});

describe('RecordRoleTransfer', () => {
  const transfer = { body: 'TMB', reference: 'TMB 50/2027', decidedOn: '2027-07-01' };
  const { committee } = usualFacts;
  const shown = (s: Story, over: Partial<Facts>) => {
    s.facts = { ...usualFacts, ...over };
    return s;
  };
  const secretariatOf = (secretariat: number | null) =>
    shown(inForce({ type: 'SECRETARIAT' }), {
      committee: committee && { ...committee, secretariat },
    });

  it('terminates: the twinned body now holds the office', () => {
    const s = secretariatOf(IES);
    expect(s.does(cast.cs, 'RecordRoleTransfer', transfer)).toMatchObject([
      { type: 'RoleTransferRecorded' },
      { type: 'ArrangementTerminated', payload: { reason: 'ROLE_TRANSFERRED', by: null } },
      { type: 'CommitteeNotified', payload: { about: 'END' } },
    ]);
  });

  it('needs a reference, a past decision and a leadership type', () => {
    const s = secretariatOf(IES);
    const refused = (over: object) =>
      s.refuses(cast.cs, 'RecordRoleTransfer', { ...transfer, ...over }).refused;
    expect(refused({ reference: null })).toBe('REFERENCE_REQUIRED');
    expect(refused({ decidedOn: '2027-08-01' })).toBe('BACKDATED');
    expect(refused({ decidedOn: '2027-06-30' })).toBe('BACKDATED');
    const p = inForce().refuses(cast.cs, 'RecordRoleTransfer', transfer);
    expect(p.refused).toBe('WRONG_ROUTE_FOR_TYPE');
  });

  it('takes the body of rules 6.5 for the type and the level of the committee', () => {
    const top = committee && { ...committee, parentId: null };
    for (const [type, of, competent] of [
      ['CONVENOR', committee, ['PARENT_COMMITTEE']],
      ['CHAIR', committee, ['PARENT_COMMITTEE']],
      ['CHAIR', top, ['TMB']],
      // Two offers for the secretariat of a subcommittee bring it to the TMB (DIR 1.9.4).
      ['SECRETARIAT', committee && { ...committee, secretariat: IES }, ['PARENT_COMMITTEE', 'TMB']],
      ['SECRETARIAT', top && { ...top, secretariat: IES }, ['TMB']],
    ] as const) {
      const taken = ['PARENT_COMMITTEE', 'TMB', 'ISO_CS'].filter((body) => {
        const s = shown(inForce({ type }), { committee: of });
        const answer = s.ask(cast.cs, 'RecordRoleTransfer', { ...transfer, body });
        if (isRefusal(answer)) expect(answer.refused).toBe('WRONG_BODY');
        return !isRefusal(answer);
      });
      expect([type, taken]).toEqual([type, competent]);
    }
  });

  it('is refused while the registry shows another in the office, and where nobody is recorded it is not', () => {
    const lead = [{ person: 'p', member: ASI, termEnd: day('2029-01-01') }];
    const group = { ref: 'WG 3', disbanded: false, joint: false };
    const parent = { ...transfer, body: 'PARENT_COMMITTEE' };
    for (const [s, ask] of [
      [secretariatOf(ASI), transfer],
      [
        shown(inForce({ type: 'CHAIR' }), {
          committee: committee && { ...committee, chairs: lead },
        }),
        parent,
      ],
      [
        shown(inForce({ type: 'CONVENOR' }), {
          workingGroup: { ...group, convenor: { person: 'p', member: GSA } },
        }),
        parent,
      ],
    ] as const) {
      expect(s.refuses(cast.cs, 'RecordRoleTransfer', ask)).toMatchObject({
        refused: 'OFFICE_NOT_HELD',
        details: { member: IES },
      });
    }
    expect(typesOf(secretariatOf(null).does(cast.cs, 'RecordRoleTransfer', transfer))).toContain(
      'ArrangementTerminated',
    );
  });

  it('is refused once the agreement has ended', () => {
    const s = secretariatOf(IES);
    s.does(cast.cs, 'RecordRoleTransfer', transfer);
    expect(s.refuses(cast.cs, 'RecordRoleTransfer', transfer).refused).toBe('WRONG_STATUS');
  });
});

describe('RecordSuccession', () => {
  it('maps a body on; the successor acts and attests', () => {
    const s = inForce();
    expect(typesOf(s.does(cast.cs, 'RecordSuccession', successor))).toEqual(['SubjectSucceeded']);
    expect(s.state.twinned).toBe(GSA);
    expect(s.refuses(cast.twinned, 'AttestSuccession').refused).toBe('NOT_FOUND');
    expect(typesOf(s.does(cast.third, 'AttestSuccession'))).toEqual(['SuccessionAttested']);
    expect(s.does(cast.third, 'AttestSuccession')).toEqual([]);
    s.until('2027-09-15');
    expect(fired(s)).toEqual([]);
  });

  it('reads the prerequisites again for the new id', () => {
    const s = inForce();
    s.facts = {
      ...usualFacts,
      members: { ...usualFacts.members, [GSA]: member(GSA, 'GSA', { status: null }) },
    };
    expect(s.does(cast.cs, 'RecordSuccession', successor)).toMatchObject([
      { type: 'SubjectSucceeded' },
      { type: 'PrerequisiteBroken', payload: { rule: 'NOT_IN_COMMITTEE_TWINNED' } },
      { type: 'ArrangementSuspended' },
    ]);
  });

  it('maps committee and working group on by their own desks', () => {
    const s = inForce({ type: 'CONVENOR' });
    const group = { workingGroup: { old: 'WG 3', new: 'WG 8' }, reference: 'Resolution 3' };
    s.does(cast.manager, 'RecordSuccession', group);
    expect(s.state.workingGroup).toBe('WG 8');
    expect(s.refuses(cast.cs, 'RecordSuccession', group).refused).toBe('FORBIDDEN_ROLE');
    const committee = { committee: { old: COMMITTEE, new: 99 }, reference: 'TMB 3' };
    s.does(cast.tmbSec, 'RecordSuccession', committee);
    expect(s.state.committee).toBe(99);
  });

  it.each([
    ['CHAIR', 'tmbSec', { committee: { old: COMMITTEE, new: 99 } }, 'CHAIR/99'],
    [
      'CONVENOR',
      'manager',
      { workingGroup: { old: 'WG 3', new: 'WG 8' } },
      `CONVENOR/${String(COMMITTEE)}/WG 8`,
    ],
  ] as const)(
    'G6: %s does not pass to where another agreement has the slot; the refusal says which (F23)',
    (type, desk, change, key) => {
      const s = inForce({ type });
      const command = { type: 'RecordSuccession', payload: { ...change, reference: 'R 3' } };
      expect(needsOf(s.state, command, cast[desk]).claims).toContain(key);
      s.claims = { [key]: { agreement: 'another', member: null, end: day('2029-12-31') } };
      expect(s.refuses(cast[desk], command.type, command.payload)).toMatchObject({
        refused: 'SLOT_TAKEN',
        details: { claim: key, holder: 'another', until: '2029-12-31' },
      });
      s.claims = { [key]: { agreement: s.state.id, member: null, end: null } };
      expect(typesOf(s.does(cast[desk], command.type, command.payload))).toContain(
        'SubjectSucceeded',
      );
    },
  );

  it('G6: a successor body that is twinned in the committee is refused, unless nothing is held yet', () => {
    const key = `P_MEMBER/${String(COMMITTEE)}/${String(GSA)}`;
    const claims = { [key]: { agreement: 'another', member: GSA, end: null } };
    const s = inForce();
    s.claims = claims;
    expect(s.refuses(cast.cs, 'RecordSuccession', successor)).toMatchObject({
      refused: 'TWINNED_ALREADY_TWINNED_IN_COMMITTEE',
      details: { claim: key, holder: 'another' },
    });
    const draft = draftOfBoth();
    draft.claims = claims;
    expect(typesOf(draft.does(cast.cs, 'RecordSuccession', successor))).toEqual([
      'SubjectSucceeded',
    ]);
    const ended = inForce();
    ended.claims = claims;
    ended.given(
      event('ArrangementTerminated', { reason: 'MUTUAL', by: null, on: day('2027-07-01') }),
    );
    expect(typesOf(ended.does(cast.cs, 'RecordSuccession', successor))).toEqual([
      'SubjectSucceeded',
    ]);
  });

  it('needs a reference and a body that is not the other partner, and is quiet when it is done', () => {
    const s = inForce();
    const bare = { ...successor, reference: null };
    expect(s.refuses(cast.cs, 'RecordSuccession', bare).refused).toBe('REFERENCE_REQUIRED');
    const same = { ...successor, body: { old: IES, new: s.state.lead } };
    expect(s.refuses(cast.cs, 'RecordSuccession', same).refused).toBe('SAME_PARTNER');
    const none = s.refuses(cast.cs, 'RecordSuccession', { reference: 'x' });
    expect(none.refused).toBe('INVALID_INPUT');
    s.does(cast.cs, 'RecordSuccession', successor);
    expect(s.does(cast.cs, 'RecordSuccession', successor)).toEqual([]);
  });
});

describe('MoveToRuleset', () => {
  it('moves with both partners and says what changes', () => {
    const s = inForce({ ruleset: 'annex-st-2020' });
    expect(together(s, 'MoveToRuleset', { to: 'brochure-2021' })).toMatchObject([
      { type: 'JointActAgreed' },
      {
        type: 'RulesetMoved',
        payload: {
          from: 'annex-st-2020',
          to: 'brochure-2021',
          report: ['NOT_P_MEMBER_TWINNED'],
        },
      },
    ]);
    expect(s.state.ruleset).toBe('brochure-2021');
  });

  it('lifts a break that the other ruleset does not know, and runs on', () => {
    const s = inForce({ ruleset: 'annex-st-2020' });
    const fact = { side: 'TWINNED', broken: true, since: '2027-06-30', reference: 'import 7' };
    s.does(REGISTRY, 'RecordPrerequisiteFact', { ...fact, rule: 'NOT_P_MEMBER_TWINNED' });
    expect(s.status).toBe('SUSPENDED');
    expect(together(s, 'MoveToRuleset', { to: 'brochure-2021' }).slice(2)).toEqual([
      {
        type: 'PrerequisiteCured',
        payload: {
          ...{ rule: 'NOT_P_MEMBER_TWINNED', side: 'TWINNED', since: '2027-07-01' },
          reference: null,
        },
      },
      { type: 'ArrangementResumed', payload: { causes: [] } },
    ]);
    expect([s.status, s.state.execution.broken]).toEqual(['ACTIVE', []]);
  });

  it('leaves a break that the other ruleset knows too', () => {
    const s = inForce({ ruleset: 'annex-st-2020' });
    const fact = { side: 'LEAD', broken: true, since: '2027-06-30', reference: 'import 7' };
    s.does(REGISTRY, 'RecordPrerequisiteFact', { ...fact, rule: 'NOT_P_MEMBER_LEAD' });
    expect(together(s, 'MoveToRuleset', { to: 'brochure-2021' })).toHaveLength(2);
    expect(s.status).toBe('SUSPENDED');
  });

  it('refuses an unknown ruleset and one that would break a guard today', () => {
    const s = inForce();
    const unknown = s.refuses(cast.lead, 'MoveToRuleset', { to: 'annex-st-1999' });
    expect(unknown.refused).toBe('RULESET_UNKNOWN');
    const breaks = s.refuses(cast.lead, 'MoveToRuleset', { to: 'annex-st-2020' });
    expect(breaks).toMatchObject({
      refused: 'RULESET_MOVE_BREAKS',
      details: { breaks: ['NOT_P_MEMBER_TWINNED'] },
    });
  });

  it('is quiet when the agreement has that ruleset', () => {
    expect(inForce().does(cast.lead, 'MoveToRuleset', { to: 'brochure-2021' })).toEqual([]);
  });
});
