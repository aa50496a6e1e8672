import type { ContinuityWatch } from '@twinning/event-log';

const AGAIN_MS = 2_000;

/**
 * Resolves when the log is known to be the one that was signed last, or its continuation; `onWait` hears why it is not
 * yet. Nothing is decided or sent before: what is stored waits.
 */
export async function untilContinued(
  watch: Pick<ContinuityWatch, 'look'>,
  onWait: (why: string) => void,
  againInMs = AGAIN_MS,
): Promise<void> {
  for (let said = ''; ; await new Promise((resolve) => setTimeout(resolve, againInMs))) {
    const why = await watch.look().then(
      (fault) => fault?.message ?? null,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    if (why === null) return;
    if (why !== said) onWait(why);
    said = why;
  }
}
