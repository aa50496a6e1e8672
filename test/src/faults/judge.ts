import { check, inParallel, storedClock } from '@twinning/engine';
import { EventLog } from '@twinning/event-log';
import { sql } from 'kysely';
import { judgeDeadlines } from './deadlines.js';
import { pause } from './random.js';
import type { Scene } from './world.js';

const FIRST_SUCCESS_MS = 15_000;
const SETTLE_MS = 20_000;
const DRAINED_MS = 60_000;
const ABREAST = 8;

/** What the judge found, and how many deadlines fell due while the faults went on. */
export interface Judgement {
  readonly deadlines: number;
  readonly violations: readonly string[];
}

/** Judges a scenario from outside: what the clients saw, then record, read model, commands and workflows. */
export async function judge(scene: Scene): Promise<Judgement> {
  const { ledger, product } = scene;
  const deadlines = await judgeDeadlines(scene);
  const violations = [
    ...ledger.oddities,
    ...(await unreplayed(scene)),
    ...product.processes.endedAlone.splice(0).map((which) => `${which} ended by itself`),
    ...ledger.backwardReads().map((what) => `I9 ${what}`),
    ...ledger.disorder().map((what) => `I11 ${what}`),
    ...ledger.entries
      .filter((e) => e.status === null && !scene.spoilt.has(String(e.on)))
      .map((e) => `I10 ${e.command} ${e.key} never had an outcome`),
    ...(scene.recoveredInMs > FIRST_SUCCESS_MS
      ? [`I10 the first success came after ${String(scene.recoveredInMs)} ms`]
      : []),
    ...(await undrained(scene)),
    ...(await repeats(scene)),
    ...deadlines.violations,
  ];
  const report = await check({
    db: product.db,
    log: new EventLog(null),
    keys: null,
    clock: storedClock(),
    conductor: product.sender,
    settleMs: SETTLE_MS,
  });
  return {
    deadlines: deadlines.fired,
    violations: [
      ...violations,
      ...report.violations
        .filter((v) => ![...scene.spoilt].some((agreement) => v.subject.includes(agreement)))
        .map((v) => `${v.invariant} ${v.subject}: ${v.what}`),
    ],
  };
}

/**
 * Where a worker's answer is lost on the way, the SDK at times answers the same Update twice in the next attempt, and fails that
 * task itself (sdk-typescript, issue 1966, open); the attempt after it replays. I5 and I12 of the check still judge what became of it.
 */
const ANSWERED_TWICE = /Invalid transition while handling update response/;

/** I12: no history that the product recorded was ever read otherwise by the product, whether or not that was mended. */
async function unreplayed(scene: Scene): Promise<readonly string[]> {
  const { product, mayNotReplay, losesAnswers } = scene;
  if (mayNotReplay) return [];
  const [said] = ((await product.processes.logs()).match(/TMPRL1100[^"\n]*/g) ?? []).filter(
    (line) => !(losesAnswers && ANSWERED_TWICE.test(line)),
  );
  return said === undefined ? [] : [`I12 a workflow did not replay: ${said}`];
}

/** I10: what had come before the last fault ended has its outcome a minute later, and what came since within a minute. */
async function undrained(scene: Scene): Promise<readonly string[]> {
  const spoilt = [...scene.spoilt];
  const slow = scene.ledger.entries
    .filter((e) => e.status !== null && !spoilt.includes(String(e.on)))
    .filter((e) => e.to - Math.max(e.from, scene.faultAt) > DRAINED_MS)
    .map((e) => `I10 ${e.command} ${e.key} took ${String(e.to - e.from)} ms`);
  for (const end = Math.max(Date.now(), scene.faultAt + DRAINED_MS); ; ) {
    const { rows } = await sql<{ id: string }>`
      SELECT id FROM engine.command
       WHERE outcome IS NULL AND conflict IS NULL AND agreement <> ALL(${spoilt}::uuid[])`.execute(
      scene.product.db,
    );
    if (rows.length === 0) return slow;
    if (Date.now() > end) {
      return [...slow, `I10 ${String(rows.length)} commands wait for their outcome`];
    }
    await pause(250);
  }
}

/** The same outcome, and the same receipt where both bring one: it may come later than the decision, as `unproven` says. */
function isTheSame(first: Answered, again: Answered): boolean {
  const both = [first, again].every(({ unproven }) => unproven === undefined);
  const receipt = both ? {} : { proof: null, unproven: null };
  const bare = (body: Answered) =>
    JSON.stringify(
      Object.entries({ ...body, correlation: null, ...receipt }).sort(([a], [b]) =>
        a < b ? -1 : 1,
      ),
    );
  return bare(first) === bare(again);
}

/** What an answer says, as JSON has it. */
type Answered = Readonly<Record<string, unknown>>;

/** I1 and I2: every command that is repeated under its key gets the answer it had. */
async function repeats(scene: Scene): Promise<readonly string[]> {
  const again = scene.client();
  // What was never stored may be answered otherwise the next time.
  const stored = scene.ledger.entries.filter(
    (e) => e.status !== null && typeof e.body.command === 'string',
  );
  const violations: string[] = [];
  await inParallel(stored, ABREAST, async (entry) => {
    const answer = await again.attempt(entry);
    if (answer?.status === entry.status && isTheSame(entry.body, answer.body)) return;
    violations.push(
      `I2 ${entry.command} ${entry.key} was answered ${String(entry.status)} and then ${String(answer?.status)}`,
    );
  });
  return violations;
}
