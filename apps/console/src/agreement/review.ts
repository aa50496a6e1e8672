import type { Command, Sent } from '../forms/send.js';

/** A remark on a clause that is written and not yet sent. */
export interface PendingComment {
  readonly clause: string;
  readonly text: string;
  /** Kept until an answer came, so that it is recorded once over the worst line. */
  readonly key: string;
}

/** How far a review came. */
export interface ReviewSent {
  readonly sent: number;
  /** What is left to send, in its order. */
  readonly left: readonly PendingComment[];
  /** Why it stopped; null when all of it is recorded. */
  readonly stopped: Sent | null;
}

/**
 * Sends the remarks of a review one after the other, each upon the version that the one before has made. Whatever is
 * not carried out stays for the next attempt.
 */
export async function sendReview(
  comments: readonly PendingComment[],
  to: Pick<Command, 'path' | 'agreement' | 'version'>,
  send: (command: Command) => Promise<Sent>,
  newKey: () => string,
): Promise<ReviewSent> {
  let { version } = to;
  for (const [sent, { clause, text, key }] of comments.entries()) {
    const outcome = await send({ ...to, version, key, payload: { clause, text } });
    const left = comments.slice(sent);
    switch (outcome.kind) {
      case 'DONE':
        ({ version } = outcome);
        continue;
      case 'STORED':
        // It will be recorded; upon which version the next one may be sent is not known yet.
        return { sent: sent + 1, left: left.slice(1), stopped: left.length === 1 ? null : outcome };
      case 'AWAY':
        return { sent, left, stopped: outcome };
      default:
        // An answer came: the next attempt is another command.
        return { sent, left: left.map((each) => ({ ...each, key: newKey() })), stopped: outcome };
    }
  }
  return { sent: comments.length, left: [], stopped: null };
}

/** What waits once a review was sent: what it left, and whatever was written or taken away while it was on its way. */
export function afterSending(
  waiting: readonly PendingComment[],
  tried: readonly PendingComment[],
  { sent, left }: Pick<ReviewSent, 'sent' | 'left'>,
): readonly PendingComment[] {
  const becomes = new Map(tried.map(({ key }, n) => [key, n < sent ? null : left[n - sent]]));
  return waiting.flatMap((comment) => {
    const now = becomes.get(comment.key);
    return now === undefined ? comment : (now ?? []);
  });
}
