import { evolveStaff, noStaff, type RecordedPeopleEvent, type Staff } from '@twinning/domain';
import type { RecordedEvent } from '@twinning/event-log';
import { clearStaff, listStaff, projectStaff } from '@twinning/read-model';
import { asRead } from './database.js';
import { upcast } from './event-versions.js';
import { comparable, type AsideRows } from './fold-aside.js';
import { plainPayload } from './history.js';

const PREFIX = 'people/';

/** A recorded event as `evolveStaff` reads it. Throws `NewerEvent` on one that a newer release has written. */
export function toPeopleEvent(recorded: RecordedEvent): RecordedPeopleEvent {
  const event = upcast(recorded);
  const by = event.actor.role;
  return { type: event.type, payload: plainPayload(event), at: event.occurredAt, by } as never;
}

const streamOf = (body: number): string => `${PREFIX}${String(body)}`;
const bodyOf = (stream: string): number => Number(stream.slice(PREFIX.length));

/** What a request looks up of a body, in an order of its own. */
const lookedUp = (
  people: readonly { readonly person: string; readonly state: unknown; readonly grants: unknown }[],
  delegations: readonly unknown[],
) => ({
  people: people.map(({ person, state, grants }) => comparable({ person, state, grants })).sort(),
  delegations: delegations.map(comparable).sort(),
});

/** The people of every body in the read model, and what a request looks up, as the log alone gives them. */
export const peopleRows: AsideRows<Staff> = {
  prefix: PREFIX,
  part: 'people',
  step: (before, event) =>
    evolveStaff(before ?? noStaff(bodyOf(event.stream)), toPeopleEvent(event)),
  shown: async (db) => {
    const staffs = new Map((await listStaff(asRead(db))).map((staff) => [staff.body, staff]));
    const people = await db.selectFrom('read.person').selectAll().execute();
    const delegations = await db.selectFrom('read.delegation').selectAll().execute();
    const bodies = new Set([...staffs.keys(), ...[...people, ...delegations].map((r) => r.body)]);
    return new Map(
      [...bodies].map((body) => [
        streamOf(body),
        comparable({
          staff: staffs.get(body) ?? null,
          ...lookedUp(
            people.filter((row) => row.body === body),
            delegations.filter((row) => row.body === body).map((row) => row.delegation),
          ),
        }),
      ]),
    );
  },
  wanted: (staff) =>
    comparable({
      staff,
      ...lookedUp(Object.values(staff.people), staff.delegations),
    }),
  put: async (trx, rows) => {
    for (const [stream, state] of rows) {
      if (state === null) await clearStaff(asRead(trx), bodyOf(stream));
      else await projectStaff(asRead(trx), state);
    }
  },
};
