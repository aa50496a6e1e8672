import { agreementVersion } from './agreement-version.js';
import {
  inParallel,
  isFailing,
  isHeld,
  pause,
  STUCK,
  type Conductor,
  type WorkflowStanding,
} from './conductor-port.js';
import { isOpenByLog, mendReadModel } from './mend-read-model.js';
import type { Finding, FindingKind, ReconcileOptions } from './reconcile.js';

type Reached = Pick<ReconcileOptions, 'db' | 'log' | 'conductor'>;

const WIDTH = 16;
const SETTLE_TRIES = 20;
const SETTLE_MS = 250;
const AHEAD_LOOKS = 2;

/**
 * Compares the workflows with the open agreements (`open`: versions by id). One that is missing is started; one that is
 * behind is asked to look; one that knows more than the log, which happens only after a restore, or whose task fails or
 * waits for a worker that has died, is ended and started anew; one without an agreement is ended, when the agreement's own
 * events say so too: a read model that has lost it is written again instead. With `verified`, which
 * it keeps up to date, only those are asked that are not listed as running or whose version has changed since they last
 * agreed. One that cannot be asked or mended is named for that, and keeps no other from being.
 */
export async function reconcileWorkflows(
  options: Reached,
  open: ReadonlyMap<string, number>,
  dryRun: boolean,
  verified = new Map<string, number>(),
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const running = new Set(await options.conductor.running());
  const all = new Set([...open.keys(), ...running]);
  const agrees = (agreement: string): boolean =>
    running.has(agreement) &&
    verified.has(agreement) &&
    verified.get(agreement) === open.get(agreement);
  const unsure = [...all].filter((agreement) => !agrees(agreement));
  for (const agreement of verified.keys()) if (!all.has(agreement)) verified.delete(agreement);
  await inParallel(unsure, WIDTH, async (agreement) => {
    try {
      const fault = await firmFault(options, agreement, open, verified);
      if (fault === null) return;
      verified.delete(agreement);
      const mended = !dryRun && (await mend(options, agreement, fault.kind));
      findings.push({ ...fault, subject: agreement, mended });
    } catch (error) {
      verified.delete(agreement);
      const what = error instanceof Error ? error.message : String(error);
      findings.push({ kind: 'WORKFLOW_UNREACHED', subject: agreement, what, mended: false });
    }
  });
  return findings;
}

type Fault = Pick<Finding, 'kind' | 'what'>;

/** A fault that is still there after a moment: a product at work is always a step apart. */
async function firmFault(
  on: Reached,
  agreement: string,
  open: ReadonlyMap<string, number>,
  verified: Map<string, number>,
): Promise<Fault | null> {
  const { db, conductor } = on;
  const version = open.get(agreement);
  const standing = await conductor.standing(agreement);
  if (judge(version, standing) === null) {
    // One that does not answer is no fault yet, and has not agreed either.
    if (version !== undefined && standing?.version === version) verified.set(agreement, version);
    return null;
  }
  await pause(SETTLE_MS);
  const now = await agreementVersion(db, agreement);
  const then = await conductor.standing(agreement);
  const fault = judge(now.open ? now.version : undefined, then);
  if (fault?.kind === 'WORKFLOW_AHEAD') {
    return (await isAhead(db, agreement, then?.version ?? 0)) ? fault : null;
  }
  if (fault?.kind !== 'WORKFLOW_WITHOUT_AGREEMENT') return fault;
  switch (await isOpenByLog(on, agreement)) {
    case true:
      return { kind: 'READ_MODEL_DIFFERS', what: 'the log has it open, the read model has not' };
    case null:
      return { kind: 'CANNOT_BE_FOLDED', what: 'its workflow runs on' };
    case false:
      return fault;
  }
}

/** The log was looked at first: what a busy workflow has heard of since stands there at a second look, unless it was lost. */
async function isAhead(db: Reached['db'], agreement: string, known: number): Promise<boolean> {
  for (let left = AHEAD_LOOKS; left > 0; left -= 1) {
    if ((await agreementVersion(db, agreement)).version >= known) return false;
    await pause(SETTLE_MS);
  }
  return true;
}

function judge(version: number | undefined, standing: WorkflowStanding | null): Fault | null {
  if (version === undefined) {
    return standing === null
      ? null
      : { kind: 'WORKFLOW_WITHOUT_AGREEMENT', what: 'runs for an agreement that is not open' };
  }
  if (standing === null) return { kind: 'OPEN_WITHOUT_WORKFLOW', what: 'has no workflow' };
  if (isHeld(standing)) {
    const { attempt, heldMs } = standing;
    const what = `its workflow's task, attempt ${String(attempt)}, has been with a worker for ${String(heldMs)} ms`;
    return { kind: 'WORKFLOW_HELD', what };
  }
  if (isFailing(standing)) {
    const what = `its workflow's task has failed ${String(standing.attempt)} times`;
    return { kind: 'WORKFLOW_FAILING', what };
  }
  if (standing.version === null || standing.version === version) return null;
  const versions = `its workflow knows version ${String(standing.version)}, the log has ${String(version)}`;
  return {
    kind: standing.version < version ? 'WORKFLOW_BEHIND' : 'WORKFLOW_AHEAD',
    what: versions,
  };
}

async function mend(on: Reached, agreement: string, kind: FindingKind): Promise<boolean> {
  const { db, conductor } = on;
  switch (kind) {
    case 'OPEN_WITHOUT_WORKFLOW':
    case 'WORKFLOW_BEHIND':
      await conductor.look(agreement);
      break;
    case 'WORKFLOW_AHEAD':
      await conductor.end(agreement, 'the log was restored to an earlier state');
      await conductor.look(agreement);
      break;
    case 'WORKFLOW_HELD':
    case 'WORKFLOW_FAILING':
      await conductor.end(agreement, STUCK);
      await conductor.look(agreement);
      break;
    case 'WORKFLOW_WITHOUT_AGREEMENT':
      // One that only has not heard yet ends by itself; what remains is a stranger to this log.
      await conductor.look(agreement);
      if (await settled(db, conductor, agreement)) return true;
      await conductor.end(agreement, 'the log knows no such open agreement');
      break;
    case 'READ_MODEL_DIFFERS':
      if (!(await mendReadModel(on, agreement, [])).mended) return false;
      await conductor.look(agreement);
      break;
    case 'WORKFLOW_UNREACHED':
    case 'COMMAND_WITHOUT_OUTCOME':
    case 'CHILD_DIFFERS':
    case 'CANNOT_BE_FOLDED':
      return false;
  }
  return settled(db, conductor, agreement);
}

/** Waits until workflow and log agree. */
async function settled(
  db: ReconcileOptions['db'],
  conductor: Conductor,
  agreement: string,
): Promise<boolean> {
  for (let left = SETTLE_TRIES; left > 0; left -= 1) {
    const { open, version } = await agreementVersion(db, agreement);
    const standing = await conductor.standing(agreement);
    if (open ? standing?.version === version : standing === null) return true;
    await pause(SETTLE_MS);
  }
  return false;
}
