import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PHASES } from '@twinning/domain';
import { sql } from 'kysely';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Product } from '../support/product.js';

describe('the demonstration', () => {
  let product: Product;

  beforeAll(async () => {
    product = await Product.start({
      env: { TWINNING_COMPARE_MS: '2000', TWINNING_COMMAND_WAIT_MS: '30000' },
    });
  }, 120_000);
  afterAll(() => product.stop());

  it('loads by commands alone, though it be interrupted: agreements in every phase, a past of years, nothing left in catch-up', async () => {
    const commands = async () => {
      const { rows } = await sql<{ n: number }>`
        SELECT count(*)::int AS n FROM engine.command`.execute(product.admin);
      return rows[0]?.n ?? 0;
    };
    // Killed on the way and run again, it goes on where it was.
    const midway = async () => (await commands()) > 120;
    expect(await product.cliKilledWhen(midway, 'demo', '--load')).toBe(true);
    const before = await commands();
    await product.cli('demo', '--load');
    const whole = await commands();
    expect(whole).toBeGreaterThan(before);
    await product.cli('demo', '--load');
    expect(await commands()).toBe(whole);
    const { body } = await product.get('auditor', '/v1/agreements?limit=200');
    const items = body.items as { phase: string; status: string; type: string | null }[];
    expect(items).toHaveLength(17);
    expect([...new Set(items.map((i) => i.phase))].sort()).toEqual([...PHASES].sort());
    expect(items.filter((i) => i.status === 'CLOSED')).toHaveLength(1);
    const offices = items.filter((i) => i.type !== 'P_MEMBER').map((i) => [i.type, i.status]);
    expect(offices.sort()).toEqual([
      ['CHAIR', 'IN_TMB_BALLOT'],
      ['CONVENOR', 'IN_COMMITTEE_DECISION'],
      ['SECRETARIAT', 'ACTIVE'],
    ]);
    const open = await product.admin
      .selectFrom('read.stream_state' as never)
      .selectAll()
      .execute();
    for (const { state } of open as { state: { catchUp: { open: boolean } } }[]) {
      expect(state.catchUp.open).toBe(false);
    }
  }, 240_000);

  it('has something on every desk: a ballot half voted, a decision of a committee, an office that falls vacant', async () => {
    const items = async (person: string, path: string) =>
      (await product.get(person, path)).body.items as Record<string, unknown>[];
    const ballots = await items('tmb.sec', '/v1/desk/ballots');
    expect(ballots).toHaveLength(1);
    const cliff = await items('tmb.sec', '/v1/desk/cliff');
    expect(cliff.map(({ roles }) => (roles as { type: string }).type)).toContain('SECRETARIAT');
    expect(await items('tmb.sec', '/v1/escalations')).not.toEqual([]);
    const owed = async (person: string) =>
      (await items(person, '/v1/tasks')).flatMap(({ commands }) => commands as string[]);
    expect(await owed('committee.manager')).toContain('RecordCommitteeDecision');
    expect(await owed('sis.tmb')).toContain('CastTmbVote');
  }, 120_000);

  it('names papers that are filed, each of them a PDF with its own words', async () => {
    const { rows } = await sql<{ agreement: string; paper: string; filed: boolean }>`
      SELECT DISTINCT n.agreement, n.paper, a.sha256 IS NOT NULL AS filed
        FROM (SELECT split_part(stream, '/', 2)::uuid AS agreement, named #>> '{}' AS paper
                FROM log.event, unnest(ARRAY['cv', 'authority', 'statistics']) field,
                     jsonb_path_query(payload, ('$.**.' || field)::jsonpath) named
               WHERE starts_with(stream, 'agreement/') AND jsonb_typeof(named) = 'string') n
        LEFT JOIN filing.attachment a ON a.agreement = n.agreement AND a.sha256 = n.paper
    `.execute(product.admin);
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.filter(({ filed }) => !filed)).toEqual([]);
    const words = new Set<string>();
    for (const { agreement, paper } of rows) {
      const answer = await fetch(`${product.url}/v1/agreements/${agreement}/attachments/${paper}`, {
        headers: { Authorization: `Bearer ${await product.token('tpm')}` },
      });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
      words.add(await answer.text());
    }
    expect(words.size).toBeGreaterThan(rows.length / 3);
  }, 60_000);

  it('keeps the history of every run that has ended with its case', async () => {
    const kept = async () => {
      const { rows } = await sql<{ agreement: string; run: string }>`
        SELECT h.agreement, h.run FROM engine.run_history h
          JOIN read.agreement a USING (agreement) WHERE a.status = 'CLOSED'`.execute(product.admin);
      return rows[0];
    };
    for (let left = 150; left > 0 && (await kept()) === undefined; left -= 1) {
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    const found = await kept();
    const file = join(tmpdir(), `case-${String(found?.run)}.zip`);
    try {
      await product.cli('export', String(found?.agreement), '-o', file);
      expect((await readFile(file)).includes(`temporal/${String(found?.run)}.json`)).toBe(true);
    } finally {
      await rm(file, { force: true });
    }
  }, 120_000);

  it('leaves a record that verifies and agrees with its workflows', async () => {
    expect(await product.cli('verify')).toMatch(/\d/);
    expect(await product.cli('check')).toMatch(/\d/);
  }, 120_000);
});
