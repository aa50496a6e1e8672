import { yearOf, type Day } from '../calendar/day.js';
import { refuse, type Refusal } from '../kernel/decision.js';
import { choice, flag, object, text } from '../kernel/schema.js';
import { lastDayAfter } from '../kernel/timers.js';
import { earliestReinstatement } from './bar.js';
import { participationCommand as command } from './definition.js';
import { participationEvent as event, type ParticipationEvent } from './events.js';
import { evaluateInactivity, INACTIVITY_RULES, type InactivityRule } from './inactivity.js';
import {
  caseOf,
  factsOf,
  furtherFailing,
  isMissing,
  needsFurtherFailing,
  rulesOfParticipation,
  type InactivityCase,
  type Participation,
} from './state.js';

/** The verdict of one rule on a year, as known today. */
export const verdictOf = (state: Participation, rule: InactivityRule, year: number, today: Day) =>
  evaluateInactivity(factsOf(state, today), year, rulesOfParticipation(state)).findings.find(
    (f) => f.rule === rule,
  )?.verdict ?? 'OK';

/**
 * Whether the facts still bear the case out: a result or a corrected meeting may take its ground away at any time. Under
 * PM-8(a) those are the meetings up to the declaration, a later one cures or is the further failing; under PM-10 the
 * votes that the case is about. Under PM-8(b) a later year counts too, for its failing opened no case of its own.
 */
export function bornOut(state: Participation, c: InactivityCase, today: Day): boolean {
  if (c.rule === 'PM-8(a)') {
    return c.foundOn === undefined || missedBefore(state, c.foundOn);
  }
  if (c.ballots !== undefined) return c.ballots.some((ballot) => isMissing(state, ballot));
  for (let year = c.year; year <= yearOf(today); year += 1) {
    if (verdictOf(state, c.rule, year, today) === 'NOTIFY') return true;
  }
  return false;
}

/** The last successive meetings up to a day were all missed, whoever was named an expert since. */
const missedBefore = (state: Participation, on: Day): boolean => {
  const declared = { ...factsOf(state, on), persistentlyInactive: true, experts: 0 };
  return (
    evaluateInactivity(declared, yearOf(on), rulesOfParticipation(state)).findings.find(
      (f) => f.rule === 'PM-8(a)',
    )?.verdict === 'NOTIFY'
  );
};

export const corrected = (of: InactivityRule): ParticipationEvent =>
  event('InactivityCaseClosed', { rule: of, reason: 'FACTS_CORRECTED' });

const rule = choice(...INACTIVITY_RULES);

const openCase = (
  state: Participation,
  of: InactivityRule,
  stages: readonly InactivityCase['stage'][],
): InactivityCase | Refusal => {
  const found = caseOf(state, of);
  return found !== undefined && stages.includes(found.stage)
    ? found
    : refuse('CASE_NOT_OPEN', 'DIR 1.7.4', { rule: of, stage: found?.stage ?? 'NO_CASE' });
};

/** The committee manager declares persistent inactivity where meetings and experts bear it out (PM-8(a)). */
export const DeclareInactivity = command({
  clause: 'DIR 1.7.4',
  roles: ['COMMITTEE_MANAGER'],
  shape: object({ reasons: text(4000) }),
  decide(state, { reasons }, ctx) {
    if (state.declaredInactive) return [];
    const declared = { ...state, declaredInactive: true };
    return verdictOf(declared, 'PM-8(a)', yearOf(ctx.today), ctx.today) === 'NOTIFY'
      ? [event('PersistentInactivityDeclared', { reasons })]
      : refuse('RULE_NOT_MET', 'DIR 1.7.4', {
          rule: 'PM-8(a)',
          missing: 'NOT_INACTIVE',
          experts: state.experts.length,
        });
  },
});

/** The secretariat notifies the Secretary-General of a failing under PM-8. */
export const NotifySecretaryGeneral = command({
  clause: 'DIR 1.7.4',
  roles: ['COMMITTEE_MANAGER'],
  shape: object({ rule }),
  decide(state, { rule: of }) {
    const found = caseOf(state, of);
    if (found === undefined)
      return refuse('RULE_NOT_MET', 'DIR 1.7.4', { rule: of, missing: 'NO_CASE' });
    return found.stage === 'FOUND' ? [event('InactivityNotified', { rule: of })] : [];
  },
});

