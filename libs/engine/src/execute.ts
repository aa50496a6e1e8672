import { verifies } from './ed25519.js';
import {
  decide,
  deadlines,
  dayAt,
  emptyAgreement,
  fireNext,
  isRefusal,
  needsOf,
  toMs,
  type Agreement,
  type AgreementEvent,
  type Instant,
  type Outcome,
  type Refusal,
  type Standing,
} from '@twinning/domain';
import type { EventLog, Head, JsonObject, RecordedEvent } from '@twinning/event-log';
import { loadState, projectAgreement } from '@twinning/read-model';
import { sql } from 'kysely';
import type { Clock } from './clock.js';
import { hashOf, type StoredOutcome, type VersionConflict } from './commands.js';
import { asRead, type Db, type Trx } from './database.js';
import { actingBody, loadFacts } from './facts.js';
import { progressOf, type Progress } from './progress.js';
import { decideReading } from './reading.js';
import { earlyRefusal } from './before-deciding.js';
import { toLogged } from './logged.js';
import { failpoint } from './failpoint.js';
import { recordRefusal } from './refusal-leaf.js';
import { commandIn, type CommandRow } from './command-row.js';
import { enqueue } from './outbox/enqueue.js';
import { noticesOf, type Notice } from './outbox/notices.js';

export const agreementStream = (id: string): string => `agreement/${id}`;

/** What a workflow hears of one execution: codes, versions and durations only. */
export interface Execution extends Progress {
  /** `ACCEPTED`, the code of the refusal, or null when no command was carried out. */
  readonly outcome: string | null;
}

/** A transaction that holds the log's head lock. */
interface Locked {
  readonly trx: Trx;
  readonly head: Head;
  /** Messages that the commits of this transaction cause, written before it ends. */
  readonly outgoing: Notice[];
}

/**
 * The one place where anything is decided. In one transaction: the log's head lock, the stream's state, every timer
 * due (lifecycle.md D1), the decision, the events or the refusal's leaf, the inline projections, the outcome.
 */
export class Executor {
  constructor(
    private readonly db: Db,
    private readonly log: EventLog,
    private readonly clock: Clock,
  ) {}

  /** Carries out a stored command. Idempotent by its id: a decided command gives its stored outcome. */
  async execute(commandId: string): Promise<Execution> {
    let type = '';
    const done = await this.db.transaction().execute(async (trx) => {
      const head = await this.log.lockHead(trx);
      const row = await trx
        .selectFrom('engine.command')
        .leftJoin('read.stream_state', 'read.stream_state.agreement', 'engine.command.agreement')
        .selectAll('engine.command')
        .select('read.stream_state.state')
        .select(sql<Standing>`read.standing(engine.command.principal->>'person')`.as('standing'))
        .where('id', '=', commandId)
        .executeTakeFirst();
      if (row === undefined) throw new Error(`No stored command ${commandId}.`);
      type = row.type;
      failpoint('execute-after-lock', type);
      const now = await this.clock.now(trx);
      const stored = row.outcome as StoredOutcome | null;
      const before = (row.state as Agreement | null) ?? emptyAgreement(row.agreement);
      if (stored !== null) {
        return this.answer(before, now, stored.accepted ? 'ACCEPTED' : stored.code);
      }
      if (row.conflict !== null) return this.answer(before, now, 'VERSION_CONFLICT');
      return this.decideStored(
        { trx, head, outgoing: [] },
        before,
        now,
        commandIn(row, row.standing, dayAt(now)),
      );
    });
    failpoint('execute-after-commit', type);
    return done;
  }

  /** Applies what is due and tells how long the agreement may sleep; the workflow's timers and starts call it. */
  async look(agreement: string): Promise<Execution> {
    return this.db.transaction().execute(async (trx) => {
      const head = await this.log.lockHead(trx);
      const now = await this.clock.now(trx);
      const before = await loadState(asRead(trx), agreement);
      if (before === null) return this.answer(emptyAgreement(agreement), now, null);
      const judgedAt = this.judgedAt(before, now);
      const on = { trx, head, outgoing: [] };
      const { state: after, at } = await this.applyDue(on, before, judgedAt);
      if (after.version > before.version) await projectAgreement(asRead(trx), after, at);
      await enqueue(trx, on.outgoing);
      return this.answer(after, now, null);
    });
  }

  // In catch-up mode time is that of the entries (D22): nothing is due by the real clock.
  private judgedAt(state: Agreement, now: Instant): Instant {
    return state.catchUp?.open === true ? state.catchUp.lastOccurredOn : now;
  }

