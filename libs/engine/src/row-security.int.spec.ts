import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  canSee,
  noParticipation,
  PARTNERS_READ_IN,
  readsParticipation,
  SECTIONS,
  sectionsFor,
  statusOf,
  type Agreement,
  type Principal,
} from '@twinning/domain';
import { runs } from '@twinning/domain/invariants';
import { cast } from '@twinning/domain/testing';
import {
  listAgreements,
  participationAs,
  projectAgreement,
  projectParticipation,
  readingAs,
  readsSection,
  type Pair,
} from '@twinning/read-model';
import fc from 'fast-check';
import { sql } from 'kysely';
import { asRead, type Db } from './database.js';
import { anyone, draft, drafts, MEMBERS, NOW } from './testing/drafts.js';
import { EngineUnderTest } from './testing/engine-under-test.js';

/** A grant that is held for somebody else. */
const BY = { delegation: 'D1', person: 'giver', commands: 'ALL' } as const;

const TABLES = ['stream_state', 'agreement', 'duty', 'deadline', 'claim', 'escalation'];
describe('row-level security', () => {
  let engine: EngineUnderTest;
  const states: Agreement[] = [];

  beforeAll(async () => {
    engine = await EngineUnderTest.start();
    for (const state of drafts(120)) {
      states.push(state);
      await projectAgreement(asRead(engine.db), state, '2027-01-04T09:00:00Z');
    }
  });
  afterAll(() => engine.stop());

  const as = <T>(who: Principal, work: (trx: Db) => Promise<T>) => readingAs(engine.db, who, work);
  /** Every agreement that a query without any filter returns. */
  const unfiltered = async (trx: Db, table = 'agreement'): Promise<readonly string[]> => {
    const { rows } = await sql<{ agreement: string }>`
      SELECT DISTINCT agreement FROM ${sql.table(`read.${table}`)}`.execute(trx);
    return rows.map((r) => r.agreement).sort();
  };
  const seenBy = (who: Principal) =>
    states
      .filter((s) => canSee(who, s))
      .map((s) => s.id)
      .sort();

  it('agrees with the domain and with the filter of the list on 20 000 pairs of person and agreement', async () => {
    await fc.assert(
      fc.asyncProperty(anyone, async (who) => {
        const expected = seenBy(who);
        const [wall, list] = await as(who, async (trx) => [
          await unfiltered(trx),
          await listAgreements(asRead(trx), who, { limit: 500 }),
        ]);
        const alone = await listAgreements(asRead(engine.db), who, { limit: 500 });
        expect(wall).toEqual(expected);
        expect(list.map((r) => r.agreement).sort()).toEqual(expected);
        expect(alone.map((r) => r.agreement).sort()).toEqual(expected);
      }),
      { numRuns: runs(170) },
    );
  }, 3_600_000);

  it('filters the sections of agreements as the domain does, on 20 000 pairs and for every section', async () => {
    const deputies = anyone.map((who) => ({
      ...who,
      grants: who.grants.map((grant, i) => (i === 0 ? { ...grant, by: BY } : grant)),
    }));
    await fc.assert(
      fc.asyncProperty(fc.oneof(anyone, deputies), async (who) => {
        const read = await as(who, (trx) =>
          asRead(trx)
            .selectFrom('read.agreement')
            .select('agreement')
            .select(SECTIONS.map((section) => readsSection(who, section).as(section)))
            .execute(),
        );
        const acts = who.grants.some((grant) => grant.by !== undefined);
        for (const row of read) {
          const state = states.find(({ id }) => id === row.agreement) as Agreement;
          const expected = sectionsFor(who, state);
          const shown = SECTIONS.filter((section) => row[section]);
          // Whoever is named and acts for another may be barred or not: the filter does not ask, and keeps back.
          const isNamed = state.proposal.nominees.some(({ person }) => person === who.person);
          if (acts && isNamed) expect(expected).toEqual(expect.arrayContaining(shown));
          else expect([row.agreement, shown]).toEqual([row.agreement, expected]);
        }
      }),
      { numRuns: runs(170) },
    );
  }, 3_600_000);

  it('shows the participations that the domain shows: one’s own, the partner’s while the twinning stands, those of a desk', async () => {
    const pairs = [1, 2, 3, 4].flatMap((member) =>
      [10, 20, 30].map((committee) => ({ member, committee })),
    );
    const empty = noParticipation('annex-st-2020');
    for (const pair of pairs) await projectParticipation(asRead(engine.db), pair, empty);
    const twinnings = [
      draft({ lead: 1, twinned: 2, committee: 10, stage: 'FORCE' }, [], 'p9'),
      draft({ lead: 3, twinned: 1, committee: 20, stage: 'AGREEMENT_PENDING' }, [], 'p9'),
      draft({ lead: 1, twinned: 4, committee: 30, stage: 'APPROVED' }, [], 'p9'),
      draft({ lead: 4, twinned: 2, committee: 20, stage: 'CLOSED' }, [], 'p9'),
    ];
    for (const state of twinnings) {
      states.push(state);
      await projectAgreement(asRead(engine.db), state, NOW);
    }
    const standing = (me: number | null, committee: number) =>
      twinnings
        .filter((t) => t.committee === committee && PARTNERS_READ_IN.includes(statusOf(t)))
        .filter((t) => me !== null && (t.lead === me || t.twinned === me))
        .map((t) => Number(t.lead === me ? t.twinned : t.lead));
    const key = (p: Pair) => `${String(p.member)}/${String(p.committee)}`;
    const partnersRead = new Set<string>();
    const representatives = [1, 2, 3, 4].map((member): [Principal] => [
      { person: 'p1', member, grants: [{ role: 'NSB_REP' }], stepUp: false },
    ]);
    await fc.assert(
      fc.asyncProperty(anyone, async (who) => {
        const reads = (pair: Pair) =>
          readsParticipation(who, pair, standing(who.member, pair.committee));
        const rows = await as(who, (trx) =>
          asRead(trx).selectFrom('read.participation').select(['member', 'committee']).execute(),
        );
        expect(rows.map(key).sort()).toEqual(
          pairs
            .filter((p) => reads(p))
            .map(key)
            .sort(),
        );
        for (const p of pairs) if (reads(p) === 'PARTNER') partnersRead.add(key(p));
        for (const pair of pairs) {
          const seen = await as(who, (trx) => participationAs(asRead(trx), who.member, pair));
          const read = seen.isVisible && readsParticipation(who, pair, seen.partners);
          expect(read).toBe(reads(pair) ?? false);
        }
      }),
      { numRuns: runs(60), examples: representatives },
    );
    expect(partnersRead).toEqual(new Set(['1/10', '2/10', '1/20', '3/20']));
  }, 3_600_000);

  it.each(TABLES)('shows rows of read.%s only with the agreement they belong to', async (table) => {
    const who: Principal = { ...cast.lead, person: 'nobody', member: 1 };
    const [own, all] = await Promise.all([
      as(who, (trx) => unfiltered(trx, table)),
      unfiltered(engine.db, table),
    ]);
    const seen = seenBy(who);
    expect(own).toEqual(all.filter((id) => seen.includes(id)));
  });

  it('shows read.appealable to P-members of the committee while a decision is open, and to appellants', async () => {
    const shown = (member: number | null, pMemberOf?: readonly number[]) =>
      readingAs(
        engine.db,
        { ...cast.third, person: 'nobody', member },
        (trx) => unfiltered(trx, 'appealable'),
        pMemberOf,
      );
    const expected = (member: number | null, pMemberOf: readonly number[]) =>
      states
        .filter(
          ({ committee, ending }) =>
            member !== null &&
            committee !== null &&
            (ending.appeals.some((appeal) => appeal.member === member) ||
              (pMemberOf.includes(committee) && ending.decisions.length > 0)),
        )
        .map((s) => s.id)
        .sort();
    for (const member of MEMBERS) {
      expect(await shown(member)).toEqual([]);
      for (const committees of [[], [10], [20], [10, 20], [30]]) {
        expect(await shown(member, committees)).toEqual(expected(member, committees));
      }
    }
    expect(expected(1, []).length).toBeGreaterThan(0);
    expect(expected(4, [10]).length).toBeGreaterThan(0);
    const others = await readingAs(
      engine.db,
      { ...cast.third, person: 'nobody', member: 9 },
      async (trx) => [await unfiltered(trx), await unfiltered(trx, 'stream_state')],
      [10, 20],
    );
    expect(others).toEqual([[], []]);
  });

  it('shows nothing to the reader without settings, and leaves none behind', async () => {
    await as(cast.auditor, (trx) => unfiltered(trx));
    for (const table of [...TABLES, 'appealable']) {
      const seen = await engine.db.transaction().execute(async (trx) => {
        await sql`SET LOCAL ROLE twinning_reader`.execute(trx);
        return unfiltered(trx, table);
      });
      expect(seen).toEqual([]);
    }
    expect(await unfiltered(engine.db)).toHaveLength(states.length);
  });

  it('shows the commands of one’s own body only', async () => {
    const payload = { side: 'LEAD', type: 'P_MEMBER', committee: 47878 };
    await engine.send(cast.lead, 'StartDraft', payload);
    await engine.send(cast.twinned, 'StartDraft', payload);
    const bodies = async (who: Principal) =>
      as(who, async (trx) => {
        const rows = await trx.selectFrom('engine.command').select('body').execute();
        return [...new Set(rows.map((r) => r.body))];
      });
    expect(await bodies(cast.lead)).toEqual([cast.lead.member]);
    expect(await bodies(cast.auditor)).toEqual([]);
    const bare = await engine.db.transaction().execute(async (trx) => {
      await sql`SET LOCAL ROLE twinning_reader`.execute(trx);
      return trx.selectFrom('engine.command').selectAll().execute();
    });
    expect(bare).toEqual([]);
  });

  it.each([
    [`INSERT INTO read.claim (key, agreement) VALUES ('x', gen_random_uuid())`],
    [`UPDATE read.agreement SET lead = 1`],
    [`DELETE FROM read.agreement`],
    [`TRUNCATE read.duty`],
    [`UPDATE engine.command SET told_at = NULL`],
    [`SELECT * FROM engine.session`],
    [`SELECT * FROM engine.reminder`],
    [`SELECT * FROM log.node`],
    [`UPDATE log.event SET type = 'x'`],
    [`SELECT * FROM filing.feed`],
    [`DELETE FROM filing.attachment`],
    [`ALTER TABLE log.event DISABLE ROW LEVEL SECURITY`],
    [`ALTER TABLE read.agreement DISABLE ROW LEVEL SECURITY`],
    [`CREATE TABLE read.mine (x integer)`],
    [`SELECT log.lock_head()`],
  ])('lets the reader do nothing but read: %s', async (statement) => {
    await expect(as(cast.auditor, (trx) => sql.raw(statement).execute(trx))).rejects.toThrow(
      /permission denied|must be owner/,
    );
  });

  it('is forced on the read model, the commands, the record and the files, with roles that cannot escape it', async () => {
    const { rows: tables } = await sql<{ name: string; on: boolean; forced: boolean }>`
      SELECT n.nspname || '.' || c.relname AS name, c.relrowsecurity AS on, c.relforcerowsecurity AS forced
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind = 'r' AND (n.nspname IN ('read', 'filing')
              OR c.oid IN ('engine.command'::regclass, 'log.event'::regclass))`.execute(engine.db);
    expect(tables.length).toBeGreaterThan(15);
    expect(tables.filter((t) => !(t.on && t.forced))).toEqual([]);
    const { rows: unwalled } = await sql<{ name: string }>`
      SELECT c.oid::regclass::text AS name FROM pg_class c
       WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND c.relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
         AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
         AND (has_table_privilege('twinning_reader', c.oid, 'SELECT')
              OR has_any_column_privilege('twinning_reader', c.oid, 'SELECT'))`.execute(engine.db);
    expect(unwalled).toEqual([]);
    const { rows: roles } = await sql<{ escapes: boolean }>`
      SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb AS escapes FROM pg_roles
       WHERE rolname IN ('twinning_app', 'twinning_reader', 'twinning_log_owner')`.execute(
      engine.db,
    );
    expect(roles).toEqual(Array(3).fill({ escapes: false }));
  });
});
