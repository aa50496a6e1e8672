import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { day, dayAt, deadlines, fromMs, statusOf, toMs, type Principal } from '@twinning/domain';
import { cast } from '@twinning/domain/testing';
import { sql } from 'kysely';
import {
  agreed,
  approvedPMembers,
  COMMITTEE,
  doingOn,
  registered,
  type Doing,
} from './testing/agreement-in-force.js';
import { EngineUnderTest } from './testing/engine-under-test.js';

/** The day on which all is entered; what holds the place of the lead in the committee is in force from then on. */
const START = day('2027-01-04');

describe('a claim whose holder is over while the worker that should record it is late', () => {
  let engine: EngineUnderTest;
  let doing: Doing;
  /** A body that wants the lead of the holder for itself. */
  let rival: Principal;

  beforeEach(async () => {
    engine = await EngineUnderTest.start(`${START}T09:00:00Z`);
    doing = doingOn(engine);
    const { rows } = await sql<{ member: number }>`
      SELECT m.member FROM registry.membership m
        JOIN registry.member_standing s ON s.member = m.member AND s.active AND s.category = 'FULL'
       WHERE m.committee = ${COMMITTEE} AND m.valid_to IS NULL AND m.member <> ${cast.lead.member}
         AND m.member <> ${cast.twinned.member}
       ORDER BY m.member LIMIT 1`.execute(engine.db);
    const member = rows[0]?.member ?? 0;
    rival = { ...cast.twinned, person: `rep-${String(member)}`, member };
  });
  afterEach(() => engine.stop());

  const eventsOf = (agreement: string) =>
    engine.log.readStream(engine.db, `agreement/${agreement}`);

  const recorded = async (agreement: string, type: string) =>
    (await eventsOf(agreement)).find((event) => event.type === type);

  async function holderUntil(end: string): Promise<string> {
    const id = await registered(doing, COMMITTEE, START);
    await agreed(doing, id, { start: START, end: day(end) });
    return id;
  }

  const registers = (agreement: string, key = 'register') =>
    engine.send(cast.tpm, 'RegisterInGD', {}, { agreement, key });

  it('keeps its place on its last day; nothing is recorded of it then', async () => {
    const holder = await holderUntil('2027-01-08');
    const waiting = await approvedPMembers(doing, rival);
    engine.until('2027-01-08T22:59:59Z');
    await engine.executor.look(holder);
    const { version } = await doing.state(holder);
    expect((await registers(waiting)).outcome).toMatchObject({
      accepted: false,
      code: 'LEAD_ALREADY_TWINNED_IN_COMMITTEE',
      details: { holder, until: '2027-01-08' },
    });
    expect((await doing.state(holder)).version).toBe(version);
  });

  it('is free from the end on: the end is recorded first, once, as of its instant (D1, D9)', async () => {
    const holder = await holderUntil('2027-01-08');
    const waiting = await approvedPMembers(doing, rival);
    engine.until('2027-01-08T23:00:10Z');
    const { outcome } = await registers(waiting);
    expect(outcome.accepted).toBe(true);
    const end = await recorded(holder, 'ArrangementExpired');
    expect(end).toMatchObject({ occurredAt: '2027-01-08T23:00:00.000Z', commandId: null });
    expect(end?.index).toBeLessThan(
      (await recorded(waiting, 'ArrangementRegisteredInGd'))?.index ?? 0,
    );
    expect(statusOf(await doing.state(holder))).toBe('EXPIRED');

    const both = async () => [await eventsOf(holder), await eventsOf(waiting)];
    const once = await both();
    expect((await registers(waiting)).outcome).toEqual(outcome);
    await engine.executor.look(holder);
    expect(await both()).toEqual(once);
  });

  it('tells of the end those whom it concerns, as if the worker had been in time', async () => {
    const holder = await holderUntil('2027-01-08');
    const waiting = await approvedPMembers(doing, rival);
    const { version: before } = await doing.state(holder);
    engine.until('2027-01-08T23:00:10Z');
    await registers(waiting);
    const { version } = await doing.state(holder);
    expect(version).toBeGreaterThan(before);
    const { rows } = await sql<{ kind: string }>`
      SELECT DISTINCT kind FROM engine.notice WHERE agreement = ${holder}::uuid AND version = ${version}`.execute(
      engine.admin,
    );
    expect(rows.map(({ kind }) => kind)).toContain('status');
  });

  it('of the same pair is a former run by then: it is a renewal that is refused (G7)', async () => {
    await holderUntil('2027-01-08');
    const again = await approvedPMembers(doing, cast.twinned);
    engine.until('2027-01-08T23:00:01Z');
    expect((await registers(again)).outcome).toMatchObject({
      accepted: false,
      code: 'RENEWAL_FORBIDDEN',
    });
  });

  it('that ends at the instant at which a timer reads the claim ends first (T15, D3, D23)', async () => {
    const waiting = await approvedPMembers(doing, rival);
    const read = deadlines(await doing.state(waiting)).find(({ timer }) => timer === 'T15');
    if (read === undefined) throw new Error('Registration is not awaited.');
    const holder = await holderUntil(dayAt(fromMs(toMs(read.due) - 1)));
    engine.until(read.due);
    await engine.executor.look(waiting);
    expect((await doing.state(waiting)).approval.blocked).toBeNull();
    expect(statusOf(await doing.state(holder))).toBe('EXPIRED');
  });

  it('is read by a late timer as it was when the timer was due (T15, D1)', async () => {
    const waiting = await approvedPMembers(doing, rival);
    const read = deadlines(await doing.state(waiting)).find(({ timer }) => timer === 'T15');
    if (read === undefined) throw new Error('Registration is not awaited.');
    const holder = await holderUntil(dayAt(read.due));
    engine.until(fromMs(toMs(read.due) + 2 * 86_400_000));
    await engine.executor.look(waiting);
    expect((await doing.state(waiting)).approval.blocked).toMatchObject({ since: read.due });
    expect(statusOf(await doing.state(holder))).toBe('ENDING');
    expect((await registers(waiting)).outcome.accepted).toBe(true);
    expect(statusOf(await doing.state(holder))).toBe('EXPIRED');
  });
});
