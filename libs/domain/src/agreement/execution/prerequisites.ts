import type { Day } from '../../calendar/day.js';
import { dayAt } from '../../calendar/zurich.js';
import { refuse, type Context } from '../../kernel/decision.js';
import { command, type Duty } from '../../kernel/definition.js';
import { event, type AgreementEvent } from '../../kernel/events.js';
import { choice, date, flag, id, nullable, object, optional, text } from '../../kernel/schema.js';
import { rulesOf, type Agreement } from '../../kernel/state.js';
import { dueAfter, later, lastDayAfter, RANK, type Deadline } from '../../kernel/timers.js';
import { FORCE, NEG, type Side } from '../../kernel/vocabulary.js';
import { escalate, escalateToTmb } from '../oversight/escalate.js';
import {
  brokenInRegistry,
  mayBreak,
  PREREQUISITE_RULES,
  rulesOfType,
  type PrerequisiteRule,
} from './prerequisite-rules.js';
import {
  hasCause,
  tmbReviewIsOpen,
  type BrokenPrerequisite,
  type SuspensionCause,
} from './state.js';

/** `side:rule`: the subject of the cause and of the newest fact. */
export const subjectOf = (b: Pick<BrokenPrerequisite, 'rule' | 'side'>): string =>
  `${b.side}:${b.rule}`;

/** A waiver of the TMB names the rule alone or with its side (lifecycle.md B5, T35). */
export const waives = (waived: string, b: Pick<BrokenPrerequisite, 'rule' | 'side'>): boolean =>
  waived === b.rule || waived === subjectOf(b);

/** True while the TMB lets the arrangement run without this prerequisite; the last day is inclusive. */
export const isWaived = (
  state: Agreement,
  b: Pick<BrokenPrerequisite, 'rule' | 'side'>,
  on: Day,
): boolean => state.oversight.waivers.some((w) => waives(w.rule, b) && w.until >= on);

const isBroken = (state: Agreement, side: Side, rule: string): boolean =>
  state.execution.broken.some((b) => b.side === side && b.rule === rule);

/** D17: what the competent body decided before the secretariat moved to the twinned body. */
const approvedTransfer = (state: Agreement) =>
  state.evaluation.evaluations.find(
    (e) => e.kind === 'SECRETARIAT' && (e.stage === 'APPROVED' || e.stage === 'EFFECTIVE'),
  )?.approval ?? null;

interface Fact {
  readonly rule: PrerequisiteRule;
  readonly side: Side;
  readonly since: Day;
  readonly reference: string;
  readonly holder: number | null;
}

function broke(state: Agreement, fact: Fact, ctx: Context): readonly AgreementEvent[] {
  const { holder, ...payload } = fact;
  const taken =
    state.type === 'SECRETARIAT' &&
    fact.rule === 'LEAD_NOT_SECRETARIAT' &&
    (holder ?? ctx.facts.committee?.secretariat ?? null) === state.twinned;
  const approval = approvedTransfer(state);
  if (taken && state.stage === 'FORCE' && approval !== null) {
    const { body, reference, decidedOn } = approval;
    return [
      event('RoleTransferRecorded', { body, reference: reference ?? fact.reference, decidedOn }),
      event('ArrangementTerminated', { reason: 'ROLE_TRANSFERRED', by: null, on: ctx.today }),
    ];
  }
  const task = taken && state.stage === 'FORCE' ? escalate(state, 'L2', 'ROLE_TRANSFER') : [];
  return [event('PrerequisiteBroken', payload), ...task];
}

export const RecordPrerequisiteFact = command({
  clause: 'ST.2',
  allowed: [
    {
      roles: ['REGISTRY', 'COMMITTEE_MANAGER', 'TPM', 'ISO_CS'],
      in: ['APPROVED', ...NEG, ...FORCE],
    },
  ],
  shape: object({
    rule: choice(...PREREQUISITE_RULES),
    side: choice('LEAD', 'TWINNED'),
    broken: flag(),
    since: date(),
    reference: optional(nullable(text(400))),
    /** The body that holds the office now, when the rule is about an office (D17). */
    holder: optional(nullable(id())),
    /** Lost and regained before anybody was told: both are recorded at once, and the status stays (D15). */
    regained: optional(nullable(object({ since: date(), reference: text(400) }))),
  }),
  decide(state, payload, ctx) {
    const { rule, side, broken, since, reference = null, holder = null, regained = null } = payload;
    if (reference === null) return refuse('REFERENCE_REQUIRED', 'ST.2', { rule, side });
    if (!rulesOfType(state.type).includes(rule)) {
      return refuse('WRONG_ROUTE_FOR_TYPE', 'ST.2', { rule, type: state.type });
    }
    if (since > ctx.today) {
      const faults = [{ pointer: '/since', expected: 'a day that is not in the future' }];
      return refuse('INVALID_INPUT', 'lifecycle D15', { faults });
    }
    if (regained !== null && (!broken || regained.since < since || regained.since > ctx.today)) {
      const faults = [{ pointer: '/regained', expected: 'a day from that of the loss to today' }];
      return refuse('INVALID_INPUT', 'lifecycle D15', { faults });
    }
    const newest = state.execution.factDates[subjectOf({ rule, side })];
    if (newest !== undefined && since < newest) return [];
    const settles = ctx.actor.role === 'REGISTRY' || ctx.actor.role === 'ISO_CS';
    const claim = state.execution.claims.find((c) => c.rule === rule && c.side === side);
    if (isBroken(state, side, rule) === broken || (broken && !mayBreak(state, rule))) {
      return settles && claim !== undefined
        ? [event('PrerequisiteClaimSettled', { rule, side, reference })]
        : [];
    }
    const record = brokenInRegistry(state, ctx.facts, rule);
    if (!settles && record !== null && record !== broken) {
      return claim?.broken === broken && claim.since === since
        ? []
        : [event('PrerequisiteClaimed', { rule, side, broken, since, reference })];
    }
    if (!broken) return [event('PrerequisiteCured', { rule, side, since, reference })];
    const lost = broke(state, { rule, side, since, reference, holder }, ctx);
    return regained === null || lost.some((e) => e.type === 'ArrangementTerminated')
      ? lost
      : [
          event('PrerequisiteBroken', { rule, side, since, reference }),
          event('PrerequisiteCured', { rule, side, ...regained }),
        ];
  },
});

