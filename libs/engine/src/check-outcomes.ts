import { canonicalJson, type Json, type JsonObject } from '@twinning/event-log';
import { hashOf, isSameRequest, type StoredOutcome } from './commands.js';

/** An event that a command has left. */
interface Trace {
  readonly index: number;
  readonly type: string;
  readonly stream: string;
  readonly version: number;
  /** RFC 3339. */
  readonly at: string | null;
  readonly person: string | null;
  /** Hash of the request; null in events of before it was kept there, and in all but the first of a command. */
  readonly request: Json;
  /** What the leaf of a refusal says. */
  readonly refusal: JsonObject | null;
}

/** A command and what it has left; of one that was never stored only the events. */
export interface TracedRow {
  readonly id: string;
  readonly stored: boolean;
  /** No workflow carries it out: it is on participation or on people. */
  readonly in_request: boolean;
  readonly agreement: string;
  readonly type: string | null;
  readonly person: string | null;
  /** What was asked, but for its type and its person; null where that is not kept. */
  readonly asked: (JsonObject & { readonly occurredOn?: string | null }) | null;
  readonly hash: string | null;
  /** What of the row's text has numbers that are to be looked at digit by digit; null where it has none. */
  readonly digits: string | null;
  readonly outcome: StoredOutcome | null;
  /** It came too late for its version and waits for nothing. */
  readonly late: boolean;
  readonly age_ms: number;
  readonly traces: readonly Trace[];
}

/** What of a command's row is not what was asked: by its own hash, by its leaves, and by who its leaves say has acted. */
export function requestFaults(row: TracedRow): readonly string[] {
  const { person, hash, traces } = row;
  const isOther = traces.some(({ request }) => request !== null && request !== hash);
  const isOthers = traces.some((trace) => trace.person !== person);
  return [
    ...(isAsHashed(row) ? [] : ['its request is not the one that was hashed']),
    ...(isOther ? ['its request is not the one of which its leaf has the hash'] : []),
    ...(isOthers ? ['its leaf names another person than its row'] : []),
  ];
}

// The first command of an agreement named none; earlier releases left the day of an entry of the past out.
function isAsHashed({ in_request, agreement, type, person, asked, hash }: TracedRow): boolean {
  if (asked === null) return true;
  const { occurredOn = null, ...said } = asked;
  const common = { ...said, type, person };
  const named: readonly JsonObject[] = in_request
    ? [common]
    : [null, agreement].map((given) => ({ ...common, agreement: given }));
  const dated = occurredOn === null ? [] : named.map((each) => ({ ...each, occurredOn }));
  return [...named, ...dated].some((each) => isSameRequest(hash ?? '', () => hashOf(each)));
}

/** What of an outcome is not what its leaves say: the events and the version, or the refusal word by word, and when. */
export function answerFaults(
  outcome: StoredOutcome,
  { type, traces }: TracedRow,
): readonly string[] {
  if (traces.length === 0) return [];
  const isThen = traces.every(({ at }) => at === outcome.decidedAt);
  return [
    ...(isThen ? [] : ['its outcome says another time than its leaf']),
    ...(outcome.accepted ? eventFaults(outcome, traces) : refusalFaults(outcome, type, traces)),
  ];
}

function eventFaults(
  { events, version }: StoredOutcome & { accepted: true },
  traces: readonly Trace[],
): readonly string[] {
  const isSame =
    events.map((e) => e.type).join() === traces.map((t) => t.type).join() &&
    traces.at(-1)?.version === version;
  return isSame ? [] : ['its outcome says other events than its leaves'];
}

function refusalFaults(
  { code, clause, details, version }: StoredOutcome & { accepted: false },
  command: string | null,
  [trace]: readonly Trace[],
): readonly string[] {
  const said = trace?.refusal;
  if (said == null) return ['its outcome is a refusal, and its leaf is none'];
  const stored: JsonObject = { command, code, clause, details, version };
  // A leaf of an earlier release may say less.
  const differing = Object.entries(stored).filter(
    ([field, value]) => Object.hasOwn(said, field) && !isSame(said[field], value),
  );
  return differing.map(([field]) => `the ${field} of its refusal is not what its leaf says`);
}

const isSame = (one: Json | undefined, other: Json | undefined): boolean =>
  one !== undefined && other !== undefined && canonicalJson(one) === canonicalJson(other);
