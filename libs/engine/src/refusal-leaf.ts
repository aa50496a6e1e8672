import type { Instant, Principal, Refusal } from '@twinning/domain';
import type { EventLog, JsonObject } from '@twinning/event-log';
import type { StoredOutcome } from './commands.js';
import type { Trx } from './database.js';
import { newestVersion } from './event-versions.js';

/** A refused command as its leaf records it. */
export interface Refused {
  /** What it was sent to: an agreement's id, or another stream's name. */
  readonly subject: string;
  /** Version and rules of that stream, which the refusal leaves as they are. */
  readonly version: number;
  readonly ruleset: string | null;
  readonly command: {
    readonly id: string;
    readonly type: string;
    readonly correlation: string;
    /** SHA-256 of what was asked, where what was asked is kept with the command. */
    readonly requestHash?: string;
  };
  readonly by: Pick<Principal, 'person' | 'member'>;
  /** The person who delegated the role; null when it is the caller's own, or nobody's. */
  readonly actsFor: string | null;
  readonly refusal: Refusal;
  readonly at: Instant;
  /** What the decision read, when that is recorded. */
  readonly read?: JsonObject;
}

export const refusalStream = (subject: string): string => `refusals/${subject}`;

/** Appends the leaf of a refusal (decision 0010) and gives the outcome to be stored. */
export async function recordRefusal(
  trx: Trx,
  log: EventLog,
  { subject, version, ruleset, command, by, actsFor, refusal, at, read }: Refused,
): Promise<StoredOutcome> {
  const { refused: code, clause, details } = refusal;
  const { type, id, correlation, requestHash } = command;
  const [leaf] = await log.append(trx, {
    stream: refusalStream(subject),
    events: [
      {
        type: 'CommandRefused',
        schemaVersion: newestVersion('CommandRefused'),
        occurredAt: at,
        payload: {
          command: type,
          code,
          clause,
          details,
          version,
          ...(requestHash !== undefined && { $request: requestHash }),
          ...(read !== undefined && { $read: read }),
        },
      },
    ],
    actor: { person: by.person, role: 'CALLER', body: by.member },
    onBehalfOf: actsFor ?? by.member,
    commandId: id,
    causationId: id,
    correlationId: correlation,
    ruleset,
  });
  const index = leaf?.index ?? null;
  return { accepted: false, version, decidedAt: at, code, clause, details, index };
}
