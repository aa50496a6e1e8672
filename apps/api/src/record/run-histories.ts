import type { RunHistory } from '@twinning/case-file';
import type { CommandSender } from '@twinning/conductor';
import { keptRuns, type Db } from '@twinning/engine';

const PATIENCE_MS = 3_000;

/**
 * The histories of the agreement's ended runs, as they were kept, and that of its present run when Temporal answers:
 * beside the record, not part of it.
 */
export async function runHistories(
  { db, sender }: { readonly db: Db; readonly sender: Pick<CommandSender, 'lastRun'> },
  agreement: string,
): Promise<readonly RunHistory[]> {
  const kept = await keptRuns(db, agreement);
  const present = await Promise.race([
    sender.lastRun(agreement).catch(() => null),
    new Promise<null>((resolve) => setTimeout(resolve, PATIENCE_MS, null).unref()),
  ]);
  const known = present === null || kept.some(({ run }) => run === present.run);
  return known ? kept : [...kept, present];
}
