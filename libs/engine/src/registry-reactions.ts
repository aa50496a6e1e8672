import {
  dayAt,
  instant,
  reactionsTo,
  REGISTRY,
  type Agreement,
  type Day,
  type OutsideFact,
} from '@twinning/domain';
import type { EventLog } from '@twinning/event-log';
import { loadState } from '@twinning/read-model';
import { sql } from 'kysely';
import { storedClock, type Clock } from './clock.js';
import { bodyOf, commandIdFor, findCommand, storeCommand } from './commands.js';
import { asRead, type Db } from './database.js';
import { agreementStream } from './commit-of.js';
import { Executor } from './execute.js';
import { ParticipationService } from './participation-service.js';
import { committeeFacts, factsFor } from './registry-reactions-facts.js';
import {
  noteRead,
  outsideNow,
  readSoFar,
  streamsChanged,
  type ReadSoFar,
} from './registry-reactions-store.js';

/** Events after which somebody has to be told what the outside shows. */
const TELLING = [
  'CommitteeChanged',
  'PStatusDowngraded',
  'PStatusReinstated',
  // Facts that came while they could not be taken in: entry of the past, and P before the start of force.
  'CatchUpClosed',
  'ArrangementActivated',
  // While an arrangement is cancelled nothing breaks it; an upheld appeal brings it back to what the outside shows now.
  'ArrangementReinstated',
];

/** Statuses in which a prerequisite or a change of status may still be recorded. */
const LISTENING = [
  'APPROVED',
  'AGREEMENT_PENDING',
  'AGREEMENT_IN_REVIEW',
  'ACTIVE',
  'ENDING',
  'SUSPENDED',
  'UNDER_TMB_REVIEW',
  'EXPIRED',
  'TERMINATED',
  'CANCELLED',
  'CLOSED',
];

export interface Told {
  /** Commands that were carried out. */
  readonly commands: number;
  readonly agreements: number;
}

/**
 * Tells every agreement what imports and participation records show of its committee and partners, by stored commands of
 * the role REGISTRY (lifecycle.md B4, B7, D15–D17; F20). A command's key is made of snapshot, agreement and rule, and
 * the position is noted after the last one: killed anywhere and run again, nothing is told twice or left out. Safe in
 * any number of processes. The workflows hear of it from the sweep, which finds the outcomes untold.
 */
export class RegistryReactions {
  private readonly participation: ParticipationService;

  constructor(
    private readonly db: Db,
    private readonly log: EventLog,
    private readonly executor: Executor,
    private readonly clock: Clock,
  ) {
    this.participation = new ParticipationService(db, log, clock);
  }

  async run(): Promise<Told> {
    const from = await readSoFar(this.db);
    const to = await outsideNow(this.db);
    if (from.position >= to.position && from.membersRevision >= to.membersRevision) {
      return { commands: 0, agreements: 0 };
    }
    const streams = await streamsChanged(this.db, TELLING, from.position, to.position);
    const today = dayAt(await this.clock.now(this.db));
    let ahead = false;
    for (const { stream } of streams.filter((s) => s.type === 'CommitteeChanged')) {
      ahead = (await this.tellParticipations(Number(stream.split('/')[2]), today)) || ahead;
    }
    const told = { commands: 0, agreements: 0 };
    for (const agreement of await this.listeners(streams, from, to)) {
      const { commands, waiting } = await this.tell(agreement, today);
      told.commands += commands;
      told.agreements += commands > 0 ? 1 : 0;
      ahead = ahead || waiting;
    }
    // A snapshot dated ahead of the clock is told when its day has come.
    if (!ahead) await noteRead(this.db, to);
    return told;
  }

  private async listeners(
    streams: readonly { readonly stream: string }[],
    from: ReadSoFar,
    to: ReadSoFar,
  ): Promise<readonly string[]> {
    const parts = streams.map(({ stream }) => stream.split('/'));
    const named = parts.flatMap(([kind, id = '']) => (kind === 'agreement' ? [id] : []));
    // registry/committee/<committee>, participation/<member>/<committee>
    const committees = parts.flatMap(([kind, , id]) => (kind === 'agreement' ? [] : [Number(id)]));
    const everybody = to.membersRevision > from.membersRevision;
    const rows = await this.db
      .selectFrom('read.agreement')
      .select('agreement')
      .where('status', 'in', LISTENING)
      .where((eb) =>
        everybody
          ? eb.lit(true)
          : eb.or([
              eb('committee', '=', sql<number>`ANY(${committees}::int[])`),
              eb('agreement', '=', sql<string>`ANY(${named}::uuid[])`),
            ]),
      )
      .orderBy('agreement')
      .execute();
    return rows.map((row) => row.agreement);
  }

