import { canSee, roleAmong, rolesFor, rolesOf } from './access.js';
import { forCommand } from '../people/standing.js';
import { isRefusal, type Context, type Refusal } from './decision.js';
import { admissible, canSeeFor, contextFor, type Surroundings } from './decide.js';
import { nothingToDo, type AnyCommand, type Duty, type KnownValues } from './definition.js';
import { whyFields } from './saying.js';
import { allSlices, definitions } from './slices.js';
import { inForce, statusOf, type Agreement } from './state.js';
import { FINAL, isOneOf, NEG, REV, type Phase, type Role } from './vocabulary.js';

/** Every move that somebody owes now, in the order of the phases. */
export const duties = (state: Agreement): readonly Duty[] =>
  state.stage === 'NONE' ? [] : allSlices.flatMap((slice) => slice.duties(state));

const isPartnerSelection = (state: Agreement): boolean =>
  (state.lead !== null && state.twinned !== null) ||
  state.proposal.invitations.some((i) => i.open) ||
  state.proposal.search?.open === true;

/** The phase: a pure function of the state (lifecycle.md A). */
export function phaseOf(state: Agreement): Phase {
  const status = statusOf(state);
  if (status === 'DRAFT') return isPartnerSelection(state) ? 'PARTNER_SELECTION' : 'PROPOSAL';
  if (isOneOf(REV, status) || status === 'RETURNED' || status === 'APPROVED') return 'APPROVAL';
  if (isOneOf(NEG, status)) return 'NEGOTIATION';
  if (inForce(state)) {
    const evaluating = state.evaluation.evaluations.some((e) =>
      ['EVIDENCE_COLLECTION', 'READINESS_REVIEWED', 'BODY_DECISION', 'APPROVED'].includes(e.stage),
    );
    return evaluating || state.term?.windowOpened === true ? 'EVALUATION' : 'EXECUTION';
  }
  return isOneOf(FINAL, status) ? 'CLOSED' : 'EVALUATION';
}

/** A command of this agreement as this caller may use it now; `refusal` says why it is closed. */
export interface Action {
  readonly command: string;
  readonly clause: string;
  readonly refusal: Refusal | null;
  /** The values of the field that not every agreement may have, each with the reason why it would be refused. */
  readonly choices: Choices | null;
  /** The codes that a field of words may name today, by the name of the field; absent where no field names one. */
  readonly known?: KnownValues;
}

export interface Choices {
  readonly field: string;
  readonly values: readonly { readonly value: string; readonly refusal: Refusal | null }[];
}

/**
 * The commands of the caller's roles with the reason why the closed ones are closed: the policy table first, then the
 * guards that need no payload. Commands of other roles are left out. Who may not see the agreement is offered what is
 * open to it all the same: an appeal, to a P-member that is no party (DIR 5.1.2).
 */
export function actionsFor(state: Agreement, around: Surroundings): readonly Action[] {
  const seen = canSee(around.principal, state);
  const own = rolesOf(around.principal, state);
  const contexts = new Map<Role, Context>();
  const contextOf = (role: Role): Context => {
    const context = contexts.get(role) ?? contextFor(around, role);
    contexts.set(role, context);
    return context;
  };
  const actions: Action[] = [];
  for (const [command, definition] of Object.entries(definitions)) {
    if (definition.opens !== undefined) continue;
    if (!seen && !canSeeFor(around.principal, state, definition)) continue;
    // What is delegated for some kinds of command only is left out for the others.
    const usable = forCommand(around.principal, command);
    const roles = usable === around.principal ? own : rolesOf(usable, state);
    const role = roleAmong(definition, rolesFor(definition, usable, state, roles), state);
    if (role === null) continue;
    const context =
      usable === around.principal
        ? contextOf(role)
        : contextFor({ ...around, principal: usable }, role);
    const refusal = admissible(state, command, role) ?? closedBy(definition, state, context);
    const choices = refusal === null ? choicesOf(definition, state, context) : null;
    const known = refusal === null ? definition.known?.(state, context) : undefined;
    actions.push({
      ...{ command, clause: definition.clause, refusal, choices },
      ...(known !== undefined && { known }),
    });
  }
  return actions;
}

/** Why a command is closed whatever its payload: its own guards; one that takes nothing but a reason is asked itself. */
function closedBy(definition: AnyCommand, state: Agreement, ctx: Context): Refusal | null {
  const closed = definition.open?.(state, ctx) ?? null;
  if (closed !== null) return closed;
  const fields = Object.keys(definition.shape.json.properties ?? {});
  if (fields.some((field) => !(field in whyFields))) return null;
  const decided = definition.decide(state, {}, ctx);
  if (isRefusal(decided)) return decided;
  return decided.length > 0 ? null : nothingToDo(definition);
}

/** What `decide` says of each value; that another field is missing says nothing of the value. */
function choicesOf(definition: AnyCommand, state: Agreement, ctx: Context): Choices | null {
  const { asks: field, shape } = definition;
  if (field === undefined) return null;
  const { [field]: schema } = shape.json['properties'] as Readonly<
    Record<string, { readonly enum: readonly string[] }>
  >;
  const values = (schema?.enum ?? []).map((value) => {
    const decided = definition.decide(state, { [field]: value }, ctx);
    const refusal = isRefusal(decided) && !lacksOther(decided, field) ? decided : null;
    return { value, refusal };
  });
  return { field, values };
}

const lacksOther = ({ refused, details }: Refusal, field: string): boolean => {
  const faults = details['faults'];
  return (
    refused === 'INVALID_INPUT' &&
    Array.isArray(faults) &&
    faults.every((fault) => (fault as { pointer: string }).pointer !== `/${field}`)
  );
};
