import { isGrpcServiceError, type ConnectionLike } from '@temporalio/client';

/** The workers of all builds, as Temporal names them together. */
export const DEPLOYMENT = 'twinning';

/** gRPC status codes. */
const NOT_FOUND = 5;
const FAILED_PRECONDITION = 9;

/** Builds of the worker that Temporal has heard of. */
export interface Deployment {
  /** The build that is given the agreements; null while workers without a build are. */
  readonly current: string | null;
  readonly builds: readonly string[];
}

type Services = Pick<ConnectionLike, 'workflowService'>;

/** What Temporal knows of the workers' builds; null when none has ever come. */
export async function deploymentOf(
  { workflowService }: Services,
  namespace: string,
): Promise<Deployment | null> {
  try {
    const { workerDeploymentInfo: info } = await workflowService.describeWorkerDeployment({
      namespace,
      deploymentName: DEPLOYMENT,
    });
    const current = info?.routingConfig?.currentDeploymentVersion?.buildId;
    const builds = (info?.versionSummaries ?? []).flatMap(
      ({ deploymentVersion }) => deploymentVersion?.buildId ?? [],
    );
    return { current: current ?? null, builds };
  } catch (error) {
    if (isGrpcServiceError(error) && Number(error.code) === NOT_FOUND) return null;
    throw error;
  }
}

/**
 * Gives the agreements to one build of the worker, those that run already with their next task; null gives them to the
 * workers without a build. Answers false, and changes nothing, when no worker of that build is there to take them.
 */
export async function makeCurrent(
  { workflowService }: Services,
  namespace: string,
  build: string | null,
): Promise<boolean> {
  try {
    await workflowService.setWorkerDeploymentCurrentVersion({
      ...{ namespace, deploymentName: DEPLOYMENT, buildId: build ?? '' },
      identity: 'twinning',
    });
    return true;
  } catch (error) {
    const code = isGrpcServiceError(error) ? Number(error.code) : null;
    if (code === NOT_FOUND || code === FAILED_PRECONDITION) return false;
    throw error;
  }
}
