import { RULESET_IDS, TWINNING_TYPES, type Agreement, type Instant } from '@twinning/domain';
import { Entropy, RandomStory } from '@twinning/domain/invariants';
import { agreementStream, toLogged, type Db } from '@twinning/engine';
import { logSize, type EventLog, type NewEvent } from '@twinning/event-log';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';

const STORIES = 100;
const LONGEST_WAY = 60;
/** Somebody acts on one day of so many. */
const IDLE = 10;
/** Agreements that are written in one transaction. */
const AT_ONCE = 20;

/** The events of one agreement from its draft to its end, commit by commit. */
interface Told {
  readonly ruleset: string;
  readonly commits: readonly (readonly NewEvent[])[];
}

/** Lives of agreements, as people at random and the deadlines have made them. */
export interface Lives {
  readonly told: readonly Told[];
  /** When the last of their events happened. */
  readonly last: Instant;
}

/** So many days of agreements; those whose state then is not `wanted` are left out. */
export function lives(seed: number, days: number, wanted: (state: Agreement) => boolean): Lives {
  const told: Told[] = [];
  const ends: Instant[] = [];
  for (let n = 0; told.length < STORIES; n += 1) {
    const e = new Entropy(seed * 1_000_003 + n);
    const story = new RandomStory({
      type: e.pick(TWINNING_TYPES),
      ruleset: e.pick(RULESET_IDS),
      ahead: e.below(LONGEST_WAY),
      seeds: [],
    });
    story.lives(days, IDLE, e);
    if (!wanted(story.state)) continue;
    ends.push(story.story.now);
    told.push({
      ruleset: story.state.ruleset,
      commits: story.commits
        .filter(({ events }) => events.length > 0)
        .map(({ events, at }) => events.map((event) => toLogged(event, at))),
    });
  }
  return { told, last: ends.reduce((a, b) => (b > a ? b : a)) };
}

/** Appends agreements until the log has `size` events or a few more. */
export async function fill(db: Db, log: EventLog, from: Lives, size: number): Promise<void> {
  const { told } = from;
  for (let nth = 0, at = 0; at < size; ) {
    at = await db.transaction().execute(async (trx) => {
      await sql`SET LOCAL synchronous_commit = off`.execute(trx);
      const head = await log.lockHead(trx);
      for (let n = 0; n < AT_ONCE; n += 1, nth += 1) {
        const life = told[nth % told.length] as Told;
        const calls = await callsOf(log, head, life);
        // A statement carries the agreement's commits, one call of the log's own function each.
        await sql`SELECT ${sql.join(calls)}`.execute(trx);
      }
      return logSize(trx);
    });
  }
}

async function callsOf(
  log: EventLog,
  head: Parameters<EventLog['prepare']>[1],
  { ruleset, commits }: Told,
) {
  const id = randomUUID();
  const calls = [];
  let version = 0;
  for (const events of commits) {
    const commit = {
      stream: agreementStream(id),
      expectedVersion: version,
      events,
      actor: { person: null, role: 'SYSTEM', body: null },
      onBehalfOf: null,
      commandId: null,
      causationId: null,
      correlationId: id,
      ruleset,
    };
    calls.push((await log.prepare(commit, head)).call);
    version += events.length;
  }
  return calls;
}
