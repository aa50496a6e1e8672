import { deadlines, RULESET_IDS, TWINNING_TYPES } from '@twinning/domain';
import { broken, Entropy, RandomStory } from '@twinning/domain/invariants';
import { parseArgs } from 'node:util';

// `npm run year -- [--agreements 1000] [--seed 7]`: a year and more in the life of so many agreements on the pure core, with people
// who act at random and every deadline at its instant; every commit is held against the invariants. Exit code 1 when one
// is broken, or when it took more than a minute of one core.

const { values } = parseArgs({
  options: {
    agreements: { type: 'string', default: '1000' },
    seed: { type: 'string', default: new Date().toISOString().slice(0, 10).replaceAll('-', '') },
  },
});
const AGREEMENTS = Number(values.agreements);
const SEED = Number(values.seed);
const DAYS = 365;
/** Somebody acts about twice a week. */
const IDLE = 3;
const MOST_SECONDS = 60;
const LONGEST_WAY = 60;
const DAY_MS = 86_400_000;

const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

const began = Date.now();
const before = cpuSeconds();
const violations: string[] = [];
const sum = { commits: 0, timers: 0, events: 0, refusals: 0, days: 0 };
const statuses = new Set<string>();

for (let n = 0; n < AGREEMENTS; n += 1) {
  const e = new Entropy(SEED * 1_000_003 + n);
  const plot = {
    type: e.pick(TWINNING_TYPES),
    ruleset: e.pick(RULESET_IDS),
    ahead: e.below(LONGEST_WAY),
    seeds: [],
  };
  const told = new RandomStory(plot);
  const from = Date.parse(told.story.now);
  told.lives(DAYS, IDLE, e);
  const own = told.commits.slice(told.way.commits);
  const overdue = deadlines(told.state).filter(({ due }) => due <= told.story.now);
  violations.push(
    ...broken(told).map((what) => `agreement ${String(n)}: ${what}`),
    ...overdue.map(({ timer, due }) => `agreement ${String(n)}: ${timer} of ${due} is overdue`),
  );
  for (const { after } of own) statuses.add(after.stage);
  sum.commits += own.length;
  sum.timers += own.filter(({ timer }) => timer !== null).length;
  sum.events += told.events.length - told.way.events;
  sum.refusals += told.refusals.length;
  sum.days += (Date.parse(told.story.now) - from) / DAY_MS;
}

const seconds = cpuSeconds() - before;
const speed = (sum.days * DAY_MS) / 1000 / seconds;
for (const violation of violations.slice(0, 20)) console.log(`✗ ${violation}`);
console.log(
  [
    `${String(AGREEMENTS)} agreements, seed ${String(SEED)}`,
    `${String(Math.round(sum.days / 365))} years of agreements`,
    `${String(sum.commits)} commits (${String(sum.timers)} by timers), ${String(sum.events)} events, ${String(sum.refusals)} refusals, ${String(statuses.size)} stages`,
    `${seconds.toFixed(1)} s of one core (${((Date.now() - began) / 1000).toFixed(1)} s by the clock), ${speed.toExponential(1)} times real time`,
    `${String(violations.length)} violations`,
  ].join('; '),
);
process.exit(violations.length === 0 && seconds <= MOST_SECONDS ? 0 : 1);
