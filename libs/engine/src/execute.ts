import { verifies } from './seals.js';
import {
  decide,
  dayAt,
  emptyAgreement,
  isRefusal,
  needsOf,
  triesFor,
  type Agreement,
  type Instant,
  type Outcome,
  type Refusal,
} from '@twinning/domain';
import type { EventLog, JsonObject } from '@twinning/event-log';
import { projectAgreement } from '@twinning/read-model';
import { sql } from 'kysely';
import type { Clock } from './clock.js';
import { hashOf, type StoredOutcome, type VersionConflict } from './commands.js';
import { asRead, type Db, type Trx } from './database.js';
import { applyDue, dueOfHolders, judgedAt, type UnderLock } from './due-first.js';
import { actingBody, loadFacts } from './facts.js';
import { progressOf, type Progress } from './progress.js';
import { decideReading } from './reading.js';
import { earlyRefusal } from './before-deciding.js';
import { commitOf } from './commit-of.js';
import { failpoint } from './failpoint.js';
import { recordRefusal } from './refusal-leaf.js';
import type { MemberActivity } from '@twinning/registry';
import { commandIn, type CommandRow } from './command-row.js';
import { isSealedCommand } from './command-seal.js';
import { closeCommand, type Decided } from './closing.js';
import { openCommand } from './opening.js';
import { stateOfCommand, stateToLookAt } from './state-to-decide.js';
import { enqueue } from './outbox/enqueue.js';
import { noticesOf } from './outbox/notices.js';

/** What a workflow hears of one execution: codes, versions and durations only. */
export interface Execution extends Progress {
  /** `ACCEPTED`, the code of the refusal, `COMMAND_UNSEALED`, or null when no command was carried out. */
  readonly outcome: string | null;
}

/** Events of an agreement that its workflow was told of, and that the log does not have: it was put back. */
export interface Lost {
  readonly agreement: string;
  /** Versions of the workflow and of the log. */
  readonly known: number;
  readonly version: number;
}

