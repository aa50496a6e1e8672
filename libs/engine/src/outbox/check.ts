import { emptyAgreement, evolve, type Agreement } from '@twinning/domain';
import type { RecordedEvent } from '@twinning/event-log';
import { sql } from 'kysely';
import type { Violation } from '../check.js';
import type { Trx } from '../database.js';
import type { FoldedAgreement } from '../fold-log.js';
import { toStreamEvent } from '../history.js';
import { troubledDeliveries } from './deliveries.js';
import { noticesOf, type Notice } from './notices.js';

const PATIENCE_MS = 60_000;
const STRANGERS = 1_000;

/** The notices that the outbox holds of one agreement. */
interface Kept {
  readonly ids: readonly string[];
  /** Versions at which its commits end: one notice of each tells of the change. */
  readonly commits: ReadonlySet<number>;
}

const NONE: Kept = { ids: [], commits: new Set() };

/**
 * I7: the notices of every commit are derived again from the log and compared with those in the outbox: none is lost,
 * none stands without its events (a refusal, an entry of the past), none twice. I12: no delivery has been left lying.
 */
export class OutboxCheck {
  private constructor(
    private readonly trx: Trx,
    private readonly start: number,
  ) {}

  static async begin(trx: Trx): Promise<OutboxCheck> {
    const { rows } = await sql<{ start: string | number }>`
      SELECT index AS start FROM engine.outbox_start`.execute(trx);
    return new OutboxCheck(trx, Number(rows[0]?.start ?? 0));
  }

  async faultsOf(agreements: readonly FoldedAgreement[]): Promise<readonly Violation[]> {
    const kept = await keptOf(
      this.trx,
      agreements.map(({ state }) => state.id),
    );
    return agreements.flatMap((one) => this.faults(one, kept.get(one.state.id) ?? NONE));
  }

  /** What no agreement of the log accounts for. */
  async end(): Promise<readonly Violation[]> {
    const { rows } = await sql<{ id: string; agreement: string }>`
      SELECT n.id, n.agreement FROM engine.notice n
       WHERE NOT EXISTS (SELECT FROM log.event e WHERE e.stream = 'agreement/' || n.agreement::text)
       ORDER BY n.id LIMIT ${STRANGERS}`.execute(this.trx);
    const { lying, givenUp } = await troubledDeliveries(this.trx, PATIENCE_MS);
    const stuck = (count: number, what: string): readonly Violation[] =>
      count === 0 ? [] : [{ invariant: 'I12', subject: 'outbox', what }];
    return [
      ...rows.map(({ id, agreement }) => causeless(id, agreement)),
      ...stuck(lying, `${String(lying)} messages have been left lying for more than a minute`),
      ...stuck(
        givenUp,
        `${String(givenUp)} messages do not reach their receiver, which was given up`,
      ),
    ];
  }

  private faults(
    { state: { id }, events, stoppedAt }: FoldedAgreement,
    { ids, commits }: Kept,
  ): readonly Violation[] {
    // Nothing is known of what follows an event that cannot be folded; it is named for that (I6).
    if (stoppedAt !== null) return [];
    const wanted = new Set<string>();
    const held = new Set(ids);
    let fold = settled(emptyAgreement(id));
    for (const event of events) {
      const next = foldOne(fold, event, event.index < this.start);
      if (next === null) continue;
      const isCommit = next.pending.length > 0 && commits.has(event.version);
      if (isCommit) {
        for (const notice of this.told(next, held)) wanted.add(notice.id);
      }
      fold = isCommit ? settled(next.now) : next;
    }
    const violations = ids.filter((one) => !wanted.has(one)).map((one) => causeless(one, id));
    for (const notice of wanted) {
      if (!held.has(notice)) violations.push(fault(noticeOf(notice, id), 'was never written'));
    }
    const [first] = fold.pending;
    if (first !== undefined) {
      const from = String(first.version);
      violations.push(fault(id, `no message was written for its events from version ${from} on`));
    }
    return violations;
  }

  // A commit of an older release bears the older ids, all of them: one it shares with another cannot pass for its own.
  private told({ before, now, pending }: Fold, held: ReadonlySet<string>): readonly Notice[] {
    const told = (commit: string | null) => noticesOf(before, now, pending, commit);
    const older = told(null);
    return older.some(({ id }) => held.has(id)) ? older : told(pending[0]?.nonce ?? null);
  }
}

const fault = (subject: string, what: string): Violation => ({ invariant: 'I7', subject, what });
const noticeOf = (notice: string, agreement: string) => `notice ${notice} of ${agreement}`;
const causeless = (notice: string, agreement: string): Violation =>
  fault(noticeOf(notice, agreement), 'has no events that cause it');

interface Fold {
  /** State at the end of the last commit, and the events since. */
  readonly before: Agreement;
  readonly now: Agreement;
  readonly pending: readonly RecordedEvent[];
}

const settled = (state: Agreement): Fold => ({ before: state, now: state, pending: [] });

const isQuiet = (state: Agreement): boolean => state.catchUp?.open === true;

function foldOne(
  { before, now, pending }: Fold,
  event: RecordedEvent,
  early: boolean,
): Fold | null {
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

async function keptOf(trx: Trx, agreements: readonly string[]): Promise<ReadonlyMap<string, Kept>> {
  const { rows } = await sql<{ agreement: string; ids: string[]; commits: number[] | null }>`
    SELECT agreement::text AS agreement, array_agg(id::text) AS ids,
           array_agg(version) FILTER (WHERE kind = 'change') AS commits
      FROM engine.notice WHERE agreement = ANY(${agreements}::uuid[]) GROUP BY agreement`.execute(
    trx,
  );
  return new Map(
    rows.map(({ agreement, ids, commits }) => [agreement, { ids, commits: new Set(commits) }]),
  );
}
