import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { day } from '@twinning/domain';
import { cast } from '@twinning/domain/testing';
import { checkChildren, reconcileChildren } from './children.js';
import { historyOf, foldHistory } from './history.js';
import { childrenOf } from './progress.js';
import { agreed, doingOn, registered } from './testing/agreement-in-force.js';
import { ConductorInMemory } from './testing/conductor-in-memory.js';
import { EngineUnderTest } from './testing/engine-under-test.js';

describe('the processes beside an agreement', () => {
  let engine: EngineUnderTest;
  let conductor: ConductorInMemory;
  let agreement: string;

  beforeAll(async () => {
    engine = await EngineUnderTest.start();
    conductor = new ConductorInMemory(engine);
    const doing = doingOn(engine);
    agreement = await registered(doing);
    await agreed(doing, agreement, { start: day('2027-01-04'), end: day('2032-01-03') });
    await doing.does(cast.twinned, agreement, 'OpenEvaluation', { kind: 'O_TO_P' });
  }, 120_000);
  afterAll(() => engine.stop());

  const open = async () => {
    const state = foldHistory(agreement, await historyOf(engine.db, engine.log, agreement));
    return new Map([[agreement, childrenOf(state)]]);
  };
  const on = () => ({ db: engine.db, log: engine.log, settleMs: 0, conductor });
  const found = async () => checkChildren(on(), conductor, await open());

  it('are named when they are missing, fail or run for nothing; what is safe is mended', async () => {
    const [evaluation] = (await open()).get(agreement) ?? [];
    if (evaluation === undefined) throw new Error('no evaluation is open');
    const subject = agreement;
    expect(await found()).toEqual([
      { invariant: 'I5', subject, what: `evaluation ${evaluation.id} is open and has no process` },
    ]);
    const kind = 'CHILD_DIFFERS';
    const mend = async (dryRun: boolean) => reconcileChildren(on(), await open(), dryRun);
    expect(await mend(true)).toMatchObject([{ kind, subject, mended: false }]);
    expect(await mend(false)).toMatchObject([{ kind, subject, mended: true }]);
    expect(await found()).toEqual([]);

    const child = { agreement, ...evaluation };
    conductor.children.set(`${agreement}.evaluation.${evaluation.id}`, { child, attempt: 7 });
    expect(await found()).toMatchObject([{ invariant: 'I12', subject }]);
    await conductor.lookChild(child);

    const stranger = { agreement, kind: 'ballot' as const, id: 'B9' };
    conductor.children.set(`${agreement}.ballot.B9`, { child: stranger, attempt: 0 });
    expect(await found()).toEqual([
      { invariant: 'I5', subject, what: 'ballot B9 is not open and still has a process' },
    ]);
    expect(await mend(false)).toMatchObject([{ kind, subject, mended: true }]);
    expect(await found()).toEqual([]);
  }, 60_000);
});
