import { addDays, addMonths, lastDayOfYears, type Day } from '../../calendar/day.js';
import { managerOf } from '../../kernel/access.js';
import { refuse, type Context, type Refusal } from '../../kernel/decision.js';
import { command, type Duty } from '../../kernel/definition.js';
import { event, type AgreementEvent } from '../../kernel/events.js';
import type { Facts } from '../../kernel/facts.js';
import { parentOr } from '../../kernel/parent.js';
import { choice, date, nullable, object, optional, text } from '../../kernel/schema.js';
import { rulesOf, type Agreement } from '../../kernel/state.js';
import { dueAfter, dueOn, later, RANK, type Deadline } from '../../kernel/timers.js';
import { FORCE, SIDES, type Desk, type Side } from '../../kernel/vocabulary.js';
import { convenorTermEnd, needsReappointment } from '../evaluation/terms.js';
import { escalateOfSide, resolveOfSide } from '../oversight/escalate.js';
import { nextBodyDecision } from '../ending/state.js';
import type { BodyDecision } from './events.js';
import { hasCause, type NomineeTerm } from './state.js';

/** The day the twinned person was appointed: by the decision that approved the twinning. */
const approvedOn = (state: Agreement): Day | null =>
  state.ending.decisions.find((d) => d.kind === 'APPROVAL')?.decidedOn ??
  state.approval.registration?.registeredOn ??
  null;

/** The term of a side's person as far as it is known: the twinned one's runs from the approval (DIR 1.12.1). */
export function termOf(state: Agreement, side: Side): NomineeTerm | null {
  const recorded = state.execution.terms[side];
  if (recorded !== undefined) return recorded;
  const nominee = state.proposal.nominees.find((n) => n.side === side);
  const from = approvedOn(state);
  if (nominee === undefined || from === null) return null;
  if (nominee.termEnd === null && side === 'LEAD') return null;
  return { firstOn: from, appointedOn: from, termEnd: nominee.termEnd, notRenewed: false };
}

/**
 * The last day of a term as far as it is known: a convenor whose plenary is not known yet has three years (DIR 1.12.1);
 * null for a chair without a date.
 */
export const runsUntil = (state: Agreement, { appointedOn, termEnd }: NomineeTerm): Day | null =>
  termEnd ??
  (state.type === 'CHAIR'
    ? null
    : addMonths(appointedOn, 12 * rulesOf(state).terms.convenor_term_years.value));

/** Last day of the first plenary that begins on or after three years from `from`; null while none is known. */
export function plenaryEnd(state: Agreement, facts: Facts, from: Day): Day | null {
  return convenorTermEnd(from, facts.committee?.plenaries ?? [], rulesOf(state));
}

const clauseOf = (state: Agreement) => (state.type === 'CHAIR' ? 'DIR 1.8.1' : 'DIR 1.12.1');

/**
 * The limits of DIR 1.8.1 and 1.12.1 for a term that ends on `termEnd`. A chair's years include their first day, which
 * is `from`, or the day after the term that it follows (lifecycle.md C, "Day counting"); a convenor's three years are
 * counted from the appointment to the plenary that comes after them.
 */
export function termFits(
  state: Agreement,
  facts: Facts,
  term: {
    readonly firstOn: Day;
    readonly from: Day;
    readonly follows?: boolean;
    readonly termEnd: Day;
  },
): Refusal | null {
  const { chair_max_years, chair_cumulative_max_years, convenor_term_years } = rulesOf(state).terms;
  const first = term.follows === true ? addDays(term.from, 1) : term.from;
  const limits =
    state.type === 'CHAIR'
      ? [
          lastDayOfYears(first, chair_max_years.value),
          lastDayOfYears(term.firstOn, chair_cumulative_max_years.value),
        ]
      : [
          plenaryEnd(state, facts, term.from) ??
            addMonths(term.from, 12 * convenor_term_years.value),
        ];
  const last = limits.reduce((a, b) => (a < b ? a : b));
  const clause = clauseOf(state);
  return term.termEnd > last
    ? refuse('NOMINEE_TERM_EXCEEDED', clause, { termEnd: term.termEnd, latest: last })
    : null;
}

