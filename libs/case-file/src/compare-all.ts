import {
  inParallel,
  keptRuns,
  NewerEvent,
  newestVersion,
  sideEvents,
  type Clock,
  type Db,
} from '@twinning/engine';
import { AlteredEntry, type EventLog, type JsonObject } from '@twinning/event-log';
import { loadCase } from './case.js';
import {
  compareHistories,
  type ComparedHistories,
  type HistoryDifference,
  type WorkflowRun,
} from './two-histories.js';

/** How the other history is got at; Temporal's client and worker stand behind it. */
export interface OtherHistory {
  /** The present or last run of the agreement's workflow; null when Temporal has none. */
  lastRun(agreement: string): Promise<WorkflowRun | null>;
  /** Replays runs through today's workflow code: why each fails, or null. */
  replay(runs: readonly WorkflowRun[]): Promise<ReadonlyMap<string, string | null>>;
}

export interface Comparison {
  readonly agreements: number;
  readonly runs: number;
  readonly commands: number;
  readonly notHeard: number;
  readonly differences: readonly (HistoryDifference & { readonly agreement: string })[];
}

const WIDTH = 4;
/** Agreements whose runs are replayed together: starting the replaying costs more than a replay. */
const BATCH = 50;

/**
 * The two-history replay: every run of every agreement, kept with the case or still with Temporal, is replayed through
 * today's workflow code and compared with the log.
 */
export async function compareAll(
  db: Db,
  log: EventLog,
  other: OtherHistory,
  only: readonly string[] | null = null,
  onProgress: (done: number, of: number) => void = () => undefined,
): Promise<Comparison> {
  const agreements = only ?? (await allAgreements(db));
  const sums = { agreements: agreements.length, runs: 0, commands: 0, notHeard: 0 };
  const differences: (HistoryDifference & { agreement: string })[] = [];
  for (let done = 0; done < agreements.length; done += BATCH) {
    const batch = new Map<string, string>();
    const replayed: WorkflowRun[] = [];
    await inParallel(agreements.slice(done, done + BATCH), WIDTH, async (agreement) => {
      const found = await compareOne(db, log, other, agreement);
      if ('unread' in found) {
        const unread = { run: null, eventId: null, log: found.unread, temporal: null };
        differences.push({ agreement, code: 'UNREAD', ...unread });
        return;
      }
      const { compared, runs } = found;
      sums.runs += compared.runs;
      sums.commands += compared.commands;
      sums.notHeard += compared.notHeard;
      differences.push(...compared.differences.map((d) => ({ agreement, ...d })));
      replayed.push(...runs);
      for (const { run } of runs) batch.set(run, agreement);
    });
    for (const [run, why] of await other.replay(replayed)) {
      const agreement = batch.get(run) ?? '';
      const whole = { eventId: null, log: null, temporal: null };
      if (why !== null) differences.push({ agreement, run, code: 'NOT_REPLAYED', ...whole });
    }
    onProgress(Math.min(done + BATCH, agreements.length), agreements.length);
  }
  return { ...sums, differences };
}

interface Compared {
  readonly compared: ComparedHistories;
  readonly runs: readonly WorkflowRun[];
}

/** One agreement; the index of the entry on which its log cannot be read: the others are compared all the same. */
async function compareOne(
  db: Db,
  log: EventLog,
  other: OtherHistory,
  agreement: string,
): Promise<Compared | { readonly unread: string }> {
  const read = async () => {
    try {
      return await loadCase(db, log, agreement);
    } catch (error) {
      if (error instanceof AlteredEntry || error instanceof NewerEvent) return String(error.index);
      throw error;
    }
  };
  const before = await read();
  if (typeof before === 'string') return { unread: before };
  const runs = await runsOf(db, other, agreement);
  // Read again after the runs: what they have heard is in the log by now.
  const after = await read();
  if (typeof after === 'string') return { unread: after };
  return { compared: compareHistories(after, runs, before.events.length), runs };
}

async function allAgreements(db: Db): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('read.agreement')
    .select('agreement')
    .orderBy('agreement')
    .execute();
  return rows.map((row) => row.agreement);
}

/** The kept runs, the oldest first, and then the last one when it still runs. */
async function runsOf(
  db: Db,
  other: OtherHistory,
  agreement: string,
): Promise<readonly WorkflowRun[]> {
  const kept = await keptRuns(db, agreement);
  const last = await other.lastRun(agreement);
  return last === null || kept.some(({ run }) => run === last.run) ? kept : [...kept, last];
}

export const COMPARISONS = 'record/histories';
const TYPE = 'HistoriesCompared';
const MOST_NAMED = 100;

/** Records what a comparison came to, in the same log and with the same proofs: codes and ids only. */
export async function recordComparison(
  db: Db,
  log: EventLog,
  clock: Clock,
  { differences, ...sums }: Comparison,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const head = await log.lockHead(trx);
    const named = differences
      .slice(0, MOST_NAMED)
      .map(({ agreement, run, eventId, code }) => ({ agreement, run, eventId, code }));
    const payload: JsonObject = { ...sums, differences: differences.length, named };
    await log.append(trx, {
      stream: COMPARISONS,
      events: [
        {
          type: TYPE,
          schemaVersion: newestVersion(TYPE),
          occurredAt: await clock.now(trx, head),
          payload,
        },
      ],
      actor: { person: null, role: 'SYSTEM', body: null },
      onBehalfOf: null,
      commandId: null,
      causationId: null,
      correlationId: null,
      ruleset: null,
    });
  });
}

/** When the histories were last compared (RFC 3339); null when they never were. */
export async function lastCompared(db: Db, log: EventLog): Promise<string | null> {
  return sideEvents(await log.readStream(db, COMPARISONS)).at(-1)?.recordedAt ?? null;
}
