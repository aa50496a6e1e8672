import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { instant } from '@twinning/domain';
import { cast } from '@twinning/domain/testing';
import { sql } from 'kysely';
import { check, type Invariant } from './check.js';
import { setClock } from './clock.js';
import type { WorkflowStanding } from './conductor-port.js';
import { clearReadModel } from '@twinning/read-model';
import { asRead } from './database.js';
import { rebuildForBuild } from './built-by.js';
import { rebuildReadModel } from './rebuild.js';
import { reconcile } from './reconcile.js';
import { recoverWorkflows } from './recover.js';
import { storeCommand } from './commands.js';
import { ConductorInMemory, inOrder } from './testing/conductor-in-memory.js';
import { EngineUnderTest } from './testing/engine-under-test.js';

const COMMITTEE = 47878;

describe('the check of record, read model and workflows', () => {
  let engine: EngineUnderTest;
  let conductor: ConductorInMemory;
  let agreement: string;

  const draft = async (): Promise<string> => {
    const started = await engine.send(cast.lead, 'StartDraft', {
      side: 'LEAD',
      type: 'P_MEMBER',
      committee: COMMITTEE,
    });
    await conductor.look(started.agreement);
    return started.agreement;
  };
  const invite = (id: string, version: number) =>
    engine.send(
      cast.lead,
      'InvitePartner',
      { member: cast.twinned.member },
      { agreement: id, version },
    );
  const run = async () => {
    const { db, log, clock } = engine;
    return check({ db, log, keys: null, clock, conductor, settleMs: 0 });
  };
  const found = async (): Promise<readonly (readonly [Invariant, string])[]> =>
    (await run()).violations.map((v) => [v.invariant, v.subject] as const);
  const mend = (dryRun = false) => {
    const { db, log } = engine;
    return reconcile({ db, log, conductor, dryRun, commandsOlderThanMs: 0 });
  };
  const asOwner = (statement: string) => sql.raw(statement).execute(engine.admin);

  beforeAll(async () => {
    engine = await EngineUnderTest.start();
    conductor = new ConductorInMemory(engine);
    agreement = await draft();
    await invite(agreement, 1);
    const again = await invite(agreement, 2);
    expect(again.outcome.accepted).toBe(false);
    await mend();
  });
  afterAll(() => engine.stop());

  it('finds nothing where nothing is wrong, refusals included', async () => {
    expect(await run()).toMatchObject({ agreements: 1, open: 1, commands: 3, violations: [] });
    expect(await mend()).toEqual([]);
  });

  it('finds a workflow that is missing, behind, ahead, failing, held by a dead worker, or a stranger; all are mended', async () => {
    const { version } = conductor.workflows.get(agreement) as WorkflowStanding;
    const stranger = '7f000000-0000-5000-8000-000000000001';
    const bends: readonly (readonly [string, () => unknown, string])[] = [
      ['I5', () => conductor.workflows.delete(agreement), 'OPEN_WITHOUT_WORKFLOW'],
      ['I5', () => conductor.workflows.set(agreement, inOrder(1)), 'WORKFLOW_BEHIND'],
      ['I5', () => conductor.workflows.set(agreement, inOrder(9)), 'WORKFLOW_AHEAD'],
      [
        'I12',
        () => conductor.workflows.set(agreement, { ...inOrder(1), attempt: 9, fails: true }),
        'WORKFLOW_FAILING',
      ],
      [
        'I12',
        () => conductor.workflows.set(agreement, { ...inOrder(1), attempt: 9, heldMs: 16_000 }),
        'WORKFLOW_HELD',
      ],
    ];
    for (const [invariant, bend, kind] of bends) {
      bend();
      expect(await found()).toEqual([[invariant, agreement]]);
      const findings = await mend();
      expect(findings).toMatchObject([{ kind, mended: true }]);
      conductor.workflows.set(agreement, inOrder(version ?? 0));
    }
    conductor.ended.splice(0);
    conductor.workflows.set(stranger, inOrder(4));
    expect(await found()).toEqual([['I5', stranger]]);
    expect(await mend()).toMatchObject([{ kind: 'WORKFLOW_WITHOUT_AGREEMENT', mended: true }]);
    expect(conductor.workflows.has(stranger)).toBe(false);
  }, 120_000);

  it('is written anew once when another build has written it: rows may lack what this one reads', async () => {
    const { db, log } = engine;
    await rebuildForBuild(db, log, 'older');
    await asOwner(`UPDATE read.stream_state SET state = state - 'proposal'`);
    expect(await rebuildForBuild(db, log, 'older')).toBeNull();
    expect((await rebuildForBuild(db, log, 'newer'))?.differed.get(agreement)).toEqual([
      'stream_state',
    ]);
    expect((await run()).violations).toEqual([]);
    expect(await rebuildForBuild(db, log, 'newer')).toBeNull();
  });

  it.each([
    ['stream_state', `UPDATE read.stream_state SET state = jsonb_set(state, '{lead}', '1')`],
    ['agreement', `UPDATE read.agreement SET status = 'ACTIVE'`],
    ['agreement', `UPDATE read.agreement SET updated_at = updated_at + interval '1 second'`],
    ['duties', `DELETE FROM read.duty`],
    ['deadlines', `UPDATE read.deadline SET due = due + interval '1 day'`],
    [
      'claims',
      `INSERT INTO read.claim (key, agreement) SELECT 'planted', agreement FROM read.agreement`,
    ],
  ])(
    'finds altered rows of %s, and both mending and rebuilding give the same rows back',
    async (table, sql) => {
      for (const way of ['mend', 'rebuild'] as const) {
        await asOwner(sql);
        const { violations } = await run();
        expect(violations).toMatchObject([{ invariant: 'I6', subject: agreement }]);
        expect(violations[0]?.what).toContain(table);
        if (way === 'mend') {
          expect(await mend(true)).toMatchObject([{ kind: 'READ_MODEL_DIFFERS', mended: false }]);
          expect(await mend()).toMatchObject([{ kind: 'READ_MODEL_DIFFERS', mended: true }]);
        } else {
          const { differed } = await rebuildReadModel(engine.db, engine.log);
          expect([...differed.keys()]).toEqual([agreement]);
        }
        expect(await found()).toEqual([]);
      }
    },
  );

  it('finds rows of an agreement that the log does not know, and removes them', async () => {
    await asOwner(
      `INSERT INTO read.stream_state VALUES ('7f000000-0000-5000-8000-000000000002', 1, '{}')`,
    );
    expect(await found()).toEqual([['I6', '7f000000-0000-5000-8000-000000000002']]);
    expect(await mend()).toMatchObject([{ kind: 'READ_MODEL_DIFFERS', mended: true }]);
    expect(await found()).toEqual([]);
  });

  it('finds an outcome that the log does not hold, and a command of the log that was never stored', async () => {
    const { rows } = await sql<{ id: string }>`
      SELECT id FROM engine.command WHERE type = 'StartDraft'`.execute(engine.admin);
    const id = rows[0]?.id ?? '';
    await asOwner(`ALTER TABLE engine.command DISABLE TRIGGER USER`);
    await asOwner(`CREATE TABLE kept AS SELECT * FROM engine.command WHERE id = '${id}'`);
    await asOwner(
      `UPDATE engine.command SET outcome = jsonb_set(outcome, '{events,0,index}', '4711') WHERE id = '${id}'`,
    );
    expect(await found()).toEqual([['I1', `command ${id} of ${agreement}`]]);
    await asOwner(`UPDATE engine.command SET outcome = NULL WHERE id = '${id}'`);
    expect(await found()).toEqual([['I2', `command ${id} of ${agreement}`]]);
    await asOwner(`DELETE FROM engine.command WHERE id = '${id}'`);
    expect(await found()).toEqual([['I1', `command ${id}`]]);
    await asOwner(`INSERT INTO engine.command SELECT * FROM kept; DROP TABLE kept`);
    await asOwner(`ALTER TABLE engine.command ENABLE TRIGGER USER`);
    expect(await found()).toEqual([]);
  });

  describe('finds what a superuser writes over a command', () => {
    // Whoever knows the form makes the hash anew too: the keys in the order of RFC 8785.
    const hashed = (payload: string) => `encode(sha256(convert_to('{"agreement":"' || c.agreement
        || '","payload":${payload},"person":"' || (c.principal->>'person')
        || '","type":"' || c.type || '"}', 'UTF8')), 'hex')`;
    const anew = `payload = '{"member": 7}', request_hash = ${hashed('{"member":7}')}`;
    const at = `outcome = outcome || '{"decidedAt": "2020-01-01T00:00:00.000Z"}'`;
    const refused = `outcome = (outcome - 'events') || jsonb_build_object('accepted', false, 'code', 'X',
        'clause', 'Y', 'details', '{}'::jsonb, 'index', outcome->'events'->0->'index')`;
    const more = (column: string, field: string) =>
      `${column} = jsonb_set(${column}, '{${field}}', ((${column}->>'${field}') || '.00000000000000000001')::jsonb)`;
    const accepted = (is: boolean) => `c.outcome->'accepted' = '${String(is)}'`;

    it.each([
      ['code', accepted(false), `outcome = outcome || '{"code": "FORBIDDEN_ROLE"}'`],
      ['clause', accepted(false), `outcome = outcome || '{"clause": "ST.2"}'`],
      ['details', accepted(false), `outcome = outcome || '{"details": {"forged": true}}'`],
      ['version', accepted(false), `outcome = outcome || '{"version": 7}'`],
      ['command', accepted(false), `type = 'ConfirmPartner'`],
      ['another time', accepted(false), at],
      ['another time', accepted(true), at],
      ['other events', accepted(true), `outcome = jsonb_set(outcome, '{events,0,type}', '"X"')`],
      ['other events', accepted(true), `outcome = outcome || '{"version": 9}'`],
      ['is a refusal', accepted(true), refused],
      ['was hashed', accepted(true), `payload = '{"member": 7}'`],
      ['was hashed', accepted(true), `request_hash = encode(sha256('anything'), 'hex')`],
      ['of which its leaf has the hash', accepted(true), anew],
      ['of which its leaf has the hash', accepted(false), anew],
      // Digits that no double holds: whoever parses the row reads what was there before.
      ['other digits', accepted(true), more('payload', 'member')],
      ['other digits', accepted(false), more('payload', 'member')],
      ['other digits', accepted(true), more('outcome', 'version')],
      ['another person', accepted(true), `principal = principal || '{"person": "somebody.else"}'`],
    ])('%s: where %s, %s', async (said, where, change) => {
      const table = 'engine.command';
      await asOwner(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
      await asOwner(`CREATE TABLE kept AS SELECT * FROM ${table}`);
      await asOwner(`UPDATE ${table} c SET ${change} WHERE type = 'InvitePartner' AND ${where}`);
      const { violations } = await run();
      await asOwner(
        `DELETE FROM ${table}; INSERT INTO ${table} SELECT * FROM kept; DROP TABLE kept`,
      );
      await asOwner(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
      expect(violations.map((v) => v.invariant)).toContain('I1');
      expect(violations.map((v) => v.what).join()).toContain(said);
      expect((await run()).violations).toEqual([]);
    });
  });

  it('finds a command that waits for more than a minute; reconciling carries it out', async () => {
    const stored = await storeCommand(engine.db, {
      key: 'forgotten-command',
      agreement: null,
      type: 'StartDraft',
      payload: { side: 'LEAD', type: 'P_MEMBER', committee: COMMITTEE },
      principal: cast.lead,
      expectedVersion: null,
      correlation: 'test',
    });
    expect(await found()).toEqual([]);
    await asOwner(`ALTER TABLE engine.command DISABLE TRIGGER USER`);
    await asOwner(
      `UPDATE engine.command SET received_at = received_at - interval '2 minutes' WHERE key = 'forgotten-command'`,
    );
    await asOwner(`ALTER TABLE engine.command ENABLE TRIGGER USER`);
    expect((await found()).map(([invariant]) => invariant)).toEqual(['I12']);
    const findings = await mend();
    expect(findings).toContainEqual(
      expect.objectContaining({
        kind: 'COMMAND_WITHOUT_OUTCOME',
        subject: stored?.id,
        mended: true,
      }),
    );
    expect(await found()).toEqual([]);
  });

  it('finds a flipped byte of an event, of the tree and of a checkpoint', async () => {
    const bend = async (table: string, statement: string, back: string) => {
      await asOwner(
        `SET ROLE twinning_log_owner; ALTER TABLE ${table} DISABLE TRIGGER USER; RESET ROLE`,
      );
      await asOwner(`SET ROLE twinning_log_owner; ${statement}; RESET ROLE`);
      const invariants = new Set((await found()).map(([invariant]) => invariant));
      await asOwner(`SET ROLE twinning_log_owner; ${back}; RESET ROLE`);
      return [...invariants];
    };
    await asOwner(`GRANT twinning_log_owner TO CURRENT_USER`);
    const flip = (column: string) => `set_byte(${column}, 3, get_byte(${column}, 3) # 1)`;
    const event = `UPDATE log.event SET leaf = ${flip('leaf')} WHERE index = 1`;
    // What is altered is not folded either.
    expect(await bend('log.event', event, event)).toEqual(['I4', 'I6']);
    const node = `UPDATE log.node SET hash = ${flip('hash')} WHERE level = 0 AND index = 1`;
    expect(await bend('log.node', node, node)).toEqual(['I4']);
    const version = (v: number, w: number) =>
      `UPDATE log.event SET version = ${String(w)} WHERE stream = 'agreement/${agreement}' AND version = ${String(v)}`;
    expect(await bend('log.event', version(2, 7), version(7, 2))).toContain('I3');
    expect(await found()).toEqual([]);
  });

  it('an overdue deadline counts as forgotten, and recovery fires it once', async () => {
    const { db, log } = engine;
    // The record says that its clock is not the database's own: nothing is recorded "too early".
    await setClock(engine.admin, instant('2029-01-01T00:00:00Z'), 1);
    const before = conductor.workflows.size;
    conductor.workflows.clear();
    engine.until('2029-01-01T00:00:00Z');
    expect((await found()).map(([invariant]) => invariant)).toContain('I8');
    const first = await recoverWorkflows({ db, log, conductor, waitForAnswer: true });
    expect(first).toMatchObject({ open: before, started: before, unanswered: [] });
    expect(first.overdue).toBeGreaterThan(0);
    expect(await found()).toEqual([]);
    const second = await recoverWorkflows({ db, log, conductor, waitForAnswer: true });
    expect(second).toMatchObject({ started: 0, overdue: 0 });
  });
  it('rebuilds while commands are decided, and shows what came meanwhile', async () => {
    const { db, log } = engine;
    const own = await draft();
    await asOwner(`UPDATE read.agreement SET status = 'ACTIVE' WHERE agreement = '${own}'`);
    const read = log.readWhole.bind(log);
    // Between a page of the log and its rows: what was folded is old when it is compared.
    const reading = jest.spyOn(log, 'readWhole').mockImplementationOnce(async (...asked) => {
      const events = await read(...asked);
      await invite(own, 1);
      await conductor.look(own);
      return events;
    });
    const { differed } = await rebuildReadModel(db, log);
    reading.mockRestore();
    expect([...differed.keys()]).toEqual([own]);
    const { rows } = await sql<{ version: number; status: string }>`
      SELECT version, status FROM read.agreement WHERE agreement = ${own}`.execute(db);
    expect(rows).toEqual([{ version: 2, status: 'DRAFT' }]);
    expect(await found()).toEqual([]);
  });

  it('recovers what the log has open, though the read model has lost it', async () => {
    const { db, log } = engine;
    const { open } = await recoverWorkflows({ db, log, conductor, waitForAnswer: true });
    const kept = await draft();
    const shown = await asRead(db).selectFrom('read.agreement').select('agreement').execute();
    const lost = shown.map((row) => row.agreement);
    await clearReadModel(asRead(db), lost);
    conductor.workflows.clear();
    const found = await recoverWorkflows({ db, log, conductor, waitForAnswer: true });
    expect(found).toMatchObject({ open: open + 1, started: open + 1, unanswered: [] });
    expect(found.mended).toBe(lost.length);
    expect(conductor.workflows.get(kept)?.version).toBe(1);
    const again = await recoverWorkflows({ db, log, conductor, waitForAnswer: true });
    expect(again).toMatchObject({ open: open + 1, mended: 0, started: 0 });
  });
});
