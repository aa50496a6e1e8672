import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast } from '@twinning/domain/testing';
import { sql } from 'kysely';
import { checkAgreements } from './check-agreements.js';
import { ailments } from './standing.js';
import { COMMITTEE, EngineUnderTest } from './testing/index.js';

describe('an entry of the past', () => {
  let engine: EngineUnderTest;

  beforeAll(async () => {
    engine = await EngineUnderTest.start();
  });
  afterAll(() => engine.stop());

  const reasons = async () => (await ailments(engine.db)).map(({ reason }) => reason);
  const found = () =>
    engine.db.transaction().execute(async (trx) => {
      const { log, clock } = engine;
      const { violations } = await checkAgreements(trx, { log, clock, beforeDue: false });
      return violations.map(({ invariant, subject, what }) => [invariant, subject, what]);
    });
  const recordedEarlier = (agreement: string, days: number) =>
    engine.admin.transaction().execute(async (trx) => {
      await sql`SET LOCAL session_replication_role = replica`.execute(trx);
      // The leaf says it too, as if it had been appended then.
      await sql`
        WITH at AS (SELECT date_trunc('milliseconds', clock_timestamp() - make_interval(days => ${days})) AS at)
        UPDATE log.event SET recorded_at = at.at,
               leaf = convert_to(regexp_replace(convert_from(leaf, 'UTF8'), '"recordedAt":"[^"]*"',
                 to_char(at.at AT TIME ZONE 'UTC', '"\\"recordedAt\\":\\""YYYY-MM-DD"T"HH24:MI:SS.MS"Z\\""')), 'UTF8')
          FROM at WHERE stream = ${`agreement/${agreement}`}`.execute(trx);
    });

  it('that was begun and left is named after a fortnight; the next entry ends that', async () => {
    const { agreement, outcome } = await engine.send(
      cast.tpm,
      'OpenCatchUp',
      {},
      { occurredOn: '2025-02-01T09:00:00Z' },
    );
    expect(outcome).toMatchObject({ accepted: true });
    const draft = { side: 'LEAD', type: 'P_MEMBER', committee: COMMITTEE };
    const enter = (version: number, type: string, payload: object, occurredOn: string) =>
      engine.send(cast.lead, type, payload, { agreement, version, occurredOn });
    expect((await enter(1, 'StartDraft', draft, '2025-03-01T09:00:00Z')).outcome).toMatchObject({
      accepted: true,
    });
    expect(await reasons()).toEqual([]);
    expect(await found()).toEqual([]);
    await recordedEarlier(agreement, 13);
    expect(await reasons()).toEqual([]);
    expect(await found()).toEqual([]);
    await recordedEarlier(agreement, 15);
    expect(await reasons()).toEqual(['CATCH_UP_LEFT']);
    expect(await found()).toEqual([
      ['I8', agreement, expect.stringContaining('its entry of the past is open')],
    ]);
    const invite = { member: cast.twinned.member };
    await enter(2, 'InvitePartner', invite, '2025-03-02T09:00:00Z');
    expect(await reasons()).toEqual([]);
    expect(await found()).toEqual([]);
  });
});
