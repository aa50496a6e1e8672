import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast } from '@twinning/domain/testing';
import { sql } from 'kysely';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { check } from './check.js';
import { acceptCommand, unsealedCommands } from './command-seal.js';
import { findCommand, storeCommand, unfinishedCommands } from './commands.js';
import { SessionStore } from './sessions.js';
import { ailments } from './standing.js';
import { COMMITTEE, EngineUnderTest } from './testing/index.js';

const DRAFT = { side: 'LEAD', type: 'P_MEMBER', committee: COMMITTEE };

/** What somebody who may write into every table, and has no key of the data folder, can make the service do. */
describe('rows that the database administrator has written', () => {
  let engine: EngineUnderTest;
  let sessions: SessionStore;

  beforeAll(async () => {
    engine = await EngineUnderTest.start();
    sessions = new SessionStore(engine.db);
  });
  afterAll(() => engine.stop());

  const asOwner = (statement: string) => sql.raw(statement).execute(engine.admin);
  const hashOfCookie = (cookie: string) => createHash('sha256').update(cookie).digest('hex');

  it('sign nobody in: a session made by hand', async () => {
    const cookie = randomBytes(32).toString('base64url');
    await asOwner(`INSERT INTO engine.session (id_hash, person, principal, idle_until, expires_at, step_up_until)
      VALUES (decode('${hashOfCookie(cookie)}', 'hex'), 'iso.cs', '${JSON.stringify(cast.cs)}',
              now() + interval '1 hour', now() + interval '1 hour', now() + interval '1 hour')`);
    expect(await sessions.find(cookie)).toBeNull();
  });

  it.each([
    ["principal = jsonb_set(principal, '{person}', '\"iso.cs\"')"],
    ['principal = jsonb_set(principal, \'{grants}\', \'[{"role": "CS", "committees": []}]\')'],
    ["expires_at = now() + interval '1 year'"],
    ["step_up_until = now() + interval '1 hour'"],
    ["person = 'iso.cs'"],
    ['sealed = NULL'],
  ])('end the session that was changed: %s', async (change) => {
    const principal = { ...cast.lead, stepUp: false };
    const cookie = await sessions.create({ principal, secret: 'token' });
    expect(await sessions.find(cookie)).not.toBeNull();
    await asOwner(
      `UPDATE engine.session SET ${change} WHERE id_hash = decode('${hashOfCookie(cookie)}', 'hex')`,
    );
    expect(await sessions.find(cookie)).toBeNull();
  });

  it('give nobody the session of another: the whole row under the hash of one\u2019s own cookie', async () => {
    await sessions.create({ principal: { ...cast.cs, person: 'copied' } });
    const cookie = randomBytes(32).toString('base64url');
    await asOwner(`UPDATE engine.session SET id_hash = decode('${hashOfCookie(cookie)}', 'hex')
                    WHERE person = 'copied'`);
    expect(await sessions.find(cookie)).toBeNull();
  });

  it('are carried out in nobody\u2019s name, keep no other command back, and are named', async () => {
    const waits = await storeCommand(engine.db, {
      ...{ key: randomUUID(), agreement: null, type: 'StartDraft', payload: DRAFT },
      ...{ principal: cast.lead, expectedVersion: null, correlation: 'test' },
    });
    const [own, forged, changed] = [String(waits?.id), randomUUID(), randomUUID()];
    // With the seal of another command, and with none.
    await asOwner(`INSERT INTO engine.command
        (id, body, key, request_hash, agreement, type, payload, principal, correlation, received_at, mac)
      SELECT '${forged}'::uuid, body, '${forged}', request_hash, '${randomUUID()}'::uuid, type, payload,
             jsonb_set(principal, '{person}', '"forged"'), correlation, received_at - interval '1 minute', mac
        FROM engine.command WHERE id = '${own}'
      UNION ALL SELECT '${changed}'::uuid, body, '${changed}', request_hash, agreement, type,
             jsonb_set(payload, '{committee}', '47860'), principal, correlation, received_at - interval '1 minute', NULL
        FROM engine.command WHERE id = '${own}'`);
    expect(await unfinishedCommands(engine.db, 0, 1)).toEqual([
      { id: own, agreement: waits?.agreement },
    ]);
    for (const id of [forged, changed]) {
      expect(await engine.executor.execute(id)).toMatchObject({ outcome: 'COMMAND_UNSEALED' });
      expect(await findCommand(engine.db, id, cast.lead)).toMatchObject({ outcome: null });
    }
    const named = await unsealedCommands(engine.db);
    expect(named.map(({ id }) => id).sort()).toEqual([forged, changed].sort());
    expect(named.map(({ person }) => person).sort()).toEqual(['forged', cast.lead.person].sort());
    expect(await ailments(engine.db)).toContainEqual({ reason: 'COMMANDS_UNSEALED', count: 2 });
    const { db, log, clock } = engine;
    const { violations } = await check({ db, log, keys: null, clock, conductor: null });
    const told = violations.filter(({ what }) => what.startsWith('bears no seal'));
    expect(told.map(({ subject }) => subject.split(' ')[1]).sort()).toEqual(
      [forged, changed].sort(),
    );
    expect(await engine.executor.execute(own)).toMatchObject({ outcome: 'ACCEPTED' });
    expect((await engine.log.readAll(db, 0, 1_000)).some((e) => e.commandId === forged)).toBe(
      false,
    );
  });

  it('are carried out once who operates the service has taken them for what they say', async () => {
    const [one, other] = await unsealedCommands(engine.db);
    const taken = String(one?.person === 'forged' ? other?.id : one?.id);
    expect(await acceptCommand(engine.db, taken)).toBe(true);
    expect(await acceptCommand(engine.db, taken)).toBe(false);
    expect(await acceptCommand(engine.db, randomUUID())).toBe(false);
    expect((await engine.executor.execute(taken)).outcome).not.toBe('COMMAND_UNSEALED');
    expect(await unsealedCommands(engine.db)).toHaveLength(1);
  });
});
