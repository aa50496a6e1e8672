import { clockPath } from './activities.js';
import { watchUntilOver } from './watch.js';

export interface BallotInput {
  readonly agreement: string;
  readonly ballot: string;
}

/**
 * The TMB's ballot by correspondence (ST.5.5) as a process beside the agreement: four weeks with reminders to those who
 * have not voted, two more without a quorum. Votes, an early closing and the cancellation are commands of the agreement;
 * it ends when the log says that the ballot is closed.
 */
export const tmbBallot = ({ agreement, ballot }: BallotInput): Promise<void> =>
  watchUntilOver(agreement, { kind: 'ballot', id: ballot }, () => clockPath.look(agreement));
