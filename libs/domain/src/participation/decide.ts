import { dayAt, toMs, type Instant } from '../calendar/zurich.js';
import { isRefusal, refuse, type Refusal } from '../kernel/decision.js';
import { deadlineKey } from '../kernel/timers.js';
import * as cases from './cases.js';
import type { AnyParticipationCommand, ParticipationContext } from './definition.js';
import type { ParticipationEvent } from './events.js';
import { evolveParticipation } from './evolve.js';
import * as facts from './facts.js';
import type { Participation } from './state.js';
import * as status from './status.js';
import { fireParticipation, participationDeadlines, type ParticipationDeadline } from './timers.js';

/** Every command of lifecycle.md B6 by name. */
export const participationCommands: Readonly<Record<string, AnyParticipationCommand>> = {
  OpenParticipation: facts.OpenParticipation,
  RecordBallotFact: facts.RecordBallotFact,
  RecordVoteFact: facts.RecordVoteFact,
  RecordMeetingFact: facts.RecordMeetingFact,
  RecordExpertFact: facts.RecordExpertFact,
  RecordRegistryStatus: facts.RecordRegistryStatus,
  DeclareInactivity: cases.DeclareInactivity,
  NotifySecretaryGeneral: cases.NotifySecretaryGeneral,
  SendStatusReminder: cases.SendStatusReminder,
  AnswerReminder: cases.AnswerReminder,
  RecordReminderResponse: cases.RecordReminderResponse,
  ConfirmDowngrade: cases.ConfirmDowngrade,
  DeclareStatus: status.DeclareStatus,
  RequestReinstatement: status.RequestReinstatement,
  ConfirmReinstatement: status.ConfirmReinstatement,
};

export interface ParticipationOutcome {
  readonly events: readonly ParticipationEvent[];
  readonly state: Participation;
}

/** Folds the events, then appends what follows from the facts until nothing more follows. */
function settled(
  before: Participation,
  events: readonly ParticipationEvent[],
  now: Instant,
): ParticipationOutcome {
  const fold = (state: Participation, more: readonly ParticipationEvent[]): Participation =>
    more.reduce((s, e) => evolveParticipation(s, { ...e, at: now }), state);
  const all = [...events];
  let state = fold(before, events);
  // Each round closes a case, or opens one for votes that are missing: of these there are fewer each time.
  for (;;) {
    const next = events.length === 0 ? [] : cases.consequences(state, dayAt(now));
    if (next.length === 0) return { events: all, state };
    all.push(...next);
    state = fold(state, next);
  }
}

/** The own roles act for their own body only (V-2). */
const forAnother = (state: Participation, ctx: ParticipationContext): boolean =>
  (ctx.role === 'OWN_REP' || ctx.role === 'OWN_MBUA') && ctx.actingFor !== state.member;

/** Decides one command on a state to which every due timer has been applied; bad input never throws. */
export function decideParticipation(
  state: Participation,
  command: { readonly type: string; readonly payload: unknown },
  ctx: ParticipationContext,
): ParticipationOutcome | Refusal {
  const definition = Object.hasOwn(participationCommands, command.type)
    ? participationCommands[command.type]
    : undefined;
  if (definition === undefined) {
    return refuse('INVALID_INPUT', 'lifecycle B6', { command: command.type });
  }
  if (!definition.roles.includes(ctx.role)) return refuse('FORBIDDEN_ROLE', definition.clause);
  if (state.openedAt === null && command.type !== 'OpenParticipation') {
    return refuse('NOT_FOUND', 'lifecycle B6');
  }
  if (forAnother(state, ctx)) return refuse('PROXY_FORBIDDEN', 'ST.4(d)', { member: state.member });
  const faults = definition.shape.check(command.payload, '');
  if (faults.length > 0) {
    return refuse('INVALID_INPUT', 'lifecycle B6', { faults: faults.map((f) => ({ ...f })) });
  }
  const decided = definition.decide(state, command.payload, ctx);
  return isRefusal(decided) ? decided : settled(state, decided, ctx.now);
}

/** Applies the earliest timer due at or before `now`; its events' time is its due instant. Null when none is due. */
export function fireNextParticipation(
  state: Participation,
  now: Instant,
): (ParticipationOutcome & { readonly deadline: ParticipationDeadline }) | null {
  const [deadline] = participationDeadlines(state);
  if (deadline === undefined || toMs(deadline.due) > toMs(now)) return null;
  const [first, ...rest] = fireParticipation(state, deadline);
  if (first === undefined) {
    throw new Error(`Timer ${deadlineKey(deadline)} of a participation appends nothing.`);
  }
  const events = [{ ...first, timer: deadlineKey(deadline) }, ...rest];
  return { deadline, ...settled(state, events, deadline.due) };
}