/** A transaction that holds the log's head lock, for one agreement. */
interface Locked extends UnderLock {
  /** What the read model shows of the agreement. */
  readonly shown: Agreement;
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
    /** Throws when nothing may be decided now. */
    private readonly demandDeciding: () => void = () => undefined,
    /** Hears of what is lost before anything is decided on the log that lacks it. */
    private readonly onLost: (lost: Lost) => void = () => undefined,
  ) {}

  /**
   * Carries out a stored command. Idempotent by its id: a decided command gives its stored outcome. `known` is the version
   * that whoever asks knows, 0 for none.
   */
  async execute(commandId: string, known = 0): Promise<Execution> {
    this.demandDeciding();
    let type = '';
    const done = await this.db.transaction().execute(async (trx) => {
      const row = await openCommand(trx, commandId);
      type = row.type;
      failpoint('execute-after-lock', type);
      const now = await this.clock.at(row, row.head);
      const stored = row.outcome as StoredOutcome | null;
      const { state: before, shown } = await stateOfCommand(trx, this.log, row);
      this.tellLost(before, known);
      if (stored !== null) {
        return this.answer(before, now, stored.accepted ? 'ACCEPTED' : stored.code);
      }
      if (row.conflict !== null) return this.answer(before, now, 'VERSION_CONFLICT');
      // Whose word this is nobody knows: it is left as it lies, and named to who operates the service.
      if (!isSealedCommand(row)) return this.answer(before, now, 'COMMAND_UNSEALED');
      return this.decideStored(
        { trx, log: this.log, head: row.head, now, outgoing: [], shown },
        before,
        now,
        commandIn(row, row.standing, dayAt(now)),
        row.activity,
      );
    });
    failpoint('execute-after-commit', type);
    return done;
  }

  /** Applies what is due and tells how long the agreement may sleep; the workflow's timers and starts call it. */
  async look(agreement: string, known = 0): Promise<Execution> {
    this.demandDeciding();
    return this.db.transaction().execute(async (trx) => {
      const head = await this.log.lockHead(trx);
      const now = await this.clock.now(trx, head);
      const found = await stateToLookAt(trx, this.log, agreement);
      this.tellLost(found?.state ?? emptyAgreement(agreement), known);
      if (found === null) return this.answer(emptyAgreement(agreement), now, null);
      const { state: before, shown } = found;
      const on = { trx, log: this.log, head, now, outgoing: [], shown };
      const { state: after, at } = await applyDue(on, before, judgedAt(before, now));
      if (after.version > before.version) await projectAgreement(asRead(trx), after, at);
      await enqueue(trx, on.outgoing);
      return this.answer(after, now, null);
    });
  }

  private tellLost({ id: agreement, version }: Agreement, known: number): void {
    if (version < known) this.onLost({ agreement, known, version });
  }

  private async decideStored(
    on: Locked,
    before: Agreement,
    now: Instant,
    row: CommandRow,
    activity: MemberActivity | null,
  ): Promise<Execution> {
    const { trx, outgoing, shown } = on;
    const at = row.occurredOn ?? judgedAt(before, now);
    const early = earlyRefusal(before, row, at, now);
    if (early?.refused === 'VERSION_CONFLICT') {
      await this.noteConflict(trx, row, before.version);
      return this.answer(before, now, early.refused);
    }
    const { state: due, at: dueAt } =
      early === null ? await applyDue(on, before, at) : { state: before, at };
    const { result: decided, read } =
      early === null ? await this.judge(on, due, row, at, activity) : { result: early, read: {} };
    const { outcome, events } = isRefusal(decided)
      ? { outcome: await this.recordRefusal(trx, due, row, decided, at, read), events: null }
      : await this.prepareEvents(on, due, row, decided, at, read);
    const after = isRefusal(decided) ? due : decided.state;
    failpoint('execute-before-outcome', row.type);
    await closeCommand(trx, {
      command: row.id,
      outcome,
      events,
      // The read model shows when the last event happened: a rebuild gives the same.
      shown:
        after.version > before.version
          ? { before: shown, after, at: after.version > due.version ? at : dueAt }
          : null,
      notices: outgoing,
    });
    failpoint('execute-before-commit', row.type);
    return this.answer(after, now, outcome.accepted ? 'ACCEPTED' : outcome.code);
  }

  private async judge(
    on: Locked,
    due: Agreement,
    row: CommandRow,
    at: Instant,
    activity: MemberActivity | null,
  ) {
    const command = { type: row.type, payload: row.payload };
    const { principal } = row;
    const today = dayAt(at);
    const { result, read } = await decideReading(
      actingBody(principal.member, activity, today),
      () =>
        loadFacts(on.trx, due, needsOf(due, command, principal), today, dueOfHolders(on, on.now)),
      (known) =>
        decide(due, command, {
          ...{ now: at, principal, ...known, hash: hashOf, verifies },
          demandsProof: true,
        }),
    );
    return { result, read: { ...(read as unknown as JsonObject), ...changedPrincipal(row) } };
  }

  private recordRefusal(
    trx: Trx,
    due: Agreement,
    row: CommandRow,
    refusal: Refusal,
    at: Instant,
    read: JsonObject,
  ): Promise<StoredOutcome> {
    return recordRefusal(trx, this.log, {
      subject: due.id,
      version: due.version,
      ruleset: due.ruleset,
      command: row,
      by: row.principal,
      actsFor: triesFor(due, row, row.principal),
      refusal,
      at,
      read,
    });
  }

  private async prepareEvents(
    on: Locked,
    before: Agreement,
    row: CommandRow,
    decided: Exclude<Outcome, Refusal>,
    at: Instant,
    read: JsonObject,
  ): Promise<Pick<Decided, 'outcome' | 'events'>> {
    const { events } = decided;
    const { person, member } = row.principal;
    const by = {
      at,
      actor: { person, role: decided.role, body: member },
      onBehalfOf: decided.actsFor ?? member,
      commandId: row.id,
      requestHash: row.requestHash,
      causation: row.id,
      correlation: row.correlation,
    };
    const prepared =
      events.length === 0
        ? null
        : await this.log.prepare(commitOf(before, events, by, read), on.head);
    const commit = prepared?.events[0]?.envelope.nonce ?? null;
    on.outgoing.push(...noticesOf(before, decided.state, events, commit));
    return {
      outcome: {
        accepted: true,
        version: before.version + events.length,
        decidedAt: at,
        events: events.map(({ type }) => ({ type })),
      },
      events: prepared,
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

  private answer(state: Agreement, now: Instant, outcome: string | null): Execution {
    return { outcome, ...progressOf(state, now, (ms) => this.clock.realMs(ms)) };
  }
}

// A decision can be made again only with the principal on whom it was made: recorded when it is not the one that was stored.
const changedPrincipal = ({ principal, asked }: CommandRow): JsonObject =>
  hashOf(principal as never) === hashOf(asked as never)
    ? {}
    : { principal: JSON.parse(JSON.stringify(principal)) as JsonObject };
