// Property tests tell the same stories on every run, so that a landing is judged by its own change; the nightly run
// sets TWINNING_SEED to tell new ones and TWINNING_RUNS to tell so many times more; a failure names the seed that
// repeats it.
import fc from 'fast-check';

fc.configureGlobal({
  seed: Number(process.env.TWINNING_SEED ?? '20200101'),
  numRuns: 100 * Number(process.env.TWINNING_RUNS ?? '1'),
});
