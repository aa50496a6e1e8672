import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  canSee,
  canSeeStaff,
  noStaff,
  passes,
  readsParticipation,
  type Agreement,
  type Principal,
  type Staff,
} from '@twinning/domain';
import { runs } from '@twinning/domain/invariants';
import { cast } from '@twinning/domain/testing';
import { fileAttachment } from '@twinning/filing';
import { projectAgreement, projectStaff, readingAs } from '@twinning/read-model';
import fc from 'fast-check';
import { sql } from 'kysely';
import { asRead, type Db } from './database.js';
import { migrateAll } from './migrate.js';
import { anyone, drafts } from './testing/drafts.js';
import { EngineUnderTest } from './testing/engine-under-test.js';

const AT = '2027-01-04T09:00:00.000Z';
const BODIES = [0, 1, 2] as const;
const PAIRS = [1, 2].flatMap((member) => [10, 20].map((committee) => ({ member, committee })));
const hash = (n: number): string => n.toString(16).padStart(64, '0');

const entry = (person: string, state: Staff['people'][string]['state']) =>
  ({ person, state, grants: [], since: AT }) as unknown as Staff['people'][string];

/** A body with one who is there and one who is only invited. */
const staffOf = (body: number): Staff => ({
  ...noStaff(body),
  version: 1,
  people: {
    p1: entry('p1', body === 1 ? 'INVITED' : 'ENDED'),
    p2: entry('p2', body === 2 ? 'ACTIVE' : 'ENDED'),
  },
});

