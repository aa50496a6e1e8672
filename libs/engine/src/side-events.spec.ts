import { describe, expect, it } from '@jest/globals';
import type { EventLog, JsonObject, RecordedEvent } from '@twinning/event-log';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AccessLog } from './access-log.js';
import type { Clock } from './clock.js';
import type { Db } from './database.js';
import { NewerEvent } from './event-versions.js';
import { namesOfPersons, namesOnPaper } from './persons.js';
import { RefusalLedger } from './refused-access.js';
import { committeeFacts } from './registry-reactions-facts.js';
import { SIDE_EVENTS, sideEvents } from './side-events.js';

/** A stream that nothing folds, as a release wrote it. None is ever changed; a new shape is added. */
interface SideStream {
  readonly stream: string;
  /** Of a person: the name that they have then. */
  readonly name?: string | null;
  /** Of a committee: the kinds of the facts that follow. */
  readonly facts?: readonly string[];
  readonly events: readonly {
    readonly type: string;
    readonly schemaVersion: number;
    readonly at: string;
    readonly payload: JsonObject;
  }[];
}

const FOLDER = fileURLToPath(new URL('../fixtures/other-events/', import.meta.url));
const streams = readdirSync(FOLDER)
  .filter((file) => file.startsWith('beside-'))
  .flatMap((file) => JSON.parse(readFileSync(`${FOLDER}${file}`, 'utf8')) as SideStream[]);

const recorded = ({ stream, events }: SideStream): readonly RecordedEvent[] =>
  events.map(({ at, ...event }, i) => ({
    ...event,
    ...{ index: i, stream, version: i + 1, occurredAt: at, recordedAt: at },
    actor: { person: null, role: 'SYSTEM', body: null },
    ...{ onBehalfOf: null, commandId: null, causationId: null, correlationId: null },
    ...{ ruleset: null, nonce: '' },
  }));
const inLog = (events: readonly RecordedEvent[]) =>
  ({
    readStream: (_: unknown, stream: string) =>
      Promise.resolve(events.filter((e) => e.stream === stream)),
    readStreams: (_: unknown, prefix: string) =>
      Promise.resolve(events.filter((e) => e.stream.startsWith(prefix))),
  }) as unknown as EventLog;
const db = {} as Db;
const clock = {} as Clock;
const page = { from: 0, limit: 100 };
const all = streams.flatMap(recorded);
const kindOf = ({ stream }: { readonly stream: string }) => stream.split('/', 1)[0] ?? '';

describe('every event of the streams that nothing folds', () => {
  it('has a stream in which a release wrote it', () => {
    const written = Object.fromEntries(
      Object.keys(SIDE_EVENTS).map((kind) => {
        const types = all.filter((e) => kindOf(e) === kind).map(({ type }) => type);
        return [kind, [...new Set(types)].sort()];
      }),
    );
    const known = Object.entries(SIDE_EVENTS).map(([kind, types]) => [kind, [...types].sort()]);
    expect(written).toEqual(Object.fromEntries(known));
    expect(all.filter((e) => !Object.hasOwn(SIDE_EVENTS, kindOf(e)))).toEqual([]);
  });

  it('is read today', async () => {
    expect(sideEvents(all)).toEqual(all);
    const log = inLog(all);
    const refused = await new RefusalLedger(db, log, clock).list(db, page);
    const ofKind = (kind: string) => all.filter((e) => kindOf(e) === kind);
    expect(refused.map(({ code }) => code)).toEqual(ofKind('refusals').map((e) => e.payload.code));
    const read = await new AccessLog(db, log, clock).list(db, null, page);
    expect(read.map(({ kind, details }) => [kind, details])).toEqual(
      ofKind('access').map(({ type, payload }) => [type, payload]),
    );
    for (const one of streams) {
      const person = one.stream.split('/')[1] ?? '';
      if (one.name !== undefined)
        expect((await namesOfPersons(db, log, [person])).get(person) ?? null).toBe(one.name);
      if (one.facts !== undefined) {
        const facts = await committeeFacts(db, log, 47878);
        expect(facts.map(({ fact }) => fact.kind)).toEqual(one.facts);
      }
    }
  });

  it.each([
    ['a person', 'person/p-1', (log: EventLog) => namesOfPersons(db, log, ['p-1'])],
    ['a person on paper', 'person/p-1', (log: EventLog) => namesOnPaper(db, log, ['p-1'])],
    ['a committee', 'registry/committee/1', (log: EventLog) => committeeFacts(db, log, 1)],
    [
      'refusals',
      'refusals/edge',
      (log: EventLog) => new RefusalLedger(db, log, clock).list(db, page),
    ],
    ['accesses', 'access/a', (log: EventLog) => new AccessLog(db, log, clock).list(db, null, page)],
  ])('stops the reader of %s when a newer release wrote it', async (_, stream, read) => {
    const [known = ''] = (SIDE_EVENTS as Readonly<Record<string, readonly string[]>>)[
      kindOf({ stream })
    ] as readonly string[];
    const event = (type: string, schemaVersion: number) =>
      recorded({ stream, events: [{ type, schemaVersion, at: '', payload: { changes: [] } }] });
    await expect(read(inLog(event(known, 2)))).rejects.toThrow(NewerEvent);
    await expect(read(inLog(event('PersonCloned', 1)))).rejects.toThrow(
      `Unknown event "PersonCloned" at version 1 of ${stream}: this build is older than the log.`,
    );
    await expect(read(inLog(event(known, 1)))).resolves.toBeDefined();
  });

  it('stops the reader of a committee at a change that it has never heard of', async () => {
    const payload = { date: '2027-03-01', changes: [{ kind: 'MERGED' }] };
    const events = [{ type: 'CommitteeChanged', schemaVersion: 1, at: '', payload }];
    const log = inLog(recorded({ stream: 'registry/committee/1', events }));
    await expect(committeeFacts(db, log, 1)).rejects.toThrow('Unknown change "MERGED"');
  });
});
