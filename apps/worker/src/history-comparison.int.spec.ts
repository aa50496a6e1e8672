import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { COMPARISONS } from '@twinning/case-file';
import { dayAt, fromMs } from '@twinning/domain';
import { agreed, COMMITTEE, registered } from '@twinning/engine/testing';
import { logSize } from '@twinning/event-log';
import { sql } from 'kysely';
import { HistoryComparison } from './history-comparison.js';
import { WorkerUnderTest } from './testing/worker-under-test.js';

const DAY_MS = 86_400_000;

type History = { events: Record<string, unknown>[] };

describe('the two histories of an agreement', () => {
  let worker: WorkerUnderTest;
  let agreement: string;

  beforeAll(async () => {
    worker = await WorkerUnderTest.start();
    const now = await worker.environment.currentTimeMs();
    const inDays = (days: number) => dayAt(fromMs(now + days * DAY_MS));
    agreement = await registered(worker, COMMITTEE, inDays(30));
    await agreed(worker, agreement, { start: inDays(30), end: inDays(3 * 365) });
    await worker.environment.sleep('200 days');
  }, 240_000);
  afterAll(() => worker.stop());

  /** Compares with Temporal's history as somebody has changed it; every comparison is due. */
  const compared = async (change: (history: History) => void = () => undefined, everyMs = 0) => {
    const { engine, sender, bundle } = worker;
    const lastRun = async (id: string) => {
      const { run, json } = await sender.lastRun(id);
      const history = JSON.parse(json) as History;
      change(history);
      return { run, json: JSON.stringify(history) };
    };
    const parts = { ...engine, sender: { lastRun }, bundle };
    return new HistoryComparison(parts, everyMs).onceDue();
  };
  const codes = async (change: (history: History) => void) =>
    (await compared(change))?.differences.map((d) => d.code);

  const recorded = async () =>
    (await worker.engine.log.readStream(worker.engine.db, COMPARISONS)).at(-1)?.payload;

  it('agree after a negotiation, an execution and half a year of timers; that they do is recorded', async () => {
    const found = await compared();
    expect(found).toMatchObject({ agreements: 1, runs: 1, notHeard: 0, differences: [] });
    expect(found?.commands).toBeGreaterThan(15);
    const { commands } = found ?? {};
    expect(await recorded()).toMatchObject({ agreements: 1, commands, differences: 0, named: [] });
  });

  it('are compared once a day, by whoever comes first', async () => {
    const size = await logSize(worker.engine.db);
    expect(await compared(undefined, DAY_MS)).toBeNull();
    expect(await logSize(worker.engine.db)).toBe(size);
    const both = await Promise.all([compared(), compared()]);
    expect(both.filter((one) => one !== null)).toHaveLength(1);
  });

  it('are not compared while Temporal is away: nothing is recorded as agreeing', async () => {
    const { engine, bundle } = worker;
    const size = await logSize(engine.db);
    const away = { lastRun: () => Promise.reject(new Error('14 UNAVAILABLE')) };
    const comparison = new HistoryComparison({ ...engine, sender: away, bundle }, 0);
    await expect(comparison.onceDue()).rejects.toThrow('UNAVAILABLE');
    expect(await logSize(engine.db)).toBe(size);
  });

  const payload = (event: Record<string, unknown> | undefined, path: readonly string[]) => {
    const found = path.reduce<unknown>((on, step) => (on as Record<string, unknown>)[step], event);
    return (found as { payloads: { data: string }[] }).payloads[0] as { data: string };
  };
  const rewritten = (
    history: History,
    kind: string,
    path: readonly string[],
    change: (value: never) => unknown,
  ) => {
    const of = history.events.filter((e) => e.eventType === kind).at(-1);
    const place = payload(of, path);
    const value = JSON.parse(Buffer.from(place.data, 'base64').toString()) as never;
    place.data = Buffer.from(JSON.stringify(change(value))).toString('base64');
  };
  const MARKER = ['markerRecordedEventAttributes', 'details', 'result'];
  const told = (history: History, change: (value: object) => unknown) => {
    rewritten(history, 'EVENT_TYPE_MARKER_RECORDED', MARKER, change);
  };

  it('differ when Temporal was told of another state, and of a version that the log does not have', async () => {
    expect(
      await codes((h) => {
        told(h, (value) => ({ ...value, status: 'CLOSED' }));
      }),
    ).toContain('OTHER_STATE');
    expect(
      await codes((h) => {
        told(h, (value) => ({ ...value, version: 9_999 }));
      }),
    ).toContain('UNKNOWN_VERSION');
  });

  it('differ when Temporal answered what the log did not decide', async () => {
    const ANSWER = ['workflowExecutionUpdateCompletedEventAttributes', ...['outcome', 'success']];
    const ASKED = [
      'workflowExecutionUpdateAcceptedEventAttributes',
      ...['acceptedRequest', 'input', 'args'],
    ];
    const COMPLETED = 'EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_COMPLETED';
    const ACCEPTED = 'EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED';
    expect(
      await codes((h) => {
        rewritten(h, COMPLETED, ANSWER, (value: object) => ({ ...value, outcome: 'FORBIDDEN' }));
      }),
    ).toContain('OTHER_OUTCOME');
    expect(
      await codes((h) => {
        rewritten(h, ACCEPTED, ASKED, () => 'c0ffee00-0000-5000-8000-000000000000');
      }),
    ).toContain('UNKNOWN_COMMAND');
    expect(await recorded()).toMatchObject({ named: [{ agreement, code: 'UNKNOWN_COMMAND' }] });
  });

  it('differ when the log went on without the workflow, and when the code does not replay', async () => {
    expect(
      await codes((h) => {
        h.events = h.events.slice(0, 12);
      }),
    ).toContain('BEHIND');
    expect(
      await codes((h) => {
        h.events = h.events.filter((e) => e.eventType !== 'EVENT_TYPE_MARKER_RECORDED');
      }),
    ).toContain('NOT_REPLAYED');
  });

  it('name an agreement whose log cannot be read, and compare the others', async () => {
    const { admin, db, log } = worker.engine;
    const stream = `agreement/${agreement}`;
    const index = (await log.readStream(db, stream)).at(3)?.index;
    const write = (sqlText: string) =>
      admin.transaction().execute(async (trx) => {
        await sql`SET LOCAL session_replication_role = replica`.execute(trx);
        await sql.raw(`${sqlText} WHERE index = ${String(index)}`).execute(trx);
      });
    await write(`UPDATE log.event SET type = type || 'X'`);
    try {
      const found = await compared();
      expect(found?.differences).toEqual([
        {
          ...{ agreement, run: null, code: 'UNREAD', eventId: null },
          ...{ log: String(index), temporal: null },
        },
      ]);
      expect(await recorded()).toMatchObject({ named: [{ agreement, run: null, code: 'UNREAD' }] });
    } finally {
      await write(`UPDATE log.event SET type = left(type, -1)`);
    }
    expect((await compared())?.differences).toEqual([]);
  });
});
