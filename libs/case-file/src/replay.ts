import {
  deadlineKey,
  deadlines,
  definitions,
  label,
  named,
  refusalText,
  sentenceOfEvent,
  statusOf,
  type Agreement,
  type Language,
  type Refusal,
} from '@twinning/domain';
import { toStreamEvent } from '@twinning/engine';
import type { RecordedEvent } from '@twinning/event-log';
import { isWhole, statesOf, type Case } from './case.js';
import { differences, type Change } from './difference.js';
import { namesIn, type Names } from './names.js';

/** One event of the replay: who, what, when, for whom, under which clause, and what it changed. */
export interface Step {
  readonly version: number;
  /** Place in the record. */
  readonly index: number;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly person: string | null;
  /** Null when none is kept, or the person was erased. */
  readonly name: string | null;
  readonly role: string;
  readonly roleText: string;
  /** The member body, by its acronym. */
  readonly onBehalfOf: string | null;
  readonly command: { readonly id: string; readonly type: string } | null;
  /** Key of the timer that fired. */
  readonly timer: string | null;
  readonly clause: string | null;
  readonly type: string;
  readonly text: string;
  /** Null, as the changes are empty, when withheld fields forbid folding. */
  readonly status: string | null;
  readonly changes: readonly Change[];
}

/** An attempt that changed nothing, with the reason that was given. */
export interface RefusedStep {
  readonly index: number;
  readonly occurredAt: string;
  readonly person: string | null;
  readonly name: string | null;
  readonly onBehalfOf: string | null;
  readonly command: string;
  readonly code: string;
  readonly clause: string;
  readonly text: string;
  /** Version of the agreement at which it was refused. */
  readonly version: number;
}

/** Folds the case event by event. */
export function replay(of: Case, language: Language): readonly Step[] {
  const states = isWhole(of) ? statesOf(of) : [];
  const names = of.called ?? namesIn(of.events);
  const types = new Map(of.commands.map((c) => [c.id, c.type]));
  return of.events.map((event, i) => {
    const [before, after] = [states[i], states[i + 1]];
    const type = event.commandId === null ? undefined : types.get(event.commandId);
    const timer = typeof event.payload.$timer === 'string' ? event.payload.$timer : null;
    return {
      version: event.version,
      index: event.index,
      occurredAt: event.occurredAt,
      recordedAt: event.recordedAt,
      person: event.actor.person,
      name: nameOfPerson(of, event),
      role: event.actor.role,
      roleText: label('role', event.actor.role, language),
      onBehalfOf: bodyOf(event, names),
      command: event.commandId === null ? null : { id: event.commandId, type: type ?? '?' },
      timer,
      clause: clauseOf(before, type, timer),
      type: event.type,
      text: sentenceOfEvent(toStreamEvent(event), language, named(names)),
      status: after === undefined ? null : statusOf(after),
      changes:
        before === undefined || after === undefined
          ? []
          : differences(before, after, language, names),
    };
  });
}

const bodyOf = ({ onBehalfOf }: RecordedEvent, names: Names): string | null =>
  typeof onBehalfOf === 'number' ? names.member(onBehalfOf) : onBehalfOf;

const nameOfPerson = ({ people }: Case, { actor }: RecordedEvent): string | null =>
  (actor.person === null ? null : people?.get(actor.person)) ?? null;

function clauseOf(
  before: Agreement | undefined,
  command: string | undefined,
  timer: string | null,
): string | null {
  if (timer !== null) {
    const running = before === undefined ? [] : deadlines(before);
    return running.find((d) => deadlineKey(d) === timer)?.clause ?? null;
  }
  return command === undefined ? null : (definitions[command]?.clause ?? null);
}

/** What was refused, oldest first. A withheld refusal shows who and when, and nothing else. */
export function refusedSteps(of: Case, language: Language): readonly RefusedStep[] {
  const names = of.called ?? namesIn(of.events);
  return of.refusals.map((event) => {
    const { command, code, clause, details, version } = event.payload;
    const known = typeof code === 'string' && typeof command === 'string';
    const refusal = { refused: code, details: details ?? {} } as unknown as Refusal;
    return {
      index: event.index,
      occurredAt: event.occurredAt,
      person: event.actor.person,
      name: nameOfPerson(of, event),
      onBehalfOf: bodyOf(event, names),
      command: known ? command : '–',
      code: known ? code : '–',
      clause: typeof clause === 'string' ? clause : '–',
      text: known ? refusalText(refusal, language).title : '–',
      version: typeof version === 'number' ? version : 0,
    };
  });
}
