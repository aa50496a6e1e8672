import { describe, expect, it } from '@jest/globals';
import { inForce } from '../agreement/execution/given.js';
import { cast, usualFacts, withCommittee } from '../testing/people.js';
import { testHash } from '../testing/story.js';
import { contextFor } from './decide.js';
import { nothingToDo, someOf } from './definition.js';
import { refuse } from './decision.js';
import type { Facts } from './facts.js';
import { parentField, parentOr, parentsInvolved } from './parent.js';
import type { Agreement } from './state.js';

const running = inForce().state;

const appealed = (...appeals: readonly object[]): Agreement =>
  ({ ...running, ending: { ...running.ending, appeals } }) as unknown as Agreement;
const evaluated = (...evaluations: readonly object[]): Agreement =>
  ({ ...running, evaluation: { ...running.evaluation, evaluations } }) as unknown as Agreement;

describe('The parent committees that have a say', () => {
  it('are those before which an appeal is, until it is decided or withdrawn', () => {
    const appeal = { level: 'TC', parent: 7 };
    for (const stage of ['LODGED', 'REFERRED', 'ADMITTED', 'HEARD', 'REPORTED']) {
      expect(parentsInvolved(appealed({ ...appeal, stage }))).toEqual([7]);
    }
    for (const stage of ['DECIDED', 'WITHDRAWN']) {
      expect(parentsInvolved(appealed({ ...appeal, stage }))).toEqual([]);
    }
  });

  it('are not those of an appeal that is before the TMB or the Council', () => {
    for (const level of ['TMB', 'COUNCIL']) {
      expect(parentsInvolved(appealed({ level, parent: 7, stage: 'LODGED' }))).toEqual([]);
    }
  });

  it('are those that decide on an office of their subcommittee, while it is theirs to decide', () => {
    const evaluation = { body: 'TC', stage: 'BODY_DECISION', office: { parent: 7 } };
    expect(parentsInvolved(evaluated(evaluation))).toEqual([7]);
    expect(parentsInvolved(evaluated({ ...evaluation, body: 'COMMITTEE' }))).toEqual([]);
    for (const stage of ['EVIDENCE_COLLECTION', 'READINESS_REVIEWED', 'APPROVED', 'EFFECTIVE']) {
      expect(parentsInvolved(evaluated({ ...evaluation, stage }))).toEqual([]);
    }
  });

  it('are that which may renew the chair, for as long as the agreement is in force', () => {
    const { state } = inForce({ type: 'CHAIR', parent: 7 });
    expect(parentsInvolved(state)).toEqual([7]);
    expect(parentsInvolved({ ...state, type: 'CONVENOR' })).toEqual([]);
    expect(parentsInvolved({ ...state, stage: 'EXPIRED' })).toEqual([]);
    expect(parentsInvolved({ ...state, term: null })).toEqual([]);
    expect(parentsInvolved(inForce({ type: 'CHAIR' }).state)).toEqual([]);
  });

  it('are told each once, in the order of their numbers, without those never recorded', () => {
    const lodged = { level: 'TC', stage: 'LODGED' };
    const state = appealed(...[10, 9, 100, 9].map((parent) => ({ ...lodged, parent })), lodged);
    expect(parentsInvolved(state)).toEqual([9, 10, 100]);
  });
});

describe('The parent of a committee', () => {
  const contextWith = (facts: Facts) => {
    const { now, claims } = inForce();
    return contextFor({ now, facts, claims, principal: cast.tpm, hash: testHash }, 'TPM');
  };

  it('is the one that was recorded, before the one that the registry has', () => {
    expect(parentOr(7, contextWith(usualFacts))).toBe(7);
    expect(parentOr(undefined, contextWith(usualFacts))).toBe(47858);
    expect(parentOr(undefined, contextWith(withCommittee({ parentId: null })))).toBeNull();
    expect(parentOr(undefined, contextWith({ ...usualFacts, committee: null }))).toBeNull();
  });

  it('is recorded of a subcommittee alone', () => {
    expect(parentField(usualFacts.committee)).toEqual({ parent: 47858 });
    expect(parentField(withCommittee({ parentId: null }).committee)).toEqual({});
    expect(parentField(null)).toEqual({});
  });
});

describe('A command that names one of several things', () => {
  const no = (thing: string) => refuse('NOT_OWNER', 'G1', { thing });

  it('is closed where there is none', () => {
    expect(someOf([], 'ST.5', () => null)).toEqual(nothingToDo({ clause: 'ST.5' }));
    expect(someOf([], 'ST.5', () => null)).toEqual({
      ...{ refused: 'WRONG_STATUS', clause: 'ST.5', details: {} },
    });
  });

  it('is open for one of them, and closed for the reason of the last', () => {
    expect(someOf(['a', 'b'], 'ST.5', (t) => (t === 'b' ? null : no(t)))).toBeNull();
    expect(someOf(['a', 'b'], 'ST.5', (t) => (t === 'a' ? {} : no(t)))).toBeNull();
    expect(someOf(['a', 'b'], 'ST.5', no)).toEqual(no('b'));
  });
});
