import { describe, expect, it } from '@jest/globals';
import {
  emptyAgreement,
  eventTypes,
  evolve,
  evolveParticipation,
  evolveStaff,
  noParticipation,
  noStaff,
  participationEventTypes,
  peopleEventTypes,
  statusOf,
  type Agreement,
  type Participation,
  type RulesetId,
  type Staff,
} from '@twinning/domain';
import type { JsonObject, RecordedEvent } from '@twinning/event-log';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NewerEvent, newestVersion, upcast, type Upcasters } from './event-versions.js';
import { toPeopleEvent } from './fold-people.js';
import { toStreamEvent } from './history.js';

/** A stream as a release wrote it, and what it came to then. One file a release; none is ever changed. */
interface Recorded {
  readonly id: string;
  readonly status: string;
  readonly events: readonly {
    readonly type: string;
    readonly schemaVersion: number;
    readonly at: string;
    readonly payload: JsonObject;
  }[];
}

const FOLDER = fileURLToPath(new URL('../fixtures/events/', import.meta.url));
const streams = readdirSync(FOLDER).flatMap((file) =>
  (JSON.parse(readFileSync(`${FOLDER}${file}`, 'utf8')) as Recorded[]).map((stream, i) => ({
    name: `${file} ${String(i + 1)}`,
    stream,
  })),
);

/** A stream beside the agreements as a release wrote it, and the state that it came to then. */
interface OtherStream {
  readonly ruleset?: RulesetId;
  readonly body?: number;
  readonly state: JsonObject;
  readonly events: Recorded['events'];
}

const OTHERS = fileURLToPath(new URL('../fixtures/other-events/', import.meta.url));
const others = (kind: string): readonly OtherStream[] =>
  readdirSync(OTHERS)
    .filter((file) => file.startsWith(`${kind}-`))
    .flatMap((file) => JSON.parse(readFileSync(`${OTHERS}${file}`, 'utf8')) as OtherStream[]);
const participations = others('participation');
const staffs = others('people');

const recorded = (over: Partial<RecordedEvent>): RecordedEvent => ({
  index: 12,
  stream: 'agreement/a',
  version: 1,
  type: 'Happened',
  schemaVersion: 1,
  occurredAt: '2027-01-04T09:00:00.000Z',
  recordedAt: '2027-01-04T09:00:00.000Z',
  actor: { person: null, role: 'SYSTEM', body: null },
  onBehalfOf: null,
  commandId: null,
  causationId: null,
  correlationId: null,
  ruleset: null,
  nonce: '',
  payload: {},
  ...over,
});

describe('every event that was ever written', () => {
  it.each(streams)('is read today: $name', ({ stream: { id, status, events } }) => {
    const folded = events.reduce<Agreement>(
      (state, { at, ...event }, i) =>
        evolve(
          state,
          toStreamEvent(
            recorded({ ...event, occurredAt: at, version: i + 1, stream: `agreement/${id}` }),
          ),
        ),
      emptyAgreement(id),
    );
    expect([folded.version, statusOf(folded)]).toEqual([events.length, status]);
  });
});

describe('every event type', () => {
  const written = (all: readonly { readonly events: readonly { readonly type: string }[] }[]) =>
    new Set(all.flatMap(({ events }) => events.map(({ type }) => type)));

  it('of an agreement has a stream in which a release wrote it', () => {
    const known = written(streams.map(({ stream }) => stream));
    expect(eventTypes.length).toBeGreaterThan(150);
    expect(eventTypes.filter((type) => !known.has(type))).toEqual([]);
  });

  it.each([
    ['a participation', participations, participationEventTypes],
    ['the people of a body', staffs, peopleEventTypes],
  ] as const)('of %s has one too', (_, recordedStreams, types) => {
    const known = written(recordedStreams);
    expect(types.filter((type) => !known.has(type))).toEqual([]);
    expect([...known].filter((type) => !types.includes(type as never))).toEqual([]);
  });
});

describe('every event beside the agreements', () => {
  const read = ({ at, ...event }: OtherStream['events'][number]) =>
    recorded({ ...event, occurredAt: at });

  it('of a participation is read today', () => {
    for (const { ruleset = 'annex-st-2020', state, events } of participations) {
      const folded = events.reduce<Participation>(
        (before, event) => evolveParticipation(before, toStreamEvent(read(event)) as never),
        noParticipation(ruleset),
      );
      expect(folded).toMatchObject(state);
    }
  });

  it('of the people of a body is read today, without what the engine wrote beside it', () => {
    for (const { body = 0, state, events } of staffs) {
      const folded = events.reduce<Staff>((before, event) => {
        const payload = { ...event.payload, $beside: 'the engine' };
        return evolveStaff(before, toPeopleEvent(read({ ...event, payload })));
      }, noStaff(body));
      expect(folded).toMatchObject(state);
    }
  });

  it('stops the reader when a newer release wrote it, or it is unheard of', () => {
    const [event] = staffs[0]?.events ?? [];
    if (event === undefined) throw new Error('no people');
    expect(() => toPeopleEvent(read({ ...event, schemaVersion: 2 }))).toThrow(NewerEvent);
    const unheard = toPeopleEvent(read({ ...event, type: 'PersonCloned' }));
    expect(() => evolveStaff(noStaff(4), unheard)).toThrow(
      'Unknown event "PersonCloned" at version 1 of people/4: this build is older than the log.',
    );
  });
});

describe('a changed payload', () => {
  // Version 1 had a place, version 2 a town and a country, version 3 a list of them.
  const steps: Upcasters = {
    Happened: [
      ({ place, ...rest }) => ({ ...rest, town: place ?? null, country: null }),
      ({ town, country, ...rest }) => ({
        ...rest,
        places: [{ town: town ?? null, country: country ?? null }],
      }),
    ],
  };
  const places = (town: string, country: string | null) => ({ places: [{ town, country }] });

  it.each([
    [1, { place: 'Geneva' }, places('Geneva', null)],
    [2, { town: 'Geneva', country: 'CH' }, places('Geneva', 'CH')],
    [3, places('Geneva', 'CH'), places('Geneva', 'CH')],
  ])('of version %i is lifted to the newest', (schemaVersion, payload, expected) => {
    const lifted = upcast(recorded({ schemaVersion, payload }), steps);
    expect(lifted).toMatchObject({ schemaVersion: 3, payload: expected, index: 12 });
    expect(newestVersion('Happened', steps)).toBe(3);
  });

  it('of a newer release stops the reader and says what to do', () => {
    const newer = recorded({ schemaVersion: 4 });
    expect(() => upcast(newer, steps)).toThrow(NewerEvent);
    expect(() => upcast(newer, steps)).toThrow(
      'Event 12 of agreement/a (Happened, version 4) was written by a newer release; this one reads it up to version 3. Update before going on.',
    );
    expect(() => toStreamEvent(recorded({ schemaVersion: 2 }))).toThrow('up to version 1');
  });

  it('does not mistake a name of every object for a type', () => {
    expect(newestVersion('constructor')).toBe(1);
    expect(() => upcast(recorded({ type: 'toString', schemaVersion: 2 }))).toThrow(NewerEvent);
  });

  it.each([0, -1, 1.5])('a version %d is none', (schemaVersion) => {
    expect(() => upcast(recorded({ schemaVersion }))).toThrow(NewerEvent);
  });
});
