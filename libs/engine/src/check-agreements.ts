import {
  deadlines,
  duties,
  FINAL,
  isOneOf,
  statusOf,
  toMs,
  type Agreement,
  type Instant,
} from '@twinning/domain';
import type { EventLog } from '@twinning/event-log';
import { sql } from 'kysely';
import { PATIENCE_MS, type Violation } from './check.js';
import { differences, NOT_IN_THE_LOG, strangers } from './check-read-model.js';
import type { Clock } from './clock.js';
import type { Trx } from './database.js';
import { foldAgreements, isOpen, type FoldedAgreement } from './fold-log.js';
import type { OpenChildren } from './children.js';
import { OutboxCheck } from './outbox/check.js';
import { childrenOf } from './progress.js';
import { CATCH_UP_LEFT_DAYS } from './standing.js';

export interface CheckedAgreements {
  readonly agreements: number;
  /** Versions of the open ones, by id. */
  readonly open: ReadonlyMap<string, number>;
  /** Processes that the log has opened beside them. */
  readonly children: OpenChildren;
  readonly violations: readonly Violation[];
}

interface AgreementsOptions {
  readonly log: EventLog;
  readonly clock: Clock;
  /** Whether a timer may not be recorded before it was due: not where the product has a clock of its own. */
  readonly beforeDue: boolean;
}

/**
 * Reads the log agreement by agreement, and holds against each fold what else is kept of it: the read model table by
 * table and value by value (I6), the messages (I7), the deadlines (I8).
 */
export async function checkAgreements(
  trx: Trx,
  { log, clock, beforeDue }: AgreementsOptions,
  onProgress?: (done: number, size: number) => void,
): Promise<CheckedAgreements> {
  const now = await clock.now(trx);
  const leftBefore = await daysAgo(trx, CATCH_UP_LEFT_DAYS);
  const outbox = await OutboxCheck.begin(trx);
  const violations: Violation[] = [];
  const open = new Map<string, number>();
  const children = new Map<string, ReturnType<typeof childrenOf>>();
  let agreements = 0;
  for await (const folded of foldAgreements(trx, log, { beforeDue }, onProgress)) {
    agreements += folded.length;
    violations.push(...differing(await differences(trx, folded)));
    violations.push(...(await outbox.faultsOf(folded)));
    for (const one of folded) {
      violations.push(...faultsOf(one, now, clock), ...catchUpLeft(one, leftBefore));
      if (isOpen(one.state)) open.set(one.state.id, one.state.version);
      if (childrenOf(one.state).length > 0) children.set(one.state.id, childrenOf(one.state));
    }
  }
  const unknown = (await strangers(trx)).map((id) => [id, NOT_IN_THE_LOG] as const);
  violations.push(...differing(unknown), ...(await outbox.end()));
  return { agreements, open, children, violations };
}

const differing = (found: Iterable<readonly [string, readonly string[]]>): readonly Violation[] =>
  [...found].map(([subject, parts]) => ({
    invariant: 'I6',
    subject,
    what: `the read model differs from the fold of the log in ${parts.join(', ')}`,
  }));

function faultsOf(
  { state, stoppedAt, wrongTimers }: FoldedAgreement,
  now: Instant,
  clock: Clock,
): readonly Violation[] {
  const fault = (invariant: Violation['invariant'], what: string): Violation => ({
    invariant,
    subject: state.id,
    what,
  });
  const faults = wrongTimers.map((what) => fault('I8', what));
  if (stoppedAt !== null) faults.push(fault('I6', `cannot be folded: ${stoppedAt}`));
  if (isSilent(state)) {
    const what = 'is not at its end and has neither a task nor a timer: nobody will look at it';
    faults.push(fault('I8', what));
  }
  const next = state.catchUp?.open === true ? undefined : deadlines(state)[0];
  if (next !== undefined && clock.realMs(toMs(now) - toMs(next.due)) > PATIENCE_MS) {
    const what = `${next.timer} (${next.step}) was due at ${next.due} and nobody has looked`;
    faults.push(fault('I8', what));
  }
  return faults;
}

/** The real time some days ago, RFC 3339: what is recorded bears the database's own clock. */
async function daysAgo(trx: Trx, days: number): Promise<string> {
  const { rows } = await sql<{ at: Date }>`
    SELECT clock_timestamp() - make_interval(days => ${days}) AS at`.execute(trx);
  return (rows[0] as { at: Date }).at.toISOString();
}

/** In catch-up mode nothing is ever due: nobody but this notices that it was begun and left. */
function catchUpLeft({ state, events }: FoldedAgreement, leftBefore: string): readonly Violation[] {
  const last = events.at(-1)?.recordedAt;
  if (state.catchUp?.open !== true || last === undefined || last >= leftBefore) return [];
  const what = `its entry of the past is open, and nothing has been entered since ${last}`;
  return [{ invariant: 'I8', subject: state.id, what }];
}

/** An agreement that is not at its end and that neither a task nor a timer will ever move: silence that nobody hears. */
export const isSilent = (state: Agreement): boolean =>
  state.stage !== 'NONE' &&
  state.catchUp?.open !== true &&
  !isOneOf(FINAL, statusOf(state)) &&
  deadlines(state).length === 0 &&
  duties(state).length === 0;
