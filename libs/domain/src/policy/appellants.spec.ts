import { describe, expect, it } from '@jest/globals';
import { confirmedDraft, registered } from '../agreement/oversight/given.js';
import { event } from '../kernel/events.js';
import { emptyAgreement } from '../kernel/evolve.js';
import type { Agreement } from '../kernel/state.js';
import { cast, COMMITTEE, GSA } from '../testing/people.js';
import { appealsIn, concernsCommittee, isAppellant, shownToAppellant } from './appellants.js';

const lodge = { decision: 'D1', grounds: 'Misread.', documents: ['a'.repeat(64)] };
const with_ = (state: Agreement, over: Partial<Agreement>): Agreement => ({ ...state, ...over });

describe('a body that may appeal without being a party (DIR 5.1.2)', () => {
  it('is shown an agreement of its committee from the first decision on, and no request before', () => {
    const draft = confirmedDraft().state;
    expect(concernsCommittee(draft)).toBe(false);
    expect(concernsCommittee(with_(draft, { stage: 'IN_REVIEW_TPM' }))).toBe(false);
    const decided = registered().state;
    expect(concernsCommittee(decided)).toBe(true);
    expect(concernsCommittee(with_(decided, { stage: 'CLOSED' }))).toBe(true);
    expect(concernsCommittee(with_(decided, { committee: null }))).toBe(false);
  });

  it('knows a request that its own committee decides on, and one that it has appealed in before', () => {
    const draft = confirmedDraft();
    const { state } = draft;
    expect(concernsCommittee(with_(state, { stage: 'IN_COMMITTEE_DECISION' }))).toBe(true);
    const returned = draft.given(
      event('AppealLodged', {
        ...{ id: 'A1', decision: null, inaction: 'No ballot.', against: 'COMMITTEE' },
        ...{ level: 'TMB', member: GSA, grounds: 'Misread.', documents: [] },
      } as never),
    );
    expect(concernsCommittee(returned.state)).toBe(true);
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