  private async decideStored(
    on: Locked,
    before: Agreement,
    now: Instant,
    row: CommandRow,
  ): Promise<Execution> {
    const at = row.occurredOn ?? this.judgedAt(before, now);
    const early = earlyRefusal(before, row, at, now);
    if (early?.refused === 'VERSION_CONFLICT') {
      await this.noteConflict(on.trx, row, before.version);
      return this.answer(before, now, early.refused);
    }
    const { state: due, at: dueAt } =
      early === null ? await this.applyDue(on, before, at) : { state: before, at };
    const { result: decided, read } =
      early === null ? await this.judge(on, due, row, at) : { result: early, read: {} };
    const outcome = isRefusal(decided)
      ? await recordRefusal(on.trx, this.log, {
          subject: due.id,
          version: due.version,
          ruleset: due.ruleset,
          command: row,
          by: row.principal,
          refusal: decided,
          at,
          read,
        })
      : await this.recordEvents(on, due, row, decided, at, read);
    const after = isRefusal(decided) ? due : decided.state;
    // The read model shows when the last event happened: a rebuild gives the same.
    const lastAt = after.version > due.version ? at : dueAt;
    if (after.version > before.version) await projectAgreement(asRead(on.trx), after, lastAt);
    await enqueue(on.trx, on.outgoing);
    failpoint('execute-before-outcome', row.type);
    await on.trx
      .updateTable('engine.command')
      .set({ outcome: JSON.stringify(outcome), decided_at: outcome.decidedAt })
      .where('id', '=', row.id)
      .execute();
    failpoint('execute-before-commit', row.type);
    return this.answer(after, now, outcome.accepted ? 'ACCEPTED' : outcome.code);
  }

  private async judge(on: Locked, due: Agreement, row: CommandRow, at: Instant) {
    const command = { type: row.type, payload: row.payload };
    const { principal } = row;
    const today = dayAt(at);
    const { result, read } = await decideReading(
      principal.member === null ? null : await actingBody(on.trx, principal.member, today),
      () => loadFacts(on.trx, due, needsOf(due, command, principal), today),
      (known) => decide(due, command, { now: at, principal, ...known, hash: hashOf, verifies }),
    );
    return { result, read: { ...(read as unknown as JsonObject), ...changedPrincipal(row) } };
  }

  /** Fires what is due; `at` is when the last of it happened, or `now` when nothing was. */
  private async applyDue(
    on: Locked,
    before: Agreement,
    now: Instant,
  ): Promise<{ readonly state: Agreement; readonly at: Instant }> {
    let state = before;
    let lastAt = now;
    for (let next = deadlines(state)[0]; next && toMs(next.due) <= toMs(now); ) {
      const at = next.due;
      const before = state;
      const { result: step, read } = await decideReading(
        null,
        () => loadFacts(on.trx, before, needsOf(before, null, null), dayAt(at)),
        (known) => fireNext(before, { now, ...known, hash: hashOf }),
      );
      if (step === null) break;
      const by = {
        at,
        actor: { person: null, role: 'SYSTEM', body: null },
        onBehalfOf: null,
        commandId: null,
        causation: null,
        correlation: state.id,
      };
      await this.append(on, state, step.fired.events, by, read as unknown as JsonObject);
      on.outgoing.push(...noticesOf(state, step.state, step.fired.events));
      state = step.state;
      lastAt = at;
      next = deadlines(state)[0];
    }
    return { state, at: lastAt };
  }

  private async recordEvents(
    on: Locked,
    before: Agreement,
    row: CommandRow,
    decided: Exclude<Outcome, Refusal>,
    at: Instant,
    read: JsonObject,
  ): Promise<StoredOutcome> {
    const recorded = await this.append(
      on,
      before,
      decided.events,
      {
        at,
        actor: {
          person: row.principal.person,
          role: decided.role,
          body: row.principal.member,
        },
        onBehalfOf: decided.actsFor ?? row.principal.member,
        commandId: row.id,
        causation: row.id,
        correlation: row.correlation,
      },
      read,
    );
    on.outgoing.push(...noticesOf(before, decided.state, decided.events));
    return {
      accepted: true,
      version: before.version + decided.events.length,
      decidedAt: at,
      events: recorded.map((e) => ({ index: e.index, type: e.type })),
    };
  }

  // Whoever loses a race hears what the API tells everybody who comes late: no outcome and no leaf (decision 0010).
  private async noteConflict(trx: Trx, { id, expectedVersion }: CommandRow, current: number) {
    const conflict: VersionConflict = { expected: Number(expectedVersion), current };
    await trx
      .updateTable('engine.command')
      .set({ conflict: JSON.stringify(conflict), told_at: sql<string>`clock_timestamp()` })
      .where('id', '=', id)
      .execute();
  }

  private async append(
    { trx, head }: Locked,
    before: Agreement,
    events: readonly AgreementEvent[],
    by: {
      readonly at: Instant;
      readonly actor: { person: string | null; role: string; body: number | null };
      /** The body, or the person who delegated the role. */
      readonly onBehalfOf: number | string | null;
      readonly commandId: string | null;
      readonly causation: string | null;
      readonly correlation: string;
    },
    read?: JsonObject,
  ): Promise<readonly RecordedEvent[]> {
    if (events.length === 0) return [];
    return this.log.append(
      trx,
      {
        stream: agreementStream(before.id),
        expectedVersion: before.version,
        events: events.map((event, i) => toLogged(event, by.at, i === 0 ? read : undefined)),
        actor: by.actor,
        onBehalfOf: by.onBehalfOf,
        commandId: by.commandId,
        causationId: by.causation,
        correlationId: by.correlation,
        ruleset: before.ruleset,
      },
      head,
    );
  }

  private answer(state: Agreement, now: Instant, outcome: string | null): Execution {
    return { outcome, ...progressOf(state, now, (ms) => this.clock.realMs(ms)) };
  }
}

// A decision can be made again only with the principal on whom it was made: recorded when it is not the one that was stored.
const changedPrincipal = ({ principal, asked }: CommandRow): JsonObject =>
  hashOf(principal as never) === hashOf(asked as never)
    ? {}
    : { principal: JSON.parse(JSON.stringify(principal)) as JsonObject };
