import { describe, expect, it } from '@jest/globals';
import { confirmedDraft, registered } from '../agreement/oversight/given.js';
import { emptyAgreement } from '../kernel/evolve.js';
import type { Agreement } from '../kernel/state.js';
import { cast, COMMITTEE, GSA } from '../testing/people.js';
import {
  appealsIn,
  appellantsIn,
  isAppellant,
  isOpenToAppeal,
  shownToAppellant,
} from './appellants.js';

const lodge = { decision: 'D1', grounds: 'Misread.', documents: ['a'.repeat(64)] };
const with_ = (state: Agreement, over: Partial<Agreement>): Agreement => ({ ...state, ...over });

describe('a body that may appeal without being a party (DIR 5.1.2)', () => {
  it('is shown an agreement of its committee while a decision is not final, and no request before', () => {
    const draft = confirmedDraft().state;
    expect(isOpenToAppeal(draft)).toBe(false);
    expect(isOpenToAppeal(with_(draft, { stage: 'IN_REVIEW_TPM' }))).toBe(false);
    expect(isOpenToAppeal(with_(draft, { stage: 'IN_COMMITTEE_DECISION' }))).toBe(true);
    const s = registered();
    expect(isOpenToAppeal(s.state)).toBe(true);
    expect(isOpenToAppeal(with_(s.state, { committee: null }))).toBe(false);
    const { decisions } = s.state.ending;
    const ending = { ...s.state.ending, decisions: decisions.map((d) => ({ ...d, final: true })) };
    expect(isOpenToAppeal(with_(s.state, { ending }))).toBe(false);
    expect(isAppellant(cast.third, [COMMITTEE], with_(s.state, { ending }))).toBe(false);
  });

  it('follows its own appeal to the end, final decision, lost P-status and all', () => {
    const s = registered();
    s.does(cast.third, 'LodgeAppeal', lodge);
    s.does(cast.third, 'WithdrawAppeal', { appeal: 'A1' });
    const { decisions } = s.state.ending;
    const ending = { ...s.state.ending, decisions: decisions.map((d) => ({ ...d, final: true })) };
    const ended = with_(s.state, { ending });
    expect(appellantsIn(ended)).toEqual([GSA]);
    expect(isAppellant(cast.third, [], ended)).toBe(true);
    expect(isAppellant({ ...cast.third, member: 1 }, [COMMITTEE], ended)).toBe(false);
    const elsewhere = [{ role: 'NSB_REP' as const, committees: [7] }];
    expect(isAppellant({ ...cast.third, grants: elsewhere }, [], ended)).toBe(false);
    expect(isAppellant({ ...cast.third, grants: [{ role: 'MBUA' }] }, [], ended)).toBe(false);
  });

  it('is a P-member whose representative acts in that committee, and no party or desk', () => {
    const { state } = registered();
    const there = [COMMITTEE, 7];
    expect(isAppellant(cast.third, there, state)).toBe(true);
    expect(isAppellant(cast.third, [7], state)).toBe(false);
    expect(isAppellant(cast.lead, there, state)).toBe(false);
    expect(isAppellant(cast.tmbMember, there, state)).toBe(false);
    const only = (committees: readonly number[]) => ({
      ...cast.third,
      grants: [{ role: 'NSB_REP' as const, committees }],
    });
    expect(appealsIn(only([7]), there)).toEqual([7]);
    expect(isAppellant(only([7]), there, state)).toBe(false);
    expect(appealsIn({ ...cast.third, member: null }, there)).toEqual([]);
    expect(appealsIn({ ...cast.third, grants: [{ role: 'MBUA' }] }, there)).toEqual([]);
  });

  it('reads the decisions and its own appeals; everything else is as if it had never been', () => {
    const s = registered();
    s.does(cast.third, 'LodgeAppeal', lodge);
    s.does(cast.twinned, 'LodgeAppeal', { ...lodge, grounds: 'Theirs.' });
    const shown = shownToAppellant(GSA, s.state);
    expect(shown.ending.decisions).toEqual(s.state.ending.decisions);
    expect(shown.ending.appeals.map(({ id, grounds }) => [id, grounds])).toEqual([
      ['A1', 'Misread.'],
    ]);
    const { lead, twinned, committee, type } = s.state;
    const { id, version, stage, initiator, workingGroup, ruleset } = s.state;
    const heading = { id, version, stage, initiator, workingGroup, ruleset };
    expect(shown).toEqual({
      ...emptyAgreement(id),
      ...{ ...heading, lead, twinned, committee, type, ending: shown.ending },
    });
  });
});
