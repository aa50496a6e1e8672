import {
  dayAt,
  decideParticipation,
  DEFAULT_RULESET,
  delegatorOf,
  fireNextParticipation,
  forCommand,
  isRefusal,
  participationActsFor,
  participationRoleFor,
  refuse,
  type Day,
  type Instant,
  type Participation,
  type ParticipationContext,
  type ParticipationEvent,
  type ParticipationRole,
  type Principal,
  type Refusal,
} from '@twinning/domain';
import type { EventLog, JsonObject, RecordedEvent } from '@twinning/event-log';
import {
  dueParticipations,
  loadParticipation,
  projectParticipation,
  readingAs,
  type Pair,
} from '@twinning/read-model';
import { committeeFact, memberFact, membershipHistory } from '@twinning/registry';
import type { Clock } from './clock.js';
import { newestVersion } from './event-versions.js';
import { nullWhenIdTaken } from './command-ids.js';
import type { StoredOutcome } from './commands.js';
import { asRead, asRegistry, type Db, type Trx } from './database.js';
import { principalNow } from './people-service.js';
import { recordRefusal } from './refusal-leaf.js';
import {
  findDecided,
  participationCommandId,
  participationRequestHash,
  storeDecided,
  type DecidedParticipationCommand,
  type NewParticipationCommand,
} from './participation-store.js';

export const PARTICIPATION_STREAMS = 'participation/';

export const participationStream = ({ member, committee }: Pair): string =>
  `${PARTICIPATION_STREAMS}${String(member)}/${String(committee)}`;

/** A stored refusal as the decider gave it. */
export const refusalIn = ({
  code,
  clause,
  details,
}: StoredOutcome & { accepted: false }): Refusal => ({ refused: code, clause, details }) as Refusal;

const named = (command: NewParticipationCommand) => ({
  ...{ type: command.type, correlation: command.correlation },
  id: participationCommandId(command),
  requestHash: participationRequestHash(command),
});

interface By {
  readonly at: Instant;
  readonly actor: {
    readonly person: string | null;
    readonly role: string;
    readonly body: number | null;
  };
  readonly onBehalfOf?: number | string | null;
  readonly command: {
    readonly id: string;
    readonly correlation: string;
    readonly requestHash: string;
  } | null;
}

/**
 * The participation of members in committees (lifecycle.md B6): one transaction takes the log's head lock, fires the
 * timers due, decides, appends to the stream `participation/<member>/<committee>`, projects it and stores the outcome.
 * No workflow runs beside it: what is due is found in `read.participation` by the worker's sweep, so a timer fires late
 * by one sweep at most; its events carry the due instant, and every command applies what is due before it is judged.
 */
export class ParticipationService {
  constructor(
    private readonly db: Db,
    private readonly log: EventLog,
    private readonly clock: Clock,
  ) {}

  /** What was decided when this request came before: undefined when it is new, null when its key is another's. */
  repeated(
    command: NewParticipationCommand,
  ): Promise<DecidedParticipationCommand | null | undefined> {
    return findDecided(this.db, command);
  }

  /** Decides a command once: a repeat gives the stored outcome, the same id with another request null. */
  async handle(command: NewParticipationCommand): Promise<DecidedParticipationCommand | null> {
    return nullWhenIdTaken(this.db.transaction().execute((trx) => this.handleIn(trx, command)));
  }

  /**
   * What a command would lead to from a state, or what it has led to when it was decided before (`before` stands then).
   * Takes no lock and records nothing: between this and `handle` the state may change.
   */
  async foresee(
    before: Participation,
    command: NewParticipationCommand,
  ): Promise<Participation | Refusal> {
    const stored = await findDecided(this.db, command);
    if (stored != null) {
      const { outcome } = stored;
      return outcome.accepted ? before : refusalIn(outcome);
    }
    const now = await this.clock.now(this.db);
    const decided = await this.decide(this.db, before, command, now);
    return isRefusal(decided) ? decided : decided.state;
  }

  /** The same as `handle` inside the caller's transaction, e.g. a batch of facts. */
  async handleIn(
    trx: Trx,
    command: NewParticipationCommand,
  ): Promise<DecidedParticipationCommand | null> {
    const head = await this.log.lockHead(trx);
    const stored = await findDecided(trx, command);
    if (stored !== undefined) return stored;
    const now = await this.clock.now(trx, head);
    const before = await this.applyDue(trx, command, now);
    const decided = await this.decide(trx, before, command, now);
    const outcome = isRefusal(decided)
      ? await recordRefusal(trx, this.log, {
          subject: participationStream(command),
          version: before.version,
          ruleset: before.ruleset,
          command: named(command),
          by: command.principal,
          actsFor: delegatorOf(forCommand(command.principal, command.type).grants),
          refusal: decided,
          at: now,
        })
      : await this.recordEvents(trx, before, command, decided.events, decided.role, now);
    if (!isRefusal(decided) && decided.state.version > 0) {
      await projectParticipation(asRead(trx), command, decided.state);
    }
    await storeDecided(trx, command, outcome);
    return { id: participationCommandId(command), outcome, repeated: false };
  }

