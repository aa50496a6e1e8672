import type { Day } from '../../calendar/day.js';
import { refuse, type Context, type Refusal } from '../../kernel/decision.js';
import { command, nothingToDo, someOf, type Duty } from '../../kernel/definition.js';
import { event, type AgreementEvent } from '../../kernel/events.js';
import { jointAct } from '../../kernel/joint-acts.js';
import { id, nullable, object, optional, text } from '../../kernel/schema.js';
import { memberOn, rulesOf, sideOf, type Agreement } from '../../kernel/state.js';
import { dueAfter, lastDayAfter, RANK, type Deadline } from '../../kernel/timers.js';
import {
  ENDED,
  FINAL,
  FORCE,
  isOneOf,
  NEG,
  PARTNERS,
  REV,
  STATUSES,
  type Side,
} from '../../kernel/vocabulary.js';
import type { RefusalCode } from '../../kernel/refusals.js';
import { isRulesetId, RULESET_IDS } from '../../rulesets/index.js';
import { claimKeysOf, claimsAreFree, claimsHeld } from '../guards/claims.js';
import { sameWorkingGroup, workingGroupName } from '../guards/working-group.js';
import { prerequisites, type Moment } from '../guards/prerequisites.js';
import { escalate, resolveTriggered } from '../oversight/escalate.js';
import { mayBreak } from './prerequisite-rules.js';
import { readAgain, type Change } from './prerequisites-read-again.js';

const inStage = (state: Agreement, ...statuses: readonly string[]): boolean =>
  statuses.includes(state.stage);

const NOT_FINAL = STATUSES.filter((s) => !isOneOf(FINAL, s));

/** The agreement with its ids mapped on (lifecycle.md B4): the same arrangement, under the new id. */
export function mapped(
  state: Agreement,
  kind: Change['kind'],
  old: unknown,
  next: unknown,
): Agreement {
  switch (kind) {
    case 'BODY':
      return {
        ...state,
        lead: state.lead === old ? (next as number) : state.lead,
        twinned: state.twinned === old ? (next as number) : state.twinned,
      };
    case 'COMMITTEE':
      return { ...state, committee: next as number };
    case 'WORKING_GROUP':
      return { ...state, workingGroup: next as string };
  }
}

const concerns = (state: Agreement, change: Change): boolean =>
  change.kind === 'BODY'
    ? state.lead === change.old || state.twinned === change.old
    : change.kind === 'COMMITTEE'
      ? state.committee === change.old
      : sameWorkingGroup(state.workingGroup, String(change.old));

const RECORDER = {
  BODY: 'ISO_CS',
  COMMITTEE: 'TMB_SEC',
  WORKING_GROUP: 'COMMITTEE_MANAGER',
} as const;

/** G6 under the new id: what the agreement holds it must be able to hold there, too; before registration it holds nothing. */
const claimsMapOn = (next: Agreement, ctx: Context): Refusal | null =>
  claimsHeld(next).length === 0 ? null : claimsAreFree(next, ctx.claims);

const pair = object({ old: id(), new: id() });
const named = object({ old: text(40), new: text(40) });

const groupChange = ({ old, new: next }: { readonly old: string; readonly new: string }) => ({
  kind: 'WORKING_GROUP' as const,
  old: workingGroupName(old),
  new: workingGroupName(next),
});

const changeOf = (p: {
  readonly body?: { readonly old: number; readonly new: number };
  readonly committee?: { readonly old: number; readonly new: number };
  readonly workingGroup?: { readonly old: string; readonly new: string };
}): Change | null => {
  const given: readonly Change[] = [
    ...(p.body ? [{ kind: 'BODY' as const, ...p.body }] : []),
    ...(p.committee ? [{ kind: 'COMMITTEE' as const, ...p.committee }] : []),
    ...(p.workingGroup ? [groupChange(p.workingGroup)] : []),
  ];
  return given.length === 1 ? (given[0] ?? null) : null;
};

