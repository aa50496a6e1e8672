import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast } from '@twinning/domain/testing';
import { reconcile } from './reconcile.js';
import { recoverWorkflows } from './recover.js';
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

  beforeAll(async () => {
    engine = await EngineUnderTest.start();
    conductor = new ConductorInMemory(engine);
    for (const type of POISONS) {
      const agreement = await draft();
      poisoned.push(agreement);
      await engine.db.transaction().execute((trx) =>
        engine.log.append(trx, {
          stream: `agreement/${agreement}`,
          events: [{ type, schemaVersion: 1, payload: {}, occurredAt: new Date().toISOString() }],
          actor: { person: null, role: 'SYSTEM', body: null },
          ...{ onBehalfOf: null, commandId: null, causationId: null },
          ...{ correlationId: null, ruleset: null },
        }),
      );
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
});
