import { sql } from 'kysely';
import type { Connection } from './connection.js';
import { orConflict, type Commit, type RecordedEvent } from './events.js';
import { prepareEvent, type PreparedEvent } from './prepare-event.js';

/** Whether nothing of a commit is sealed: then its leaves can be made before its place is known. */
export const namesNobody = ({ events }: Commit): boolean =>
  events.every(({ personal }) => personal === undefined || Object.keys(personal).length === 0);

/** A commit that goes where its stream then ends: its leaves lack the time and the version. */
export interface PlacelessCommit {
  readonly commit: Commit;
  readonly events: readonly PreparedEvent[];
}

export async function prepareNext(commit: Commit): Promise<PlacelessCommit> {
  const events: PreparedEvent[] = [];
  for (const event of commit.events) {
    events.push(await prepareEvent(null, commit, event, { version: 0, recordedAt: '' }));
  }
  return { commit, events };
}

// In canonical form `recordedAt` and `version` stand once each, the latter at the very end: a quote within a value would
// be escaped, and no other empty value bears that name.
const TIME = '"recordedAt":""';
const END = '"version":0}';

/** Leaves without the two things that only the database knows, one after the other, and where these belong. */
function cut(leaves: readonly Buffer[]) {
  const parts: Buffer[] = [];
  const starts: number[] = [];
  const middles: number[] = [];
  let length = 0;
  for (const leaf of leaves) {
    const middle = leaf.indexOf(TIME) + TIME.length - 1;
    if (middle < TIME.length - 1 || leaf.toString('latin1', leaf.length - END.length) !== END) {
      throw new Error('A leaf of another form.');
    }
    starts.push(length);
    middles.push(length + middle);
    // Up to the number of the version, which with the last bracket is put back.
    parts.push(leaf.subarray(0, leaf.length - 2));
    length += leaf.length - 2;
  }
  return { texts: Buffer.concat(parts), starts, middles };
}

interface Answer {
  readonly first: string | number;
  readonly recorded: string;
  readonly versions: readonly number[];
}

/**
 * Appends commits in one statement, each where its stream then ends, in this order; answers the events of each. All or
 * none: `StreamConflict` when one expects another version. Outside of a transaction the statement is its own.
 */
export async function appendNext(
  db: Connection,
  commits: readonly PlacelessCommit[],
): Promise<readonly (readonly RecordedEvent[])[]> {
  const prepared = commits.flatMap(({ events }) => events);
  if (prepared.length === 0) return commits.map(() => []);
  const fields = commits.flatMap(({ commit: { stream, expectedVersion }, events }) =>
    events.map(({ row: { payload, salts } }, nth) => {
      const version = expectedVersion === undefined ? null : expectedVersion + nth + 1;
      return { stream, version, payload, salts };
    }),
  );
  const { texts, starts, middles } = cut(prepared.map(({ leaf }) => leaf));
  const expected = (stream: string) =>
    commits.find(({ commit }) => commit.stream === stream)?.commit.expectedVersion;
  const answer = await orConflict(
    async () => {
      const { rows } = await sql<Answer>`
        SELECT * FROM log.append_next(${JSON.stringify(fields)}::jsonb, ${texts}::bytea,
          ${starts}::integer[], ${middles}::integer[])`.execute(db);
      return rows[0] as Answer;
    },
    (stream) => ({ stream, expected: expected(stream) }),
  );
  const events = prepared.map(({ envelope, event: { payload } }, i): RecordedEvent => {
    const version = answer.versions[i] as number;
    const index = Number(answer.first) + i;
    return { ...envelope, version, recordedAt: answer.recorded, index, payload };
  });
  let from = 0;
  return commits.map((one) => events.slice(from, (from += one.events.length)));
}