  /** One agreement: every fact since its approval that it has not been told, in the order of the facts' dates. */
  private async tell(
    agreement: string,
    today: Day,
  ): Promise<{ readonly commands: number; readonly waiting: boolean }> {
    const before = await this.state(agreement);
    const approved = await this.approval(agreement);
    // While the past is being entered, time is that of the entries (D22): told when the entry is closed.
    if (before === null || approved === null || before.catchUp?.open === true) {
      return { commands: 0, waiting: false };
    }
    // What the approval or the registration could read itself is no news.
    const news = (await factsFor(this.db, this.log, before)).filter(
      ({ index, fact }) => fact.since > approved.on || (index !== null && index > approved.index),
    );
    let state = before;
    let commands = 0;
    const due = news.filter((n) => n.fact.since <= today);
    for (const [i, { source, fact }] of due.entries()) {
      const later = due.slice(i + 1).map((n) => n.fact);
      const told = await this.tellFact(state, source, fact, later);
      if (told === 0) continue;
      commands += told;
      state = (await this.state(agreement)) ?? state;
    }
    return { commands, waiting: news.some((n) => n.fact.since > today) };
  }

  private async tellFact(
    state: Agreement,
    source: string,
    fact: OutsideFact,
    later: readonly OutsideFact[],
  ): Promise<number> {
    let told = 0;
    for (const { subject, command, payload } of reactionsTo(state, fact, later)) {
      const key = `${source}/${state.id}/${subject}`;
      const asked = await storeCommand(this.db, {
        key,
        agreement: state.id,
        type: command,
        payload,
        principal: REGISTRY,
        expectedVersion: null,
        correlation: source,
      });
      // Stored by a run that was killed, before what was lost was regained: it is carried out as it stands.
      const stored =
        asked ?? (await findCommand(this.db, commandIdFor(bodyOf(REGISTRY), key), REGISTRY));
      if (stored === null || stored.outcome !== null) continue;
      await this.executor.execute(stored.id);
      told += 1;
    }
    return told;
  }

  /** Participation records follow the registry (D16); true when a snapshot lies ahead of the clock. */
  private async tellParticipations(committee: number, today: Day): Promise<boolean> {
    const open = await this.db
      .selectFrom('read.participation')
      .select('member')
      .where('committee', '=', committee)
      .execute();
    if (open.length === 0) return false;
    const facts = await committeeFacts(this.db, this.log, committee);
    for (const { member } of open) {
      const since = await this.firstIndex(`participation/${String(member)}/${String(committee)}`);
      for (const { source, fact, index } of facts) {
        if (fact.kind !== 'MEMBERSHIP' || fact.member !== member) continue;
        if ((index ?? 0) < since || fact.since > today) continue;
        await this.participation.handle({
          key: `${source}/participation/${String(member)}/${String(committee)}`,
          member,
          committee,
          type: 'RecordRegistryStatus',
          payload: { status: fact.status, since: fact.since },
          principal: REGISTRY,
          correlation: source,
        });
      }
    }
    return facts.some(({ fact }) => fact.since > today);
  }

  private state(agreement: string): Promise<Agreement | null> {
    return loadState(asRead(this.db), agreement);
  }

  private async approval(agreement: string): Promise<{ index: number; on: Day } | null> {
    const { rows } = await sql<{ index: number; occurred_at: Date }>`
      SELECT index, occurred_at FROM log.event
       WHERE stream = ${agreementStream(agreement)} AND type = 'TwinningApproved'
       ORDER BY version DESC LIMIT 1`.execute(this.db);
    const row = rows[0];
    return row === undefined
      ? null
      : { index: Number(row.index), on: dayAt(instant(row.occurred_at.toISOString())) };
  }

  private async firstIndex(stream: string): Promise<number> {
    const { rows } = await sql<{ index: number }>`
      SELECT index FROM log.event WHERE stream = ${stream} AND version = 1`.execute(this.db);
    return Number(rows[0]?.index ?? 0);
  }
}

/** Tells the agreements what has just been imported, by the clock stored with the data; what fails is left to the sweep. */
export function tellAgreements(db: Db, log: EventLog): Promise<Told> {
  const clock = storedClock();
  return new RegistryReactions(db, log, new Executor(db, log, clock), clock).run();
}
