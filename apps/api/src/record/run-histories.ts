import type { RunHistory } from '@twinning/case-file';
import type { CommandSender } from '@twinning/conductor';

const PATIENCE_MS = 3_000;

/** The history of the agreement's present or last run, when Temporal answers and still has it: beside the record, not part of it. */
export async function runHistories(
  sender: CommandSender,
  agreement: string,
): Promise<readonly RunHistory[]> {
  const history = await Promise.race([
    sender.lastRun(agreement).catch(() => null),
    new Promise<null>((resolve) => setTimeout(resolve, PATIENCE_MS, null).unref()),
  ]);
  return history === null ? [] : [history];
}
