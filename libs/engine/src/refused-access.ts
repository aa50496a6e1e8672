import { delegatorOf, type Principal } from '@twinning/domain';
import { GroupedAppends, type EventLog, type Source } from '@twinning/event-log';
import { asStreamsPage, type LedgerPage } from './access-log.js';
import type { Clock } from './clock.js';
import type { Db } from './database.js';
import { refusalStream } from './refusal-leaf.js';
import { sideEvents } from './side-events.js';

/** What the edge refused to somebody it knows: by routes, codes and ids that they see anyway. */
export interface RefusedAccess {
  readonly code: string;
  /** Method and template of the route, of several with commas between: nothing that was sent is in it. */
  readonly route: string;
  /** How many such refusals this entry sums up; absent for one that stands alone. */
  readonly count?: number;
  /** The kind of the command, where one was sent. */
  readonly command: string | null;
  /** The agreement, where the caller sees it. */
  readonly agreement: string | null;
  /** Further ones of this person, of files or of all else, are left out until that budget is renewed. */
  readonly last: boolean;
  readonly caller: Pick<Principal, 'person' | 'member' | 'grants'>;
  readonly correlation: string;
}

/** An entry of the refusal ledger: of the decider (decision 0010) or of the edge (decision 0036). */
export interface RecordedRefusal {
  readonly index: number;
  /** An agreement's id, another stream's name, or `edge`. */
  readonly subject: string;
  readonly at: string;
  readonly person: string | null;
  readonly body: number | null;
  /** The person whose role it was; null where it was the caller's own. */
  readonly onBehalfOf: string | null;
  readonly code: string;
  readonly command: string | null;
  readonly route: string | null;
  readonly agreement: string | null;
  readonly last: boolean;
  /** How many refusals it sums up; null for one. */
  readonly count: number | null;
}

const EDGE = 'edge';
const SCHEMA_VERSION = 1;

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** The refusal ledger: what the edge writes into it, and all of it for auditors. */
export class RefusalLedger {
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

  async record({ caller, correlation, ...refused }: RefusedAccess): Promise<void> {
    await this.appends.append({
      stream: refusalStream(EDGE),
      events: [
        {
          type: 'AccessRefused',
          schemaVersion: SCHEMA_VERSION,
          occurredAt: await this.clock.now(this.db),
          payload: refused,
        },
      ],
      actor: { person: caller.person, role: 'CALLER', body: caller.member },
      onBehalfOf: delegatorOf(caller.grants) ?? caller.member,
      commandId: null,
      causationId: null,
      correlationId: correlation,
      ruleset: null,
    });
  }

  async list(source: Source, page: LedgerPage): Promise<readonly RecordedRefusal[]> {
    const prefix = refusalStream('');
    const events = await this.log.readStreams(source, prefix, asStreamsPage(page));
    return sideEvents(events).map(({ index, stream, occurredAt, actor, onBehalfOf, payload }) => ({
      index,
      subject: stream.slice(prefix.length),
      at: occurredAt,
      person: actor.person,
      body: actor.body,
      onBehalfOf: typeof onBehalfOf === 'string' ? onBehalfOf : null,
      code: textOf(payload.code) ?? '',
      command: textOf(payload.command),
      route: textOf(payload.route),
      agreement: textOf(payload.agreement),
      last: payload.last === true,
      count: typeof payload.count === 'number' ? payload.count : null,
    }));
  }
}
