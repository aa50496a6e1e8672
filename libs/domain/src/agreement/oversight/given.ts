import { day } from '../../calendar/day.js';
import { event } from '../../kernel/events.js';
import type { TwinningType } from '../../kernel/vocabulary.js';
import { ASI, COMMITTEE, IES, usualFacts } from '../../testing/people.js';
import { Story } from '../../testing/story.js';

/** A draft of IES with ASI as lead, on 4 January 2027. */
export const confirmedDraft = (type: TwinningType = 'P_MEMBER'): Story =>
  new Story('2027-01-04T09:00:00Z', usualFacts).given(
    event('TwinningDraftStarted', {
      side: 'TWINNED',
      member: IES,
      type,
      committee: COMMITTEE,
      workingGroup: type === 'CONVENOR' ? 'WG 1' : null,
      ruleset: 'brochure-2021',
    }),
    event('PartnerConfirmed', { member: ASI, side: 'LEAD' }),
  );

/** The draft submitted on 4 January 2027. */
export const submitted = (type: TwinningType = 'P_MEMBER'): Story =>
  confirmedDraft(type).given(
    event('TwinningRequestSubmitted', { hash: 'a'.repeat(64), ruleset: 'brochure-2021' }),
    event('RequestRouted', { destination: type === 'P_MEMBER' ? 'TPM' : 'TMB_SECRETARIAT' }),
  );

/** Approved and registered on 4 January 2027, terms open. */
export const registered = (): Story =>
  submitted().given(
    event('TwinningApproved', {
      body: 'TPM',
      basis: 'REVIEW',
      reference: null,
      decidedOn: day('2027-01-04'),
      reasons: null,
    }),
    event('ArrangementRegisteredInGd', {
      registeredOn: day('2027-01-04'),
      agreementDueOn: day('2027-04-04'),
      claims: [],
    }),
  );

/** In force from 4 January 2027 to 3 January 2030: reviews are due in January 2028 and 2029. */
export const inForceUntil = (end = '2030-01-03', start = '2027-01-04'): Story =>
  registered().given(
    event('ArrangementActivated', {
      start: day(start),
      end: day(end),
      reviewDates: [],
      meetingDates: [],
    }),
  );

/** Events of one timer that fired, in order. */
export const firedBy = (story: Story, timer: string) =>
  story.fired.filter((f) => f.deadline.timer === timer);
