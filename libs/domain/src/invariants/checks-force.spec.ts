import { describe, expect, it } from '@jest/globals';
import { addDays, day } from '../calendar/day.js';
import { instant } from '../calendar/zurich.js';
import { event } from '../kernel/events.js';
import type { Agreement } from '../kernel/state.js';
import { brokenBy } from './checks.js';
import { firstWhere } from './on-the-way.js';
import type { Commit, RandomStory } from './random-story.js';

// A check that no commit can break would prove nothing: each is shown one that breaks it.

/** The commit of a way that changed the state so. */
function commitWhere(told: RandomStory, is: (commit: Commit) => boolean): Commit {
  const found = told.commits.find(is);
  if (found === undefined) throw new Error('The way has no such commit.');
  return found;
}
const inForce = () => firstWhere('P_MEMBER', (s) => s.oversight.reviews.length > 0);
const activation = () =>
  commitWhere(inForce(), (c) => c.before.term === null && c.after.term !== null);
const inTerm = (): Commit => {
  const told = inForce();
  const { state } = told;
  return { ...activation(), timer: null, before: state, after: state, at: told.story.now };
};
const OF = {
  DecisionFinal: event('DecisionFinal', { decision: 'D1' }),
  JointActExpired: event('JointActExpired', { kind: 'Withdraw', reason: 'NO_ANSWER' }),
  EscalatedToTmb: event('EscalatedToTmb', { id: 'E1', trigger: 'X', text: null, dueOn: null }),
};
const said = (commit: Commit) => brokenBy(commit).map((says) => says.slice(0, says.indexOf(':')));
const withTerm = (of: Agreement, over: Partial<NonNullable<Agreement['term']>>): Agreement => ({
  ...of,
  term: of.term && { ...of.term, ...over },
});

describe('the checks of what is in force', () => {
  it('let a true commit pass', () => {
    expect(brokenBy(activation())).toEqual([]);
    expect(brokenBy({ ...inTerm(), events: [] })).toEqual([]);
  });

  it('see a term that is too long beside an earlier run', () => {
    const commit = activation();
    const { facts } = commit;
    const earlier = {
      ...{ agreement: 'before', type: 'P_MEMBER' as const, ending: 'TERMINATED' as const },
      start: day('2020-01-01'),
      end: day('2024-06-30'),
    };
    expect(said({ ...commit, facts: { ...facts, previousRuns: [earlier] } })).toEqual(['F3']);
  });

  it('see ENDING too early, ACTIVE too late', () => {
    const commit = { ...inTerm(), events: [] };
    const early = withTerm(commit.after, { windowOpened: true });
    expect(said({ ...commit, after: early })).toEqual(['F4']);
    const end = commit.after.term?.end ?? day('2030-01-01');
    const late = instant(`${addDays(end, -20)}T12:00:00Z`);
    expect(said({ ...commit, at: late })).toContain('F4');
  });

  it('see final by nothing, final twice, without a reference, of a later day, or a status by a step', () => {
    const commit = { ...inTerm(), events: [] };
    const { ending } = commit.after;
    const [approval] = ending.decisions;
    if (approval === undefined) throw new Error('no decision');
    const withDecisions = (...decisions: readonly (typeof approval)[]): Agreement => ({
      ...commit.after,
      ending: { ...ending, decisions },
    });
    const open = withDecisions({ ...approval, final: false });
    const final = withDecisions({ ...approval, final: true });
    expect(said({ ...commit, before: open, after: final })).toEqual(['F15']);
    const byTime = [event('DecisionFinal', { decision: approval.id })];
    expect(said({ ...commit, before: open, after: final, events: byTime })).toEqual([]);
    expect(said({ ...commit, before: final, after: final, events: byTime })).toEqual(['F15']);
    const anew = { ...approval, id: 'D9', body: 'TMB' as const, reference: null, final: false };
    const two = withDecisions(approval, anew);
    expect(said({ ...commit, after: two })).toEqual(['F15']);
    const ahead = { ...anew, reference: 'TMB 1', decidedOn: day('2099-01-01') };
    expect(said({ ...commit, after: withDecisions(approval, ahead) })).toEqual(['F15']);
    const ended: Agreement = { ...commit.after, stage: 'EXPIRED' };
    const step = [event('AppealReferred', { id: 'A1', comments: null })];
    expect(said({ ...commit, after: ended, events: step })).toContain('F15');
  });

  it('see a year without review, two of one year, one unfinished behind the end', () => {
    const commit = { ...inTerm(), events: [] };
    const { oversight } = commit.after;
    const [review] = oversight.reviews;
    if (review === undefined) throw new Error('no review');
    const withReviews = (over: Partial<Agreement>, ...reviews: (typeof review)[]): Agreement => ({
      ...commit.after,
      ...over,
      oversight: { ...oversight, reviews },
    });
    const later = instant(`${addDays(review.dueOn, 1)}T12:00:00Z`);
    expect(said({ ...commit, after: withReviews({}), at: later })).toEqual(['F17']);
    expect(said({ ...commit, after: withReviews({}, review, review) })).toEqual(['F17']);
    const over = withReviews({ stage: 'EXPIRED' }, { ...review, stage: 'OPEN' });
    expect(said({ ...commit, after: over })).toContain('F17');
  });

  it('see a claim that another holds', () => {
    const told = firstWhere('CHAIR', (s) => s.approval.registration !== null);
    const commit = commitWhere(told, (c) => c.after.approval.registration !== null);
    const claims = {
      [`CHAIR/${String(commit.after.committee)}`]: { agreement: 'x', member: null, end: null },
    };
    expect(said({ ...commit, claims })).toEqual(['F6']);
  });

  it('see a place that is not held from the registration to the end (F6)', () => {
    const commit = { ...inTerm(), events: [] };
    expect(said({ ...commit, after: { ...commit.after, committee: null } })).toContain('F6');
    const { registration } = commit.after.approval;
    const early: Agreement = {
      ...commit.before,
      approval: { ...commit.before.approval, registration: null },
    };
    expect(registration).not.toBeNull();
    expect(said({ ...commit, before: early, after: early })).not.toContain('F6');
  });

  it('see an event that has no place behind the end (F2)', () => {
    const commit = inTerm();
    const final: Agreement = { ...commit.after, stage: 'CLOSED' };
    const saying = (type: 'DecisionFinal' | 'JointActExpired' | 'EscalatedToTmb') =>
      said({ ...commit, before: final, after: final, events: [{ ...OF[type] }] });
    expect(saying('DecisionFinal')).not.toContain('F2');
    expect(saying('JointActExpired')).toContain('F2');
    expect(saying('EscalatedToTmb')).toContain('F2');
  });

  it('see another plan under the acceptances, or another text submitted, than the frozen one (F5)', () => {
    const told = firstWhere('P_MEMBER', (s) => s.stage === 'AGREEMENT_IN_REVIEW');
    const { state } = told;
    const commit = { ...inTerm(), before: state, events: [], at: told.story.now };
    const { negotiation } = state;
    const having = (over: Partial<Agreement['negotiation']>): Commit => ({
      ...commit,
      after: { ...state, negotiation: { ...negotiation, ...over } },
    });
    expect(said(having({}))).toEqual([]);
    const planHash = '0'.repeat(64);
    const [first, ...others] = negotiation.acceptances;
    if (first === undefined || negotiation.submission === null) throw new Error('not submitted');
    expect(said(having({ acceptances: [{ ...first, planHash }, ...others] }))).toEqual(['F5, F13']);
    expect(said(having({ submission: { ...negotiation.submission, planHash } }))).toEqual(['F5']);
  });
});
