import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { emptyAgreement, type Principal } from '@twinning/domain';
import { ASI, cast } from '@twinning/domain/testing';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { earlyRefusal } from './before-deciding.js';
import { findCommand, storeCommand, type NewCommand } from './commands.js';
import { ParticipationService } from './participation-service.js';
import { PeopleService } from './people-service.js';
import { EngineUnderTest } from './testing/engine-under-test.js';

const COMMITTEE = 47878;
const DRAFT = { side: 'LEAD', type: 'P_MEMBER', committee: COMMITTEE };

describe('what was asked', () => {
  let engine: EngineUnderTest;

  beforeAll(async () => {
    engine = await EngineUnderTest.start();
  });
  afterAll(() => engine.stop());

  const draft = (over: Partial<NewCommand> = {}): NewCommand => ({
    ...{ key: randomUUID(), agreement: null, type: 'StartDraft', payload: DRAFT },
    ...{ principal: cast.lead, expectedVersion: null, correlation: 'test' },
    ...over,
  });

  it('bears a day of the past only where the entry of a past was opened', async () => {
    const { outcome, agreement } = await engine.send(cast.lead, 'StartDraft', DRAFT, {
      occurredOn: '2024-01-01T10:00:00Z',
    });
    expect(outcome).toMatchObject({ accepted: false, code: 'BACKDATED' });
    expect(await engine.log.readStream(engine.db, `agreement/${agreement}`)).toEqual([]);
    const now = await engine.db.transaction().execute((trx) => engine.clock.now(trx));
    const asked = { expectedVersion: null, occurredOn: '2024-01-01T10:00:00.000Z' as never };
    const judged = (type: string) =>
      earlyRefusal(emptyAgreement(agreement), { type, ...asked }, asked.occurredOn, now);
    expect([judged('OpenCatchUp'), judged('StartDraft')?.refused]).toEqual([null, 'BACKDATED']);
  });

  it('and came too late leaves neither outcome nor leaf, and may be asked again under its key', async () => {
    const { agreement } = await engine.send(cast.lead, 'StartDraft', DRAFT);
    const invite = { member: cast.twinned.member };
    const key = randomUUID();
    const send = (version: number) =>
      engine.send(cast.lead, 'InvitePartner', invite, { agreement, version, key });
    await expect(send(7)).rejects.toThrow('VERSION_CONFLICT');
    expect(await engine.log.readStream(engine.db, `refusals/${agreement}`)).toEqual([]);
    const { id } = await stored(key, cast.lead);
    expect(await engine.executor.execute(id)).toMatchObject({ outcome: 'VERSION_CONFLICT' });
    expect(await findCommand(engine.db, id, cast.lead)).toMatchObject({
      outcome: null,
      conflict: { expected: 7, current: 1 },
    });
    expect((await send(1)).outcome).toMatchObject({ accepted: true });
    expect(await findCommand(engine.db, id, cast.lead)).toMatchObject({ conflict: null });
  });

  const stored = (key: string, { member }: Principal) =>
    engine.db
      .selectFrom('engine.command')
      .selectAll()
      .where('key', '=', key)
      .where('body', '=', member ?? 0)
      .executeTakeFirstOrThrow();

  it('includes its day: the same key with another day is another command', async () => {
    const first = draft({ occurredOn: '2024-01-01T10:00:00.000Z' });
    expect(await storeCommand(engine.db, first)).not.toBeNull();
    expect(await storeCommand(engine.db, first)).not.toBeNull();
    expect(
      await storeCommand(engine.db, { ...first, occurredOn: '2024-01-02T10:00:00.000Z' }),
    ).toBeNull();
    const { occurredOn: _, ...undated } = first;
    expect(await storeCommand(engine.db, undated)).toBeNull();
  });

  it('is recognised by the hash of earlier releases, which left the day out', async () => {
    const undated = draft();
    const occurredOn = '2024-03-01T10:00:00.000Z';
    const plain = await storeCommand(engine.db, { ...undated, key: randomUUID() });
    const dated = await storeCommand(engine.db, { ...undated, occurredOn });
    await sql`ALTER TABLE engine.command DISABLE TRIGGER keep_command`.execute(engine.admin);
    await sql`UPDATE engine.command SET request_hash =
      (SELECT request_hash FROM engine.command WHERE id = ${plain?.id}) WHERE id = ${dated?.id}`.execute(
      engine.admin,
    );
    await sql`ALTER TABLE engine.command ENABLE TRIGGER keep_command`.execute(engine.admin);
    expect(await storeCommand(engine.db, { ...undated, occurredOn })).toMatchObject({
      id: dated?.id,
    });
    expect(
      await storeCommand(engine.db, { ...undated, occurredOn: '2024-03-02T10:00:00.000Z' }),
    ).toBeNull();
  });

  it.each(['occurred_on = now()', 'expected_version = 9', "payload = '{}'", "key = 'another-key'"])(
    'is not changed afterwards: %s',
    async (change) => {
      const command = await storeCommand(engine.db, draft());
      await expect(
        sql
          .raw(`UPDATE engine.command SET ${change} WHERE id = '${String(command?.id)}'`)
          .execute(engine.db),
      ).rejects.toThrow('what was asked and decided is not changed');
    },
  );

  it('has its key for itself, whatever kind of command the other is', async () => {
    const participations = new ParticipationService(engine.db, engine.log, engine.clock);
    const people = new PeopleService(engine.db, engine.log, engine.clock);
    const by = { principal: cast.lead, correlation: 'test' };
    const kinds = [
      (key: string) => storeCommand(engine.db, draft({ key })),
      (key: string) =>
        participations.handle({
          ...{ key, ...by, member: ASI, committee: COMMITTEE },
          ...{ type: 'OpenParticipation', payload: { member: ASI, committee: COMMITTEE } },
        }),
      (key: string) =>
        people.handle({
          key,
          ...by,
          body: ASI,
          type: 'EndDelegation',
          payload: { delegation: 'D1' },
        }),
    ];
    for (const first of kinds) {
      const key = randomUUID();
      expect(await first(key)).not.toBeNull();
      expect(await first(key)).not.toBeNull();
      for (const other of kinds.filter((kind) => kind !== first)) {
        expect(await other(key)).toBeNull();
      }
      const both = await Promise.all(kinds.map((kind) => kind(`${key}-at-once`)));
      expect(both.filter((kind) => kind !== null)).toHaveLength(1);
    }
  });
});
