import { day } from '../../calendar/day.js';
import { event } from '../../kernel/events.js';
import type { TwinningType } from '../../kernel/vocabulary.js';
import { ASI, COMMITTEE, IES, cast, usualFacts } from '../../testing/people.js';
import { Story } from '../../testing/story.js';
import type { RulesetId } from '../../rulesets/index.js';

export const CV = 'c'.repeat(64);
export const STATEMENT = 'd'.repeat(64);

interface Given {
  readonly type?: TwinningType;
  readonly ruleset?: RulesetId;
  readonly end?: string;
  /** Instant of the start of force; the term begins on 1 July 2027. */
  readonly activated?: string;
  /** The parent committee recorded at the start of force, for a chair. */
  readonly parent?: number | null;
}

/** Registered on 1 June 2027, documents still to come. */
export function registered({ type = 'P_MEMBER', ruleset = 'brochure-2021' }: Given = {}): Story {
  const story = new Story('2027-06-01T09:00:00Z', usualFacts);
  story.given(
    event('TwinningDraftStarted', {
      side: 'LEAD',
      member: ASI,
      type,
      committee: COMMITTEE,
      workingGroup: type === 'CONVENOR' ? 'WG 3' : null,
      ruleset,
    }),
    event('PartnerConfirmed', { member: IES, side: 'TWINNED' }),
  );
  if (type !== 'P_MEMBER') story.given(named(story, type));
  return story.given(
    event('ArrangementRegisteredInGd', {
      registeredOn: day('2027-06-01'),
      agreementDueOn: day('2027-09-01'),
      claims: [],
    }),
  );
}

const person = (side: 'LEAD' | 'TWINNED', who: string) => ({
  side,
  person: who,
  cv: CV,
  delegate: false,
  categoryC: false,
});

export const named = (story: Story, type: TwinningType) =>
  event('RequestEdited', {
    side: 'LEAD',
    hash: 'e'.repeat(64),
    form: story.state.proposal.form,
    nominees: [person('LEAD', 'lead-nominee'), person('TWINNED', 'twinned-nominee')],
    subject: {
      type,
      committee: COMMITTEE,
      workingGroup: story.state.workingGroup,
      initiatorSide: 'LEAD',
    },
  });

/** In force from 1 July 2027; meetings every three months from then on. */
export function inForce(given: Given = {}): Story {
  const story = registered(given);
  story.now = startOfStory(given.activated ?? '2027-06-30T22:00:00Z');
  story.given(
    event('TranslationWaived', { language: 'fr' }),
    event('SignatoryDesignated', { side: 'LEAD', person: 'lead-signatory', authority: CV }),
    event('SignatoryDesignated', { side: 'TWINNED', person: 'twinned-signatory', authority: CV }),
    event('ArrangementActivated', {
      start: day('2027-07-01'),
      end: day(given.end ?? '2032-06-30'),
      reviewDates: [],
      meetingDates: [],
      ...(given.type === 'CHAIR' && given.parent != null ? { parent: given.parent } : {}),
    }),
  );
  return story;
}

const startOfStory = (at: string) => new Story(at).now;

/** Both partners do the same joint act. */
export function together(story: Story, type: string, payload: unknown = {}) {
  story.does(cast.lead, type, payload);
  return story.does(cast.twinned, type, payload);
}