export const RecordSuccession = command({
  clause: 'lifecycle B4',
  allowed: [{ roles: ['ISO_CS', 'TMB_SEC', 'COMMITTEE_MANAGER'], in: NOT_FINAL }],
  shape: object({
    body: optional(pair),
    committee: optional(pair),
    workingGroup: optional(named),
    reference: optional(nullable(text(400))),
  }),
  open(state, { actor }) {
    const subjects = [
      { kind: 'BODY', is: state.lead ?? state.twinned },
      { kind: 'COMMITTEE', is: state.committee },
      { kind: 'WORKING_GROUP', is: state.workingGroup },
    ] as const;
    return subjects.some(({ kind, is }) => RECORDER[kind] === actor.role && is !== null)
      ? null
      : nothingToDo({ clause: 'lifecycle B4' });
  },
  needs(state, p) {
    const change = changeOf(p);
    return {
      ...(p.body ? { members: [p.body.old, p.body.new] } : {}),
      ...(p.committee ? { committee: p.committee.new } : {}),
      ...(change === null
        ? {}
        : { claims: claimKeysOf(mapped(state, change.kind, change.old, change.new)) }),
    };
  },
  decide(state, { reference = null, ...payload }, ctx) {
    const change = changeOf(payload);
    if (change === null) {
      const faults = [{ pointer: '', expected: 'one of body, committee, workingGroup' }];
      return refuse('INVALID_INPUT', 'lifecycle B4', { faults });
    }
    if (ctx.actor.role !== RECORDER[change.kind]) {
      return refuse('FORBIDDEN_ROLE', 'lifecycle B4', { recorder: RECORDER[change.kind] });
    }
    if (reference === null) return refuse('REFERENCE_REQUIRED', 'lifecycle B4');
    if (!concerns(state, change) || change.old === change.new) return [];
    const next = mapped(state, change.kind, change.old, change.new);
    if (next.lead !== null && next.lead === next.twinned) return refuse('SAME_PARTNER', 'ST.2');
    const taken = claimsMapOn(next, ctx);
    if (taken) return taken;
    return [
      event('SubjectSucceeded', { ...change, reference }),
      ...readAgain({ state, next, change }, reference, ctx),
    ];
  },
});

const unattested = (state: Agreement) => state.execution.successions.filter((s) => !s.attested);

export const AttestSuccession = command({
  clause: 'lifecycle B4',
  allowed: [{ roles: PARTNERS, in: NOT_FINAL }],
  shape: object({}),
  decide(state, _, ctx) {
    const side = sideOf(state, ctx.actor.member);
    const owed = unattested(state).find((s) => s.side === side);
    return owed === undefined
      ? []
      : [
          event('SuccessionAttested', { side: owed.side, member: owed.member }),
          ...resolveTriggered(state, `T41:${owed.side}`),
        ];
  },
});

const attestedBy = (state: Agreement, from: Agreement['execution']['successions'][number]) =>
  lastDayAfter.days(from.at, rulesOf(state).lifecycle_defaults.succession_attest_days);

/** The side of a successor that let the time for its attestation pass (ConfirmImpossibility). */
export const overdueSuccessor = (state: Agreement, ctx: Context): Side | null =>
  unattested(state).find((s) => ctx.today > attestedBy(state, s))?.side ?? null;

export const awaitsSuccessor = (state: Agreement, ctx: Context): boolean =>
  unattested(state).some((s) => ctx.today <= attestedBy(state, s));

const live = (state: Agreement): boolean => !inStage(state, ...ENDED, ...FINAL);

export const successionDeadlines = (state: Agreement): readonly Deadline[] =>
  live(state)
    ? unattested(state).map((s) => ({
        timer: 'T41',
        step: 'attest',
        subject: s.side,
        ...dueAfter(attestedBy(state, s)),
        rank: RANK.DESK_ALERT,
        whose: s.side,
        clause: 'lifecycle T41',
      }))
    : [];

