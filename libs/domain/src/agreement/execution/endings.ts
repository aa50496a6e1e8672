import { refuse, type Context, type Refusal } from '../../kernel/decision.js';
import { command, type Duty } from '../../kernel/definition.js';
import { event, type AgreementEvent } from '../../kernel/events.js';
import { choice, date, nullable, object, optional, text } from '../../kernel/schema.js';
import { rulesOf, type Agreement } from '../../kernel/state.js';
import { dueAfter, lastDayAfter, RANK, type Deadline } from '../../kernel/timers.js';
import { FORCE, NEG } from '../../kernel/vocabulary.js';
import { bodyFor, officeOf } from '../evaluation/kinds.js';
import { escalate, resolveTriggered } from '../oversight/escalate.js';
import { subjectOf } from './prerequisites.js';
import type { BrokenPrerequisite } from './state.js';
import { awaitsSuccessor, overdueSuccessor } from './succession.js';

const IMPOSSIBLE = [
  'COMMITTEE_DISSOLVED',
  'WG_DISBANDED',
  'MEMBERSHIP_ENDED',
  'NO_SUCCESSOR',
] as const;
type Impossible = (typeof IMPOSSIBLE)[number];

const hasFact = (state: Agreement, rule: string): boolean =>
  state.execution.broken.some((b) => b.rule === rule);

const bodyGone = (state: Agreement, ctx: Context): boolean =>
  [state.lead, state.twinned].some((m) => ctx.facts.members[String(m)]?.active === false);

/** The fact is in the agreement's log or in the registry; an opinion is not enough. */
function onRecord(state: Agreement, fact: Impossible, ctx: Context): boolean {
  switch (fact) {
    case 'COMMITTEE_DISSOLVED':
      return hasFact(state, 'COMMITTEE_NOT_ACTIVE') || ctx.facts.committee?.status === 'DISSOLVED';
    case 'WG_DISBANDED':
      return hasFact(state, 'WG_DISBANDED') || ctx.facts.workingGroup?.disbanded === true;
    case 'MEMBERSHIP_ENDED':
      return (
        (hasFact(state, 'MEMBER_NOT_ACTIVE') || bodyGone(state, ctx)) &&
        !awaitsSuccessor(state, ctx)
      );
    case 'NO_SUCCESSOR':
      return overdueSuccessor(state, ctx) !== null;
  }
}

export const ConfirmImpossibility = command({
  clause: 'lifecycle B4',
  allowed: [{ roles: ['TPM', 'ISO_CS'], in: ['APPROVED', ...NEG, ...FORCE] }],
  shape: object({ fact: choice(...IMPOSSIBLE), reference: text(400) }),
  open: (state, ctx) =>
    IMPOSSIBLE.some((fact) => onRecord(state, fact, ctx)) ? null : notImpossible(null),
  decide(state, { fact, reference }, ctx) {
    if (!onRecord(state, fact, ctx)) return notImpossible(fact);
    return [
      event('ImpossibilityConfirmed', { fact, reference }),
      ...resolveTriggered(state, 'T41'),
      state.stage === 'FORCE'
        ? event('ArrangementTerminated', { reason: 'IMPOSSIBLE', by: null, on: ctx.today })
        : event('ArrangementWithdrawn', { reason: 'IMPOSSIBLE', by: null }),
    ];
  },
});

const notImpossible = (fact: string | null): Refusal =>
  refuse('NOT_IMPOSSIBLE', 'lifecycle B4', { fact });

/** Who may have decided on the office (rules.md 6.5); of a contested secretariat of a subcommittee also the TMB. */
function bodiesFor(state: Agreement, ctx: Context): readonly string[] {
  if (state.type === 'P_MEMBER') return [];
  const kind = state.type;
  const office = officeOf(state, kind, ctx.facts.committee);
  const bodies = [false, true].map((contested) => bodyFor(kind, office, contested));
  return [...new Set(bodies.map((body) => (body === 'TMB' ? body : 'PARENT_COMMITTEE')))];
}

