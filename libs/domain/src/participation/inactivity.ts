import { addMonths, day, yearOf, type Day } from '../calendar/day.js';
import type { Ruleset } from '../rulesets/index.js';

/** Ballots on which a P-member has to vote (DIR 1.7.1). */
export const BALLOT_KINDS = ['CIB', 'NP', 'CD', 'DIS', 'FDIS', 'SR'] as const;
export type BallotKind = (typeof BALLOT_KINDS)[number];

/** A ballot due from one member: `voted` is true for an abstention as well (HD328). */
export interface BallotDue {
  readonly id: string;
  readonly kind: BallotKind;
  /** Last inclusive day. */
  readonly closesOn: Day;
  readonly voted: boolean;
  /** Work on Guides is outside the rules (notes to DIR 1.7.4, 1.7.5). */
  readonly guide: boolean;
}

/** A committee meeting; contributing in writing or remotely is contributing (DIR 1.7.4). */
export interface MeetingDue {
  readonly on: Day;
  readonly contributed: boolean;
}

/** What is known of one member in one committee on the day `asOf`. */
export interface ParticipationFacts {
  readonly asOf: Day;
  /** Since when the member is P: only ballots closing and meetings held from that day on count (OQ-13). */
  readonly pSince: Day | null;
  readonly ballots: readonly BallotDue[];
  readonly meetings: readonly MeetingDue[];
  /** Experts appointed to working groups. */
  readonly experts: number;
  /** Declared by the committee manager. */
  readonly persistentlyInactive: boolean;
}

export type Verdict = 'OK' | 'WARN' | 'NOTIFY';
export const INACTIVITY_RULES = ['PM-8(a)', 'PM-8(b)', 'PM-10'] as const;
export type InactivityRule = (typeof INACTIVITY_RULES)[number];

export interface Finding {
  readonly rule: InactivityRule;
  readonly verdict: Verdict;
  /** Ballots or meetings due, and of them not answered or not contributed to. */
  readonly due: number;
  readonly missed: number;
}

export interface Inactivity {
  readonly verdict: Verdict;
  /** One for each rule, in the order of the rules. */
  readonly findings: readonly Finding[];
}

const PERCENT = 100;

/** PM-8(b): more than 20 % and at least 2 of the internal ballots of a calendar year not voted (DIR 1.7.4). */
export function cibInactivity(due: number, missed: number, ruleset: Ruleset): boolean {
  const { cib_missed_ratio_gt, cib_missed_min } = ruleset.p_member_compliance;
  // Whole percent, so that one in five is exactly one in five: 5·m > n.
  const percent = Math.round(cib_missed_ratio_gt.value * PERCENT);
  return missed >= cib_missed_min.value && PERCENT * missed > percent * due;
}

/** PM-8(a): persistently inactive, nothing contributed to two successive meetings, and no expert: all three. */
export const meetingInactivity = (shown: {
  readonly persistentlyInactive: boolean;
  readonly missedLastTwo: boolean;
  readonly experts: number;
}): boolean => shown.persistentlyInactive && shown.missedLastTwo && shown.experts === 0;

/** PM-10: one vote missed on a DIS, FDIS or systematic review of the committee (DIR 1.7.5). */
export const standardsInactivity = (missed: number, ruleset: Ruleset): boolean =>
  missed >= ruleset.p_member_compliance.missed_dis_fdis_sr_triggers_reminder.value;

/** T46, before the breach: one missed internal ballot when few were due, from a share of them on otherwise. */
export function earlyWarning(due: number, missed: number, ruleset: Ruleset): boolean {
  const { few_ballots, missed_min, missed_ratio } = ruleset.p_member_compliance.early_warning;
  const percent = Math.round(missed_ratio * PERCENT);
  return missed >= missed_min && (due < few_ballots || PERCENT * missed >= percent * due);
}

const isStandard = (kind: BallotKind): boolean =>
  kind === 'DIS' || kind === 'FDIS' || kind === 'SR';

