import { sql } from 'kysely';
import type { Connection } from './connection.js';
import { canonicalJson } from './canonical.js';
import { orConflict, type Commit, type NewEvent, type RecordedEvent } from './events.js';
import { openFieldsText } from './fields.js';
import { demandInstant, leafEnd, leafHead, leafMiddle } from './leaf.js';
import { randomHex128 } from './random-bytes.js';

/** Whether nothing of a commit is sealed: then its leaves can be made before its place is known. */
export const namesNobody = ({ events }: Commit): boolean =>
  events.every(({ personal }) => personal === undefined || Object.keys(personal).length === 0);

/** An event that goes where its stream then ends: its leaf lacks the time and the version. */
interface PlacelessEvent {
  readonly event: NewEvent;
  readonly nonce: string;
  /** The leaf up to the time, and from there up to the version. */
  readonly before: string;
  readonly after: string;
  /** JSON: what lies beside the leaf. */
  readonly payload: string;
  readonly salts: string;
}

export interface PlacelessCommit {
  readonly commit: Commit;
  readonly events: readonly PlacelessEvent[];
}

/** Makes what can be made of a commit before its place is known. Throws `TypeError` on what has no canonical form. */
export function prepareNext(commit: Commit): PlacelessCommit {
  const head = leafHead(commit);
  const { onBehalfOf, ruleset, stream } = commit;
  const events = commit.events.map((event): PlacelessEvent => {
    const { occurredAt, schemaVersion, type } = event;
    demandInstant(occurredAt);
    const nonce = randomHex128();
    const { commitments, payload, salts } = openFieldsText(event.payload);
    const before = `${head}${commitments}${leafMiddle({ nonce, occurredAt, onBehalfOf })}"`;
    const after = `"${leafEnd({ ruleset, schemaVersion, stream, type })}`;
    return { event, nonce, before, after, payload, salts };
  });
  return { commit, events };
}

/** The halves of the leaves one after the other, and at which bytes each begins and is parted. */
function laidOut(events: readonly PlacelessEvent[]) {
  const whole = events.map(({ before, after }) => before + after).join('');
  const texts = Buffer.from(whole, 'utf8');
  // Nearly every leaf is plain ASCII: then characters are bytes.
  const isPlain = texts.length === whole.length;
  const bytesOf = (text: string) => (isPlain ? text.length : Buffer.byteLength(text, 'utf8'));
  const starts: number[] = [];
  const middles: number[] = [];
  let at = 0;
  for (const { before, after } of events) {
    starts.push(at);
    middles.push((at += bytesOf(before)));
    at += bytesOf(after);
  }
  return { texts, starts, middles };
}

/** What lies beside the leaves, and the versions that are expected: a JSON array, one object for each event. */
const besides = (commits: readonly PlacelessCommit[]): string =>
  `[${commits
    .flatMap(({ commit: { stream, expectedVersion }, events }) => {
      const named = `{"stream":${canonicalJson(stream)},"version":`;
      return events.map(({ payload, salts }, nth) => {
        const version = expectedVersion === undefined ? null : expectedVersion + nth + 1;
        return `${named}${String(version)},"payload":${payload},"salts":${salts}}`;
      });
    })
    .join(',')}]`;

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
  const { texts, starts, middles } = laidOut(prepared);
  const expected = (stream: string) =>
    commits.find(({ commit }) => commit.stream === stream)?.commit.expectedVersion;
  const answer = await orConflict(
    async () => {
      const { rows } = await sql<Answer>`
        SELECT * FROM log.append_next(${besides(commits)}::jsonb, ${texts}::bytea,
          ${starts}::integer[], ${middles}::integer[])`.execute(db);
      return rows[0] as Answer;
    },
    (stream) => ({ stream, expected: expected(stream) }),
  );
  let at = 0;
  return commits.map(({ commit, events }) =>
    events.map(({ event, nonce }): RecordedEvent => {
      const place = { version: answer.versions[at] as number, index: Number(answer.first) + at };
      at += 1;
      return recordedOf(commit, event, { ...place, nonce, recordedAt: answer.recorded });
    }),
  );
}

const recordedOf = (
  commit: Commit,
  { type, schemaVersion, occurredAt, payload }: NewEvent,
  {
    version,
    index,
    nonce,
    recordedAt,
  }: Pick<RecordedEvent, 'version' | 'index' | 'nonce' | 'recordedAt'>,
): RecordedEvent => ({
  stream: commit.stream,
  version,
  type,
  schemaVersion,
  occurredAt,
  recordedAt,
  actor: commit.actor,
  onBehalfOf: commit.onBehalfOf,
  commandId: commit.commandId,
  causationId: commit.causationId,
  correlationId: commit.correlationId,
  ruleset: commit.ruleset,
  nonce,
  index,
  payload,
});