/** Who the registry shows in the twinned office; undefined where it does not know. */
function holdersOf({ type }: Agreement, { facts }: Context): readonly number[] | undefined {
  const { committee, workingGroup } = facts;
  switch (type) {
    case 'SECRETARIAT':
      return committee?.secretariat == null ? undefined : [committee.secretariat];
    case 'CHAIR':
      return committee === null || committee.chairs.length === 0
        ? undefined
        : committee.chairs.map((chair) => chair.member);
    case 'CONVENOR':
      return workingGroup?.convenor == null ? undefined : [workingGroup.convenor.member];
    case 'P_MEMBER':
      return undefined;
  }
}

/** The office is never empty: the new holder is on record before the twinning ends (F21). */
function holdsOffice(state: Agreement, ctx: Context): Refusal | null {
  const holders = holdersOf(state, ctx);
  const { twinned } = state;
  return holders === undefined || (twinned !== null && holders.includes(twinned))
    ? null
    : refuse('OFFICE_NOT_HELD', 'ST.5.7', { member: twinned });
}

export const RecordRoleTransfer = command({
  clause: 'ST.5.7',
  allowed: [{ roles: ['TPM', 'ISO_CS'], in: FORCE, types: ['CONVENOR', 'CHAIR', 'SECRETARIAT'] }],
  shape: object({
    body: choice('PARENT_COMMITTEE', 'TMB', 'ISO_CS'),
    reference: optional(nullable(text(400))),
    decidedOn: date(),
  }),
  open: holdsOffice,
  decide(state, { body, reference = null, decidedOn }, ctx) {
    if (reference === null) return refuse('REFERENCE_REQUIRED', 'ST.5.7', { body });
    const competent = bodiesFor(state, ctx);
    if (!competent.includes(body)) {
      return refuse('WRONG_BODY', 'rules 6.5', { body, competent: competent[0] ?? null });
    }
    const earliest = state.term?.start ?? null;
    if (decidedOn > ctx.today || (earliest !== null && decidedOn < earliest)) {
      return refuse('BACKDATED', 'ST.5.7', { earliest, latest: ctx.today });
    }
    const notYet = holdsOffice(state, ctx);
    if (notYet !== null) return notYet;
    return [
      event('RoleTransferRecorded', { body, reference, decidedOn }),
      ...resolveTriggered(state, 'ROLE_TRANSFER'),
      event('ArrangementTerminated', { reason: 'ROLE_TRANSFERRED', by: null, on: ctx.today }),
    ];
  },
});

/** Facts that make the arrangement impossible: a desk has to confirm it (T41). */
const FATAL: readonly string[] = ['COMMITTEE_NOT_ACTIVE', 'WG_DISBANDED', 'MEMBER_NOT_ACTIVE'];

const fatal = (state: Agreement): readonly BrokenPrerequisite[] => {
  const stages: readonly string[] = ['APPROVED', ...NEG, 'FORCE'];
  return stages.includes(state.stage)
    ? state.execution.broken.filter((b) => FATAL.includes(b.rule))
    : [];
};

const confirmBy = (state: Agreement, b: BrokenPrerequisite) =>
  dueAfter(
    lastDayAfter.businessDays(
      b.at,
      rulesOf(state).lifecycle_defaults.impossibility_business_days,
      rulesOf(state),
    ),
  );

export const impossibilityDeadlines = (state: Agreement): readonly Deadline[] =>
  fatal(state).map((b) => ({
    timer: 'T41',
    step: 'confirm',
    subject: subjectOf(b),
    ...confirmBy(state, b),
    rank: RANK.DESK_ALERT,
    whose: 'TPM',
    clause: 'lifecycle T41',
  }));

export function fireImpossibility(state: Agreement, due: Deadline): readonly AgreementEvent[] {
  const { timer, step, subject } = due;
  const raised = escalate(state, 'L3', 'T41', subject);
  return raised.length > 0
    ? raised
    : [event('ReminderRaised', { timer, step, to: 'TMB_SEC', subject })];
}

export const impossibilityDuties = (state: Agreement): readonly Duty[] =>
  fatal(state).map((b) => ({
    id: `impossible:${subjectOf(b)}`,
    desk: 'TPM',
    commands: ['ConfirmImpossibility'],
    since: b.at,
    due: confirmBy(state, b).due,
    clause: 'lifecycle T41',
  }));