  /** What a reader sees between two sweeps: everything due is applied, and nothing recorded. */
  async peek(pair: Pair, reader?: Principal): Promise<Participation> {
    const now = await this.clock.now(this.db);
    const read = asRead(this.db);
    let state =
      reader === undefined
        ? await loadParticipation(read, pair, DEFAULT_RULESET)
        : await readingAs(read, reader, (trx) => loadParticipation(trx, pair, DEFAULT_RULESET));
    for (let next = fireNextParticipation(state, now); next !== null; ) {
      state = next.state;
      next = fireNextParticipation(state, now);
    }
    return state;
  }

  /** Records what is due; for the sweep. */
  async look(pair: Pair): Promise<Participation> {
    return this.db.transaction().execute(async (trx) => {
      const head = await this.log.lockHead(trx);
      return this.applyDue(trx, pair, await this.clock.now(trx, head));
    });
  }

  /** Participations whose next deadline is over, the oldest first; for the sweep. */
  async due(limit: number): Promise<readonly Pair[]> {
    return dueParticipations(asRead(this.db), await this.clock.now(this.db), limit);
  }

  private async applyDue(trx: Trx, pair: Pair, now: Instant): Promise<Participation> {
    const before = await loadParticipation(asRead(trx), pair, DEFAULT_RULESET);
    let state = before;
    for (let next = fireNextParticipation(state, now); next !== null; ) {
      const actor = { person: null, role: 'SYSTEM', body: null };
      await this.append(trx, pair, state, next.events, {
        at: next.deadline.due,
        actor,
        command: null,
      });
      state = next.state;
      next = fireNextParticipation(state, now);
    }
    if (state.version > before.version) await projectParticipation(asRead(trx), pair, state);
    return state;
  }

  private async decide(
    trx: Db | Trx,
    state: Participation,
    command: NewParticipationCommand,
    now: Instant,
  ) {
    const { member, committee, type } = command;
    const principal = await principalNow(trx, this.clock, command.principal);
    const today = dayAt(now);
    const role = participationRoleFor(principal, committee, type);
    if (role === null) return refuse('FORBIDDEN_ROLE', 'lifecycle B6', { command: type });
    const body = await memberFact(asRegistry(trx), member, today);
    const known =
      body !== null && (await committeeFact(asRegistry(trx), committee, today)) !== null;
    if (!known) return refuse('NOT_FOUND', 'lifecycle B6', { member, committee });
    if (!body.active && principal.member === member) {
      return refuse('MEMBER_NOT_ACTIVE', 'ST.3', { member });
    }
    const ctx: ParticipationContext = { now, today, role, actingFor: principal.member, body };
    const opens = type === 'OpenParticipation';
    const payload = opens ? { member, committee } : command.payload;
    const decided = decideParticipation(state, { type, payload }, ctx);
    if (isRefusal(decided)) return decided;
    if (!opens || decided.events.length === 0) return { ...decided, role };
    // A new stream begins with what the registry shows (D16).
    const shown = await this.shownByRegistry(trx, command, today);
    const seen = decideParticipation(
      decided.state,
      { type: 'RecordRegistryStatus', payload: shown },
      { ...ctx, role: 'REGISTRY', actingFor: null },
    );
    return isRefusal(seen)
      ? { ...decided, role }
      : { events: [...decided.events, ...seen.events], state: seen.state, role };
  }

  private async shownByRegistry(trx: Db | Trx, { member, committee }: Pair, today: Day) {
    const history = await membershipHistory(asRegistry(trx), member, committee);
    const current = history.find((h) => h.from <= today && (h.to === null || today < h.to));
    return { status: current?.status ?? null, since: current?.from ?? today };
  }

  private async recordEvents(
    trx: Trx,
    before: Participation,
    command: NewParticipationCommand,
    events: readonly ParticipationEvent[],
    role: ParticipationRole,
    at: Instant,
  ): Promise<StoredOutcome> {
    const principal = await principalNow(trx, this.clock, command.principal);
    const { person, member: body } = principal;
    const recorded = await this.append(trx, command, before, events, {
      at,
      actor: { person, role, body },
      onBehalfOf: participationActsFor(principal, command.committee, command.type, role) ?? body,
      command: named(command),
    });
    return {
      accepted: true,
      version: before.version + events.length,
      decidedAt: at,
      events: recorded.map((e) => ({ index: e.index, type: e.type })),
    };
  }

  private async append(
    trx: Trx,
    pair: Pair,
    before: Participation,
    events: readonly ParticipationEvent[],
    { at, actor, onBehalfOf = actor.body, command }: By,
  ): Promise<readonly RecordedEvent[]> {
    return this.log.append(trx, {
      stream: participationStream(pair),
      expectedVersion: before.version,
      events: events.map(({ type, payload, timer }, i) => ({
        type,
        schemaVersion: newestVersion(type),
        occurredAt: at,
        payload: {
          ...(payload as JsonObject),
          ...(timer !== undefined && { $timer: timer }),
          ...(i === 0 && command !== null && { $request: command.requestHash }),
        },
      })),
      actor,
      onBehalfOf,
      commandId: command?.id ?? null,
      causationId: command?.id ?? null,
      correlationId: command?.correlation ?? participationStream(pair),
      ruleset: before.ruleset,
    });
  }
}