export function fireSuccession(state: Agreement, due: Deadline): readonly AgreementEvent[] {
  const { timer, step, subject } = due;
  const raised = escalate(state, 'L3', `T41:${subject}`);
  return raised.length > 0
    ? raised
    : [event('ReminderRaised', { timer, step, to: 'TMB_SEC', subject })];
}

export const successionDuties = (state: Agreement): readonly Duty[] =>
  live(state)
    ? unattested(state).map((s) => ({
        id: `succession:${s.side}`,
        desk: s.side,
        commands: ['AttestSuccession'],
        since: s.at,
        due: dueAfter(attestedBy(state, s)).due,
        clause: 'lifecycle B4',
      }))
    : [];

/** Where an agreement has a ruleset that can be left (lifecycle.md B4). */
export const MAY_MOVE = [...REV, 'RETURNED', 'APPROVED', ...NEG, ...FORCE, ...ENDED] as const;

/** Codes of the prerequisites that fail today under the agreement's own ruleset. */
export const failingToday = (
  state: Agreement,
  { facts }: Pick<Context, 'facts'>,
): readonly RefusalCode[] => {
  const moment: Moment = inStage(state, ...REV, 'RETURNED') ? 'SUBMISSION' : 'CONTINUOUS';
  return prerequisites(state, facts, moment).map((r) => r.refused);
};

/** Which hard guards would fail after the move and hold before it; ended agreements have none left. */
export function moveBreaks(
  state: Agreement,
  next: Agreement,
  ctx: Pick<Context, 'facts'>,
): Refusal | null {
  if (inStage(state, ...ENDED)) return null;
  const now = failingToday(state, ctx);
  const breaks = failingToday(next, ctx).filter((code) => !now.includes(code));
  return breaks.length === 0
    ? null
    : refuse('RULESET_MOVE_BREAKS', 'lifecycle B4', { breaks, to: next.ruleset });
}

/** A recorded break of a rule that the other ruleset does not have is none any more. */
const noLongerAsked = (state: Agreement, next: Agreement, since: Day): readonly AgreementEvent[] =>
  (inStage(state, ...ENDED) ? [] : state.execution.broken)
    .filter(({ rule }) => !mayBreak(next, rule))
    .map(({ rule, side }) => event('PrerequisiteCured', { rule, side, since, reference: null }));

export const MoveToRuleset = command({
  clause: 'lifecycle B4',
  joint: true,
  allowed: [{ roles: PARTNERS, in: MAY_MOVE }],
  shape: object({ to: text(60) }),
  known: (state) => ({ to: RULESET_IDS.filter((to) => to !== state.ruleset) }),
  open: (state, ctx) =>
    someOf(
      RULESET_IDS.filter((to) => to !== state.ruleset),
      'lifecycle B4',
      (to) => moveBreaks(state, { ...state, ruleset: to }, ctx),
    ),
  needs: (state) => ({
    members: [memberOn(state, 'LEAD'), memberOn(state, 'TWINNED')].filter((m) => m !== null),
  }),
  decide(state, { to }, ctx) {
    if (!isRulesetId(to)) return refuse('RULESET_UNKNOWN', 'lifecycle B4', { to });
    if (to === state.ruleset) return [];
    const next = { ...state, ruleset: to };
    const wrong = moveBreaks(state, next, ctx);
    if (wrong) return wrong;
    const now = failingToday(state, ctx);
    const then = failingToday(next, ctx);
    const report = [
      ...now.filter((c) => !then.includes(c)),
      ...then.filter((c) => !now.includes(c)),
    ];
    const moved = event('RulesetMoved', { from: state.ruleset, to, report });
    return jointAct(state, ctx, { kind: 'MoveToRuleset', content: { to } }, () => [
      moved,
      ...noLongerAsked(state, next, ctx.today),
    ]);
  },
});
