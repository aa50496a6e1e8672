import { evolveStaff, noStaff, type RecordedPeopleEvent, type Staff } from '@twinning/domain';
import { canonicalJson, type EventLog, type Json, type RecordedEvent } from '@twinning/event-log';
import { clearStaff, listStaff, projectStaff } from '@twinning/read-model';
import type { Violation } from './check.js';
import { asRead, type Trx } from './database.js';
import { upcast } from './event-versions.js';
import { eventsOfStreams } from './fold-streams.js';
import { plainPayload } from './history.js';

const PREFIX = 'people/';

/** A recorded event as the people of a body are folded. Throws `NewerEvent` on one that a newer release has written. */
export function toPeopleEvent(recorded: RecordedEvent): RecordedPeopleEvent {
  const event = upcast(recorded);
  return { type: event.type, payload: plainPayload(event), at: event.occurredAt } as never;
}

/** The people of every body as the log alone gives them. */
export async function foldPeople(trx: Trx, log: EventLog): Promise<ReadonlyMap<number, Staff>> {
  const folded = new Map<number, Staff>();
  for await (const event of eventsOfStreams(trx, log, PREFIX)) {
    const body = Number(event.stream.slice(PREFIX.length));
    folded.set(body, evolveStaff(folded.get(body) ?? noStaff(body), toPeopleEvent(event)));
  }
  return folded;
}

/** Builds the people of the read model anew from the log. */
export async function rebuildPeople(trx: Trx, log: EventLog): Promise<void> {
  const folded = await foldPeople(trx, log);
  await clearStaff(asRead(trx));
  for (const staff of folded.values()) await projectStaff(asRead(trx), staff);
}

/** I6 for people: the read model is the fold of the log, and what a request looks up is what the fold says. */
export async function checkPeople(trx: Trx, log: EventLog): Promise<readonly Violation[]> {
  const folded = await foldPeople(trx, log);
  const shown = new Map((await listStaff(asRead(trx))).map((staff) => [staff.body, staff]));
  const people = await trx.selectFrom('read.person').selectAll().execute();
  const delegations = await trx.selectFrom('read.delegation').selectAll().execute();
  const rows = (body: number) => ({
    people: people
      .filter((p) => p.body === body)
      .map(({ person, state, grants }) => json({ person, state, grants }))
      .sort(),
    delegations: delegations
      .filter((d) => d.body === body)
      .map((d) => json(d.delegation))
      .sort(),
  });
  const wanted = (staff: Staff) => ({
    people: Object.values(staff.people)
      .map(({ person, state, grants }) => json({ person, state, grants }))
      .sort(),
    delegations: staff.delegations.map(json).sort(),
  });
  const bodies = new Set([...folded.keys(), ...shown.keys(), ...people.map((p) => p.body)]);
  return [...bodies]
    .filter((body) => {
      const staff = folded.get(body) ?? noStaff(body);
      return (
        json(shown.get(body) ?? noStaff(body)) !== json(staff) ||
        json(rows(body)) !== json(wanted(staff))
      );
    })
    .map((body) => ({
      invariant: 'I6' as const,
      subject: `${PREFIX}${String(body)}`,
      what: 'the read model differs from the fold of the log in people',
    }));
}

const json = (value: unknown): string => canonicalJson(JSON.parse(JSON.stringify(value)) as Json);
