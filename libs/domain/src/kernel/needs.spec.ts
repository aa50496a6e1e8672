import { describe, expect, it } from '@jest/globals';
import { inForce } from '../agreement/execution/given.js';
import { ASI, cast, COMMITTEE, GSA, IES, usualFacts } from '../testing/people.js';
import { Story } from '../testing/story.js';
import { emptyAgreement } from './evolve.js';
import { needsOf } from './needs.js';

function draft(committee: number | null = COMMITTEE): Story {
  const s = new Story('2027-01-04T09:00:00Z', usualFacts);
  s.does(cast.lead, 'StartDraft', { side: 'LEAD', type: 'P_MEMBER', committee });
  return s;
}

const invite = (payload: unknown) => ({ type: 'InvitePartner', payload });
const claim = (member: number) => `P_MEMBER/${String(COMMITTEE)}/${String(member)}`;

describe('What a decision needs to be told', () => {
  const { state } = draft();
  const alone = {
    members: [ASI],
    committee: COMMITTEE,
    workingGroup: null,
    claims: [claim(ASI)],
    rolesLeftIn: [],
    previousRunsOf: null,
  };

  it('is, for a timer, of its pair, place and claims alone', () => {
    expect(needsOf(state, null, null)).toEqual(alone);
    const nothing = { ...alone, members: [], committee: null, claims: [] };
    expect(needsOf(emptyAgreement('one'), null, null)).toEqual(nothing);
  });

  it('is of the body of the caller too, where they act for one', () => {
    expect(needsOf(state, null, cast.third)).toEqual({ ...alone, members: [ASI, GSA] });
    expect(needsOf(state, null, cast.tpm)).toEqual(alone);
  });

  it('is of whom the command names', () => {
    const named = needsOf(state, invite({ member: IES }), cast.lead);
    expect(named).toEqual({ ...alone, members: [ASI, ASI, IES] });
  });

  it('is no more than for a timer where the command does not exist or is ill-formed', () => {
    expect(needsOf(state, { type: 'NoSuchCommand', payload: {} }, null)).toEqual(alone);
    expect(needsOf(state, invite({}), null)).toEqual(alone);
    expect(needsOf(state, invite({ member: 'IES' }), null)).toEqual(alone);
    expect(needsOf(state, invite(null), null)).toEqual(alone);
    const signatory = { type: 'DesignateSignatory', payload: { person: 'somebody' } };
    expect(needsOf(state, signatory, null)).toEqual(alone);
  });

  it('is of the committee that the command names, also where it names none', () => {
    const started = { side: 'LEAD', type: 'P_MEMBER' };
    const needs = (payload: object) => needsOf(state, { type: 'StartDraft', payload }, null);
    expect(needs({ ...started, committee: 7, workingGroup: 'WG 2' })).toMatchObject({
      ...{ committee: 7, workingGroup: 'WG 2' },
    });
    expect(needs(started)).toMatchObject({ committee: null, workingGroup: null });
    expect(needs(started).previousRunsOf).toBeNull();
  });

  it('is of the roles that a predecessor has left, at a submission', () => {
    const submit = { type: 'SubmitRequest', payload: {} };
    expect(needsOf(state, submit, null)).toEqual({ ...alone, rolesLeftIn: [claim(ASI)] });
  });

  it('is of who sits on the TMB, when its ballot opens and not otherwise', () => {
    const ballot = { type: 'OpenTmbBallot', payload: {} };
    expect(needsOf(state, ballot, null)).toEqual({ ...alone, tmbBodies: true });
    expect(needsOf(state, invite({ member: IES }), null)).not.toHaveProperty('tmbBodies');
    expect(needsOf(state, null, null)).not.toHaveProperty('tmbBodies');
  });

  it('is of the files that the command names, each by its hash', () => {
    const authority = 'a'.repeat(64);
    const signatory = { type: 'DesignateSignatory', payload: { person: 'somebody', authority } };
    expect(needsOf(state, signatory, null)).toEqual({ ...alone, papers: [authority] });
  });

  it('is of earlier runs of the pair in this place as soon as there is a pair and a place', () => {
    const runs = (over: object) => needsOf({ ...state, ...over }, null, null).previousRunsOf;
    const pair = { lead: ASI, twinned: IES, type: 'P_MEMBER', committee: COMMITTEE };
    expect(runs({ twinned: IES })).toEqual({ ...pair, workingGroup: null, mappedOn: [] });
    expect(runs({ twinned: IES, lead: null })).toBeNull();
    expect(runs({ twinned: IES, committee: null })).toBeNull();
    expect(runs({ twinned: null })).toBeNull();
    expect(runs({ lead: null, twinned: null, committee: null })).toBeNull();
  });

  it('is of what ran under the ids from before a succession too', () => {
    const { state: running } = inForce();
    const mappedOn = [{ kind: 'BODY' as const, old: 12, new: IES }];
    const followed = { ...running, execution: { ...running.execution, mappedOn } };
    expect(needsOf(followed, null, null)).toMatchObject({
      members: [ASI, IES],
      claims: [claim(ASI), claim(IES)],
      previousRunsOf: { lead: ASI, twinned: IES, mappedOn },
    });
  });
});
