import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast } from '@twinning/domain/testing';
import { sql } from 'kysely';
import { upcasters } from './event-versions.js';
import { historyOf, plainPayload } from './history.js';
import { noteParked } from './parked.js';
import { reconcile } from './reconcile.js';
import { recoverWorkflows } from './recover.js';
import { ailments } from './standing.js';
import { ConductorInMemory } from './testing/conductor-in-memory.js';
import { EngineUnderTest } from './testing/engine-under-test.js';

/** Known types that fold, and of which nothing that follows can be computed. */
const POISONS = ['TwinningApproved', 'TermsProposed'] as const;

describe('an agreement from whose events nothing follows', () => {
  let engine: EngineUnderTest;
  let conductor: ConductorInMemory;
  const poisoned: string[] = [];

  const draft = async (): Promise<string> => {
    const payload = { side: 'LEAD', type: 'P_MEMBER', committee: 47878 };
    return (await engine.send(cast.lead, 'StartDraft', payload)).agreement;
  };

  const append = (agreement: string, type: string, schemaVersion: number, payload = {}) =>
    engine.db.transaction().execute((trx) =>
      engine.log.append(trx, {
        stream: `agreement/${agreement}`,
        events: [{ type, schemaVersion, payload, occurredAt: new Date().toISOString() }],
        actor: { person: null, role: 'SYSTEM', body: null },
        ...{ onBehalfOf: null, commandId: null, causationId: null },
        ...{ correlationId: null, ruleset: null },
      }),
    );

  beforeAll(async () => {
    engine = await EngineUnderTest.start();
    conductor = new ConductorInMemory(engine);
    for (const type of POISONS) {
      const agreement = await draft();
      poisoned.push(agreement);
      await append(agreement, type, 1);
    }
  });
  afterAll(() => engine.stop());

  it('keeps no other from being looked after, and is named', async () => {
    const { db, log } = engine;
    const sound = await draft();
    conductor.workflows.clear();
    const findings = await reconcile({ db, log, conductor, commandsOlderThanMs: 0 });
    const named = findings.filter(({ kind }) => kind === 'CANNOT_BE_FOLDED');
    expect(named.map(({ subject }) => subject)).toEqual(expect.arrayContaining(poisoned));
    expect(named.every(({ mended }) => !mended)).toBe(true);
    expect(conductor.workflows.get(sound)?.version).toBe(1);
    const recovered = await recoverWorkflows({ db, log, conductor, waitForAnswer: true });
    expect(recovered.unanswered).not.toContain(sound);
  });

  it('or that was altered in the database keeps no other either, and nothing is mended from it', async () => {
    const { db, log, admin } = engine;
    const [sound, altered] = [await draft(), await draft()];
    const alter = (by: number) =>
      admin.transaction().execute(async (trx) => {
        await sql`SET LOCAL session_replication_role = replica`.execute(trx);
        await sql`UPDATE log.event SET schema_version = schema_version + ${by}
                   WHERE stream = ${`agreement/${altered}`}`.execute(trx);
      });
    await alter(1);
    await sql`DELETE FROM read.agreement WHERE agreement = ANY(${[sound, altered]}::uuid[])`.execute(
      admin,
    );
    conductor.workflows.clear();
    const findings = await reconcile({ db, log, conductor, commandsOlderThanMs: 0 });
    const told = (subject: string) =>
      findings.filter((one) => one.subject === subject).map(({ kind, mended }) => [kind, mended]);
    expect(told(altered)).toContainEqual(['CANNOT_BE_FOLDED', false]);
    expect(told(sound)).toContainEqual(['READ_MODEL_DIFFERS', true]);
    expect(conductor.workflows.get(sound)?.version).toBe(1);
    await alter(-1);
    await reconcile({ db, log, conductor, commandsOlderThanMs: 0 });
    expect(conductor.workflows.get(altered)?.version).toBe(1);
  });

  it('is parked and counted while something waits in it that this build cannot read, and no longer', async () => {
    const parked = async () =>
      (await ailments(engine.db)).filter((one) => one.reason === 'AGREEMENTS_PARKED');
    const [sound, later] = [await draft(), await draft()];
    const readAt = new Map<string, number>();
    const look = (neglected: readonly string[]) => noteParked(engine, neglected, readAt);
    expect(await look([sound, later])).toEqual([]);
    // The same edit once more, as a build that is yet to come would write it.
    const edit = { agreement: later, version: 1 };
    expect(
      (await engine.send(cast.lead, 'EditRequest', { goals: 'Before.' }, edit)).outcome,
    ).toMatchObject({ accepted: true });
    const [, edited] = await historyOf(engine.db, engine.log, later);
    await append(later, 'RequestEdited', 2, edited === undefined ? {} : plainPayload(edited));
    const found = await look([...poisoned, sound, later]);
    expect(found.map(({ subject, mended }) => [subject, mended])).toEqual(
      expect.arrayContaining([...poisoned, later].map((one) => [one, false])),
    );
    expect(found).toHaveLength(3);
    expect(await parked()).toEqual([{ reason: 'AGREEMENTS_PARKED', count: 3 }]);
    // It is told once, and nothing waits for it to be noted still.
    expect(await look([])).toEqual([]);
    expect(await parked()).toEqual([{ reason: 'AGREEMENTS_PARKED', count: 3 }]);

    upcasters.RequestEdited = [(payload) => payload];
    try {
      expect(await look([])).toEqual([expect.objectContaining({ subject: later, mended: true })]);
    } finally {
      delete upcasters.RequestEdited;
    }
    expect(await parked()).toEqual([{ reason: 'AGREEMENTS_PARKED', count: 2 }]);
  });
});