const CURABLE: readonly SuspensionCause['cause'][] = [
  'PREREQUISITE',
  'NOMINEE_VACANT',
  'NOMINEE_TERM_ENDED',
];

const keyOf = (c: SuspensionCause): string => `${c.cause}/${c.subject}`;

/** T32: sixty days for each cause; while the TMB has the agreement it waits, and starts anew with the decision. */
function cures(state: Agreement): readonly Deadline[] {
  if (state.stage !== 'FORCE' || tmbReviewIsOpen(state)) return [];
  const { decidedAt, reinstatedAt } = state.oversight;
  const from = (c: SuspensionCause) =>
    [c.since, decidedAt ?? c.since, reinstatedAt ?? c.since].reduce(later);
  const days = rulesOf(state).sla_defaults.prerequisite_cure_days;
  return state.execution.causes
    .filter((c) => CURABLE.includes(c.cause))
    .map((c) => ({
      timer: 'T32',
      step: 'escalate',
      subject: keyOf(c),
      ...dueAfter(lastDayAfter.days(from(c), days)),
      rank: RANK.SILENT_ENDING,
      whose: whoCures(c),
      clause: 'ST.5.7',
    }));
}

const whoCures = (c: SuspensionCause): Side =>
  c.subject.startsWith('TWINNED') ? 'TWINNED' : 'LEAD';

const waiverEnds = (state: Agreement): readonly Deadline[] =>
  state.stage !== 'FORCE'
    ? []
    : state.oversight.waivers.flatMap((w) =>
        state.execution.broken
          .filter((b) => waives(w.rule, b) && !hasCause(state, 'PREREQUISITE', subjectOf(b)))
          .map((b) => ({
            timer: 'T35' as const,
            step: 'break',
            subject: subjectOf(b),
            ...dueAfter(w.until),
            rank: RANK.SILENT_ENDING,
            whose: b.side,
            clause: 'ST.5.7',
          })),
      );

export const prerequisiteDeadlines = (state: Agreement): readonly Deadline[] => [
  ...cures(state),
  ...waiverEnds(state),
];

export function firePrerequisite(state: Agreement, due: Deadline): readonly AgreementEvent[] {
  if (due.timer === 'T32') return escalateToTmb(state, 'T32', due.subject);
  const again = state.execution.broken.find((b) => subjectOf(b) === due.subject);
  return again === undefined
    ? []
    : [
        event('PrerequisiteBroken', {
          rule: again.rule,
          side: again.side,
          since: dayAt(due.due),
          reference: null,
        }),
      ];
}

/** In force the causes follow the facts: from the first day on, and in and out of a waiver. */
export function settlePrerequisites(state: Agreement, ctx: Context): readonly AgreementEvent[] {
  if (state.stage !== 'FORCE') return [];
  return state.execution.broken.flatMap((b) => {
    const subject = subjectOf(b);
    const is = hasCause(state, 'PREREQUISITE', subject);
    if (isWaived(state, b, ctx.today) !== is) return [];
    return [
      event(is ? 'SuspensionCauseRemoved' : 'SuspensionCauseAdded', {
        cause: 'PREREQUISITE',
        subject,
      }),
    ];
  });
}

const CURED_BY: Readonly<Record<SuspensionCause['cause'], readonly string[]>> = {
  PREREQUISITE: ['RecordPrerequisiteFact'],
  NOMINEE_VACANT: ['ReplaceNominee'],
  NOMINEE_TERM_ENDED: ['RecordReappointment', 'ReplaceNominee'],
  MUTUAL_PAUSE: ['Resume'],
  TMB_ORDER: ['DecideEscalation'],
};

/** ISO/CS settles what a desk said against the registry (D16). */
export const claimDuties = (state: Agreement): readonly Duty[] =>
  (['APPROVED', ...NEG, 'FORCE'] as readonly string[]).includes(state.stage)
    ? state.execution.claims.map((c) => ({
        id: `claim:${subjectOf(c)}`,
        desk: 'ISO_CS',
        commands: ['RecordPrerequisiteFact'],
        since: c.at,
        due: null,
        clause: 'lifecycle D16',
      }))
    : [];

/** Who can cure a cause of suspension, and until when before it goes to the TMB. */
export const prerequisiteDuties = (state: Agreement): readonly Duty[] =>
  state.stage !== 'FORCE'
    ? []
    : state.execution.causes
        .filter((c) => CURABLE.includes(c.cause))
        .map((c) => ({
          id: `cure:${c.cause}:${c.subject}`,
          desk: whoCures(c),
          commands: CURED_BY[c.cause],
          since: c.since,
          due: cures(state).find((d) => d.subject === keyOf(c))?.due ?? null,
          clause: 'ST.5.7',
        }));
