import { failpoint, type Executor, type Execution, type StoreReturn } from '@twinning/engine';
import type { Activities } from '@twinning/workflows/contract';
import type { EvidenceService } from './evidence-service.js';

/** How long a step that was cut off waits for PostgreSQL: with the attempt itself less than its activity may take. */
const PATIENCE_MS = 4_000;

/** The services behind the agreement workflow's activities: each call is one transaction on the log. */
export class AgreementService implements Activities {
  constructor(
    private readonly executor: Executor,
    private readonly evidence: EvidenceService,
    private readonly back: StoreReturn,
    /** Looks at what is due; with connections of its own no command keeps it back. */
    private readonly clocks: Pick<Executor, 'look'> = executor,
  ) {}

  execute(commandId: string, known?: number): Promise<Execution> {
    return this.step(async () => {
      failpoint('worker-before-execute', 'any');
      const execution = await this.executor.execute(commandId, known);
      failpoint('worker-before-answer', execution.outcome ?? 'none');
      return execution;
    });
  }

  look(agreement: string, known?: number): Promise<Execution> {
    return this.step(() => this.clocks.look(agreement, known));
  }

  gatherEvidence(agreement: string, evaluation: string): Promise<Execution> {
    return this.step(async () => {
      await this.evidence.gather(agreement, evaluation);
      return this.clocks.look(agreement);
    });
  }

  private step<T>(work: () => Promise<T>): Promise<T> {
    return this.back.onceMore(work, PATIENCE_MS);
  }
}
