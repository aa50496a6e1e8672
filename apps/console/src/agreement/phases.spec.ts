import { describe, expect, it } from '@jest/globals';
import { stepsOf } from './phases.js';

const PHASES = [
  ...(['PROPOSAL', 'PARTNER_SELECTION', 'APPROVAL', 'NEGOTIATION'] as const),
  ...(['EXECUTION', 'EVALUATION', 'CLOSED'] as const),
];
type Known = Parameters<typeof stepsOf>[0];

const submitted = { submittedAt: '2027-01-04T09:00:00Z', returns: 0, blocked: null };
const known = (more: object): Known =>
  ({
    ...{ phase: 'APPROVAL', status: 'IN_REVIEW_TPM', twinned: { member: 1725 }, term: null },
    lead: { member: 1529 },
    approval: submitted,
    negotiation: { openedAt: null, submission: null },
    evaluation: { evaluations: [] },
    ...more,
  }) as unknown as Known;
const said = (more: object): readonly string[] =>
  stepsOf(known(more), PHASES).map(({ state, note }) => note ?? state);
const TERM = { start: '2027-06-01', end: '2030-05-31' };
const opened = { openedAt: '2027-02-01T09:00:00Z', submission: null };

describe('the steps of an agreement', () => {
  it('are done, now, and later', () => {
    expect(said({})).toEqual(['DONE', 'DONE', 'CURRENT', 'LATER', 'LATER', 'LATER', 'LATER']);
  });

  it('say which ones an early end has left out', () => {
    const lapsed = { phase: 'CLOSED', status: 'LAPSED', negotiation: opened };
    expect(said(lapsed)).toEqual([
      ...['DONE', 'DONE', 'DONE', 'DONE', 'NOT_REACHED', 'NOT_REACHED', 'CURRENT'],
    ]);
    const withdrawn = {
      ...{ phase: 'CLOSED', status: 'WITHDRAWN', twinned: null },
      approval: { ...submitted, submittedAt: null },
    };
    expect(said(withdrawn).slice(0, 3)).toEqual(['DONE', 'NOT_REACHED', 'NOT_REACHED']);
  });

  it.each([
    ['SUSPENDED', { phase: 'EXECUTION', term: TERM, negotiation: opened }],
    ['UNDER_TMB_REVIEW', { phase: 'EXECUTION', term: TERM, negotiation: opened }],
    ['APPROVED', { approval: { ...submitted, blocked: { since: '', codes: ['SLOT_TAKEN'] } } }],
  ])('say that it cannot go on: %s', (status, more) => {
    expect(said({ status, ...more })).toContain('BLOCKED');
  });

  it.each([
    ['RETURNED', {}],
    ['IN_REVIEW_TPM', { approval: { ...submitted, returns: 1 } }],
    [
      'AGREEMENT_PENDING',
      { phase: 'NEGOTIATION', negotiation: { ...opened, submission: { at: '' } } },
    ],
    [
      'ACTIVE',
      {
        ...{ phase: 'EXECUTION', term: TERM, negotiation: opened },
        evaluation: { evaluations: [{ stage: 'WITHDRAWN' }] },
      },
    ],
  ])('say that it came back: %s', (status, more) => {
    expect(said({ status, ...more })).toContain('REOPENED');
  });
});
