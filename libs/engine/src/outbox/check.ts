import { emptyAgreement, evolve, type Agreement } from '@twinning/domain';
import type { EventLog, RecordedEvent } from '@twinning/event-log';
import { logSize } from '@twinning/event-log';
import { sql } from 'kysely';
import type { Violation } from '../check.js';
import type { Trx } from '../database.js';
import { toStreamEvent } from '../history.js';
import { stuckDeliveries } from './deliveries.js';
import { noticesOf } from './notices.js';

const PAGE = 1_000;
const STREAM = 'agreement/';
const PATIENCE_MS = 60_000;

interface Fold {
  /** State at the end of the last commit, and the events since. */
  readonly before: Agreement;
  readonly now: Agreement;
  readonly pending: readonly RecordedEvent[];
}

/**
 * I7: the notices of every commit are derived again from the log and compared with those in the outbox: none is lost,
 * none stands without its events (a refusal, an entry of the past), none twice. I12: no delivery has been left lying.
 */
export async function checkOutbox(trx: Trx, log: EventLog): Promise<readonly Violation[]> {
  const { start, kept } = await keptNotices(trx);
  const wanted = new Set<string>();
  const folds = new Map<string, Fold>();
  const violations: Violation[] = [];
  const lost = (subject: string, what: string) =>
    violations.push({ invariant: 'I7', subject, what });
  const size = await logSize(trx);
  for (let from = 0; from < size; from += PAGE) {
    for (const event of await log.readAll(trx, from, Math.min(PAGE, size - from))) {
      if (!event.stream.startsWith(STREAM)) continue;
      const id = event.stream.slice(STREAM.length);
      const next = foldOne(folds.get(id), id, event, event.index < start);
      if (next === null) continue;
      const isCommit =
        next.pending.length > 0 && kept.commits.has(`${id}@${String(event.version)}`);
      if (isCommit) {
        for (const { id: notice } of noticesOf(next.before, next.now, next.pending))
          wanted.add(notice);
      }
      folds.set(id, isCommit ? settled(next.now) : next);
    }
  }
  for (const [agreement, { pending }] of folds) {
    const first = pending[0];
    if (first !== undefined) {
      lost(
        agreement,
        `no message was written for its events from version ${String(first.version)} on`,
      );
    }
  }
  for (const id of wanted) if (!kept.ids.has(id)) lost(`notice ${id}`, 'was never written');
  for (const id of kept.ids)
    if (!wanted.has(id)) lost(`notice ${id}`, 'has no events that cause it');
  const stuck = await stuckDeliveries(trx, PATIENCE_MS);
  return stuck === 0
    ? violations
    : [
        ...violations,
        {
          invariant: 'I12',
          subject: 'outbox',
          what: `${String(stuck)} messages have been left lying for more than a minute`,
        },
      ];
}

const settled = (state: Agreement): Fold => ({ before: state, now: state, pending: [] });

const isQuiet = (state: Agreement): boolean => state.catchUp?.open === true;

function foldOne(
  known: Fold | undefined,
  id: string,
  event: RecordedEvent,
  early: boolean,
): Fold | null {
  const { before, now, pending } = known ?? settled(emptyAgreement(id));
  let next: Agreement;
  try {
    next = evolve(now, toStreamEvent(event));
  } catch {
    // Named by the fold of the read model (I6).
    return null;
  }
  return early || isQuiet(now) || isQuiet(next)
    ? settled(next)
    : { before, now: next, pending: [...pending, event] };
}

async function keptNotices(trx: Trx) {
  const { rows: starts } = await sql<{ start: number }>`
    SELECT index AS start FROM engine.outbox_start`.execute(trx);
  const { rows } = await sql<{ id: string; agreement: string; version: number; kind: string }>`
    SELECT id, agreement, version, kind FROM engine.notice`.execute(trx);
  return {
    start: Number(starts[0]?.start ?? 0),
    kept: {
      ids: new Set(rows.map((row) => row.id)),
      // One per commit: where the commits of an agreement end.
      commits: new Set(
        rows
          .filter((row) => row.kind === 'change')
          .map((r) => `${r.agreement}@${String(r.version)}`),
      ),
    },
  };
}
