import { claimNamespace } from '@twinning/conductor';
import type { Db } from '@twinning/engine';
import { namesGivenUp, type EventLog, type Genesis } from '@twinning/event-log';

const AGAIN_MS = 2_000;

/** The namespace holds the workflows of another record. */
export class NamespaceTaken extends Error {
  constructor(namespace: string, owner: string, origin: string) {
    super(
      `Temporal's namespace "${namespace}" holds the workflows of another record (${owner}); this one is ${origin}. ` +
        `Give each record a namespace of its own: TEMPORAL_NAMESPACE.`,
    );
  }
}

/**
 * Makes sure that the namespace is this record's before anything is done in it. Throws `NamespaceTaken`; goes on trying
 * while PostgreSQL or Temporal does not answer, unless `onAway` throws.
 */
export async function claimForRecord(
  { db, log }: { readonly db: Db; readonly log: EventLog },
  connection: Parameters<typeof claimNamespace>[0],
  namespace: string,
  onAway: (why: string) => void,
): Promise<void> {
  for (;;) {
    try {
      const [first] = await log.readAll(db, 0, 1);
      // Before the record is opened nothing has been decided that a workflow could stand for.
      if (first === undefined) return;
      const genesis = first.payload as unknown as Genesis;
      const { origin } = genesis;
      const owner = await claimNamespace(connection, namespace, {
        origin,
        openedAt: first.recordedAt,
        continues: namesGivenUp(genesis),
      });
      if (owner !== null) throw new NamespaceTaken(namespace, owner, origin);
      return;
    } catch (error) {
      if (error instanceof NamespaceTaken) throw error;
      onAway(error instanceof Error ? error.message : String(error));
    }
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
}
