import type { Agreement } from '@twinning/domain';
import type { EventLog } from '@twinning/event-log';
import { sql } from 'kysely';
import { reconcileChildren, type OpenChildren } from './children.js';
import { markTold, unfinishedCommands } from './commands.js';
import { inParallel, within, type Conductor } from './conductor-port.js';
import type { Db } from './database.js';
import { Aside, mendAside, type AsideRows } from './fold-aside.js';
import { participationRows } from './fold-participations.js';
import { peopleRows } from './fold-people.js';
import { foldAndMend } from './mend-read-model.js';
import { childrenOf } from './progress.js';
import { reconcileWorkflows } from './reconcile-workflows.js';

export type FindingKind =
  | 'COMMAND_WITHOUT_OUTCOME'
  | 'OPEN_WITHOUT_WORKFLOW'
  | 'WORKFLOW_BEHIND'
  | 'WORKFLOW_AHEAD'
  | 'WORKFLOW_WITHOUT_AGREEMENT'
  | 'WORKFLOW_FAILING'
  | 'WORKFLOW_HELD'
  | 'WORKFLOW_UNREACHED'
  | 'CHILD_DIFFERS'
  | 'READ_MODEL_DIFFERS'
  | 'CANNOT_BE_FOLDED';

/** Something that was not as it should be. What is safe has been mended; the rest needs a person. */
export interface Finding {
  readonly kind: FindingKind;
  readonly subject: string;
  readonly what: string;
  readonly mended: boolean;
}

export interface ReconcileOptions {
  readonly db: Db;
  readonly log: EventLog;
  readonly conductor: Conductor;
  /** True reports and mends nothing. */
  readonly dryRun?: boolean;
  /** Commands younger than this are still under way. */
  readonly commandsOlderThanMs?: number;
  readonly onProgress?: (done: number, of: number) => void;
}

const WIDTH = 8;
const COMMANDS_AT_ONCE = 1_000;
const COMMAND_PATIENCE_MS = 15_000;

/**
 * Looks for what a crash, a restore or a mistake has left apart, mends what is safe and reports each. Only the log is
 * believed: the read model is written again from it, workflows are told of it or ended, commands are sent again under
 * their own ids. Nothing in the log is ever changed.
 */
export async function reconcile(options: ReconcileOptions): Promise<readonly Finding[]> {
  const { dryRun = false } = options;
  const { open, children, findings } = await foldAndMend(options);
  findings.push(...(await mendDiffering(options, peopleRows)));
  findings.push(...(await mendDiffering(options, participationRows)));
  findings.push(...(await sendCommands(options)));
  findings.push(...(await reconcileWorkflows(options, open, dryRun)));
  findings.push(...(await reconcileChildren(options, children, dryRun)));
  return findings;
}

async function mendDiffering<S>(
  { db, log, dryRun = false }: ReconcileOptions,
  rows: AsideRows<S>,
): Promise<readonly Finding[]> {
  // Log and rows of one moment: a command that is carried out meanwhile is no difference.
  const aside = await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((trx) => Aside.of(trx, log, rows));
  const findings = [...aside.stopped].map(
    ([subject, what]): Finding => ({ kind: 'CANNOT_BE_FOLDED', subject, what, mended: false }),
  );
  for (const subject of aside.differing) {
    const mended =
      !dryRun &&
      (await db.transaction().execute(async (trx) => {
        await log.lockHead(trx);
        return mendAside(trx, log, rows, subject);
      }));
    findings.push({ kind: 'READ_MODEL_DIFFERS', subject, what: rows.part, mended });
  }
  return findings;
}

/** Open agreements and their versions, as the read model has them: the quick look of a running product. */
export async function openByReadModel(db: Db): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('read.stream_state')
    .innerJoin('read.agreement', 'read.agreement.agreement', 'read.stream_state.agreement')
    .select(['read.stream_state.agreement', 'read.stream_state.version'])
    .where((eb) =>
      eb.or([
        eb('next_deadline', 'is not', null),
        sql<boolean>`state #>> '{catchUp,open}' = 'true'`,
      ]),
    )
    .execute();
  return new Map(rows.map((row) => [row.agreement, row.version]));
}

/** Processes that open agreements have beside them, as the read model has it. */
export async function openChildrenByReadModel(db: Db): Promise<OpenChildren> {
  const rows = await db
    .selectFrom('read.stream_state')
    .innerJoin('read.agreement', 'read.agreement.agreement', 'read.stream_state.agreement')
    .select(['read.stream_state.agreement', 'read.stream_state.state'])
    .where('next_deadline', 'is not', null)
    .execute();
  return new Map(
    rows
      .map(({ agreement, state }) => [agreement, childrenOf(state as Agreement)] as const)
      .filter(([, children]) => children.length > 0),
  );
}

async function sendCommands(options: ReconcileOptions): Promise<readonly Finding[]> {
  const { db, conductor, dryRun = false, commandsOlderThanMs = 10_000 } = options;
  const findings: Finding[] = [];
  const left = await unfinishedCommands(db, commandsOlderThanMs, COMMANDS_AT_ONCE);
  await inParallel(left, WIDTH, async (command) => {
    const mended =
      !dryRun &&
      (await within(COMMAND_PATIENCE_MS, conductor.send(command)).then(
        () => markTold(db, [command.id]).then(() => true),
        () => false,
      ));
    findings.push({
      kind: 'COMMAND_WITHOUT_OUTCOME',
      subject: command.id,
      what: `a command of ${command.agreement} has no outcome, or its workflow was not told`,
      mended,
    });
  });
  return findings;
}
