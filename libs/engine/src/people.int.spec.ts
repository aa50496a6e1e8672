import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Principal } from '@twinning/domain';
import { ASI, cast, GSA, IES } from '@twinning/domain/testing';
import { EventLog, FilePersonKeys } from '@twinning/event-log';
import { loadStaff, loadStanding } from '@twinning/read-model';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AccessLog } from './access-log.js';
import { check as checkWhole } from './check.js';
import { storeCommand, type StoredOutcome } from './commands.js';
import { asRead } from './database.js';
import { checkAside } from './fold-aside.js';
import { peopleRows } from './fold-people.js';
import { rebuildReadModel } from './rebuild.js';
import { PeopleService, peopleStream, principalNow } from './people-service.js';
import { RefusalLedger } from './refused-access.js';
import { doingOn } from './testing/agreement-in-force.js';
import { assessedChair, partnersOfLead } from './testing/approved-chair.js';
import { EngineUnderTest } from './testing/engine-under-test.js';

const REP = { role: 'NSB_REP' } as const;
const draft = { side: 'LEAD', type: 'P_MEMBER', committee: 47878 };
const deputy: Principal = { ...cast.leadSignatory, person: 'deputy' };

describe('the people of a body', () => {
  let engine: EngineUnderTest;
  let folder: string;
  let log: EventLog;
  let service: PeopleService;

  beforeAll(async () => {
    engine = await EngineUnderTest.start('2027-03-01T09:00:00Z');
    folder = await mkdtemp(join(tmpdir(), 'twinning-people-'));
    log = new EventLog(new FilePersonKeys(folder));
    service = new PeopleService(engine.db, log, engine.clock);
  });
  afterAll(async () => {
    await engine.stop();
    await rm(folder, { recursive: true });
  });

  const asks = async (
    principal: Principal,
    type: string,
    payload: object,
    { body = ASI, key = randomUUID() } = {},
  ): Promise<StoredOutcome | null> => {
    const command = { key, body, type, payload: payload as never, principal, correlation: 'test' };
    return (await service.handle(command))?.outcome ?? null;
  };
  const does = async (who: Principal, type: string, payload: object, body = ASI) => {
    const outcome = await asks(who, type, payload, { body });
    if (outcome?.accepted !== true) throw new Error(`${type}: ${JSON.stringify(outcome)}`);
    return outcome.events.map((e) => e.type);
  };
  const staff = () => loadStaff(asRead(engine.db), ASI);
  const lastOf = async (stream: string) => (await log.readStream(engine.db, stream)).at(-1);
  const lends = async (over: object = {}) => {
    const period = { start: '2027-03-01', end: '2027-03-10', reason: 'ABSENCE' };
    await does(cast.lead, 'Delegate', { to: 'deputy', role: 'NSB_REP', ...period, ...over });
    return (await staff()).delegations.at(-1)?.id ?? '';
  };

  it('are recorded with references; names are sealed and stand in no table', async () => {
    const name = 'Zephyrine Quill';
    await does(cast.leadMbua, 'InvitePerson', { person: 'deputy', grants: [], name });
    expect((await lastOf(peopleStream(ASI)))?.payload).toMatchObject({ person: 'deputy', name });
    expect(await readdir(folder)).toEqual(['deputy']);
    const { rows } = await sql<{ found: string }>`
      SELECT 'event' AS found FROM log.event e WHERE e::text LIKE ${`%${name}%`}
      UNION ALL SELECT 'staff' FROM read.staff s WHERE s::text LIKE ${`%${name}%`}
      UNION ALL SELECT 'command' FROM engine.people_command c WHERE c::text LIKE ${`%${name}%`}`.execute(
      engine.admin,
    );
    expect(rows).toEqual([]);
  });

  it('those whom the Central Secretariat seats on the TMB make the list of a ballot (OQ-8)', async () => {
    const doing = doingOn(engine);
    const { committee, bodies } = await partnersOfLead(engine.db);
    const [twinned = cast.twinned] = bodies;
    const id = await assessedChair(doing, committee, twinned);
    const seat = [{ role: 'TMB_MEMBER' }];
    await does(cast.cs, 'InvitePerson', { person: 'tmb-asi', grants: seat });
    await does(cast.cs, 'InvitePerson', { person: 'tmb-gsa', grants: seat }, GSA);
    const asked = cast.leadSignatory;
    await does({ ...asked, person: 'tmb-asi' }, 'AcceptInvitation', {});
    const opens = (entitled: readonly number[]) =>
      doing.does(cast.tmbSec, id, 'OpenTmbBallot', { entitled });
    // Who has not said yes sits nowhere yet.
    await expect(opens([ASI, GSA])).rejects.toThrow('NOT_ENTITLED_TO_VOTE');
    await does({ ...asked, person: 'tmb-gsa', member: GSA }, 'AcceptInvitation', {}, GSA);
    await expect(opens([ASI])).rejects.toThrow('INVALID_INPUT');
    await doing.does(cast.tmbSec, id, 'OpenTmbBallot', {});
    expect((await doing.state(id)).approval.ballots[0]?.entitled).toEqual([ASI, GSA]);
    await does(cast.cs, 'EndPerson', { person: 'tmb-asi' });
    await does(cast.cs, 'EndPerson', { person: 'tmb-gsa' }, GSA);
  });

  it('change once per Idempotency-Key, and refusals stand in the ledger', async () => {
    const key = randomUUID();
    const payload = { person: 'twice', grants: [REP] };
    const first = await asks(cast.leadMbua, 'InvitePerson', payload, { key });
    expect(await asks(cast.leadMbua, 'InvitePerson', payload, { key })).toEqual(first);
    expect(await asks(cast.leadMbua, 'EndPerson', { person: 'twice' }, { key })).toBeNull();
    const refused = await asks(cast.lead, 'EndPerson', { person: 'twice' });
    expect(refused).toMatchObject({ accepted: false, code: 'FORBIDDEN_ROLE' });
    const leaf = await lastOf(`refusals/${peopleStream(ASI)}`);
    expect(leaf).toMatchObject({
      actor: { person: 'lead-rep' },
      payload: { code: 'FORBIDDEN_ROLE' },
    });
  });

  it('are none of the business of another body', async () => {
    const asked = await asks(cast.twinnedMbua, 'EndPerson', { person: 'deputy' });
    expect(asked).toMatchObject({ accepted: false, code: 'NOT_FOUND' });
  });

  it('act for nobody while they have not accepted', async () => {
    const { lead } = cast;
    const period = { start: '2027-03-01', end: '2027-03-10', reason: 'ABSENCE' };
    const lent = await asks(lead, 'Delegate', { to: 'deputy', role: 'NSB_REP', ...period });
    expect(lent).toMatchObject({ accepted: false, code: 'PERSON_UNKNOWN' });
    await does(cast.leadMbua, 'InvitePerson', { person: lead.person, grants: [REP] });
    await does(lead, 'AcceptInvitation', {});
    const id = await lends({ commands: ['StartDraft'] });
    expect((await engine.send(deputy, 'StartDraft', draft)).outcome.accepted).toBe(false);
    await does(cast.lead, 'EndDelegation', { delegation: id });
    await does(deputy, 'AcceptInvitation', {});
  });

  it('act for each other: both names stand in the record, and the role ends when it is taken back', async () => {
    const denied = await engine.send(deputy, 'StartDraft', draft);
    expect(denied.outcome).toMatchObject({ accepted: false, code: 'FORBIDDEN_ROLE' });
    const id = await lends({ commands: ['StartDraft'] });
    const { outcome, agreement } = await engine.send(deputy, 'StartDraft', draft);
    expect(outcome.accepted).toBe(true);
    const event = await lastOf(`agreement/${agreement}`);
    expect([event?.actor, event?.onBehalfOf]).toEqual([
      { person: 'deputy', role: 'NSB_REP', body: ASI },
      'lead-rep',
    ]);
    const wrong = await engine.send(deputy, 'StartDraft', { ...draft, committee: 1 });
    expect(wrong.outcome.accepted).toBe(false);
    expect((await lastOf(`refusals/${wrong.agreement}`))?.onBehalfOf).toBe('lead-rep');
    const caller = await principalNow(engine.db, engine.clock, deputy);
    const read = {
      kind: 'DocumentRead',
      agreement,
      caller,
      details: {},
      correlation: 't',
    } as const;
    await new AccessLog(engine.db, engine.log, engine.clock).record(read);
    const route = { code: 'FORBIDDEN', route: 'GET /', command: null, agreement: null } as const;
    await new RefusalLedger(engine.db, engine.log, engine.clock).record({
      ...{ ...route, last: false, caller, correlation: 't' },
    });
    for (const stream of [`access/${agreement}`, 'refusals/edge']) {
      const leaf = await lastOf(stream);
      expect([leaf?.actor.person, leaf?.onBehalfOf]).toEqual(['deputy', 'lead-rep']);
    }
    // What the delegation does not name is not covered.
    const other = await engine.send(
      deputy,
      'EditRequest',
      { need: 'x' },
      { agreement, version: 1 },
    );
    expect(other.outcome).toMatchObject({ accepted: false, code: 'FORBIDDEN_ROLE' });
    await does(cast.lead, 'EndDelegation', { delegation: id });
    const after = await engine.send(deputy, 'StartDraft', draft);
    expect(after.outcome).toMatchObject({ accepted: false, code: 'FORBIDDEN_ROLE' });
  });

  it('are looked at when a command is decided, not when it was sent', async () => {
    const stored = async (principal: Principal) => {
      const command = await storeCommand(engine.db, {
        ...{ key: randomUUID(), agreement: null, type: 'StartDraft', payload: draft },
        ...{ principal, expectedVersion: null, correlation: 'test' },
      });
      return command?.id ?? '';
    };
    const outcomeOf = async (id: string) => {
      await engine.executor.execute(id);
      const row = await engine.db
        .selectFrom('engine.command')
        .select('outcome')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      return row.outcome as StoredOutcome;
    };
    const by = { delegation: 'D9', person: 'lead-rep', commands: 'ALL' as const };
    const ended = await stored({ ...deputy, grants: [{ ...REP, by }] });
    expect(await outcomeOf(ended)).toMatchObject({ accepted: false, code: 'FORBIDDEN_ROLE' });
    const waiting = await stored(cast.leadColleague);
    await does(cast.leadMbua, 'EndPerson', { person: 'lead-rep-2' });
    expect(await outcomeOf(waiting)).toMatchObject({ accepted: false, code: 'FORBIDDEN_ROLE' });
  });

  it('lose what was delegated when its period is over', async () => {
    await lends();
    expect((await engine.send(deputy, 'StartDraft', draft)).outcome.accepted).toBe(true);
    engine.until('2027-03-11T09:00:00Z');
    expect((await engine.send(deputy, 'StartDraft', draft)).outcome.accepted).toBe(false);
  });

  it('cannot be taken over by another body that lists them', async () => {
    await does(cast.twinnedMbua, 'InvitePerson', { person: 'lead-rep', grants: [] }, IES);
    await does(cast.twinnedMbua, 'EndPerson', { person: 'lead-rep' }, IES);
    expect((await engine.send(cast.lead, 'StartDraft', draft)).outcome.accepted).toBe(true);
    expect((await loadStanding(asRead(engine.db), 'lead-rep')).entries).toMatchObject([
      { body: ASI, state: 'ACTIVE', accepted: true },
      { body: IES, state: 'ENDED', accepted: false },
    ]);
  });

  it('stand in for no more than their colleague holds at that moment', async () => {
    engine.until('2027-03-12T09:00:00Z');
    const id = await lends({ start: '2027-03-12', end: '2027-03-13' });
    const standing = () => loadStanding(asRead(engine.db), 'deputy');
    expect((await standing()).delegations.at(-1)).toMatchObject({ id, held: [REP] });
    expect((await engine.send(deputy, 'StartDraft', draft)).outcome.accepted).toBe(true);
    // As a record has it in which a delegation outlived its ground.
    await sql`UPDATE read.person SET grants = '[{"role":"NSB_REP","committees":[1]}]'
               WHERE person = 'lead-rep' AND body = ${ASI}`.execute(engine.db);
    expect((await engine.send(deputy, 'StartDraft', draft)).outcome.accepted).toBe(false);
    await rebuildReadModel(engine.db, log);
    await does(cast.leadMbua, 'ChangeRoles', {
      person: 'lead-rep',
      grants: [{ ...REP, committees: [1] }],
    });
    expect((await staff()).delegations.filter((d) => d.id === id)).toEqual([]);
    expect((await engine.send(deputy, 'StartDraft', draft)).outcome.accepted).toBe(false);
  });

  it('are nominees no more when the body that they had joined has ended them, though their token names none', async () => {
    const { entries } = await loadStanding(asRead(engine.db), 'lead-rep');
    expect(entries[0]).toMatchObject({ body: ASI, accepted: true });
    await does(cast.leadMbua, 'EndPerson', { person: 'lead-rep' });
    const nameless: Principal = { ...cast.lead, member: null, grants: [] };
    expect((await principalNow(engine.db, engine.clock, nameless)).former).toBe(true);
    const stranger: Principal = { ...nameless, person: 'stranger' };
    await does(cast.twinnedMbua, 'EndPerson', { person: 'stranger' }, IES);
    expect((await principalNow(engine.db, engine.clock, stranger)).former).toBeUndefined();
  });

  it('are rebuilt from the log as they were, and a changed row is found', async () => {
    const check = () => engine.db.transaction().execute((trx) => checkAside(trx, log, peopleRows));
    expect(await check()).toEqual([]);
    const before = await staff();
    await sql`UPDATE read.person SET grants = '[{"role":"MBUA"}]' WHERE person = 'deputy'`.execute(
      engine.db,
    );
    expect(await check()).toMatchObject([{ subject: peopleStream(ASI) }]);
    await rebuildReadModel(engine.db, log);
    const checked = await checkWhole({
      db: engine.db,
      log,
      keys: log.keys,
      clock: engine.clock,
      conductor: null,
    });
    // The agreements of this story were drafted weeks ago and nobody has looked since.
    expect(checked.violations.filter((v) => v.invariant !== 'I8')).toEqual([]);
    expect([await check(), await staff()]).toEqual([[], before]);
  });
});
