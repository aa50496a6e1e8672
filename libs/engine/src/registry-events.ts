import {
  appendNext,
  prepareNext,
  type Commit,
  type Connection,
  type JsonObject,
} from '@twinning/event-log';
import type { CommitteeChange, MemberChange } from '@twinning/registry';
import type { SIDE_EVENTS } from './side-events.js';

export const committeeStream = (committee: number): string =>
  `registry/committee/${String(committee)}`;

export const memberStream = (member: number): string => `registry/member/${String(member)}`;

/** Who sent a file: nobody is named when an operator takes it in at the server. `onBehalfOf`: whose role it was. */
export interface Sender {
  readonly person: string;
  readonly onBehalfOf: string | null;
}

/** Appends what a snapshot changed in these committees, in one statement: one event per committee and snapshot. */
export async function recordRegistryChanges(
  trx: Connection,
  changes: readonly CommitteeChange[],
  by: Sender | null = null,
): Promise<void> {
  const commits = changes.map((change) =>
    prepareNext(commitOf('CommitteeChanged', committeeStream(change.committee), change, by)),
  );
  await appendNext(trx, commits);
}

/** The same of a file of the members. */
export async function recordMemberChanges(
  trx: Connection,
  changes: readonly MemberChange[],
  by: Sender | null = null,
): Promise<void> {
  const commits = changes.map((change) =>
    prepareNext(commitOf('MemberChanged', memberStream(change.member), change, by)),
  );
  await appendNext(trx, commits);
}

const commitOf = (
  // One that is listed has a stream among the fixtures.
  type: (typeof SIDE_EVENTS)['registry'][number],
  stream: string,
  change: CommitteeChange | MemberChange,
  by: Sender | null,
): Commit => ({
  stream,
  events: [
    {
      type,
      schemaVersion: 1,
      occurredAt: `${change.date}T00:00:00.000Z`,
      payload: change as unknown as JsonObject,
    },
  ],
  actor: { person: by?.person ?? null, role: 'REGISTRY', body: null },
  onBehalfOf: by?.onBehalfOf ?? null,
  commandId: null,
  causationId: null,
  correlationId: null,
  ruleset: null,
});
