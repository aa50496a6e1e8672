import type { Agreement } from '@twinning/domain';
import { AlteredEntry, type EventLog, type RecordedEvent } from '@twinning/event-log';
import { clearReadModel } from '@twinning/read-model';
import type { OpenChildren } from './children.js';
import { differences, NOT_IN_THE_LOG, strangers } from './check-read-model.js';
import { asRead, type Db } from './database.js';
import { foldAgreements, isOpen, isSound } from './fold-log.js';
import { foldHistory, historyOf } from './history.js';
import { childrenOf } from './progress.js';
import { projectFolded } from './rebuild.js';
import type { Finding } from './reconcile.js';

interface Mending {
  readonly db: Db;
  readonly log: EventLog;
  /** True reports and mends nothing. */
  readonly dryRun?: boolean;
  readonly onProgress?: (done: number, of: number) => void;
}

/** Open agreements and their versions as the log alone has them; the read model is written anew where it differs. */
export async function foldAndMend(options: Mending): Promise<{
  readonly open: ReadonlyMap<string, number>;
  readonly children: OpenChildren;
  readonly findings: Finding[];
}> {
  const { db, log, onProgress } = options;
  const findings: Finding[] = [];
  const open = new Map<string, number>();
  const children = new Map<string, ReturnType<typeof childrenOf>>();
  for await (const folded of foldAgreements(db, log, {}, onProgress)) {
    for (const [agreement, parts] of await differences(db, folded)) {
      findings.push(await mendReadModel(options, agreement, parts));
    }
    for (const { state, stoppedAt } of folded) {
      if (isOpen(state)) open.set(state.id, state.version);
      if (childrenOf(state).length > 0) children.set(state.id, childrenOf(state));
      if (stoppedAt === null) continue;
      const what = stoppedAt;
      findings.push({ kind: 'CANNOT_BE_FOLDED', subject: state.id, what, mended: false });
    }
  }
  for (const stranger of await strangers(db)) {
    findings.push(await mendReadModel(options, stranger, NOT_IN_THE_LOG));
  }
  return { open, children, findings };
}

// Under the head lock, so that no command changes the rows between reading and writing.
export async function mendReadModel(
  { db, log, dryRun = false }: Mending,
  agreement: string,
  parts: readonly string[],
): Promise<Finding> {
  const mended =
    !dryRun &&
    (await db.transaction().execute(async (trx) => {
      await log.lockHead(trx);
      const history = await unaltered(trx, log, agreement);
      if (history === null) return false;
      const first = history[0];
      const last = history.at(-1);
      if (first === undefined || last === undefined) return forget(trx, agreement);
      const state = foldable(agreement, history);
      if (state === null) return false;
      const times = { firstAt: first.occurredAt, lastAt: last.occurredAt };
      await projectFolded(trx, { state, ...times });
      return true;
    }));
  return { kind: 'READ_MODEL_DIFFERS', subject: agreement, what: parts.join(', '), mended };
}

/** Null where an entry was altered: that stops its own agreement, and the mending of no other. */
async function unaltered(
  db: Db,
  log: EventLog,
  agreement: string,
): Promise<readonly RecordedEvent[] | null> {
  try {
    return await historyOf(db, log, agreement);
  } catch (error) {
    if (error instanceof AlteredEntry) return null;
    throw error;
  }
}

function foldable(agreement: string, history: readonly RecordedEvent[]): Agreement | null {
  try {
    const state = foldHistory(agreement, history);
    return isSound(state) ? state : null;
  } catch {
    return null;
  }
}

/** Whether anything is awaited of an agreement, by its events alone; null when this build cannot fold them. */
export async function isOpenByLog(
  { db, log }: Mending,
  agreement: string,
): Promise<boolean | null> {
  const history = await unaltered(db, log, agreement);
  const state = history === null ? null : foldable(agreement, history);
  return state === null ? null : isOpen(state);
}

async function forget(trx: Db, agreement: string): Promise<boolean> {
  await clearReadModel(asRead(trx), [agreement]);
  return true;
}
