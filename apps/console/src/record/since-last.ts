import { answered, type Client } from '../api.js';
import { isPrefix } from './consistency.js';
import { keepCheck, lastCheck } from './last-check.js';
import { fromBase64, type Checkpoint, type Verdict } from './verify.js';

const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

/**
 * Whether this record and the one that this browser saw last contain each other. Empty at the first check. Only a
 * checkpoint whose own claims hold is remembered: a forged one would make every later check fail.
 */
export async function sinceLastCheck(
  client: Client,
  checkpoint: Checkpoint,
  holds: boolean,
  at: string,
): Promise<readonly Verdict[]> {
  const before = lastCheck(checkpoint.origin);
  if (holds && (before === null || before.size <= checkpoint.size)) {
    keepCheck({
      origin: checkpoint.origin,
      size: checkpoint.size,
      root: toBase64(checkpoint.root),
      at,
    });
  }
  if (before === null) return [];
  const seen = { size: before.size, root: fromBase64(before.root) };
  const [first, second] = seen.size <= checkpoint.size ? [seen, checkpoint] : [checkpoint, seen];
  const proof =
    first.size === second.size || first.size < 1
      ? []
      : await answered(
          client.GET('/v1/record/consistency', {
            params: { query: { first: first.size, second: second.size } },
          }),
        ).then(
          (answer) => answer.proof.map(fromBase64),
          // No proof is no excuse: what cannot be shown does not hold.
          () => [],
        );
  return [{ claim: 'CONSISTENCY', holds: await isPrefix(first, second, proof) }];
}
