import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { forgetWays } from '../../invariants/random-story.js';
import { storyWhere } from '../../invariants/on-the-way.js';
import { event } from '../../kernel/events.js';
import { missingParts } from './form.js';
import type { Agreement } from '../../kernel/state.js';
import { rulesetById } from '../../rulesets/index.js';
import { cast } from '../../testing/people.js';
import type { Story } from '../../testing/story.js';

const { routing } = rulesetById('brochure-2021');

afterEach(() => {
  jest.restoreAllMocks();
  forgetWays();
});

const ready = ({ stage, proposal, ...state }: Agreement) =>
  stage === 'DRAFT' &&
  proposal.consents.LEAD !== null &&
  proposal.consents.TWINNED !== null &&
  missingParts({ stage, proposal, ...state }).length === 0;

/** What the submission says about where the request goes. */
const sent = (s: Story) =>
  s
    .does(cast.lead, 'SubmitRequest')
    .filter((e) => e.type === 'RequestRouted' || e.type === 'CopySent');
const to = (...desks: ('TPM' | 'TMB_SEC' | 'COMMITTEE_MANAGER')[]) =>
  event('CopySent', { about: 'REQUEST', to: desks });
const routedTo = (destination: 'TPM' | 'PARENT_COMMITTEE' | 'TMB_SECRETARIAT') =>
  event('RequestRouted', { destination });

describe('the way of a request (rules 2.4)', () => {
  it.each([
    ['P_MEMBER', [routedTo('TPM'), to('COMMITTEE_MANAGER')], 'IN_REVIEW_TPM'],
    ['CONVENOR', [routedTo('PARENT_COMMITTEE'), to('TPM')], 'IN_COMMITTEE_DECISION'],
    ['CHAIR', [routedTo('TMB_SECRETARIAT'), to('TMB_SEC')], 'IN_REVIEW_TPM'],
    ['SECRETARIAT', [routedTo('TMB_SECRETARIAT'), to('TMB_SEC')], 'IN_REVIEW_TPM'],
  ] as const)('of %s: to its body, with its copies', (type, expected, status) => {
    const s = storyWhere(type, ready);
    expect(sent(s)).toEqual(expected);
    expect(s.status).toBe(status);
  });

  it('is the ruleset’s', () => {
    jest.replaceProperty(routing, 'P_MEMBER', {
      ...routing.P_MEMBER,
      copy_to: ['COMMITTEE_SECRETARIAT', 'TMB_SECRETARIAT'],
    });
    expect(sent(storyWhere('P_MEMBER', ready))).toEqual([
      routedTo('TPM'),
      to('COMMITTEE_MANAGER', 'TMB_SEC'),
    ]);
    jest.replaceProperty(routing, 'P_MEMBER', { ...routing.P_MEMBER, copy_to: [] });
    expect(sent(storyWhere('P_MEMBER', ready))).toEqual([routedTo('TPM')]);
  });

  it('leaves the product never while the past is entered (D22)', () => {
    const s = storyWhere('P_MEMBER', ready);
    s.state = { ...s.state, catchUp: { open: true, lastOccurredOn: s.now } };
    expect(sent(s)).toEqual([routedTo('TPM')]);
  });
});
