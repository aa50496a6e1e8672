import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { requestContent } from '@twinning/domain';
import { cast, JUSTIFIED } from '@twinning/domain/testing';
import { hashOf, rebuildReadModel } from '@twinning/engine';
import { sql } from 'kysely';
import { WorkerUnderTest } from './testing/worker-under-test.js';

const COMMITTEE = 47878;
/** Where the pair is not twinned yet. */
const ANOTHER = 48602;
/** Where a command meets a fault. */
const FAULTY = 47858;

describe('the workflow of an agreement, on a server that lets time pass', () => {
  let worker: WorkerUnderTest;

  beforeAll(async () => {
    worker = await WorkerUnderTest.start();
  }, 120_000);
  afterAll(() => worker.stop());

  it('carries commands from draft to registration and lapses after three months of silence', async () => {
    const agreement = await worker.does(cast.lead, null, 'StartDraft', {
      side: 'LEAD',
      type: 'P_MEMBER',
      committee: COMMITTEE,
    });
    await worker.does(cast.lead, agreement, 'InvitePartner', { member: cast.twinned.member });
    await worker.does(cast.twinned, agreement, 'ConfirmPartner');
    await worker.does(cast.lead, agreement, 'EditRequest', {
      competence: 'Twenty years in food standards.',
      goals: 'Own experts in two working groups.',
      outcome: 'A participating member.',
      plannedStart: '2027-06-01',
      plannedMonths: 36,
      leadContact: 'lead-rep',
      justifications: JUSTIFIED,
    });
    await worker.does(cast.twinned, agreement, 'EditRequest', {
      need: 'To comment on drafts in time.',
      twinnedContact: 'twinned-rep',
    });
    const hash = hashOf(requestContent(await worker.state(agreement)));
    await worker.does(cast.lead, agreement, 'ConsentToRequest', { hash });
    await worker.does(cast.twinned, agreement, 'ConsentToRequest', { hash });
    await worker.does(cast.lead, agreement, 'SubmitRequest');
    await worker.does(cast.tpm, agreement, 'ApproveByTpm');
    await worker.does(cast.tpm, agreement, 'RegisterInGD');
    expect(await worker.state(agreement)).toMatchObject({ stage: 'AGREEMENT_PENDING' });

    await worker.environment.sleep('100 days');
    expect(await worker.state(agreement)).toMatchObject({
      stage: 'LAPSED',
      ending: { ended: { how: 'LAPSED' } },
    });
    const events = await worker.engine.log.readStream(worker.engine.db, `agreement/${agreement}`);
    expect(events.filter((e) => e.type === 'ArrangementLapsed')).toHaveLength(1);
  }, 120_000);

  it('tells Temporal of a fault on the way no more than its code', async () => {
    const { admin } = worker.engine;
    const agreement = await worker.does(cast.lead, null, 'StartDraft', {
      ...{ side: 'LEAD', type: 'P_MEMBER', committee: FAULTY },
    });
    await sql`CREATE FUNCTION engine.canary() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'Canary of lead-rep' USING ERRCODE = 'P0001'; END $$`.execute(admin);
    await sql`CREATE TRIGGER canary BEFORE UPDATE ON engine.command
      FOR EACH ROW EXECUTE FUNCTION engine.canary()`.execute(admin);
    const invited = { member: cast.twinned.member };
    try {
      await expect(worker.does(cast.lead, agreement, 'InvitePartner', invited)).rejects.toThrow();
    } finally {
      await sql`DROP TRIGGER canary ON engine.command`.execute(admin);
    }
    const { json } = await worker.sender.lastRun(agreement);
    const history = Buffer.from(json).toString();
    expect(history).toContain('"message":"P0001"');
    expect(history).not.toMatch(/Canary|lead-rep|RAISE|node_modules|\.ts:/);
    // The command lies stored, and nothing of its workflow was lost.
    await worker.sender.look(agreement);
  }, 60_000);

  it('believes a log that was put back: what is decided on it next is what the workflow knows', async () => {
    const { db, log } = worker.engine;
    const agreement = await worker.does(cast.lead, null, 'StartDraft', {
      ...{ side: 'LEAD', type: 'P_MEMBER', committee: ANOTHER },
    });
    const putBack = await snapshot();
    const invited = { member: cast.twinned.member };
    await worker.does(cast.lead, agreement, 'InvitePartner', invited);
    await worker.does(cast.twinned, agreement, 'ConfirmPartner');
    const known = async () => (await worker.sender.standing(agreement))?.version;
    const lost = (await worker.state(agreement)).version;
    expect(lost).toBeGreaterThan(2);
    expect(await known()).toBe(lost);

    await putBack();
    await rebuildReadModel(db, log);
    expect((await worker.state(agreement)).version).toBe(1);
    expect(worker.lost).toEqual([]);
    await worker.does(cast.lead, agreement, 'InvitePartner', invited);
    // Named by the first command, before it was decided.
    expect(worker.lost).toEqual([{ agreement, known: lost, version: 1 }]);
    const { version } = await worker.state(agreement);
    expect(version).toBeLessThan(lost);
    expect(await known()).toBe(version);
    // As many events as were lost, and others.
    await worker.does(cast.twinned, agreement, 'DeclineInvitation', { reason: 'No capacity.' });
    expect(await known()).toBe((await worker.state(agreement)).version);
  }, 120_000);

  /** The tables of the log as they are now, to be put back as a restored backup would. */
  async function snapshot(): Promise<() => Promise<void>> {
    const tables = ['head', 'event', 'node', 'checkpoint'].map((name) => sql.table(`log.${name}`));
    const kept = await Promise.all(
      tables.map(async (table) => {
        const { rows } = await sql<{ row: string }>`SELECT x::text AS row FROM ${table} x`.execute(
          worker.engine.admin,
        );
        return { table, rows };
      }),
    );
    return () =>
      worker.engine.admin.transaction().execute(async (trx) => {
        await sql`SET LOCAL session_replication_role = replica`.execute(trx);
        for (const { table, rows } of kept) {
          await sql`DELETE FROM ${table}`.execute(trx);
          for (const { row } of rows) {
            await sql`INSERT INTO ${table} SELECT (${row}::${table}).*`.execute(trx);
          }
        }
      });
  }
});
