import {
  DEFAULT_RULESET,
  evolveParticipation,
  noParticipation,
  participationDeadlines,
  type Participation,
  type RecordedParticipationEvent,
} from '@twinning/domain';
import { canonicalJson, type EventLog, type Json } from '@twinning/event-log';
import {
  clearParticipation,
  clearParticipations,
  projectParticipation,
} from '@twinning/read-model';
import type { Violation } from './check.js';
import { asRead, type Db, type Trx } from './database.js';
import { eventsOfStreams } from './fold-streams.js';
import { toStreamEvent } from './history.js';
import { participationStream, PARTICIPATION_STREAMS } from './participation-service.js';

type Folded = ReadonlyMap<string, Participation>;

const pairOf = (stream: string) => {
  const [member = 0, committee = 0] = stream
    .slice(PARTICIPATION_STREAMS.length)
    .split('/')
    .map(Number);
  return { member, committee };
};

/** The participations whose streams begin with `prefix`, by stream, as the log alone gives them. */
async function foldParticipations(
  db: Db,
  log: EventLog,
  prefix = PARTICIPATION_STREAMS,
): Promise<Folded> {
  const folded = new Map<string, Participation>();
  for await (const event of eventsOfStreams(db, log, prefix)) {
    const ruleset = (event.ruleset as Participation['ruleset'] | null) ?? DEFAULT_RULESET;
    const before = folded.get(event.stream) ?? noParticipation(ruleset);
    const next = toStreamEvent(event) as unknown as RecordedParticipationEvent;
    folded.set(event.stream, evolveParticipation(before, next));
  }
  return folded;
}

/** Builds the participations of the read model anew from the log. */
export async function rebuildParticipations(trx: Trx, log: EventLog): Promise<void> {
  const folded = await foldParticipations(trx, log);
  await clearParticipations(asRead(trx));
  for (const [stream, state] of folded) {
    await projectParticipation(asRead(trx), pairOf(stream), state);
  }
}

/** Streams of participations whose row is not what their events give. */
export async function differingParticipations(db: Db, log: EventLog): Promise<readonly string[]> {
  const folded = await foldParticipations(db, log);
  const shown = new Map<string, string>();
  for (const row of await db.selectFrom('read.participation').selectAll().execute()) {
    const { version, status, state, next_deadline } = row;
    const due = next_deadline?.toISOString() ?? null;
    shown.set(participationStream(row), json({ version, status, state, due }));
  }
  const wanted = (state: Participation) => {
    const { version, status } = state;
    return json({ version, status, state, due: participationDeadlines(state)[0]?.due ?? null });
  };
  return [...new Set([...folded.keys(), ...shown.keys()])].filter((stream) => {
    const state = folded.get(stream);
    return state === undefined || shown.get(stream) !== wanted(state);
  });
}

/** I6 for participations: the read model is the fold of the log. */
export async function checkParticipations(trx: Trx, log: EventLog): Promise<readonly Violation[]> {
  return (await differingParticipations(trx, log)).map((subject) => ({
    invariant: 'I6',
    subject,
    what: 'the read model differs from the fold of the log in participation',
  }));
}

/** Writes one participation as its events give it, or forgets it; the caller holds the head lock. */
export async function mendParticipation(trx: Trx, log: EventLog, stream: string): Promise<void> {
  await clearParticipation(asRead(trx), pairOf(stream));
  // A prefix may be that of another pair too, e.g. of committee 478 and 4787.
  const state = (await foldParticipations(trx, log, stream)).get(stream);
  if (state !== undefined) await projectParticipation(asRead(trx), pairOf(stream), state);
}

const json = (value: unknown): string => canonicalJson(JSON.parse(JSON.stringify(value)) as Json);
