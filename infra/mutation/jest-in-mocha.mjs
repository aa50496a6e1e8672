// The specs are written for Jest. Stryker is fastest where tests run in one process that has loaded everything once, which
// its Mocha runner does and its Jest runner does not; so the few names that the specs take from Jest stand on Mocha here.
import { format } from 'node:util';
import { expect } from 'expect';
import fc from 'fast-check';
import { forgetWays } from './src/invariants/random-story.ts';

// A property is tried less often than in the unit tests: each mutant that one of them reaches would run it whole.
fc.configureGlobal({ seed: 20_200_101, numRuns: 10 });

// What was told under one mutant says nothing about the next.
let toldUnder;
globalThis.beforeEach(() => {
  const { activeMutant } = globalThis.__stryker__ ?? {};
  if (activeMutant !== toldUnder) forgetWays();
  toldUnder = activeMutant;
});

const each = (named) => (rows) => (title, body) => {
  rows.forEach((row, index) => {
    const values = Array.isArray(row) ? row : [row];
    const used = title.match(/%[sidjo]/g)?.length ?? 0;
    named(`${format(title, ...values.slice(0, used))} #${index}`, () => body(...values));
  });
};

const suite = (title, body) => globalThis.describe(title, body);
const test = (title, body) => globalThis.it(title, body);

export const describe = Object.assign(suite, { each: each(suite) });
export const it = Object.assign(test, {
  each: each(test),
  skip: (title, body) => globalThis.it.skip(title, body),
});
export const beforeEach = (body) => globalThis.beforeEach(body);
export const afterEach = (body) => globalThis.afterEach(body);

const replaced = [];
/** What specs ask of `jest` itself: another number in a ruleset, until the test is over. */
export const jest = {
  replaceProperty(of, key, value) {
    replaced.push([of, key, of[key]]);
    of[key] = value;
  },
  restoreAllMocks() {
    for (let last = replaced.pop(); last !== undefined; last = replaced.pop()) {
      const [of, key, value] = last;
      of[key] = value;
    }
  },
};
export { expect };
