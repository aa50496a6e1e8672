import { logSize, verifyLog, type EventLog, type PersonKeys } from '@twinning/event-log';
import { sql } from 'kysely';
import { checkAgreements } from './check-agreements.js';
import { checkChildren } from './children.js';
import type { Clock } from './clock.js';
import { checkCommands } from './check-commands.js';
import { checkParticipationTimers } from './check-participations.js';
import { checkRegistry } from './check-registry.js';
import { checkTree } from './check-tree.js';
import { checkWorkflows } from './check-workflows.js';
import type { Conductor } from './conductor-port.js';
import type { Db, Trx } from './database.js';
import { checkAside } from './fold-aside.js';
import { participationRows } from './fold-participations.js';
import { peopleRows } from './fold-people.js';

/** What holds whatever dies; each is looked at from outside. The rest is a client's to observe. */
export type Invariant = 'I1' | 'I2' | 'I3' | 'I4' | 'I5' | 'I6' | 'I7' | 'I8' | 'I12';

/** One thing that does not hold. */
export interface Violation {
  readonly invariant: Invariant;
  /** The agreement, command, event or session concerned. */
  readonly subject: string;
  readonly what: string;
}

export interface CheckReport {
  /** Events, agreements, open agreements and commands that were looked at. */
  readonly events: number;
  readonly agreements: number;
  readonly open: number;
  readonly commands: number;
  readonly violations: readonly Violation[];
}

export interface CheckOptions {
  readonly db: Db;
  readonly log: EventLog;
  readonly keys: PersonKeys | null;
  readonly clock: Clock;
  /** Null leaves the workflows out (I5). */
  readonly conductor: Conductor | null;
  /** How long a workflow may differ from the log before that counts, in milliseconds; default 3,000. */
  readonly settleMs?: number;
  /** True when `verifyLog` has just been run: the leaves and the tree are not read again. */
  readonly logVerified?: boolean;
  readonly onProgress?: (done: number, size: number) => void;
}

/** How late a deadline or a command may be before it counts as forgotten, in real milliseconds. */
export const PATIENCE_MS = 60_000;

/**
 * Checks the record, the read model, the commands and the workflows against each other. Database and record are read in
 * one snapshot, so that a running product can be checked; workflows are asked again before a difference counts.
 */
export async function check(options: CheckOptions): Promise<CheckReport> {
  const { db, conductor } = options;
  const { events, agreements, open, children, commands, violations, isRead } = await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((trx) => checkSnapshot(trx, options));
  return {
    events,
    agreements,
    open: open.size,
    commands,
    violations: [
      ...violations,
      ...(conductor === null || !isRead
        ? []
        : [
            ...(await checkWorkflows(options, conductor, open)),
            ...(await checkChildren(options, conductor, children)),
          ]),
    ],
  };
}

async function checkSnapshot(
  trx: Trx,
  { log, keys, clock, logVerified = false, onProgress }: CheckOptions,
) {
  const record = logVerified
    ? { faults: [] }
    : await verifyLog(trx, keys, onProgress === undefined ? {} : { onProgress });
  const ownClock = (await trx.selectFrom('engine.clock').select('id').executeTakeFirst()) ?? null;
  const events = await logSize(trx);
  const found = await part(trx, 'agreements', () =>
    checkAgreements(trx, { log, clock, beforeDue: ownClock === null }, onProgress),
  );
  const { agreements, open, children } = found.done ?? NO_AGREEMENTS;
  const decided = await part(trx, 'commands', () => checkCommands(trx));
  const parts = [
    ...(logVerified ? [] : [await part(trx, 'tree', () => listed(checkTree(trx)))]),
    ...[decided, found],
    await part(trx, 'people', () => listed(checkAside(trx, log, peopleRows))),
    await part(trx, 'participations', () => listed(checkAside(trx, log, participationRows))),
    await part(trx, 'registry', () => listed(checkRegistry(trx, log))),
    await part(trx, 'timers', () => listed(checkParticipationTimers(trx, clock))),
  ];
  return {
    ...{ events, agreements, open, children, isRead: found.done !== null },
    commands: decided.done?.commands ?? 0,
    violations: [
      ...record.faults.map(({ index, what }) => ({
        invariant: /version|follow|missing/.test(what) ? ('I3' as const) : ('I4' as const),
        subject: index === null ? 'log' : `event ${String(index)}`,
        what,
      })),
      ...parts.flatMap(({ violations }) => violations),
    ],
  };
}

const NO_AGREEMENTS = { agreements: 0, open: new Map<string, number>(), children: new Map() };

interface Looked {
  readonly violations: readonly Violation[];
}
const listed = async (violations: Promise<readonly Violation[]>): Promise<Looked> => ({
  violations: await violations,
});

/** The server ends a statement or has no room: that says nothing of what was to be read. */
const OF_SERVER = /^(08|40|53|57|58)/;

/**
 * One part of the check. An altered record may hold what cannot be read at all: that is found too, and the other parts are
 * looked at all the same.
 */
async function part<T extends Looked>(
  trx: Trx,
  subject: string,
  work: () => Promise<T>,
): Promise<Looked & { readonly done: T | null }> {
  await sql`SAVEPOINT part`.execute(trx);
  try {
    const done = await work();
    return { done, violations: done.violations };
  } catch (error) {
    if (OF_SERVER.test(String((error as { code?: unknown } | null)?.code))) throw error;
    await sql`ROLLBACK TO SAVEPOINT part`.execute(trx);
    const why = error instanceof Error ? error.message : String(error);
    const what = `cannot be checked, for it cannot be read: ${why}`;
    return { done: null, violations: [{ invariant: 'I6', subject, what }] };
  }
}
