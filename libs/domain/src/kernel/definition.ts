import type { Agreement } from './state.js';
import type { AgreementEvent, Evolvers } from './events.js';
import { isRefusal, refuse, type Context, type Refusal } from './decision.js';
import type { Deadline } from './timers.js';
import type { Desk, Role, Status, TwinningType } from './vocabulary.js';
import type { Needs } from './facts.js';
import type { NamedPaper } from './papers.js';
import type { Infer, Schema } from './schema.js';
import type { Instant } from '../calendar/zurich.js';

/** One line of the policy table: these roles may, in these statuses, for these types (all when absent). */
export interface Allowed {
  readonly roles: readonly Role[];
  readonly in: readonly Status[];
  readonly types?: readonly TwinningType[];
  /** The row is there only while this holds. */
  readonly when?: (state: Agreement) => boolean;
}

/** Codes that exist now, by the name of the field that takes one: `{ check: ['SUGGESTED_EXPERIENCE:LEAD'] }`. */
export type KnownValues = Readonly<Record<string, readonly string[]>>;

/**
 * A command of lifecycle.md B: who may issue it and when, the shape of its payload, and the pure decision. An accepted
 * command that changes nothing returns no events.
 */
export interface CommandDefinition<P> {
  readonly clause: string;
  readonly allowed: readonly Allowed[];
  readonly shape: Schema<P>;
  /** Opens a new agreement: only on an empty stream. */
  readonly opens?: true;
  /** A joint act of both partners (2P). */
  readonly joint?: true;
  /** A manager of the parent committee may issue it where that committee is involved; `decide` says whose move it is. */
  readonly ofParent?: true;
  /** The session must have proved the person again (signing, TMB decisions). */
  readonly stepUp?: true;
  /**
   * A field whose values do not all suit every agreement. A payload of this field alone has the shape, so `decide` itself
   * says of each value whether it would be refused.
   */
  readonly asks?: string;
  /** What a field of words may name today, by the name of the field: nobody has to know a code. */
  readonly known?: (state: Agreement, ctx: Context) => KnownValues;
  /** Facts beyond those of the agreement's own pair, committee and claims. */
  readonly needs?: (state: Agreement, payload: P) => Partial<Needs>;
  /** The files that the payload names anew: refused unless they are files of this agreement. */
  readonly papers?: (state: Agreement, payload: P) => readonly NamedPaper[];
  /** Guards that need no payload: the same that `decide` enforces, for "why is this action closed". */
  readonly open?: (state: Agreement, ctx: Context) => Refusal | null;
  readonly decide: (
    state: Agreement,
    payload: P,
    ctx: Context,
  ) => readonly AgreementEvent[] | Refusal;
}

/** A definition whose payload type is known only to its own `shape`: `decide` is called after `shape.check`. */
export type AnyCommand = CommandDefinition<unknown>;

export const command = <S extends Schema<unknown>>(
  definition: Omit<CommandDefinition<Infer<S>>, 'shape'> & { readonly shape: S },
): AnyCommand => definition as unknown as AnyCommand;

/** A command that would change nothing now is shown as closed. */
export const nothingToDo = ({ clause }: Pick<AnyCommand, 'clause'>): Refusal =>
  refuse('WRONG_STATUS', clause);

/**
 * For commands that name one of several things: open when the guard lets one of them through, else closed for the reason
 * that it gives of the last, or because there is none.
 */
export function someOf<T>(
  things: readonly T[],
  clause: string,
  guard: (thing: T) => Refusal | object | null,
): Refusal | null {
  let why = nothingToDo({ clause });
  for (const thing of things) {
    const refusal = guard(thing);
    if (!isRefusal(refusal)) return null;
    why = refusal;
  }
  return why;
}

/** A move that somebody owes: the inbox, "whose move" and "why does this wait" come from it. */
export interface Duty {
  /** Stable for as long as the same duty lasts, e.g. `review:2028:LEAD`. */
  readonly id: string;
  readonly desk: Desk;
  /** The committee whose desk it is, when that is not the agreement's own. */
  readonly committee?: number;
  /** Any of these commands would discharge it. */
  readonly commands: readonly string[];
  readonly since: Instant;
  readonly due: Instant | null;
  readonly clause: string;
}

/** A phase of the lifecycle: its commands, how its events fold, its clocks and the duties it lays on people. */
export interface Slice<Events> {
  readonly commands: Readonly<Record<string, AnyCommand>>;
  readonly evolve: Evolvers<Events>;
  /** Every future event of this phase that needs nobody; those that have fired are left out by the kernel. */
  readonly deadlines: (state: Agreement) => readonly Deadline[];
  /** What a due deadline of this phase appends; empty when its ground has gone. */
  readonly fire: (state: Agreement, due: Deadline, ctx: Context) => readonly AgreementEvent[];
  readonly duties: (state: Agreement) => readonly Duty[];
  /** Events that follow at once from the state (e.g. overtaken reviews when an agreement ends). */
  readonly settle?: (state: Agreement, ctx: Context) => readonly AgreementEvent[];
}

/** EN and FR sentences of one phase; the keys are checked against the definitions by a test. */
export interface Texts {
  /** Label of the action, imperative. */
  readonly commands: Readonly<Record<string, string>>;
  /** What happened, past tense; `{field}` takes a payload field. */
  readonly events: Readonly<Record<string, string>>;
  /** What happens if nobody acts, by `T17.step`. */
  readonly timers: Readonly<Record<string, string>>;
  /** What somebody owes, by the part of the duty id before the first `:`. */
  readonly duties: Readonly<Record<string, string>>;
}
