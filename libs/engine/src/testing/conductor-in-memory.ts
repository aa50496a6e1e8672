import type { ChildRef, Conductor, WorkflowStanding } from '../conductor-port.js';
import type { EngineUnderTest } from './engine-under-test.js';

/** A workflow that waits for nobody. */
export const inOrder = (version: number): WorkflowStanding => ({
  version,
  attempt: 0,
  heldMs: null,
  fails: false,
});

const nameOf = ({ agreement, kind, id }: ChildRef): string => `${agreement}.${kind}.${id}`;

/** Workflows as the log alone would have them, until a test bends one. */
export class ConductorInMemory implements Conductor {
  readonly workflows = new Map<string, WorkflowStanding>();
  readonly ended: string[] = [];
  /** Processes beside the agreements, with the attempts of their tasks. */
  readonly children = new Map<string, { readonly child: ChildRef; readonly attempt: number }>();

  constructor(private readonly engine: EngineUnderTest) {}

  running = () => Promise.resolve([...this.workflows.keys()]);
  standing = (agreement: string) => Promise.resolve(this.workflows.get(agreement) ?? null);
  send = async ({ id, agreement }: { id: string; agreement: string }) => {
    await this.engine.executor.execute(id);
    await this.look(agreement);
  };
  runningChildren = () => Promise.resolve([...this.children.values()].map(({ child }) => child));
  childAttempt = (child: ChildRef) =>
    Promise.resolve(this.children.get(nameOf(child))?.attempt ?? null);
  lookChild = async (child: ChildRef) => {
    const { children } = await this.engine.executor.look(child.agreement);
    const isOpen = children.some(({ kind, id }) => kind === child.kind && id === child.id);
    if (isOpen) this.children.set(nameOf(child), { child, attempt: 0 });
    else this.children.delete(nameOf(child));
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
