import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast } from '@twinning/domain/testing';
import { reconcileWorkflows } from '@twinning/engine';
import {
  agreed,
  ConductorInMemory,
  doingOn,
  EngineUnderTest,
  inOrder,
  registered,
} from '@twinning/engine/testing';
import { day } from '@twinning/domain';
import { clearReadModel, loadState, type ReadDatabase } from '@twinning/read-model';
import { sql, type Kysely } from 'kysely';
import { randomUUID } from 'node:crypto';
import { WorkflowKeeper } from './workflow-keeper.js';

const NEVER_MS = 3_600_000;

describe('the keeper of the workflows', () => {
  let engine: EngineUnderTest;
  let conductor: ConductorInMemory;
  let asked: string[] = [];

  beforeAll(async () => {
    engine = await EngineUnderTest.start();
    conductor = new ConductorInMemory(engine);
    const { standing } = conductor;
    conductor.standing = (agreement) => {
      asked.push(agreement);
      return standing(agreement);
    };
  });
  afterAll(() => engine.stop());

  // The connection as the read model types it.
  const read = () => engine.db as unknown as Kysely<ReadDatabase>;
  const draft = async () => {
    const payload = { side: 'LEAD', type: 'P_MEMBER', committee: 47878 };
    const { agreement } = await engine.send(cast.lead, 'StartDraft', payload);
    await conductor.look(agreement);
    return agreement;
  };
  const keeperOf = (on: ConductorInMemory) =>
    new WorkflowKeeper(engine.db, engine.log, on, NEVER_MS, engine.clock);
  const askedBy = async (keeper: WorkflowKeeper) => {
    asked = [];
    await keeper.once();
    return [...new Set(asked)].sort();
  };

  it('asks those that have changed or are missing, and no others a second time', async () => {
    const [one, two, three] = [await draft(), await draft(), await draft()];
    const keeper = keeperOf(conductor);
    expect(await askedBy(keeper)).toEqual([one, two, three].sort());
    expect(await askedBy(keeper)).toEqual([]);
    const invite = { member: cast.twinned.member };
    await engine.send(cast.lead, 'InvitePartner', invite, { agreement: two, version: 1 });
    conductor.workflows.delete(three);
    expect(await askedBy(keeper)).toEqual([two, three].sort());
    expect(conductor.workflows.get(two)?.version).toBe(2);
    expect(conductor.workflows.has(three)).toBe(true);
    conductor.workflows.set(one, inOrder(9));
    for (let pass = 3; pass < 30; pass += 1) await keeper.once();
    expect(await askedBy(keeper)).toContain(one);
  });

  it('compares as soon as it starts: what a restore has lost is named before it is papered over', async () => {
    const agreement = await draft();
    conductor.workflows.set(agreement, inOrder(7));
    asked = [];
    const ended = conductor.ended.length;
    const keeper = keeperOf(conductor);
    keeper.start();
    for (let left = 100; left > 0 && conductor.ended.length === ended; left -= 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await keeper.stop();
    expect(conductor.ended.slice(ended)).toEqual([agreement]);
    expect(conductor.workflows.get(agreement)?.version).toBe(1);
  });

  it('ends no workflow because the read model has lost its agreement: it writes that again', async () => {
    const agreement = await draft();
    const ended = conductor.ended.length;
    await clearReadModel(read(), [agreement]);
    await keeperOf(conductor).once();
    expect(conductor.ended.slice(ended)).toEqual([]);
    expect(conductor.workflows.get(agreement)?.version).toBe(1);
    expect(await loadState(read(), agreement)).toMatchObject({ version: 1 });
    // One that the log does not know either is ended.
    const stranger = randomUUID();
    conductor.workflows.set(stranger, inOrder(3));
    const { look } = conductor;
    conductor.look = () => Promise.resolve();
    await keeperOf(conductor).once();
    conductor.look = look;
    expect(conductor.ended.slice(ended)).toEqual([stranger]);
  });

  it('leaves the work to the one worker that is at it', async () => {
    const { running } = conductor;
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let passes = 0;
    conductor.running = async () => {
      passes += 1;
      await held;
      return running();
    };
    const keepers = [1, 2, 3].map(() => keeperOf(conductor));
    const first = keepers[0]?.once();
    while (passes === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    await Promise.all(keepers.slice(1).map((keeper) => keeper.once()));
    expect(passes).toBe(1);
    release();
    await first;
    await keepers[1]?.once();
    expect(passes).toBe(2);
    conductor.running = running;
  });

  it('wakes one that sleeps past its deadline, whoever has set the clock forward', async () => {
    const agreement = await draft();
    const { due } = await engine.db
      .selectFrom('read.deadline')
      .select('due')
      .where('agreement', '=', agreement)
      .orderBy('due')
      .executeTakeFirstOrThrow();
    const keeper = keeperOf(conductor);
    const after = (ms: number) => {
      engine.until(new Date(due.getTime() + ms).toISOString());
    };
    // What has just fallen due is its own workflow's to see to.
    after(5_000);
    await keeper.once();
    expect(await loadState(read(), agreement)).toMatchObject({ version: 1 });
    after(20_000);
    await keeper.once();
    expect(await loadState(read(), agreement)).toMatchObject({ version: 2 });
    expect(conductor.workflows.get(agreement)?.version).toBe(2);
  });

  it('does not take a workflow that has heard of the latest event for one ahead of a restored log', async () => {
    const agreement = await draft();
    const keeper = keeperOf(conductor);
    const { standing } = conductor;
    const ended = conductor.ended.length;
    const { member } = cast.twinned;
    const commands = [
      () => engine.send(cast.lead, 'InvitePartner', { member }, { agreement, version: 1 }),
      () => engine.send(cast.twinned, 'ConfirmPartner', {}, { agreement, version: 2 }),
    ];
    // Each time it is asked a command is carried out first: whoever has looked at the log before has looked too early.
    conductor.standing = async (asks) => {
      if (asks === agreement && (await commands.shift()?.()) !== undefined) {
        await conductor.look(agreement);
      }
      return standing(asks);
    };
    await keeper.once();
    conductor.standing = standing;
    expect(commands).toEqual([]);
    expect(conductor.workflows.get(agreement)?.version).toBe(3);
    expect(conductor.ended.slice(ended)).toEqual([]);
    // One that is ahead, and stays so, is ended and begun anew.
    conductor.workflows.set(agreement, inOrder(99));
    await keeperOf(conductor).once();
    expect(conductor.ended.slice(ended)).toEqual([agreement]);
    expect(conductor.workflows.get(agreement)?.version).toBe(3);
  });

  it('mends and wakes the others though one cannot be reached', async () => {
    const [bad, missing] = [await draft(), await draft()];
    conductor.workflows.delete(bad);
    conductor.workflows.delete(missing);
    const { look } = conductor;
    const woken: string[] = [];
    conductor.look = async (agreement) => {
      if (agreement === bad) throw new Error('describe was refused');
      woken.push(agreement);
      await look(agreement);
    };
    await keeperOf(conductor).once();
    conductor.look = look;
    expect(woken).toContain(missing);
    expect(conductor.workflows.has(missing)).toBe(true);
    const open = new Map([[bad, 1]]);
    conductor.standing = (asks) =>
      asks === bad ? Promise.reject(new Error('no answer')) : Promise.resolve(null);
    const on = { db: engine.db, log: engine.log, conductor };
    expect(await reconcileWorkflows(on, open, true)).toContainEqual({
      ...{ kind: 'WORKFLOW_UNREACHED', subject: bad, what: 'no answer', mended: false },
    });
  });

  it('notes an agreement that this build cannot read, while something waits in it', async () => {
    const agreement = await draft();
    const event = { type: 'NobodyKnowsThis', schemaVersion: 99, payload: {} };
    await engine.db.transaction().execute((trx) =>
      engine.log.append(trx, {
        stream: `agreement/${agreement}`,
        events: [{ ...event, occurredAt: new Date().toISOString() }],
        actor: { person: null, role: 'SYSTEM', body: null },
        ...{ onBehalfOf: null, commandId: null, causationId: null },
        ...{ correlationId: null, ruleset: null },
      }),
    );
    const parked = async () => {
      await keeperOf(conductor).once();
      return (await sql`SELECT agreement FROM engine.parked`.execute(engine.admin)).rows;
    };
    expect(await parked()).toEqual([]);
    await sql`
      INSERT INTO engine.command (id, body, key, request_hash, agreement, type, payload,
                                  principal, correlation, received_at)
      VALUES (gen_random_uuid(), 1, 'waits', '', ${agreement}::uuid, 'EditRequest', '{}',
              '{}', '', clock_timestamp() - interval '1 minute')`.execute(engine.admin);
    expect(await parked()).toEqual([{ agreement }]);
  });
});

describe('the keeper of the processes beside an agreement', () => {
  let engine: EngineUnderTest;
  beforeAll(async () => {
    engine = await EngineUnderTest.start();
  });
  afterAll(() => engine.stop());

  it('starts an evaluation that has none, as after a restore of the log, where its id was used before', async () => {
    const conductor = new ConductorInMemory(engine);
    const doing = doingOn(engine);
    const agreement = await registered(doing);
    await agreed(doing, agreement, { start: day('2027-01-04'), end: day('2032-01-03') });
    await doing.does(cast.twinned, agreement, 'OpenEvaluation', { kind: 'O_TO_P' });
    await conductor.look(agreement);
    const keeper = new WorkflowKeeper(engine.db, engine.log, conductor, NEVER_MS, engine.clock);
    await keeper.once();
    expect([...conductor.children.values()]).toMatchObject([
      { child: { agreement, kind: 'evaluation' } },
    ]);
  }, 120_000);
});
