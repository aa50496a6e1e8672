import { failpoint, type Executor, type Execution } from '@twinning/engine';
import type { Activities } from '@twinning/workflows/contract';
import type { EvidenceService } from './evidence-service.js';

/** The services behind the agreement workflow's activities: each call is one transaction on the log. */
export class AgreementService implements Activities {
  constructor(
    private readonly executor: Executor,
    private readonly evidence: EvidenceService,
    /** Looks at what is due; with connections of its own no command keeps it back. */
    private readonly clocks: Pick<Executor, 'look'> = executor,
  ) {}

  async execute(commandId: string, known?: number): Promise<Execution> {
    failpoint('worker-before-execute', 'any');
    const execution = await this.executor.execute(commandId, known);
    failpoint('worker-before-answer', execution.outcome ?? 'none');
    return execution;
  }

  look(agreement: string, known?: number): Promise<Execution> {
    return this.clocks.look(agreement, known);
  }

  async gatherEvidence(agreement: string, evaluation: string): Promise<Execution> {
    await this.evidence.gather(agreement, evaluation);
    return this.clocks.look(agreement);
  }
}
