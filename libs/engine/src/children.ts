import type { EventLog } from '@twinning/event-log';
import type { CheckOptions, Violation } from './check.js';
import { inParallel, LOOPING, pause, type ChildRef, type Conductor } from './conductor-port.js';
import type { Db } from './database.js';
import { foldHistory, historyOf } from './history.js';
import { childrenOf, type OpenChild } from './progress.js';
import type { Finding } from './reconcile.js';

/** Processes that the log has opened, by agreement. */
export type OpenChildren = ReadonlyMap<string, readonly OpenChild[]>;

const WIDTH = 16;
const ASK_AGAIN_MS = 300;
const SETTLE_MS = 5_000;

const named = ({ agreement, kind, id }: ChildRef): string => `${agreement}.${kind}.${id}`;

interface ChildFault {
  readonly child: ChildRef;
  readonly invariant: 'I5' | 'I12';
  readonly what: string;
}

/** The processes beside the agreements against the log: each that it has opened runs, and no other does. */
async function faultsOfChildren(
  { db, log, settleMs }: { readonly db: Db; readonly log: EventLog; readonly settleMs: number },
  conductor: Conductor,
  open: OpenChildren,
): Promise<readonly ChildFault[]> {
  const all = new Map<string, ChildRef>();
  for (const [agreement, children] of open) {
    for (const child of children) all.set(named({ agreement, ...child }), { agreement, ...child });
  }
  for (const child of await conductor.runningChildren()) all.set(named(child), child);
  const found: ChildFault[] = [];
  await inParallel([...all.values()], WIDTH, async (child) => {
    // Both are a moment apart while the product is at work.
    for (let left = Math.ceil(settleMs / ASK_AGAIN_MS); ; left -= 1) {
      const fault = judge(
        child,
        await isOpenByLog(db, log, child),
        await conductor.childAttempt(child),
      );
      if (fault === null) return;
      if (left <= 0) {
        found.push(fault);
        return;
      }
      await pause(ASK_AGAIN_MS);
    }
  });
  return found;
}

function judge(child: ChildRef, isOpen: boolean | null, attempt: number | null): ChildFault | null {
  const fault = (what: string, invariant: ChildFault['invariant'] = 'I5') => ({
    ...{ child, invariant },
    what: `${child.kind} ${child.id} ${what}`,
  });
  // It cannot be folded, and is named for that (I6).
  if (isOpen === null) return null;
  if (isOpen && attempt === null) return fault('is open and has no process');
  if (!isOpen && attempt !== null) return fault('is not open and still has a process');
  return attempt !== null && attempt >= LOOPING
    ? fault(`has a process whose task has failed ${String(attempt)} times`, 'I12')
    : null;
}

async function isOpenByLog(
  db: Db,
  log: EventLog,
  { agreement, kind, id }: ChildRef,
): Promise<boolean | null> {
  try {
    const state = foldHistory(agreement, await historyOf(db, log, agreement));
    return childrenOf(state).some((child) => child.kind === kind && child.id === id);
  } catch {
    return null;
  }
}

/** I5 for the processes beside the agreements: a difference counts only when it is still there after `settleMs`. */
export async function checkChildren(
  { db, log, settleMs = 3_000 }: Pick<CheckOptions, 'db' | 'log' | 'settleMs'>,
  conductor: Conductor,
  open: OpenChildren,
): Promise<readonly Violation[]> {
  const faults = await faultsOfChildren({ db, log, settleMs }, conductor, open);
  return faults.map(({ child, invariant, what }) => ({
    invariant,
    subject: child.agreement,
    what,
  }));
}

/** Starts the processes that are missing and has those look that nothing is open for: they end then. */
export async function reconcileChildren(
  {
    db,
    log,
    conductor,
  }: { readonly db: Db; readonly log: EventLog; readonly conductor: Conductor },
  open: OpenChildren,
  dryRun: boolean,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const on = { db, log, settleMs: SETTLE_MS };
  for (const { child, what } of await faultsOfChildren(on, conductor, open)) {
    const mended =
      !dryRun &&
      (await conductor.lookChild(child).then(
        () => true,
        () => false,
      ));
    findings.push({ kind: 'CHILD_DIFFERS', subject: child.agreement, what, mended });
  }
  return findings;
}
