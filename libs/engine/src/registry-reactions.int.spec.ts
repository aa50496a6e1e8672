import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { day, statusOf } from '@twinning/domain';
import { ASI, cast, IES } from '@twinning/domain/testing';
import { importCommittees, importMembers, referenceSet } from '@twinning/registry';
import { storeCommand } from './commands.js';
import { asRegistry } from './database.js';
import { Executor } from './execute.js';
import { recordRegistryChanges } from './registry-events.js';
import { RegistryReactions } from './registry-reactions.js';
import {
  agreed,
  COMMITTEE,
  doingOn,
  registered,
  type Doing,
} from './testing/agreement-in-force.js';
import { EngineUnderTest } from './testing/engine-under-test.js';

const NOTHING = { commands: 0, agreements: 0, failed: [] };
const ONE = { commands: 1, agreements: 1, failed: [] };

type Status = 'P' | 'O' | null;

/** A file of members in which one has left. */
const ended = (member: number, acronym: string): string =>
  'iso_member_id,acronym,country_en,country_alpha2,category,active\n' +
  `${String(member)},${acronym},Estonia,EE,FULL,no\n`;

describe('what an import tells the agreements', () => {
  let engine: EngineUnderTest;
  let reactions: RegistryReactions;
  let agreement: string;
  let doing: Doing;
  let state: Doing['state'];

  const changed = new Map<number, Status>();
  /** A later snapshot of the committee alone, in which these members differ from the one before. */
  const imports = async (on: string, members: readonly (readonly [number, Status])[]) => {
    const { committees } = referenceSet;
    for (const [id, status] of members) changed.set(id, status);
    const result = await importCommittees(
      engine.db,
      {
        ...committees,
        committees: committees.committees
          .filter((c) => c.id === COMMITTEE)
          .map((c) => ({
            ...c,
            members: new Map(
              [...c.members, ...changed].flatMap(([id, status]) => {
                const now = changed.has(id) ? changed.get(id) : status;
                return now === 'P' || now === 'O' ? [[id, now] as const] : [];
              }),
            ),
          })),
      },
      {
        asOf: on,
        coverage: 'SOME_COMMITTEES',
        record: (trx, changes) => recordRegistryChanges(trx, changes),
      },
    );
    if (result.kind === 'REFUSED') throw new Error(result.code);
    return result;
  };
  /** A run whose process dies when it has carried out so many commands: it does nothing more, and notes nothing. */
  const killedAfter = (commands: number): Promise<void> =>
    new Promise((dies) => {
      let carriedOut = 0;
      const dying = Object.assign(Object.create(Executor.prototype) as Executor, {
        execute: (id: string) => {
          carriedOut += 1;
          if (carriedOut <= commands) return engine.executor.execute(id);
          dies();
          return new Promise(() => undefined);
        },
      });
      const killed = new RegistryReactions(engine.db, engine.log, dying, engine.clock);
      void killed.run().then(() => {
        dies();
      });
    });
  /** What the registry has added to the agreement after a version. */
  const typesSince = async (version: number) =>
    (await engine.log.readStream(engine.db, `agreement/${agreement}`, version))
      .filter((e) => e.actor.role === 'REGISTRY')
      .map((e) => e.type);

  beforeAll(async () => {
    engine = await EngineUnderTest.start();
    doing = doingOn(engine);
    state = doing.state;
    reactions = new RegistryReactions(engine.db, engine.log, engine.executor, engine.clock);
    agreement = await registered(doing);
    await agreed(doing, agreement, { start: day('2027-01-04'), end: day('2032-01-03') });
    await reactions.run();
  });
  afterAll(() => engine.stop());

  it('starts from an agreement in force that owes nothing to the registry', async () => {
    expect(statusOf(await state(agreement))).toBe('ACTIVE');
    expect(await reactions.run()).toEqual(NOTHING);
  });

  it('suspends the arrangement when the lead is no longer P-member, and resumes it with the cure', async () => {
    engine.until('2027-03-02T09:00:00Z');
    await imports('2027-03-01', [[ASI, 'O']]);
    const { version } = await state(agreement);
    expect(await reactions.run()).toEqual(ONE);
    expect(await typesSince(version)).toEqual(['PrerequisiteBroken', 'ArrangementSuspended']);
    const broken = await state(agreement);
    expect(statusOf(broken)).toBe('SUSPENDED');
    expect(broken.execution.broken).toMatchObject([
      { rule: 'NOT_P_MEMBER_LEAD', side: 'LEAD', since: '2027-03-01' },
    ]);

    engine.until('2027-03-20T09:00:00Z');
    await imports('2027-03-15', [[ASI, 'P']]);
    await reactions.run();
    expect(statusOf(await state(agreement))).toBe('ACTIVE');
  });

  it('does nothing when the same snapshot is imported again', async () => {
    const { version } = await state(agreement);
    await imports('2027-03-15', [[ASI, 'P']]);
    expect(await reactions.run()).toEqual(NOTHING);
    expect((await state(agreement)).version).toBe(version);
  });

  it('records what was lost and regained between two looks, without a change of status (D15)', async () => {
    engine.until('2027-04-20T09:00:00Z');
    await imports('2027-04-01', [[ASI, null]]);
    await imports('2027-04-10', [[ASI, 'P']]);
    const { version } = await state(agreement);
    expect(await reactions.run()).toEqual(ONE);
    expect(await typesSince(version)).toEqual(['PrerequisiteBroken', 'PrerequisiteCured']);
    expect((await state(agreement)).execution).toMatchObject({
      broken: [],
      factDates: { 'LEAD:NOT_P_MEMBER_LEAD': '2027-04-10' },
    });
    expect(await reactions.run()).toEqual(NOTHING);
  });

  it('carries out what a killed run has stored, although it has been regained meanwhile (D15, F20)', async () => {
    engine.until('2027-04-25T09:00:00Z');
    await imports('2027-04-21', [[ASI, null]]);
    const { version } = await state(agreement);
    await killedAfter(0);
    await imports('2027-04-22', [[ASI, 'P']]);
    await reactions.run();
    expect(await typesSince(version)).toEqual([
      'PrerequisiteBroken',
      'ArrangementSuspended',
      'PrerequisiteCured',
      'ArrangementResumed',
    ]);
    expect(statusOf(await state(agreement))).toBe('ACTIVE');
  });

  it('confirms the change of status when the twinned body is P-member', async () => {
    engine.until('2027-05-03T09:00:00Z');
    await doing.does(cast.twinned, agreement, 'OpenEvaluation', { kind: 'O_TO_P' });
    engine.until('2027-06-02T09:00:00Z');
    await imports('2027-06-01', [[IES, 'P']]);
    const { version } = await state(agreement);
    await reactions.run();
    expect(await typesSince(version)).toEqual(
      expect.arrayContaining(['TransitionCompleted', 'StatusChangeConfirmed']),
    );
    const after = await state(agreement);
    expect(after.evaluation.confirmedP).toBe(true);
    expect(statusOf(after)).toBe('ACTIVE');
  });

  it('breaks the prerequisite when the twinned body loses what was confirmed', async () => {
    engine.until('2027-07-02T09:00:00Z');
    await imports('2027-07-01', [[IES, 'O']]);
    await reactions.run();
    expect((await state(agreement)).execution.broken).toMatchObject([
      { rule: 'NOT_P_MEMBER_TWINNED', side: 'TWINNED' },
    ]);
    await imports('2027-07-02', [[IES, 'P']]);
    await reactions.run();
    expect((await state(agreement)).execution.broken).toEqual([]);
  });

  it('is finished by the next run when it was killed after any step (F20)', async () => {
    engine.until('2027-08-03T09:00:00Z');
    await imports('2027-08-01', [[ASI, 'O']]);
    const { version } = await state(agreement);
    for (const after of [0, 1]) await killedAfter(after);
    await reactions.run();
    await reactions.run();
    expect(await typesSince(version)).toEqual(['PrerequisiteBroken', 'ArrangementSuspended']);
  });

  it('tells each fact once when two processes look at the same time', async () => {
    engine.until('2027-08-20T09:00:00Z');
    await imports('2027-08-10', [[ASI, 'P']]);
    const { version } = await state(agreement);
    await Promise.all([reactions.run(), reactions.run(), reactions.run()]);
    expect(await typesSince(version)).toEqual(['PrerequisiteCured', 'ArrangementResumed']);
  });

  it('waits with a snapshot that is dated ahead until its day has come', async () => {
    await imports('2027-09-01', [[ASI, 'O']]);
    expect(await reactions.run()).toEqual(NOTHING);
    engine.until('2027-09-01T09:00:00Z');
    expect(await reactions.run()).toEqual(ONE);
    await imports('2027-09-01', [[ASI, 'P']]);
    expect(await reactions.run()).toEqual(ONE);
    expect(statusOf(await state(agreement))).toBe('ACTIVE');
  });

  it('tells that an ISO membership has ended', async () => {
    engine.until('2027-10-02T09:00:00Z');
    await importMembers(asRegistry(engine.db), ended(IES, 'IES'), {
      asOf: '2027-10-01',
      skipBad: false,
    });
    await reactions.run();
    expect((await state(agreement)).execution.broken).toMatchObject([
      { rule: 'MEMBER_NOT_ACTIVE', side: 'TWINNED', since: '2027-10-01' },
    ]);
    expect(await reactions.run()).toEqual(NOTHING);
  });

  it('leaves what it has stored to the sweep, which tells the workflow', async () => {
    const untold = await engine.db
      .selectFrom('engine.command')
      .select('key')
      .where('told_at', 'is', null)
      .where('outcome', 'is not', null)
      .where('key', 'like', 'registry/%')
      .execute();
    expect(untold.length).toBeGreaterThan(5);
    expect(
      await storeCommand(engine.db, {
        key: untold[0]?.key ?? '',
        agreement,
        type: 'ConfirmEffective',
        payload: {},
        principal: cast.cs,
        expectedVersion: null,
        correlation: 'test',
      }),
    ).toBeNull();
  });
});