/** What makes a decision on a person one that can be appealed (rules.md 4.6). */
export const appealableBy = (
  state: Agreement,
  body: BodyDecision['body'],
): { readonly appealable: BodyDecision } => ({
  appealable: { decision: nextBodyDecision(state), body },
});

/** The convenor's committee renews its term; a subcommittee's chair is its parent's affair, a committee's the TMB's. */
function mayRenew(state: Agreement, ctx: Context): Refusal | null {
  if (ctx.actor.role !== 'COMMITTEE_MANAGER') return null;
  const chair = state.type === 'CHAIR';
  const clause = chair ? 'DIR 1.8.1' : 'DIR 1.12.1';
  const committee = chair ? parentOr(state.term?.parent, ctx) : state.committee;
  return chair && committee === null
    ? refuse('FORBIDDEN_ROLE', clause, { role: 'TMB_SEC' })
    : managerOf(committee, { command: 'RecordReappointment', clause }, state, ctx);
}

export const RecordReappointment = command({
  clause: 'DIR 1.8.1, 1.12.1',
  allowed: [
    { roles: ['TMB_SEC'], in: FORCE, types: ['CHAIR'] },
    { roles: ['COMMITTEE_MANAGER'], in: FORCE, types: ['CONVENOR', 'CHAIR'] },
  ],
  ofParent: true,
  shape: object({
    side: choice('LEAD', 'TWINNED'),
    /** Last day of the new term; null when the competent body did not renew it. */
    termEnd: nullable(date()),
    reference: optional(nullable(text(400))),
  }),
  open: mayRenew,
  decide(state, { side, termEnd, reference = null }, ctx) {
    const notTheirs = mayRenew(state, ctx);
    if (notTheirs) return notTheirs;
    if (reference === null) return refuse('REFERENCE_REQUIRED', 'DIR 1.12.1', { side });
    const term = termOf(state, side);
    const appealable = appealableBy(
      state,
      state.type === 'CONVENOR' ? 'COMMITTEE' : ctx.actor.role === 'TMB_SEC' ? 'TMB' : 'TC',
    );
    if (termEnd === null) {
      if (term === null) {
        const faults = [{ pointer: '/side', expected: 'a side whose term is known' }];
        return refuse('INVALID_INPUT', 'DIR 1.12.1', { faults });
      }
      return term.notRenewed ? [] : [event('TermNotRenewed', { side, reference, ...appealable })];
    }
    if (term?.termEnd === termEnd && !term.notRenewed) return [];
    // A new term follows the running one; after its end it runs from today.
    const ends = term === null ? null : runsUntil(state, term);
    const follows = ends !== null && ends >= ctx.today;
    const from = follows ? ends : ctx.today;
    const firstOn = term?.firstOn ?? ctx.today;
    return (
      termFits(state, ctx.facts, { firstOn, from, follows, termEnd }) ?? [
        event('NomineeReappointed', { side, termEnd, reference, ...appealable }),
        ...resolveOfSide(state, 'T38', side),
      ]
    );
  },
});

const desk = (state: Agreement): Desk =>
  state.type === 'CONVENOR' ? 'COMMITTEE_MANAGER' : 'TMB_SEC';

const checkSubject = (side: Side, term: NomineeTerm): string => `${side}:${term.appointedOn}`;

const checkHasFired = (state: Agreement, side: Side, term: NomineeTerm): boolean =>
  Object.keys(state.fired).some((k) => k.startsWith(`T37/check/${checkSubject(side, term)}/`));

/** Three years after the appointment the plenary decides; until one is known this is looked at again. */
const plenaryLookups = (state: Agreement, from: Day, until: Day): readonly Day[] => {
  const { terms, lifecycle_defaults } = rulesOf(state);
  const days: Day[] = [];
  for (let k = 0; ; k += 1) {
    const months =
      12 * terms.convenor_term_years.value + k * lifecycle_defaults.plenary_unknown_months;
    const day = addMonths(from, months);
    if (day > until) return days;
    days.push(day);
  }
};

