import { addDays, addMonths, type Day } from '../calendar/day.js';
import { dayAt, startOf } from '../calendar/zurich.js';
import { claimsHeld } from '../agreement/guards/claims.js';
import { latestEnd } from '../agreement/guards/renewal.js';
import { rulesOf, statusOf } from '../kernel/state.js';
import { ENDED, FINAL, isOneOf } from '../kernel/vocabulary.js';
import type { Commit } from './random-story.js';

/** Invariants of what is in force, of its reviews and of decisions, as one commit can show them. */
type Check = (commit: Commit) => readonly string[];

const when = (wrong: boolean, says: string): readonly string[] => (wrong ? [says] : []);

/** F3: together with the runs before it an agreement never exceeds five years without an override. */
export const runsFitTogether: Check = ({ before, after, facts }) =>
  after.term === null || before.term !== null
    ? []
    : when(
        after.term.end > latestEnd(after, facts, after.term.start),
        `F3: ${after.term.start} to ${after.term.end} after ${JSON.stringify(facts.previousRuns)}`,
      );

/** F4, its second half: ENDING from the day of the window on, ACTIVE before it. */
export const windowIsTheStatus: Check = ({ before, after, events, at }) => {
  const status = statusOf(after);
  if (after.stage !== 'FORCE' || before.stage !== 'FORCE' || after.term === null) return [];
  // A start of force and an end that is moved may leave the window behind: the next step opens it first.
  if (events.some((e) => e.type === 'AgreementAmended')) return [];
  const months = after.type === 'P_MEMBER' ? 3 : 12;
  const from = addMonths(after.term.end, -months);
  const opens = startOf(from > after.term.start ? from : after.term.start);
  return [
    ...when(status === 'ENDING' && at < opens, `F4: ENDING before ${opens}`),
    ...when(status === 'ACTIVE' && at > opens, `F4: ACTIVE after ${opens}`),
  ];
};

const STEPS_OF_AN_APPEAL =
  /^(AppealLodged|AppealReferred|AppealAdmitted|ConciliationHeld|ConciliationReported|AppealWithdrawn)$/;

/** F15: a decision is final by its time or by its appeal, once; and until it is decided an appeal changes nothing. */
export const decisionsEnd: Check = ({ before, after, events, at }) => {
  const was = new Map(before.ending.decisions.map((d) => [d.id, d.final]));
  const became = after.ending.decisions.filter((d) => d.final && was.get(d.id) !== true);
  const byTime = events.flatMap((e) => (e.type === 'DecisionFinal' ? [e.payload.decision] : []));
  const byAppeal = events.flatMap((e) => {
    if (e.type !== 'AppealDecided') return [];
    return [before.ending.appeals.find((a) => a.id === e.payload.id)?.decision];
  });
  return [
    ...became
      .filter((d) => !byTime.includes(d.id) && !byAppeal.includes(d.id) && d.body !== 'COUNCIL')
      .map((d) => `F15: ${d.id} is final and nothing says so`),
    ...byTime.filter((id) => was.get(id) === true).map((id) => `F15: ${id} is final twice`),
    ...after.ending.decisions
      .filter((d) => !was.has(d.id) && d.reference === null && d.body !== 'TPM')
      .map((d) => `F15: ${d.id} of ${d.body} has no reference`),
    ...after.ending.decisions
      .filter((d) => !was.has(d.id) && d.decidedOn > dayAt(at))
      .map((d) => `F15: ${d.id} is decided on ${d.decidedOn}`),
    ...when(
      events.length > 0 &&
        events.every((e) => STEPS_OF_AN_APPEAL.test(e.type)) &&
        statusOf(before) !== statusOf(after),
      `F15: ${statusOf(before)} became ${statusOf(after)} by a step of an appeal`,
    ),
  ];
};

/** The anniversaries of a term up to its end. */
function anniversaries(start: Day, end: Day): readonly Day[] {
  const days: Day[] = [];
  for (let year = 1; addMonths(start, 12 * year) <= end; year += 1) {
    days.push(addMonths(start, 12 * year));
  }
  return days;
}

/** F17: a review for each anniversary once it is time for it, and none that stays unfinished behind the end. */
export const everyYearIsReviewed: Check = ({ before, after, at }) => {
  const { term, oversight } = after;
  if (term === null) return [];
  const { annual_review_open_days_before: days } = rulesOf(after).sla_defaults;
  const known = oversight.reviews.map((r) => r.year);
  const missing =
    before.stage === 'FORCE' && after.stage === 'FORCE'
      ? anniversaries(term.start, term.end).filter(
          (day) => startOf(addDays(day, -days)) < at && !known.includes(Number(day.slice(0, 4))),
        )
      : [];
  const over = isOneOf([...ENDED, ...FINAL], statusOf(after));
  return [
    ...missing.map((day) => `F17: no review for ${day}`),
    ...when(new Set(known).size !== known.length, 'F17: two reviews of one year'),
    ...(over ? oversight.reviews : [])
      .filter((r) => !['FILED', 'ESCALATED', 'OVERTAKEN'].includes(r.stage))
      .map((r) => `F17: the review of ${String(r.year)} is ${r.stage} after the end`),
  ];
};

/** F6: a place is held from the registration on, and by nothing that has ended. */
export const claimsFollowTheStatus: Check = ({ after }) => {
  const held = claimsHeld(after).length > 0;
  const registered = after.approval.registration !== null;
  const holds = registered && !isOneOf([...ENDED, ...FINAL], statusOf(after));
  return when(held !== holds, `F6: ${statusOf(after)} with claims ${String(held)}`);
};

/** F6: who registers, or comes back, holds what nobody else does. */
export const claimsAreOwn: Check = ({ before, after, claims }) => {
  const had = claimsHeld(before).map((claim) => claim.key);
  return claimsHeld(after)
    .map((claim) => claim.key)
    .filter((key) => !had.includes(key) && claims[key] !== undefined)
    .map((key) => `F6: ${key} is held by ${claims[key]?.agreement ?? ''}`);
};