describe('what an import shows while an arrangement is cancelled', () => {
  it('is told when an appeal has brought the arrangement back', async () => {
    const engine = await EngineUnderTest.start();
    const { db, log, executor, clock } = engine;
    const doing = doingOn(engine);
    const reactions = new RegistryReactions(db, log, executor, clock);
    const id = await registered(doing);
    const does = (...[who, type, payload]: [Parameters<Doing['does']>[0], string, object]) =>
      doing.does(who, id, type, payload);
    await agreed(doing, id, { start: day('2027-01-04'), end: day('2032-01-03') });
    await does(cast.tpm, 'BringToTmb', { text: 'No meetings.' });
    const cancels = { action: 'CANCEL', reference: 'TMB 5', decidedOn: '2027-01-04' };
    await does(cast.tmbSec, 'DecideEscalation', cancels);
    engine.until('2027-01-11T09:00:00Z');
    const given = { asOf: '2027-01-10', skipBad: false };
    await importMembers(asRegistry(db), ended(ASI, 'ASI'), given);
    expect(await reactions.run()).toEqual(NOTHING);

    const decision = (await doing.state(id)).ending.decisions.at(-1)?.id;
    await does(cast.twinned, 'LodgeAppeal', {
      ...{
        decision,
        grounds: 'Misread.',
        documents: [await doing.files(cast.twinned, id, 'EVIDENCE')],
      },
    });
    const appeal = (await doing.state(id)).ending.appeals.at(-1)?.id;
    await does(cast.cs, 'ReferAppeal', { appeal });
    await does(cast.cs, 'DecideAppeal', { appeal, outcome: 'UPHELD', reference: 'C 1' });
    expect(await reactions.run()).toEqual(ONE);
    expect((await doing.state(id)).execution.broken).toMatchObject([
      { rule: 'MEMBER_NOT_ACTIVE', side: 'LEAD', since: '2027-01-10' },
    ]);
    await engine.stop();
  });
});
