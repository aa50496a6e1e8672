import type { Day } from '../calendar/day.js';
import type { Instant } from '../calendar/zurich.js';
import { rulesetById, type Ruleset, type RulesetId } from '../rulesets/index.js';
import type { LeftP } from './bar.js';
import type { BallotDue, InactivityRule, MeetingDue, ParticipationFacts } from './inactivity.js';

/** A ballot and the day on which it was recorded; absent in states from before it was kept. */
export type RecordedBallot = BallotDue & { readonly recordedOn?: Day };

/**
 * The day at whose end a missing vote is known to be missing: the last one of the ballot, or that of the recording if it
 * is later, for the vote of a ballot that is over is recorded after the ballot (lifecycle.md B6).
 */
export const countsFrom = ({ closesOn, recordedOn }: RecordedBallot): Day =>
  recordedOn !== undefined && recordedOn > closesOn ? recordedOn : closesOn;

/** One member in one committee as its stream has it: plain JSON. */
export interface Participation {
  readonly member: number | null;
  readonly committee: number | null;
  readonly ruleset: RulesetId;
  readonly version: number;
  readonly fired: Readonly<Record<string, true>>;
  readonly status: 'P' | 'O' | null;
  readonly pSince: Day | null;
  /** What the registry last showed: after a downgrade it has to follow (T50). */
  readonly inRegistry: 'P' | 'O' | null;
  readonly ballots: readonly RecordedBallot[];
  readonly meetings: readonly (MeetingDue & { readonly id: string })[];
  /** Experts appointed to working groups. */
  readonly experts: readonly string[];
  readonly declaredInactive: boolean;
  /** At most one open case a rule. */
  readonly cases: readonly InactivityCase[];
  /** How and when the body last stopped being P; null while it is P or never was. */
  readonly leftP: (LeftP & { readonly at: Instant }) | null;
  readonly requestedAt: Instant | null;
  /** Years already judged (T47). */
  readonly judged: readonly number[];
  /** Ballots of a year that were recorded after it was judged, and when the last of them was (T47). */
  readonly late?: Readonly<
    Record<string, { readonly at: Instant; readonly ballots: readonly string[] }>
  >;
  /** Ballots that were warned of (T46). */
  readonly warned: readonly string[];
  /** When the first fact was recorded: years before it are not judged. */
  readonly openedAt: Instant | null;
}

/** The way from a failing to a downgrade (DIR 1.7.4, 1.7.5). */
export interface InactivityCase {
  readonly rule: InactivityRule;
  readonly year: number;
  readonly stage: 'FOUND' | 'NOTIFIED' | 'REMINDED' | 'ANSWERED' | 'UNSATISFACTORY' | 'WATCHED';
  /** When the present stage was reached. */
  readonly since: Instant;
  readonly remindedOn: Day | null;
  /** Last inclusive day for the answer. */
  readonly respondBy: Day | null;
  /** The day on which the failing was found; absent in rows from before it was kept. */
  readonly foundOn?: Day;
  /** PM-10: the ballots that the reminder is about. */
  readonly ballots?: readonly string[];
  /** PM-10: ballots missed since the reminder, which have one of their own when this case ends. */
  readonly later?: readonly string[];
}

export const noParticipation = (ruleset: RulesetId): Participation => ({
  member: null,
  committee: null,
  ruleset,
  version: 0,
  fired: {},
  status: null,
  pSince: null,
  inRegistry: null,
  ballots: [],
  meetings: [],
  experts: [],
  declaredInactive: false,
  cases: [],
  leftP: null,
  requestedAt: null,
  judged: [],
  warned: [],
  openedAt: null,
});

export const rulesOfParticipation = (state: Participation): Ruleset => rulesetById(state.ruleset);

export const caseOf = (state: Participation, rule: InactivityRule): InactivityCase | undefined =>
  state.cases.find((c) => c.rule === rule);

export const factsOf = (state: Participation, asOf: Day): ParticipationFacts => ({
  asOf,
  pSince: state.pSince,
  ballots: state.ballots,
  meetings: state.meetings,
  experts: state.experts.length,
  persistentlyInactive: state.declaredInactive,
});

/** A vote on a draft or a review that is missing still, and counts (PM-10). */
export const isMissing = (state: Participation, ballot: string): boolean =>
  state.ballots.some(
    (b) =>
      b.id === ballot &&
      !b.voted &&
      !b.guide &&
      state.pSince !== null &&
      b.closesOn >= state.pSince,
  );

/** PM-8 asks for a further failing after the reminder before the status changes; PM-10 does not. */
export const needsFurtherFailing = (rule: InactivityRule): boolean => rule !== 'PM-10';

/** A vote missed, or a meeting not contributed to, after the day of the reminder (lifecycle.md T49). */
export function furtherFailing(state: Participation, since: Day, asOf: Day): boolean {
  return (
    state.ballots.some((b) => !b.guide && !b.voted && b.closesOn > since && countsFrom(b) < asOf) ||
    state.meetings.some((m) => !m.contributed && m.on > since && m.on <= asOf)
  );
}
