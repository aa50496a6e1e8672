import type { Day } from '../calendar/day.js';
import type { Instant } from '../calendar/zurich.js';
import type { BallotKind, Finding, InactivityRule, Verdict } from './inactivity.js';

// These names are the storage format: a name or a field, once written, is kept for ever.

export type Choice = 'YES' | 'NO' | 'ABSTAIN';
export type CaseEnd = 'SATISFACTORY' | 'CURED' | 'FACTS_CORRECTED';
export type AlertTo = 'OWN_BODY' | 'COMMITTEE_MANAGER' | 'ISO_CS' | 'TMB_SEC';

/** Events of one member in one committee (lifecycle.md B6). */
export interface ParticipationEvents {
  ParticipationOpened: { member: number; committee: number };
  RegistryStatusSeen: { status: 'P' | 'O' | null; since: Day };
  BallotRecorded: {
    ballot: string;
    kind: BallotKind;
    closesOn: Day;
    guide: boolean;
    reference: string;
  };
  /** An abstention is a vote (HD328). */
  VoteRecorded: { ballot: string; choice: Choice; source: 'OWN_BODY' | 'RESULT' };
  MeetingRecorded: { meeting: string; on: Day; contributed: boolean; reference: string };
  ExpertRecorded: { expert: string; active: boolean; reference: string };
  /** T46: a vote was missed; a missed DIS, FDIS or review opens the case of PM-10. */
  EarlyWarningRaised: { rule: InactivityRule; ballot: string; due: number; missed: number };
  /** T47: the calendar year as it stood on 1 January. */
  YearEvaluated: { year: number; verdict: Verdict; findings: readonly Finding[] };
  PersistentInactivityDeclared: { reasons: string };
  InactivityNotified: { rule: InactivityRule };
  PStatusReminderSent: { rule: InactivityRule; respondBy: Day };
  ReminderAnswered: { rule: InactivityRule; text: string };
  ReminderResponseJudged: { rule: InactivityRule; satisfactory: boolean; reasons: string };
  /** PM-8 without a further failing: watched until the next vote or meeting is due (T49). */
  InactivityWatched: { rule: InactivityRule };
  InactivityCaseClosed: { rule: InactivityRule; reason: CaseEnd };
  PStatusDowngraded: { rule: InactivityRule; on: Day; earliestReinstatementOn: Day };
  PStatusGranted: { since: Day; source: 'OWN_BODY' | 'ISO_CS' };
  StatusRelinquished: { since: Day };
  ReinstatementRequested: Record<never, never>;
  PStatusReinstated: { since: Day; reference: string };
  ParticipationAlerted: { timer: string; step: string; to: AlertTo; subject: string };
}

export type ParticipationEventType = keyof ParticipationEvents;

export type ParticipationEvent = {
  [K in ParticipationEventType]: {
    readonly type: K;
    readonly payload: ParticipationEvents[K];
    /** Key of the timer that fired (lifecycle.md D4). */
    readonly timer?: string;
  };
}[ParticipationEventType];

export type RecordedParticipationEvent = ParticipationEvent & { readonly at: Instant };

export const participationEvent = <K extends ParticipationEventType>(
  type: K,
  payload: ParticipationEvents[K],
): ParticipationEvent => ({ type, payload }) as ParticipationEvent;
