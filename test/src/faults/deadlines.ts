import { sql } from 'kysely';
import type { RandomClient } from './client.js';
import { pause } from './random.js';
import { beginDay, clockNow, dayLeft, endDay } from './record-clock.js';
import type { Scene } from './world.js';

/** How late a deadline may fire, after it is due or after the last fault, in real milliseconds. */
const LATE_MS = 60_000;
/** Deadlines that must lie ahead before the first fault. */
const AHEAD = 2;
/** No scenario has begun, and nothing was shown: a machine that is too slow, or a product that does nothing. */
export const NOTHING_LAID = 'No deadline could be laid before the faults.';
const TRIES = 8;
/** Time for the workflows to hear that the clock runs faster, and how long before the first deadline the faults begin. */
const LEAD_MS = 3_000;
const SHORTLY_MS = 300;

/** A draft whose partner must answer by the end of the record's day; answers its id, null when something came between. */
export async function layDeadline(scene: Scene, client: RandomClient): Promise<string | null> {
  const draft = await client.draft();
  if (draft.status !== 201) return null;
  const agreement = String(draft.body.agreement);
  const day = await dayLeft(scene.product).catch(() => null);
  if (day === null) return null;
  const invitation = { member: 1725, replyBy: day.today };
  const { status } = await client.persist('asi.rep', agreement, 'invite-partner', invitation, 1);
  return status === 200 ? agreement : null;
}

/** Has deadlines lie ahead, and waits until a moment before they fall due. */
export async function untilDeadlinesLieAhead(scene: Scene): Promise<void> {
  const { product } = scene;
  const clients = Array.from({ length: AHEAD }, (_, n) => scene.client(80 + n));
  for (let left = TRIES; left > 0; left -= 1) {
    await beginDay(product);
    const laid = await Promise.all(clients.map((client) => layDeadline(scene, client)));
    await endDay(product, LEAD_MS);
    for (const agreement of laid) if (agreement !== null) await product.sender.look(agreement);
    const { leftMs } = await dayLeft(product);
    if (laid.every((agreement) => agreement === null) || leftMs > LEAD_MS) continue;
    await pause(Math.max(0, leftMs - SHORTLY_MS));
    return;
  }
  throw new Error(NOTHING_LAID);
}

/** Goes on laying deadlines while faults go on. */
export async function layDeadlines(scene: Scene, isOver: () => boolean): Promise<void> {
  const client = scene.client(79);
  while (!isOver()) {
    await layDeadline(scene, client);
    await pause(300);
  }
}

interface Fired {
  readonly stream: string;
  readonly timer: string;
  readonly due: Date;
  readonly recorded: Date;
}

export interface DeadlinesSeen {
  /** Deadlines that had not fired when the faults began, fell due before they had ended, and have fired. */
  readonly fired: number;
  readonly violations: readonly string[];
}

/**
 * I8: each deadline fires once, not before it is due by the record's clock, and in time; and some were due while the
 * faults went on, or nothing has been shown.
 */
export async function judgeDeadlines(scene: Scene): Promise<DeadlinesSeen> {
  const { product } = scene;
  const violations = [...(await unfired(scene))];
  const clock = await clockNow(product);
  const { rows } = await sql<Fired>`
    SELECT stream, payload->>'$timer' AS timer, occurred_at AS due, recorded_at AS recorded
      FROM log.event
     WHERE stream LIKE 'agreement/%' AND payload ? '$timer'
       AND recorded_at >= ${new Date(scene.beganAt).toISOString()}::timestamptz
     ORDER BY index`.execute(product.admin);
  const once = new Set<string>();
  let fired = 0;
  for (const { stream, timer, due, recorded } of rows) {
    const which = `${timer} of ${stream}`;
    if (once.has(which)) violations.push(`I8 ${which} fired twice`);
    once.add(which);
    const [dueMs, recordedMs] = [due.getTime(), recorded.getTime()];
    // The clock may have been set meanwhile: what it showed before is not known.
    if (scene.recordedByAFalseClock || recordedMs < clock.setAtMs) {
      fired += 1;
      continue;
    }
    const dueReal = clock.realAt(dueMs);
    if (recordedMs + 1 < dueReal) violations.push(`I8 ${which} fired before it was due`);
    const late = recordedMs - Math.max(dueReal, scene.faultAt);
    if (late > LATE_MS) violations.push(`I8 ${which} fired ${String(Math.round(late))} ms late`);
    if (dueReal <= scene.calmAt) fired += 1;
  }
  if (fired === 0) violations.push('I8 no deadline fell due during the faults: nothing was shown');
  return { fired, violations };
}

/** Waits until all that was due when the clients ended has fired. */
async function unfired({ product, spoilt }: Scene): Promise<readonly string[]> {
  const clock = await clockNow(product);
  const until = new Date(clock.shownAt(clock.realMs)).toISOString();
  for (const end = Date.now() + LATE_MS; ; await pause(250)) {
    const { rows } = await sql<{ agreement: string; due: Date }>`
      SELECT agreement, next_deadline AS due FROM read.agreement
       WHERE next_deadline <= ${until}::timestamptz
         AND agreement <> ALL(${[...spoilt]}::uuid[])`.execute(product.admin);
    const [first] = rows;
    if (first === undefined) return [];
    if (Date.now() > end) {
      return [
        `I8 ${String(rows.length)} deadlines have passed unseen, the first of ${first.agreement}`,
      ];
    }
  }
}
