import fc from 'fast-check';

/** How often a property is tried: `usual` times, multiplied by TWINNING_RUNS in the nightly run. */
export const runs = (usual: number): number =>
  Math.ceil((usual * (fc.readConfigureGlobal().numRuns ?? 100)) / 100);
