import {
  deadlineKey,
  deadlines,
  emptyAgreement,
  evolve,
  toMs,
  type Agreement,
} from '@twinning/domain';
import {
  logSize,
  type Connection,
  type EventLog,
  type JsonObject,
  type RecordedEvent,
} from '@twinning/event-log';
import { toStreamEvent } from './history.js';

/** One agreement as its events alone give it. */
export interface FoldedAgreement {
  readonly state: Agreement;
  /** When its first and its last event happened, RFC 3339. */
  readonly firstAt: string;
  readonly lastAt: string;
  /** Why folding stopped: an event that this build does not know or cannot apply; null when all were folded. */
  readonly stoppedAt: string | null;
}

/** An event that a command has left. */
export interface Trace {
  readonly index: number;
  readonly type: string;
  readonly stream: string;
}

/** A timer's event that should not stand where it stands. */
export interface WrongTimer {
  readonly agreement: string;
  readonly what: string;
}

export interface FoldedLog {
  readonly size: number;
  readonly agreements: ReadonlyMap<string, FoldedAgreement>;
  /** What each command has left, by its id. */
  readonly traces: ReadonlyMap<string, readonly Trace[]>;
  readonly wrongTimers: readonly WrongTimer[];
}

const PAGE = 1_000;
const STREAM = 'agreement/';

/**
 * Folds every agreement of the log from its first event, and looks at each timer's event on the way: was it the next
 * one due, and had it not fired before? `beforeDue` asks also that none was recorded before its due instant; that holds
 * of a record whose clock is the database's own.
 */
export async function foldLog(
  db: Connection,
  log: EventLog,
  { beforeDue = false }: { readonly beforeDue?: boolean } = {},
  onProgress: (done: number, size: number) => void = () => undefined,
): Promise<FoldedLog> {
  const size = await logSize(db);
  const agreements = new Map<string, FoldedAgreement>();
  const traces = new Map<string, Trace[]>();
  const wrongTimers: WrongTimer[] = [];
  for (let from = 0; from < size; from += PAGE) {
    for (const event of await log.readAll(db, from, Math.min(PAGE, size - from))) {
      if (event.commandId !== null) {
        const { index, type, stream, commandId } = event;
        traces.set(commandId, [...(traces.get(commandId) ?? []), { index, type, stream }]);
      }
      if (!event.stream.startsWith(STREAM)) continue;
      const agreement = event.stream.slice(STREAM.length);
      const before = agreements.get(agreement);
      for (const what of timerFaults(before?.state, event, beforeDue)) {
        wrongTimers.push({ agreement, what });
      }
      agreements.set(agreement, foldOne(agreement, before, event));
    }
    onProgress(Math.min(from + PAGE, size), size);
  }
  return { size, agreements, traces, wrongTimers };
}

function foldOne(
  agreement: string,
  before: FoldedAgreement | undefined,
  event: RecordedEvent,
): FoldedAgreement {
  if (before?.stoppedAt != null) return before;
  const state = before?.state ?? emptyAgreement(agreement);
  const times = { firstAt: before?.firstAt ?? event.occurredAt, lastAt: event.occurredAt };
  try {
    return { state: evolve(state, toStreamEvent(event)), ...times, stoppedAt: null };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { state, ...times, stoppedAt: `event ${String(event.index)}: ${why}` };
  }
}

const timerOf = (payload: JsonObject): string | null =>
  typeof payload.$timer === 'string' ? payload.$timer : null;

function timerFaults(
  before: Agreement | undefined,
  event: RecordedEvent,
  beforeDue: boolean,
): readonly string[] {
  const timer = timerOf(event.payload);
  if (timer === null) return [];
  const where = `${timer} at version ${String(event.version)}`;
  const faults: string[] = [];
  const next = before === undefined ? undefined : deadlines(before)[0];
  if (before?.fired[timer] === true) faults.push(`${where} has fired before`);
  else if (next === undefined || deadlineKey(next) !== timer) {
    faults.push(`${where} was not the next deadline`);
  }
  if (!timer.endsWith(`/${event.occurredAt}`)) faults.push(`${where} bears another instant`);
  if (beforeDue && toMs(event.recordedAt as never) < toMs(event.occurredAt as never)) {
    faults.push(`${where} was recorded before it was due`);
  }
  return faults;
}

/** True while somebody must look at the agreement again: such an agreement has a workflow, any other has none. */
export const isOpen = (state: Agreement): boolean =>
  state.catchUp?.open === true || deadlines(state).length > 0;
