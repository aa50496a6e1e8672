import { readsFor, type Principal } from '@twinning/domain';
import { GroupedAppends, type EventLog, type JsonObject, type Source } from '@twinning/event-log';
import { loadState } from '@twinning/read-model';
import type { Clock } from './clock.js';
import { asRead, type Db } from './database.js';
import { sideEvents } from './side-events.js';

/** Which entries of a ledger: at least `from`, below `before`; from the end backwards when the newest come first. */
export interface LedgerPage {
  readonly from: number;
  readonly before?: number | undefined;
  readonly newestFirst?: boolean;
  readonly limit: number;
}

export const asStreamsPage = ({ from, before, newestFirst = false, limit }: LedgerPage) => ({
  fromIndex: from,
  ...(before !== undefined && { belowIndex: before }),
  newestFirst,
  limit,
});

/** What was taken out of the record, and is itself recorded. */
export type AccessKind = 'CaseFileExported' | 'DocumentRead';

export interface Access {
  readonly kind: AccessKind;
  readonly agreement: string;
  readonly caller: Principal;
  /** Codes and hashes only: no text, no person. */
  readonly details: JsonObject;
  readonly correlation: string;
}

const PREFIX = 'access/';
const SCHEMA_VERSION = 1;

export interface RecordedAccess {
  readonly index: number;
  readonly agreement: string;
  readonly kind: string;
  readonly at: string;
  readonly person: string | null;
  readonly body: number | null;
  /** The person whose role it was; null where it was the reader's own. */
  readonly onBehalfOf: string | null;
  readonly details: JsonObject;
}

/**
 * Who read what is confidential: events of the streams `access/<agreement>` in the same log, with the same proofs. It is
 * written before anything is handed out, so that nothing leaves unrecorded.
 */
export class AccessLog {
  private readonly appends: GroupedAppends;

  constructor(
    private readonly db: Db,
    private readonly log: EventLog,
    private readonly clock: Clock,
  ) {
    this.appends = new GroupedAppends(db, () => {
      log.demandAppending();
    });
  }

  async record({ kind, agreement, caller, details, correlation }: Access): Promise<void> {
    const state = await loadState(asRead(this.db), agreement);
    await this.appends.append({
      stream: `${PREFIX}${agreement}`,
      events: [
        {
          type: kind,
          schemaVersion: SCHEMA_VERSION,
          occurredAt: await this.clock.now(this.db),
          payload: details,
        },
      ],
      actor: { person: caller.person, role: 'READER', body: caller.member },
      onBehalfOf: (state === null ? null : readsFor(caller, state)) ?? caller.member,
      commandId: null,
      causationId: null,
      correlationId: correlation,
      ruleset: null,
    });
  }

  /** Of one agreement or of all. */
  async list(
    source: Source,
    agreement: string | null,
    page: LedgerPage,
  ): Promise<readonly RecordedAccess[]> {
    const prefix = `${PREFIX}${agreement ?? ''}`;
    const events = await this.log.readStreams(source, prefix, asStreamsPage(page));
    return sideEvents(events).map((e) => ({
      index: e.index,
      agreement: e.stream.slice(PREFIX.length),
      kind: e.type,
      at: e.occurredAt,
      person: e.actor.person,
      body: e.actor.body,
      onBehalfOf: typeof e.onBehalfOf === 'string' ? e.onBehalfOf : null,
      details: e.payload,
    }));
  }
}
