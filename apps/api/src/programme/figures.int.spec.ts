import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RULESET_IDS, TWINNING_TYPES } from '@twinning/domain';
import { Entropy, RandomStory } from '@twinning/domain/invariants';
import { cast } from '@twinning/domain/testing';
import { asRead } from '@twinning/engine';
import { EngineUnderTest } from '@twinning/engine/testing';
import { programmeRows, projectAgreement, readingAs } from '@twinning/read-model';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { figuresOf, type Cycle } from './figures.js';

const STORIES = 60;

/** The moments of each stretch, said once more for PostgreSQL: days count from their beginning in UTC. */
const MOMENTS: Readonly<Record<Cycle, readonly [string, string]>> = {
  OPENED_SUBMITTED: ['a.created_at', state('approval,submittedAt')],
  SUBMITTED_APPROVED: [state('approval,submittedAt'), state('approval,approvedAt')],
  APPROVED_REGISTERED: [state('approval,approvedAt'), state('approval,registration,registeredOn')],
  REGISTERED_AGREED: [state('approval,registration,registeredOn'), state('negotiation,acceptedAt')],
  AGREED_IN_FORCE: [
    state('negotiation,acceptedAt'),
    `(a.start_day::text || 'T00:00:00Z')::timestamptz`,
  ],
  IN_FORCE_ENDED: [`(a.start_day::text || 'T00:00:00Z')::timestamptz`, state('ending,ended,on')],
};

function state(path: string): string {
  return `(s.state #>> '{${path}}')::timestamptz`;
}

describe(`the figures of the programme over ${String(STORIES)} random agreements`, () => {
  let engine: EngineUnderTest;
  let figures: ReturnType<typeof figuresOf>;

  beforeAll(async () => {
    engine = await EngineUnderTest.start();
    for (let n = 0, told = 0; told < STORIES; n += 1) {
      const e = new Entropy(77_000 + n);
      const plot = {
        type: e.pick(TWINNING_TYPES),
        ruleset: e.pick(RULESET_IDS),
        ahead: e.below(60),
      };
      const story = new RandomStory({
        ...plot,
        seeds: [e.below(2 ** 31), e.below(2 ** 31)],
      }).tell();
      // A claim is held once: what the stories hold is no matter of the figures.
      await sql`DELETE FROM read.claim`.execute(engine.admin);
      await projectAgreement(
        asRead(engine.db),
        { ...story.state, id: randomUUID() },
        '2027-06-01T00:00:00.000Z',
      );
      told += 1;
    }
    figures = figuresOf(
      await readingAs(asRead(engine.db), cast.auditor, (trx) => programmeRows(trx, cast.auditor)),
    );
  }, 300_000);
  afterAll(() => engine.stop());

  const asked = async (
    text: string,
  ): Promise<readonly { readonly key: string; readonly count: number }[]> =>
    (await sql.raw<{ readonly key: string; readonly count: number }>(text).execute(engine.admin))
      .rows;
  const counted = (rows: readonly { key: string; count: number }[]): Record<string, number> =>
    Object.fromEntries(rows.map(({ key, count }) => [key, count]));

  it('count as PostgreSQL counts', async () => {
    expect(figures.agreements).toBe(STORIES);
    const wanted = async (column: string) =>
      counted(
        await asked(
          `SELECT ${column} AS key, count(*)::int AS count FROM read.agreement GROUP BY 1`,
        ),
      );
    const told = (list: readonly { count: number }[], name: string): Record<string, number> =>
      Object.fromEntries(
        list
          .filter(({ count }) => count > 0)
          .map((each) => [
            String((each as unknown as Readonly<Record<string, string>>)[name]),
            each.count,
          ]),
      );
    expect(told(figures.phases, 'phase')).toEqual(await wanted('phase'));
    expect(told(figures.types, 'type')).toEqual(await wanted('type'));
    expect(
      Object.fromEntries(
        figures.partnerships.map((p) => [`${String(p.lead)}/${String(p.twinned)}`, p.count]),
      ),
    ).toEqual(
      counted(
        await asked(`SELECT lead || '/' || twinned AS key, count(*)::int AS count FROM read.agreement
                      WHERE lead IS NOT NULL AND twinned IS NOT NULL GROUP BY 1`),
      ),
    );
    const ended = counted(
      await asked(`SELECT state #>> '{ending,ended,how}' AS key, count(*)::int AS count FROM read.stream_state
                    WHERE state #>> '{ending,ended,how}' IS NOT NULL GROUP BY 1`),
    );
    expect(told(figures.endings, 'how')).toEqual(ended);
    expect(Object.keys(ended).length).toBeGreaterThan(1);
  });

  it.each(Object.entries(MOMENTS))(
    'have n, median and p90 of %s as PostgreSQL has them',
    async (id, [from, to]) => {
      const { rows } = await sql
        .raw<{ n: number; median: number | null; p90: number | null }>(
          `SELECT count(days)::int AS n, percentile_disc(0.5) WITHIN GROUP (ORDER BY days)::int AS median,
                percentile_disc(0.9) WITHIN GROUP (ORDER BY days)::int AS p90
           FROM (SELECT greatest(0, floor(extract(epoch FROM ${to} - ${from}) / 86400)) AS days
                   FROM read.agreement a JOIN read.stream_state s USING (agreement)
                  WHERE ${from} IS NOT NULL AND ${to} IS NOT NULL) AS stretch`,
        )
        .execute(engine.admin);
      expect(figures.cycles.find((cycle) => cycle.id === id)).toEqual({ id, ...rows[0] });
    },
  );
});
