import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { instant } from '@twinning/domain';
import { setClock } from '@twinning/engine';
import { sql } from 'kysely';
import { Product } from '../support/product.js';
import { COMMITTEE, submittedRequest } from '../support/request.js';
import { OwnServers } from '../support/servers.js';

const DAY_MS = 86_400_000;
const DRAFT = { side: 'LEAD', type: 'P_MEMBER', committee: COMMITTEE };

interface TimelineItem {
  readonly type: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
}

describe('Temporal lost with everything it held', () => {
  let servers: OwnServers;
  let product: Product;

  beforeAll(async () => {
    servers = await OwnServers.start();
    // Nothing but the operator's own command may bring the workflows back here.
    product = await Product.start({ servers, env: { TWINNING_COMPARE_MS: '3600000' } });
  }, 120_000);
  afterAll(() => product.stop());

  const timeline = async (agreement: string): Promise<readonly TimelineItem[]> => {
    const { body } = await product.get('auditor', `/v1/agreements/${agreement}/timeline`);
    return body.items as readonly TimelineItem[];
  };
  const recover = async () =>
    JSON.parse(await product.cli('--json', 'recover')) as Record<string, unknown>;
  const armedTimers = async (agreement: string): Promise<number> => {
    const { events } = await product.sender.handle(agreement).fetchHistory();
    const count = (of: 'timerStarted' | 'timerCanceled' | 'timerFired') =>
      (events ?? []).filter((e) => e[`${of}EventAttributes`] != null).length;
    return count('timerStarted') - count('timerCanceled') - count('timerFired');
  };

  it('reads on, stores commands, and is brought back from the record by one command', async () => {
    // An agreement registered a hundred and twenty days ago that lapses after three months of silence.
    const start = new Date(Date.now() - 120 * DAY_MS).toISOString();
    await setClock(product.admin, instant(start), 1);
    const agreement = await submittedRequest(product);
    expect((await product.act('tpm', agreement, 'approve-by-tpm')).status).toBe(200);
    expect((await product.act('tpm', agreement, 'register-in-gd')).status).toBe(200);
    const before = (await timeline(agreement)).length;

    await servers.stopTemporal();
    await servers.forgetTemporal();
    expect((await product.get('auditor', `/v1/agreements/${agreement}`)).status).toBe(200);
    expect((await product.request('/health/ready')).body.status).toBe('degraded');
    // The months pass while nobody looks.
    await sql`DELETE FROM engine.clock`.execute(product.admin);
    const stored = await product.act('asi.rep', null, 'start-draft', DRAFT);
    expect(stored.status).toBe(202);

    await servers.startTemporal();
    await product.ready();
    const recovered = await recover();
    expect(recovered).toMatchObject({ unanswered: [] });
    expect(recovered.overdue).toBeGreaterThan(0);
    // The lapse was due a month ago; what was due before it is later still.
    expect(recovered.latestMs).toBeGreaterThan(25 * DAY_MS);

    const late = (await timeline(agreement)).slice(before);
    const lateness = (e: TimelineItem) => Date.parse(e.recordedAt) - Date.parse(e.occurredAt);
    const lapses = late.filter((e) => e.type === 'ArrangementLapsed').map(lateness);
    expect(lapses).toHaveLength(1);
    expect(lapses[0]).toBeGreaterThan(25 * DAY_MS);
    const occurred = late.map((e) => e.occurredAt);
    expect(occurred).toEqual([...occurred].sort());
    expect(Math.min(...late.map(lateness))).toBeGreaterThan(0);
    const { body } = await product.get('auditor', `/v1/agreements/${agreement}`);
    expect(body.status).toBe('LAPSED');

    const at = stored.headers.get('location') ?? '';
    let found = await product.get('asi.rep', at);
    for (let left = 150; left > 0 && found.status === 202; left -= 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      found = await product.get('asi.rep', at);
    }
    expect(found.body).toMatchObject({ status: 'ACCEPTED', version: 1 });
    expect(await product.cli('check')).toContain('everything agrees');
  }, 120_000);

  it('is idempotent, and arms the timers of what is open', async () => {
    const open = await product.act('asi.rep', null, 'start-draft', DRAFT);
    const agreement = String(open.body.agreement);
    await product.act('asi.rep', agreement, 'invite-partner', { member: 1725 });
    await product.sender.end(agreement, 'test');
    const missing = await product.cli('check').catch((error: Error) => error.message);
    expect(missing).toMatch(new RegExp(`I5 .*${agreement}: is open and has no workflow`));

    expect(await recover()).toMatchObject({ started: 1, overdue: 0, unanswered: [] });
    expect(await armedTimers(agreement)).toBe(1);
    expect(await recover()).toMatchObject({ started: 0, overdue: 0, unanswered: [] });
    expect(await armedTimers(agreement)).toBe(1);
    expect(await product.cli('check')).toContain('everything agrees');
    expect(await product.cli('reconcile')).toContain('nothing to mend');
  }, 120_000);
});
