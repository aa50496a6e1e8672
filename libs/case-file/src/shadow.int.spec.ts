import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast } from '@twinning/domain/testing';
import { rebuildReadModel } from '@twinning/engine';
import { doingOn, type EngineUnderTest } from '@twinning/engine/testing';
import { logSize } from '@twinning/event-log';
import { sql } from 'kysely';
import { agreementInForce } from './agreement-in-force.testing.js';
import { shadowAll } from './shadow.js';

describe('the shadow of a new build', () => {
  let engine: EngineUnderTest;
  let agreement: string;

  beforeAll(async () => {
    ({ engine, agreement } = await agreementInForce());
  }, 60_000);
  afterAll(() => engine.stop());

  const shadow = async () => {
    const { shadows } = await shadowAll(engine.db, engine.log);
    const found = shadows.find((s) => s.agreement === agreement);
    if (found === undefined) throw new Error('The agreement has no shadow.');
    return found;
  };

  it('is the agreement itself when no rule has changed, and writes nothing', async () => {
    const size = await logSize(engine.db);
    const found = await shadow();
    expect(found).toMatchObject({ different: [], moved: [], unreadable: null });
    expect(found.decisions).toBeGreaterThan(15);
    expect(found.same).toBe(found.decisions - found.notRepeatable);
    expect(found.deadlines).toBeGreaterThan(0);
    expect(await logSize(engine.db)).toBe(size);
  });

  it('keeps what was decided on a fresh proof, or before one was asked for where it is decided', async () => {
    const { version } = await doingOn(engine).state(agreement);
    const unproved = { ...cast.leadSignatory, stepUp: false };
    const { outcome } = await engine.send(unproved, 'SignAgreement', {}, { agreement, version });
    expect(outcome).toMatchObject({ accepted: false, code: 'STEP_UP_REQUIRED' });
    expect(outcome).not.toMatchObject({ index: null });
    expect((await shadow()).different).toEqual([]);
    await sql`ALTER TABLE engine.command DISABLE TRIGGER keep_command`.execute(engine.admin);
    const { numAffectedRows } = await sql`
      UPDATE engine.command SET principal = jsonb_set(principal, '{stepUp}', 'false')
       WHERE type = 'SignAgreement' AND outcome->>'accepted' = 'true'`.execute(engine.admin);
    expect(Number(numAffectedRows)).toBe(2);
    const found = await shadow();
    expect(found.different).toEqual([]);
    await sql`UPDATE engine.command SET principal = jsonb_set(principal, '{stepUp}', 'true')
       WHERE type = 'SignAgreement' AND outcome->>'accepted' = 'true'`.execute(engine.admin);
    await sql`ALTER TABLE engine.command ENABLE TRIGGER keep_command`.execute(engine.admin);
  });

  it('takes from the log which agreements there are, though the read model has lost one', async () => {
    const { db, log } = engine;
    await sql`DELETE FROM read.agreement WHERE agreement = ${agreement}`.execute(db);
    const { shadows, open } = await shadowAll(db, log);
    expect(shadows.map((s) => s.agreement)).toContain(agreement);
    expect(open).toContain(agreement);
    await rebuildReadModel(db, log);
  });

  it('names a participation that this build cannot read', async () => {
    const { db, log } = engine;
    expect((await shadowAll(db, log)).aside).toEqual({ unreadable: new Map(), different: [] });
    const stream = 'participation/1/1';
    const at = '2027-01-04T09:00:00.000Z';
    await log.append(db, {
      stream,
      expectedVersion: 0,
      events: [{ type: 'FromLater', schemaVersion: 1, occurredAt: at, payload: {} }],
      actor: { person: null, role: 'SYSTEM', body: null },
      onBehalfOf: null,
      commandId: null,
      causationId: null,
      correlationId: 'test',
      ruleset: null,
    });
    const { aside } = await shadowAll(db, log);
    expect([...aside.unreadable]).toEqual([[stream, expect.stringContaining('FromLater')]]);
  });

  it('knows the processes beside the workflow, to be replayed as well', async () => {
    expect((await shadow()).children).toEqual([]);
    const doing = doingOn(engine);
    await doing.does(cast.twinned, agreement, 'OpenEvaluation', { kind: 'O_TO_P' });
    const id = (await doing.state(agreement)).evaluation.evaluations[0]?.id;
    expect((await shadow()).children).toEqual([{ kind: 'evaluation', id }]);
  });

  it('names the deadline that moves', async () => {
    await sql`UPDATE read.deadline SET due = due + interval '1 day'
               WHERE ctid = (SELECT ctid FROM read.deadline WHERE agreement = ${agreement} ORDER BY due LIMIT 1)`.execute(
      engine.db,
    );
    const { moved } = await shadow();
    expect(moved).toHaveLength(1);
    expect(moved[0]?.then).not.toBe(moved[0]?.now);
  });

  it('names the command that would be decided otherwise', async () => {
    await sql`ALTER TABLE engine.command DISABLE TRIGGER keep_command`.execute(engine.admin);
    await sql`UPDATE engine.command SET outcome = jsonb_set(outcome, '{code}', '"WRONG_STATUS"')
               WHERE type = 'ApproveByTpm' AND outcome->>'accepted' = 'false'`.execute(
      engine.admin,
    );
    const { different } = await shadow();
    expect(different.map((d) => d.type)).toEqual(['ApproveByTpm']);
  });
});