/** The ballots that are over and count against the member, from a day on. */
function since({ asOf, pSince, ballots }: ParticipationFacts, from: Day): readonly BallotDue[] {
  if (pSince === null) return [];
  return ballots.filter(
    (b) => !b.guide && b.closesOn >= from && b.closesOn < asOf && b.closesOn >= pSince,
  );
}

const counted = (facts: ParticipationFacts, year: number): readonly BallotDue[] =>
  since(facts, day(`${String(year)}-01-01`)).filter((b) => yearOf(b.closesOn) === year);

const notVoted = (ballots: readonly BallotDue[]): number => ballots.filter((b) => !b.voted).length;

/** The last successive meetings, as many as the rule asks about; none as long as there were fewer. */
function lastMeetings(facts: ParticipationFacts, ruleset: Ruleset): readonly MeetingDue[] {
  const { asOf, pSince } = facts;
  const count = ruleset.p_member_compliance.successive_meetings_without_contribution.value;
  const held = facts.meetings
    .filter((m) => pSince !== null && m.on >= pSince && m.on <= asOf)
    .sort((a, b) => (a.on < b.on ? -1 : 1));
  return held.length < count ? [] : held.slice(-count);
}

function meetings(facts: ParticipationFacts, ruleset: Ruleset): Finding {
  const last = lastMeetings(facts, ruleset);
  const missed = last.filter((m) => !m.contributed).length;
  const missedLastTwo = last.length > 0 && missed === last.length;
  const { experts, persistentlyInactive } = facts;
  const breach = meetingInactivity({ persistentlyInactive, missedLastTwo, experts });
  // Only the declaration of the committee manager is missing.
  const near = missedLastTwo && experts === 0;
  return {
    rule: 'PM-8(a)',
    verdict: breach ? 'NOTIFY' : near ? 'WARN' : 'OK',
    due: last.length,
    missed,
  };
}

function internalBallots(facts: ParticipationFacts, year: number, ruleset: Ruleset): Finding {
  const rule = 'PM-8(b)';
  const isCib = (b: BallotDue): boolean => b.kind === 'CIB';
  const cibs = counted(facts, year).filter(isCib);
  const [due, missed] = [cibs.length, notVoted(cibs)];
  // The year is judged on 1 January; before that, a breach only warns (OQ-12).
  const over = yearOf(facts.asOf) > year;
  const breach = cibInactivity(due, missed, ruleset);
  if (breach && over) return { rule, verdict: 'NOTIFY', due, missed };
  if (breach || earlyWarning(due, missed, ruleset)) return { rule, verdict: 'WARN', due, missed };
  const months = ruleset.p_member_compliance.early_warning.rolling_months;
  const recent = over ? [] : since(facts, addMonths(facts.asOf, -months)).filter(isCib);
  return cibInactivity(recent.length, notVoted(recent), ruleset)
    ? { rule, verdict: 'WARN', due: recent.length, missed: notVoted(recent) }
    : { rule, verdict: 'OK', due, missed };
}

function standards(facts: ParticipationFacts, year: number, ruleset: Ruleset): Finding {
  const ballots = counted(facts, year).filter((b) => isStandard(b.kind));
  const missed = notVoted(ballots);
  const verdict = standardsInactivity(missed, ruleset) ? 'NOTIFY' : 'OK';
  return { rule: 'PM-10', verdict, due: ballots.length, missed };
}

const RANKING: readonly Verdict[] = ['NOTIFY', 'WARN', 'OK'];

/** How a member did in a committee in a calendar year: the worst of the three rules (rules.md 4.1, 6.4). */
export function evaluateInactivity(
  facts: ParticipationFacts,
  year: number,
  ruleset: Ruleset,
): Inactivity {
  const findings = [
    meetings(facts, ruleset),
    internalBallots(facts, year, ruleset),
    standards(facts, year, ruleset),
  ];
  const verdict = RANKING.find((v) => findings.some((f) => f.verdict === v)) ?? 'OK';
  return { verdict, findings };
}