describe('the rows of the record and of the files', () => {
  let engine: EngineUnderTest;
  const states = drafts(40);
  /** Who acted in a stream, if it was a person. */
  const actors = new Map<string, string | null>();
  let writing: Promise<unknown> = Promise.resolve();

  /** One event each, by one of a few persons or by nobody. */
  const streams = [
    ...states.flatMap(({ id }) =>
      ['agreement', 'papers', 'refusals', 'access'].map((kind) => `${kind}/${id}`),
    ),
    ...PAIRS.map(({ member, committee }) => `participation/${String(member)}/${String(committee)}`),
    ...BODIES.map((body) => `people/${String(body)}`),
    ...['person/p1', 'registry/committee/10', 'refusals/edge', 'refusals/people/1', 'agreement/x'],
    ...['log', 'comparisons', 'participation/1/x', 'access/'],
  ];

  beforeAll(async () => {
    engine = await EngineUnderTest.start();
    for (const state of states) await projectAgreement(asRead(engine.db), state, AT);
    for (const body of BODIES) await projectStaff(asRead(engine.db), staffOf(body));
    await engine.db.transaction().execute(async (trx) => {
      for (const [i, stream] of streams.entries()) {
        const person = i % 6 === 0 ? `p${String(i % 3)}` : null;
        actors.set(stream, person);
        await append(trx, stream, person);
      }
    });
    for (const [i, { id }] of states.entries()) {
      await fileAttachment(engine.db, id, {
        ...{ sha256: hash(i), purpose: 'OTHER', type: 'application/pdf', bytes: 1, member: 1 },
        person: `p${String(i % 4)}`,
      });
      await sql`
        INSERT INTO filing.paper (sha256, agreement, kind, language, version, log_index, issued_at)
        VALUES (${hash(i)}, ${id}, 'plan', 'en', 1, ${i}, ${AT})`.execute(engine.db);
    }
  }, 120_000);
  afterAll(async () => {
    await writing;
    await engine.stop();
  });

  const append = (on: Db, stream: string, person: string | null) =>
    engine.log.append(on, {
      stream,
      events: [{ type: 'Happened', schemaVersion: 1, occurredAt: AT, payload: {} }],
      actor: { person, role: 'CALLER', body: null },
      onBehalfOf: null,
      commandId: null,
      causationId: null,
      correlationId: null,
      ruleset: null,
    });

  /** What a query without any filter returns to this principal. */
  const unfiltered = (who: Principal) =>
    readingAs(engine.db, who, async (trx) => ({
      streams: await namesIn(trx, 'stream', 'log.event'),
      papers: await namesIn(trx, 'agreement', 'filing.paper'),
      files: await namesIn(trx, 'agreement', 'filing.attachment'),
    }));
  async function namesIn(trx: Db, column: string, table: string): Promise<readonly string[]> {
    const { rows } = await sql<{ name: string }>`
      SELECT ${sql.ref(column)} AS name FROM ${sql.table(table)}`.execute(trx);
    return rows.map(({ name }) => name).sort();
  }

  function mayRead(who: Principal, seen: ReadonlySet<string>, stream: string): boolean {
    const [kind, ...rest] = stream.split('/');
    const of = rest.join('/');
    if (actors.get(stream) === who.person) return true;
    if (kind === 'agreement' || kind === 'papers') return seen.has(of);
    if (kind === 'refusals') return seen.has(of) || passes('AUDIT', who);
    if (kind === 'access') return passes('AUDIT', who);
    if (kind === 'people') return canSeeStaff(who, staffOf(Number(of)));
    const pair = PAIRS.find((p) => of === `${String(p.member)}/${String(p.committee)}`);
    return pair !== undefined && readsParticipation(who, pair, []) === 'ALL';
  }
  const idsOf = (of: readonly Agreement[]): readonly string[] => of.map(({ id }) => id).sort();

  it('come out to whom the domain shows them, and to nobody else, without any filter of the API', async () => {
    let came = 0;
    await fc.assert(
      fc.asyncProperty(anyone, async (who) => {
        const seen = states.filter((state) => canSee(who, state));
        const ids = new Set(idsOf(seen));
        const found = await unfiltered(who);
        expect(found.streams).toEqual(streams.filter((s) => mayRead(who, ids, s)).sort());
        expect(found.papers).toEqual(idsOf(seen));
        const own = states.filter(({ id }, i) => ids.has(id) || `p${String(i % 4)}` === who.person);
        expect(found.files).toEqual(idsOf(own));
        came += found.streams.length;
      }),
      { numRuns: runs(150) },
    );
    expect(came).toBeGreaterThan(1_000);
  }, 600_000);

  it('are none without the settings, and all for the application and for the owner that appends', async () => {
    const bare = await engine.db.transaction().execute(async (trx) => {
      await sql`SET LOCAL ROLE twinning_reader`.execute(trx);
      return [
        await namesIn(trx, 'stream', 'log.event'),
        await namesIn(trx, 'agreement', 'filing.paper'),
        await namesIn(trx, 'agreement', 'filing.attachment'),
      ];
    });
    expect(bare).toEqual([[], [], []]);
    expect((await namesIn(engine.db, 'stream', 'log.event')).length).toBeGreaterThan(
      streams.length,
    );
  });

  it('are walled off on a database that is full and in use, and stay so when it is migrated again', async () => {
    const { rows } = await sql<{ size: number }>`SELECT size::int FROM log.head`.execute(engine.db);
    await sql.raw(UNDONE).execute(engine.admin);
    // A program of the release before goes on appending and reading, before, during and after.
    let appended = 0;
    let isOver = false;
    writing = (async () => {
      while (!isOver) {
        await append(engine.db, 'registry/committee/20', null);
        await engine.log.readStream(engine.db, 'registry/committee/20', appended);
        appended += 1;
      }
    })();
    try {
      await migrateAll(engine.admin);
      await migrateAll(engine.admin);
    } finally {
      isOver = true;
    }
    await writing;
    const nobody = { ...cast.third, person: 'nobody', member: 9, grants: [] };
    expect(await unfiltered(nobody)).toEqual({ streams: [], papers: [], files: [] });
    const after = await sql<{ size: number }>`SELECT size::int FROM log.head`.execute(engine.db);
    expect(appended).toBeGreaterThan(0);
    expect(after.rows[0]?.size).toBeGreaterThanOrEqual((rows[0]?.size ?? 0) + appended);
  }, 120_000);
});

/** The database as the release before left it. */
const UNDONE = `
  DROP POLICY reader ON log.event; DROP POLICY application ON log.event; DROP POLICY owner ON log.event;
  ALTER TABLE log.event NO FORCE ROW LEVEL SECURITY; ALTER TABLE log.event DISABLE ROW LEVEL SECURITY;
  REVOKE SELECT ON log.event FROM twinning_reader; REVOKE USAGE ON SCHEMA log FROM twinning_reader;
  DROP POLICY reader ON filing.paper; DROP POLICY application ON filing.paper;
  DROP POLICY reader ON filing.attachment; DROP POLICY application ON filing.attachment;
  ALTER TABLE filing.paper NO FORCE ROW LEVEL SECURITY; ALTER TABLE filing.paper DISABLE ROW LEVEL SECURITY;
  ALTER TABLE filing.attachment NO FORCE ROW LEVEL SECURITY;
  ALTER TABLE filing.attachment DISABLE ROW LEVEL SECURITY`;
