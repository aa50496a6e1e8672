// Two specs run at a time: those that take long come first, one that waits for processes to die and come back beside one
// that keeps a browser at work, so that neither ends alone. The others follow as Jest has found them, the largest first.
const FIRST = [
  'browser/everyone',
  'e2e/faults',
  'browser/layout',
  'e2e/away',
  'browser/lines',
  'e2e/recover',
  'browser/canaries',
  'e2e/kill',
  'browser/staff',
  'e2e/cli',
  'browser/loss',
  'e2e/confidentiality',
];

const rank = ({ path }) => {
  const at = FIRST.findIndex((name) => path.endsWith(`/${name}.e2e.spec.ts`));
  return at < 0 ? FIRST.length : at;
};

export default class WaitingFirst {
  sort(tests) {
    const size = ({ path, context }) => context.hasteFS.getSize(path) ?? 0;
    return [...tests].sort((a, b) => rank(a) - rank(b) || size(b) - size(a));
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {
    // The order does not depend on earlier runs: a clean clone has none.
  }
}
