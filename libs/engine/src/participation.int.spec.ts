import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { day, statusOf, type Principal } from '@twinning/domain';
import { ASI, cast, IES } from '@twinning/domain/testing';
import { logSize } from '@twinning/event-log';
import { loadParticipation } from '@twinning/read-model';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import type { StoredOutcome } from './commands.js';
import { asRead, type Trx } from './database.js';
import { loadFacts } from './facts.js';
import { ParticipationService, participationStream } from './participation-service.js';
import { rebuildReadModel } from './rebuild.js';
import { reconcile } from './reconcile.js';
import { ConductorInMemory } from './testing/conductor-in-memory.js';
import { check } from './check.js';
import { RegistryReactions } from './registry-reactions.js';
import {
  agreed,
  COMMITTEE,
  doingOn,
  registered,
  type Doing,
} from './testing/agreement-in-force.js';
import { EngineUnderTest } from './testing/engine-under-test.js';

describe('the participation of a member in a committee', () => {
  let engine: EngineUnderTest;
  let service: ParticipationService;
  let reactions: RegistryReactions;

  const asks = async (
    who: Principal,
    member: number,
    type: string,
    payload: object = {},
    key: string = randomUUID(),
  ): Promise<StoredOutcome | null> => {
    const decided = await service.handle({
      key,
      member,
      committee: COMMITTEE,
      type,
      payload: payload as never,
      principal: who,
      correlation: 'test',
    });
    return decided?.outcome ?? null;
  };
  const does = async (who: Principal, member: number, type: string, payload: object = {}) => {
    const outcome = await asks(who, member, type, payload);
    if (outcome?.accepted !== true) throw new Error(`${type}: ${JSON.stringify(outcome)}`);
    return outcome.events.map((e) => e.type);
  };
  const sweep = async () => {
    for (const pair of await service.due(10)) await service.look(pair);
  };
  const participation = (member: number) =>
    loadParticipation(asRead(engine.db), { member, committee: COMMITTEE }, 'brochure-2021');
  let doing: Doing;
  const agreementOf = (id: string) => doing.state(id);

  beforeAll(async () => {
    engine = await EngineUnderTest.start();
    doing = doingOn(engine);
    service = new ParticipationService(engine.db, engine.log, engine.clock);
    reactions = new RegistryReactions(engine.db, engine.log, engine.executor, engine.clock);
  });
  afterAll(() => engine.stop());

  it('begins with what the registry shows', async () => {
    expect(await does(cast.cs, ASI, 'OpenParticipation')).toEqual([
      'ParticipationOpened',
      'RegistryStatusSeen',
    ]);
    expect(await participation(ASI)).toMatchObject({ status: 'P', inRegistry: 'P', version: 2 });
    expect(await does(cast.cs, ASI, 'OpenParticipation')).toEqual([]);
  });

  it('is refused for a member that the registry does not know', async () => {
    expect(await asks(cast.cs, 999_999, 'OpenParticipation')).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('gives a repeated command its stored outcome, and its id to no other request', async () => {
    const ballot = {
      ballot: 'F1',
      kind: 'FDIS',
      closesOn: '2027-02-10',
      guide: false,
      reference: 'N 1',
    };
    const first = await asks(cast.manager, ASI, 'RecordBallotFact', ballot, 'ballot-F1');
    expect(first).toMatchObject({ accepted: true });
    expect(await asks(cast.manager, ASI, 'RecordBallotFact', ballot, 'ballot-F1')).toEqual(first);
    const other = { ...ballot, kind: 'DIS' };
    expect(await asks(cast.manager, ASI, 'RecordBallotFact', other, 'ballot-F1')).toBeNull();
  });

  it('records a refusal as a leaf and lets nobody vote for another body', async () => {
    const vote = { ballot: 'F1', choice: 'YES' };
    expect(await asks(cast.third, ASI, 'RecordVoteFact', vote)).toMatchObject({
      accepted: false,
      code: 'PROXY_FORBIDDEN',
    });
    expect(await asks(cast.auditor, ASI, 'RecordVoteFact', vote)).toMatchObject({
      code: 'FORBIDDEN_ROLE',
    });
    const leaves = await engine.log.readStream(
      engine.db,
      `refusals/participation/${String(ASI)}/${String(COMMITTEE)}`,
    );
    expect(leaves.map((l) => l.payload.code)).toEqual(['PROXY_FORBIDDEN', 'FORBIDDEN_ROLE']);
  });

  it('fires its timers by the sweep, at their due instants', async () => {
    engine.until('2027-02-15T09:00:00Z');
    await sweep();
    const events = await engine.log.readStream(
      engine.db,
      `participation/${String(ASI)}/${String(COMMITTEE)}`,
    );
    expect(events.at(-1)).toMatchObject({
      type: 'EarlyWarningRaised',
      occurredAt: '2027-02-10T23:00:00.000Z',
      payload: { rule: 'PM-10', ballot: 'F1' },
    });
    expect(await service.due(10)).toEqual([]);
  });

  it('hands a downgrade to the agreements as a broken prerequisite, once', async () => {
    const agreement = await registered(doing);
    const dates = { start: day('2027-02-15'), end: day('2032-02-14') };
    await agreed(doing, agreement, dates);
    await reactions.run();
    expect(statusOf(await agreementOf(agreement))).toBe('ACTIVE');
    await does(cast.cs, ASI, 'SendStatusReminder', { rule: 'PM-10' });
    engine.until('2027-03-25T09:00:00Z');
    await sweep();
    expect(await participation(ASI)).toMatchObject({ status: 'O', leftP: { how: 'DOWNGRADED' } });

    expect(await reactions.run()).toMatchObject({ commands: 1 });
    expect(await reactions.run()).toMatchObject({ commands: 0 });
    const suspended = await agreementOf(agreement);
    expect(statusOf(suspended)).toBe('SUSPENDED');
    expect(suspended.execution.broken).toMatchObject([
      { rule: 'NOT_P_MEMBER_LEAD', side: 'LEAD', since: '2027-03-18' },
    ]);
  });

  it('bars a downgraded body for twelve months in every decision', async () => {
    const state = await agreementOf(
      (await engine.db.selectFrom('read.agreement').select('agreement').executeTakeFirstOrThrow())
        .agreement,
    );
    const needs = {
      members: [ASI, IES],
      committee: COMMITTEE,
      workingGroup: null,
      claims: [],
      previousRunsOf: null,
    };
    const { facts } = await loadFacts(engine.db, state, needs, day('2027-04-01'));
    expect(facts.members[String(ASI)]?.barredUntil).toBe('2028-03-18');
    expect(facts.members[String(IES)]?.barredUntil).toBeNull();
    expect(await asks(cast.lead, ASI, 'RequestReinstatement')).toMatchObject({
      code: 'REGAIN_TOO_EARLY',
    });
  });

  it('tells the agreement of the reinstatement, which is never refused after the bar', async () => {
    engine.until('2028-03-18T09:00:00Z');
    expect(await does(cast.lead, ASI, 'RequestReinstatement')).toEqual(['ReinstatementRequested']);
    const given = { since: '2028-03-18', reference: 'GD 2028/3' };
    expect(await does(cast.cs, ASI, 'ConfirmReinstatement', given)).toEqual(['PStatusReinstated']);
    expect(await reactions.run()).toMatchObject({ commands: 1 });
  });

  it('shows a reader what is due and records nothing', async () => {
    const stream = participationStream({ member: ASI, committee: COMMITTEE });
    const ballot = {
      ...{ ballot: 'F2', kind: 'FDIS', closesOn: '2028-03-20', guide: false, reference: 'N 2' },
    };
    await does(cast.manager, ASI, 'RecordBallotFact', ballot);
    const before = await participation(ASI);
    engine.until('2028-03-22T09:00:00Z');
    const shown = await service.peek({ member: ASI, committee: COMMITTEE });
    expect(shown.version).toBeGreaterThan(before.version);
    expect(await participation(ASI)).toEqual(before);
    expect(await engine.log.readStream(engine.db, stream)).toHaveLength(before.version);
    await sweep();
    expect(await participation(ASI)).toEqual(shown);
  });

  it('is rebuilt from the log, checked against it and mended', async () => {
    const { db, log, clock } = engine;
    const conductor = new ConductorInMemory(engine);
    const faults = async () => {
      const report = await check({ db, log, keys: null, clock, conductor: null });
      return report.violations.filter((v) => v.invariant !== 'I8');
    };
    const rows = () => db.selectFrom('read.participation').selectAll().orderBy('member').execute();
    const before = await rows();
    const lost = participationStream({ member: ASI, committee: COMMITTEE });
    expect([before.length, await faults()]).toEqual([1, []]);
    await db.deleteFrom('read.participation').execute();
    expect(await faults()).toMatchObject([{ invariant: 'I6', subject: lost }]);
    await rebuildReadModel(db, log);
    expect([await rows(), await faults()]).toEqual([before, []]);

    await sql`UPDATE read.participation SET status = 'O', next_deadline = now()`.execute(db);
    const findings = await reconcile({ db, log, conductor, commandsOlderThanMs: 0 });
    expect(findings.filter((f) => f.kind === 'READ_MODEL_DIFFERS')).toEqual([
      { kind: 'READ_MODEL_DIFFERS', subject: lost, what: 'participation', mended: true },
    ]);
    expect([await rows(), await faults()]).toEqual([before, []]);
    expect(await does(cast.cs, ASI, 'OpenParticipation')).toEqual([]);
  });

  it('is folded for a rebuild before commands wait: under the lock only what has come since is read', async () => {
    const { db, log } = engine;
    await sql`UPDATE read.participation SET status = 'O'`.execute(db);
    const before = await logSize(db);
    let commandsWait = false;
    const readFrom: number[] = [];
    const watched = Object.assign(Object.create(log) as typeof log, {
      lockHead: async (trx: Trx) => {
        commandsWait = true;
        return log.lockHead(trx);
      },
      readStreams: (...asked: Parameters<typeof log.readStreams>) => {
        if (commandsWait) readFrom.push(asked[2].fromIndex);
        return log.readStreams(...asked);
      },
    });
    await rebuildReadModel(db, watched);
    expect(readFrom).toEqual([before, before]);
    expect((await participation(ASI)).status).toBe('P');
    const { rows } = await sql<{ status: string }>`
      SELECT status FROM read.participation WHERE member = ${ASI}`.execute(db);
    expect(rows).toEqual([{ status: 'P' }]);
  });

  it('stops nothing but itself when an event of it cannot be read', async () => {
    const { db, log, clock } = engine;
    const { version } = await participation(ASI);
    const stream = participationStream({ member: ASI, committee: COMMITTEE });
    await log.append(db, {
      stream,
      expectedVersion: version,
      events: [
        {
          type: 'RegistryStatusSeen',
          schemaVersion: 99,
          occurredAt: '2027-01-04T09:00:00.000Z',
          payload: {},
        },
      ],
      actor: { person: null, role: 'SYSTEM', body: null },
      onBehalfOf: null,
      commandId: null,
      causationId: null,
      correlationId: 'test',
      ruleset: null,
    });
    await does(cast.cs, IES, 'OpenParticipation');
    const other = participationStream({ member: IES, committee: COMMITTEE });
    const rows = () => db.selectFrom('read.participation').selectAll().orderBy('member').execute();
    const before = await rows();
    const breakOther = () =>
      sql`UPDATE read.participation SET status = 'P' WHERE member = ${IES}`.execute(db);
    await breakOther();

    const report = await check({ db, log, keys: null, clock, conductor: null });
    const what = expect.stringContaining('cannot be folded: event');
    expect(report.violations.filter((v) => v.subject === stream)).toMatchObject([{ what }]);
    expect(report.violations.filter((v) => v.subject === other)).toHaveLength(1);

    const conductor = new ConductorInMemory(engine);
    const findings = await reconcile({ db, log, conductor, commandsOlderThanMs: 0 });
    expect(findings).toContainEqual(
      expect.objectContaining({ kind: 'CANNOT_BE_FOLDED', subject: stream, mended: false }),
    );
    expect(findings).toContainEqual(
      expect.objectContaining({ kind: 'READ_MODEL_DIFFERS', subject: other, mended: true }),
    );
    expect(await rows()).toEqual(before);

    await breakOther();
    const rebuilt = await rebuildReadModel(db, log);
    expect([...rebuilt.stopped.keys()]).toEqual([stream]);
    expect(await rows()).toEqual(before);
  });

  it('is named by the check when a deadline has passed and nobody has looked', async () => {
    const { db, log, clock } = engine;
    const pair = { member: IES, committee: COMMITTEE };
    const overdue = async () => {
      const report = await check({ db, log, keys: null, clock, conductor: null });
      return report.violations.filter(
        (v) => v.invariant === 'I8' && v.subject === participationStream(pair),
      );
    };
    await service.look(pair);
    expect(await overdue()).toEqual([]);
    engine.until('2031-01-04T09:00:00Z');
    expect(await overdue()).toMatchObject([{ what: expect.stringContaining('nobody has looked') }]);
    await service.look(pair);
    expect(await overdue()).toEqual([]);
  });
});
