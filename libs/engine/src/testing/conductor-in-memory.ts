import type { Conductor, WorkflowStanding } from '../conductor-port.js';
import type { EngineUnderTest } from './engine-under-test.js';

/** A workflow that waits for nobody. */
export const inOrder = (version: number): WorkflowStanding => ({
  version,
  attempt: 0,
  heldMs: null,
  fails: false,
});

/** Workflows as the log alone would have them, until a test bends one. */
export class ConductorInMemory implements Conductor {
  readonly workflows = new Map<string, WorkflowStanding>();
  readonly ended: string[] = [];

  constructor(private readonly engine: EngineUnderTest) {}

  running = () => Promise.resolve([...this.workflows.keys()]);
  standing = (agreement: string) => Promise.resolve(this.workflows.get(agreement) ?? null);
  send = async ({ id, agreement }: { id: string; agreement: string }) => {
    await this.engine.executor.execute(id);
    await this.look(agreement);
  };
  look = async (agreement: string) => {
    const { version, wakeInMs } = await this.engine.executor.look(agreement);
    const known = this.workflows.get(agreement)?.version ?? 0;
    if (wakeInMs === null) this.workflows.delete(agreement);
    else this.workflows.set(agreement, inOrder(Math.max(known, version)));
  };
  end = (agreement: string) => {
    this.ended.push(agreement);
    this.workflows.delete(agreement);
    return Promise.resolve();
  };
}
