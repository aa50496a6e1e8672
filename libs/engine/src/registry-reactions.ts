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
import { ParticipationService, participationStream } from './participation-service.js';
import { committeeFacts, factsFor, type DatedFact } from './registry-reactions-facts.js';
import {
  noteOwed,
  notePaid,
  noteRead,
  noteWaiting,
  outsideNow,
  owedSubjects,
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
  /** Who could not be told, and why: it is noted, and told by a later run. */
  readonly failed: readonly { readonly subject: string; readonly why: string }[];
}

const COMMITTEE = 'registry/committee/';
const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/**
 * Tells every agreement what imports and participation records show of its committee and partners, by stored commands of
 * the role REGISTRY (lifecycle.md B4, B7, D15–D17; F20). A command's key is made of snapshot, agreement and rule, and
 * the position is noted after the last one: killed anywhere and run again, nothing is told twice or left out. Whoever
 * cannot be told, e.g. because its state is not to be read by this build, is noted and keeps nobody else back. Safe in
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
    const owed = await owedSubjects(this.db);
    const isRead = from.position >= to.position && from.membersRevision >= to.membersRevision;
    if (isRead && owed.length === 0) return { commands: 0, agreements: 0, failed: [] };
    const streams = isRead
      ? []
      : await streamsChanged(this.db, TELLING, from.position, to.position);
    const today = dayAt(await this.clock.now(this.db));
    const failed: { subject: string; why: string }[] = [];
    const told = { commands: 0, agreements: 0, failed };
    let ahead = false;
    // A fault in one keeps nobody back; where nothing can be noted either, the run ends and the position stays.
    const tellOne = async (subject: string, tell: () => Promise<boolean>): Promise<void> => {
      try {
        const waits = await tell();
        ahead ||= waits;
        // The position may be past what it still waits for.
        if (owed.includes(subject)) await (waits ? noteWaiting : notePaid)(this.db, subject);
      } catch (error) {
        failed.push({ subject, why: reasonOf(error) });
        await noteOwed(this.db, subject);
      }
    };
    const changed = streams.filter((s) => s.type === 'CommitteeChanged').map((s) => s.stream);
    const committees = [...changed, ...owed.filter((subject) => subject.startsWith(COMMITTEE))];
    for (const subject of new Set(committees)) {
      const committee = Number(subject.slice(COMMITTEE.length));
      await tellOne(subject, () => this.tellParticipations(committee, today));
    }
    const listening = await this.listeners(
      [...streams, ...owed.map((stream) => ({ stream }))],
      from,
      to,
    );
    for (const agreement of listening) {
      await tellOne(agreementStream(agreement), async () => {
        const { commands, waiting } = await this.tell(agreement, today);
        told.commands += commands;
        told.agreements += commands > 0 ? 1 : 0;
        return waiting;
      });
    }
    // What no longer listens is owed nothing.
    const heard = new Set([...committees, ...listening.map((id) => agreementStream(id))]);
    for (const subject of owed) if (!heard.has(subject)) await notePaid(this.db, subject);
    // A snapshot dated ahead of the clock is told when its day has come.
    if (!ahead && !isRead) await noteRead(this.db, to);
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
    const faults: string[] = [];
    for (const { member } of open) {
      await this.tellParticipation(member, committee, facts, today).catch((error: unknown) => {
        faults.push(`participation of ${String(member)}: ${reasonOf(error)}`);
      });
    }
    if (faults.length > 0) throw new Error(faults.join('; '));
    return facts.some(({ fact }) => fact.since > today);
  }

  private async tellParticipation(
    member: number,
    committee: number,
    facts: readonly DatedFact[],
    today: Day,
  ): Promise<void> {
    const since = await this.firstIndex(participationStream({ member, committee }));
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
