import {
  deadlineKey,
  deadlines,
  duties,
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
import { streamsOf, wholeStreams, type WholeStream } from './fold-streams.js';
import { toStreamEvent } from './history.js';

/** One agreement as its events alone give it. */
export interface FoldedAgreement {
  readonly state: Agreement;
  /** When its first and its last event happened, RFC 3339. */
  readonly firstAt: string;
  readonly lastAt: string;
  /** Why folding stopped: an event that this build does not know or cannot apply; null when all were folded. */
  readonly stoppedAt: string | null;
  readonly events: readonly RecordedEvent[];
  /** Timers' events that should not stand where they stand. */
  readonly wrongTimers: readonly string[];
}

const STREAM = 'agreement/';

/**
 * Folds every agreement of the log from its first event, some agreements at a time, and looks at each timer's event on
 * the way: was it the next one due, and had it not fired before? `beforeDue` asks also that none was recorded before its
 * due instant; that holds of a record whose clock is the database's own.
 */
export async function* foldAgreements(
  db: Connection,
  log: EventLog,
  { beforeDue = false }: { readonly beforeDue?: boolean } = {},
  onProgress: (done: number, size: number) => void = () => undefined,
): AsyncGenerator<readonly FoldedAgreement[]> {
  const size = await logSize(db);
  let done = 0;
  for await (const streams of wholeStreams(db, log, STREAM)) {
    yield streams.map((stream) => foldOne(stream, beforeDue));
    done += streams.reduce((sum, { events }) => sum + events.length, 0);
    onProgress(done, size);
  }
  onProgress(size, size);
}

/** The agreements of some streams, whole. */
export async function foldStreams(
  db: Connection,
  log: EventLog,
  streams: readonly string[],
): Promise<readonly FoldedAgreement[]> {
  return (await streamsOf(db, log, streams)).map((stream) => foldOne(stream, false));
}

function foldOne(stream: WholeStream, beforeDue: boolean): FoldedAgreement {
  const folded = foldWhile(stream, beforeDue, () => true);
  // Rarely asked of each event: whoever reads on computes deadlines and duties of what is answered here.
  return folded.stoppedAt !== null || isSound(folded.state)
    ? folded
    : foldWhile(stream, beforeDue, isSound);
}

/** Whether what follows from a state can be computed: an event may hold what `evolve` takes and nobody else does. */
export function isSound(state: Agreement): boolean {
  try {
    deadlines(state);
    duties(state);
    return true;
  } catch {
    return false;
  }
}

function foldWhile(
  { stream, events }: WholeStream,
  beforeDue: boolean,
  sound: (state: Agreement) => boolean,
): FoldedAgreement {
  let state = emptyAgreement(stream.slice(STREAM.length));
  let stoppedAt: string | null = null;
  const wrongTimers: string[] = [];
  for (const event of events) {
    wrongTimers.push(...timerFaults(state, event, beforeDue));
    try {
      const next = evolve(state, toStreamEvent(event));
      if (!sound(next)) throw new Error('what follows from it cannot be computed');
      state = next;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      stoppedAt = `event ${String(event.index)}: ${why}`;
      break;
    }
  }
  const [first, last] = [events[0], events.at(-1)];
  return {
    ...{ state, stoppedAt, events, wrongTimers },
    ...{ firstAt: first?.occurredAt ?? '', lastAt: last?.occurredAt ?? '' },
  };
}

const timerOf = (payload: JsonObject): string | null =>
  typeof payload.$timer === 'string' ? payload.$timer : null;

function timerFaults(
  before: Agreement,
  event: RecordedEvent,
  beforeDue: boolean,
): readonly string[] {
  const timer = timerOf(event.payload);
  if (timer === null) return [];
  const where = `${timer} at version ${String(event.version)}`;
  const faults: string[] = [];
  const next = deadlines(before)[0];
  if (before.fired[timer] === true) faults.push(`${where} has fired before`);
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