export const SendStatusReminder = command({
  clause: 'DIR 1.7.4, 1.7.5',
  roles: ['ISO_CS'],
  shape: object({ rule }),
  decide(state, { rule: of }, ctx) {
    if (caseOf(state, of)?.stage === 'REMINDED') return [];
    const found = openCase(state, of, ['NOTIFIED']);
    if ('refused' in found) return found;
    const { response_window_days_after_reminder } = rulesOfParticipation(state).p_member_compliance;
    const respondBy = lastDayAfter.days(ctx.today, response_window_days_after_reminder.value);
    return [event('PStatusReminderSent', { rule: of, respondBy })];
  },
});

export const AnswerReminder = command({
  clause: 'DIR 1.7.4, 1.7.5',
  roles: ['OWN_REP', 'OWN_MBUA'],
  shape: object({ rule, text: text(20_000) }),
  decide(state, { rule: of, text: answer }) {
    // Until the time is over an answer found wanting may be followed by a better one.
    const found = openCase(state, of, ['REMINDED', 'ANSWERED', 'UNSATISFACTORY']);
    if ('refused' in found) return found;
    return [event('ReminderAnswered', { rule: of, text: answer })];
  },
});

/** ISO/CS judges the answer; a satisfactory one ends the case. */
export const RecordReminderResponse = command({
  clause: 'DIR 1.7.4, 1.7.5',
  roles: ['ISO_CS'],
  shape: object({ rule, satisfactory: flag(), reasons: text(4000) }),
  decide(state, { rule: of, satisfactory, reasons }) {
    const found = openCase(state, of, ['REMINDED', 'ANSWERED', 'UNSATISFACTORY']);
    if ('refused' in found) return found;
    return [
      event('ReminderResponseJudged', { rule: of, satisfactory, reasons }),
      ...(satisfactory
        ? [event('InactivityCaseClosed', { rule: of, reason: 'SATISFACTORY' })]
        : []),
    ];
  },
});

export const downgraded = (state: Participation, of: InactivityRule, on: Day): ParticipationEvent =>
  event('PStatusDowngraded', {
    rule: of,
    on,
    earliestReinstatementOn: earliestReinstatement(on, rulesOfParticipation(state)),
  });

/**
 * Why the status may not change yet; null when it may: the facts still bear the case out, thirty days after the reminder
 * are over, no answer waits or was satisfactory, and under PM-8 the failing persists (DIR 1.7.4).
 */
export function holdsBack(state: Participation, found: InactivityCase, today: Day): string | null {
  const { rule: of, stage, remindedOn, respondBy } = found;
  if (!bornOut(state, found, today)) return 'FACTS_CORRECTED';
  if (remindedOn === null || respondBy === null) return 'NO_REMINDER';
  if (today <= respondBy) return 'ANSWER_PERIOD';
  if (stage === 'ANSWERED') return 'ANSWER_NOT_JUDGED';
  return needsFurtherFailing(of) && !furtherFailing(state, remindedOn, today)
    ? 'NO_FURTHER_FAILING'
    : null;
}

export const ConfirmDowngrade = command({
  clause: 'DIR 1.7.4, 1.7.5',
  roles: ['ISO_CS'],
  shape: object({ rule }),
  decide(state, { rule: of }, ctx) {
    const found = caseOf(state, of);
    const missing = found === undefined ? 'NO_CASE' : holdsBack(state, found, ctx.today);
    return missing === null
      ? [downgraded(state, of, ctx.today)]
      : refuse('RULE_NOT_MET', 'DIR 1.7.4', { rule: of, missing });
  },
});

/**
 * What follows from the facts: a case found by votes that turn out to have been cast is closed, wherever it stands, and
 * a watched body that fails again is downgraded, without exception (DIR 1.7.4).
 */
export const consequences = (state: Participation, today: Day): readonly ParticipationEvent[] => {
  const failing = state.cases.find(
    (c) => c.stage === 'WATCHED' && holdsBack(state, c, today) === null,
  );
  // The downgrade closes every case.
  if (failing !== undefined) return [downgraded(state, failing.rule, today)];
  return state.cases.filter((c) => !bornOut(state, c, today)).map((c) => corrected(c.rule));
};