function ofSide(state: Agreement, side: Side): readonly Deadline[] {
  const { term: force } = state;
  const term = termOf(state, side);
  const ends = term === null ? null : runsUntil(state, term);
  if (force === null || term === null || ends === null) return [];
  if (hasCause(state, 'NOMINEE_TERM_ENDED', side)) return [];
  if (state.proposal.nominees.some((n) => n.side === side && n.vacant)) return [];
  // Nothing can fall due before it was known: a short term recorded today has its check today.
  const notBefore = later(force.activatedAt, term.knownAt ?? force.activatedAt);
  const base = { subject: checkSubject(side, term), whose: desk(state) } as const;
  const clause = clauseOf(state);
  const months = rulesOf(state).lifecycle_defaults.term_check_months;
  const checkOn = addMonths(ends, -(state.type === 'CHAIR' ? months.chair : months.convenor));
  const check: Deadline = {
    ...base,
    timer: 'T37',
    step: 'check',
    due: later(dueOn(checkOn).due, notBefore),
    lastDay: null,
    rank: RANK.DESK_ALERT,
    clause,
  };
  const end: Deadline = {
    ...base,
    timer: 'T38',
    step: 'end',
    due: later(dueAfter(ends).due, notBefore),
    lastDay: ends,
    rank: RANK.SILENT_ENDING,
    clause,
  };
  const lookups = plenaryLookups(state, term.appointedOn, force.end).map(
    (day): Deadline => ({
      ...base,
      timer: 'T38',
      step: 'plenary',
      due: later(dueOn(day).due, notBefore),
      lastDay: null,
      rank: RANK.DESK_ALERT,
      clause,
    }),
  );
  const askNow =
    needsReappointment(ends, force.end) && !term.notRenewed && !checkHasFired(state, side, term);
  return [...(askNow ? [check] : []), ...(term.termEnd === null ? lookups : [end])];
}

/** T37 and T38 for the persons whose office has a term; a committee manager's has none (DIR 1.9.1). */
export const nomineeTermDeadlines = (state: Agreement): readonly Deadline[] =>
  state.stage === 'FORCE' && (state.type === 'CONVENOR' || state.type === 'CHAIR')
    ? SIDES.flatMap((side) => ofSide(state, side))
    : [];

export function fireNomineeTerm(
  state: Agreement,
  due: Deadline,
  ctx: Context,
): readonly AgreementEvent[] {
  const side: Side = due.subject.startsWith('LEAD') ? 'LEAD' : 'TWINNED';
  const { timer, step, subject } = due;
  const told = event('ReminderRaised', { timer, step, to: due.whose, subject });
  if (step === 'end') {
    return [event('SuspensionCauseAdded', { cause: 'NOMINEE_TERM_ENDED', subject: side })];
  }
  const term = termOf(state, side);
  if (term === null) return [told];
  // The registry is read here and written into the event: replay never reads again (D23).
  const termEnd =
    term.termEnd === null && state.type === 'CONVENOR'
      ? plenaryEnd(state, ctx.facts, term.appointedOn)
      : null;
  if (step === 'check') {
    const outlasts =
      termEnd !== null && state.term !== null && !needsReappointment(termEnd, state.term.end);
    return outlasts ? [event('NomineeTermFixed', { side, termEnd })] : [told];
  }
  if (termEnd !== null) {
    return [event('NomineeTermFixed', { side, termEnd }), ...resolveOfSide(state, 'T38', side)];
  }
  const raised = escalateOfSide(state, 'L2', 'T38', side);
  return raised.length > 0 ? raised : [told];
}

/** The body that renews a term owes its decision from the check on. */
export const nomineeTermDuties = (state: Agreement): readonly Duty[] =>
  state.stage !== 'FORCE'
    ? []
    : SIDES.flatMap((side) => {
        const term = termOf(state, side);
        const ends = term === null ? null : runsUntil(state, term);
        return term === null ||
          term.notRenewed ||
          ends === null ||
          !checkHasFired(state, side, term) ||
          (state.term !== null && !needsReappointment(ends, state.term.end))
          ? []
          : [
              {
                id: `term:${checkSubject(side, term)}`,
                desk: desk(state),
                commands: ['RecordReappointment'],
                since: state.term?.activatedAt ?? dueOn(term.appointedOn).due,
                due: term.termEnd === null ? null : dueAfter(term.termEnd).due,
                clause: clauseOf(state),
              },
            ];
      });
