import { addMonths, day, type Day } from '../../calendar/day.js';
import { event } from '../../kernel/events.js';
import type { MemberFacts } from '../../kernel/facts.js';
import { rulesOf } from '../../kernel/state.js';
import type { TwinningType } from '../../kernel/vocabulary.js';
import { ASI, cast, COMMITTEE, IES, usualFacts } from '../../testing/people.js';
import { Story } from '../../testing/story.js';
import { criteriaOf } from './criteria.js';
import type { EvaluationKind } from './kinds.js';

export const START = day('2027-10-01');
export const END = day('2030-09-30');

export interface Setting {
  readonly type?: TwinningType;
  readonly end?: Day;
  /** What the registry has of the twinned body, over the usual O-member. */
  readonly twinned?: Partial<MemberFacts>;
  /** The committee is a subcommittee (the usual case) or a technical committee. */
  readonly level?: 'TC' | 'SC';
}

/** ASI and IES in force since 1 October 2027, a month in. */
export function twinningInForce(setting: Setting = {}): Story {
  const { type = 'P_MEMBER', end = END, twinned = {}, level = 'SC' } = setting;
  const body = usualFacts.members[String(IES)];
  const { committee } = usualFacts;
  if (body === undefined || committee === null) throw new Error('The usual facts have changed.');
  const story = new Story('2027-10-01T10:00:00Z', {
    ...usualFacts,
    members: { ...usualFacts.members, [IES]: { ...body, ...twinned } },
    committee: { ...committee, parentId: level === 'SC' ? COMMITTEE - 1 : null },
  });
  story.given(
    event('TwinningDraftStarted', {
      side: 'LEAD',
      member: ASI,
      type,
      committee: COMMITTEE,
      workingGroup: type === 'CONVENOR' ? 'WG 4' : null,
      ruleset: 'brochure-2021',
    }),
    event('PartnerConfirmed', { member: IES, side: 'TWINNED' }),
    event('ArrangementRegisteredInGd', {
      registeredOn: day('2027-08-31'),
      agreementDueOn: addMonths(day('2027-08-31'), 3),
      claims: [],
    }),
    event('ArrangementActivated', { start: START, end, reviewDates: [], meetingDates: [] }),
  );
  return story;
}

/** The registry shows the twinned body with this change from now on. */
export function registryShows(story: Story, change: Partial<MemberFacts>): void {
  const body = story.facts.members[String(IES)];
  if (body === undefined) throw new Error('IES is not in the facts.');
  story.facts = {
    ...story.facts,
    members: { ...story.facts.members, [IES]: { ...body, ...change } },
  };
}

/** Every item of this kind with its full value, by the twinned body. */
export function showsEverything(story: Story, kind: EvaluationKind, evaluation = 'EV1'): void {
  for (const { item, full } of criteriaOf(kind, rulesOf(story.state))) {
    story.does(cast.twinned, 'ProvideEvidence', { evaluation, item, value: full });
  }
}

/** The three parts that are asked for have nothing more to show. */
export function closesAllParts(story: Story, evaluation = 'EV1'): void {
  for (const person of [cast.lead, cast.twinned, cast.tpm]) {
    story.does(person, 'CloseEvidence', { evaluation });
  }
}

/** An evaluation of this kind, opened by the twinned body, with everything shown and reviewed. */
export function reviewedEvaluation(kind: EvaluationKind, setting: Setting = {}): Story {
  const story = twinningInForce(setting);
  story.does(cast.twinned, 'OpenEvaluation', { kind });
  showsEverything(story, kind);
  closesAllParts(story);
  return story;
}

export const PAPERS = [{ title: 'Statement of the twinned partner', hash: 'b'.repeat(64) }];
