import { agreementStream, refusalStream } from '@twinning/engine';
import {
  canonicalJson,
  isCommitted,
  openCheckpoint,
  openNote,
  standsIn,
  type Checkpoint,
  type Json,
  type ProvenEvent,
  type Verifier,
} from '@twinning/event-log';
import { leafOf, type Leaf } from '../content.js';
import type { ReceiptClaim, ReceiptFault, ReceiptVerdict } from './receipt-claims.js';
import { receiptIn, type GivenAnswer, type GivenReceipt } from './receipt-shapes.js';

interface Read {
  readonly event: ProvenEvent;
  readonly leaf: Leaf;
}
/** What one receipt proves. */
interface Held {
  readonly checkpoint: Checkpoint;
  /** Version and time that the record's signed word names, when the command changed nothing. */
  readonly unchanged: { readonly version: number; readonly decidedAt: string } | null;
  readonly read: readonly Read[];
}
type Fault = (claim: ReceiptClaim, code: ReceiptFault['code'], place: string) => void;

/**
 * Checks a receipt, or the whole answer to a command that brings one: then the answer too is held to what was recorded, but
 * for its words. `given` is what was parsed from JSON; anything that is shaped otherwise is a fault, and nothing throws.
 */
export function verifyReceiptFile(given: unknown, keys: readonly Verifier[]): ReceiptVerdict {
  const faults: ReceiptFault[] = [];
  const fault: Fault = (claim, code, place) => faults.push({ claim, code, place });
  const found = receiptIn(given);
  const nothing = { command: null, size: null, entries: 0, unchangedAt: null, isAnswer: false };
  if (found === null) {
    fault('RECEIPT', 'FILE_MALFORMED', '');
    return { holds: false, ...nothing, faults };
  }
  const { receipts, answer } = found;
  const command = answer?.command ?? receipts[0]?.command ?? null;
  try {
    if (receipts.length === 0) fault('RECEIPT', 'RECEIPT_EMPTY', '');
    const held = receipts.map((receipt) => check(receipt, keys, fault));
    if (answer !== null && !fits(answer, receipts, held))
      fault('ANSWER', 'OUTCOME_DIFFERS', answer.command);
    const [first] = held;
    return {
      ...{ holds: faults.length === 0, command, isAnswer: answer !== null, faults },
      size: first?.checkpoint.size ?? null,
      entries: held.reduce((n, one) => n + (one?.read.length ?? 0), 0),
      unchangedAt: first?.unchanged?.version ?? null,
    };
  } catch {
    fault('RECEIPT', 'FILE_MALFORMED', '');
    return { holds: false, ...nothing, command, faults };
  }
}

/** Null when the checkpoint is not signed: then there is nothing that the rest could be held to. */
function check(receipt: GivenReceipt, keys: readonly Verifier[], fault: Fault): Held | null {
  const { command, agreement, accepted, events } = receipt;
  const checkpoint = opened(receipt.checkpoint, keys);
  if (checkpoint === null) {
    fault('CHECKPOINT', 'CHECKPOINT_SIGNATURE', 'checkpoint');
    return null;
  }
  const unchanged = unchangedIn(receipt, checkpoint.origin, keys);
  if (receipt.unchanged !== undefined && unchanged === null)
    fault('COMMAND', 'UNCHANGED_DIFFERS', 'unchanged');
  if (receipt.unchanged === undefined && events.length === 0) fault('RECEIPT', 'RECEIPT_EMPTY', '');
  const stream = accepted === true ? agreementStream : refusalStream;
  const read = events.map((event) => ({ event, leaf: leafOf(event) }));
  for (const { event, leaf } of read) {
    const place = String(event.index);
    if (!standsIn(event, checkpoint)) fault('PROOFS', 'NOT_IN_TREE', place);
    const isOwn =
      unchanged === null ? leaf.commandId === command : leaf.version === unchanged.version;
    const isThere = agreement === null || leaf.stream === stream(agreement);
    if (command !== null && !(isOwn && isThere)) fault('COMMAND', 'OTHER_COMMAND', place);
    for (const [field, disclosed] of Object.entries(event.fields)) {
      if (!Object.hasOwn(leaf.fields, field)) fault('FIELDS', 'FIELD_UNKNOWN', `${place} ${field}`);
      else if (!isCommitted(disclosed, leaf.fields[field]))
        fault('FIELDS', 'FIELD_DIFFERS', `${place} ${field}`);
    }
  }
  return { checkpoint, unchanged, read };
}

function opened(note: string, keys: readonly Verifier[]): Checkpoint | null {
  try {
    return openCheckpoint(note, keys);
  } catch {
    return null;
  }
}

/** What the record's signed word says; null when there is none, or it is about something else. */
function unchangedIn(
  { command, agreement, accepted, unchanged }: GivenReceipt,
  origin: string,
  keys: readonly Verifier[],
): Held['unchanged'] {
  if (unchanged === undefined || command === null || agreement === null || accepted !== true)
    return null;
  try {
    const text = openNote(unchanged, keys);
    const [, , , version = '', decidedAt = ''] = text.split('\n');
    const said = unchangedText({ origin, command, agreement, version: Number(version), decidedAt });
    return text === said ? { version: Number(version), decidedAt } : null;
  } catch {
    return null;
  }
}

/** What the record signs of a command that changed nothing: a note that no checkpoint can be taken for. */
export interface Unchanged {
  readonly origin: string;
  readonly command: string;
  readonly agreement: string;
  readonly version: number;
  /** RFC 3339. */
  readonly decidedAt: string;
}
export const unchangedText = (said: Unchanged): string =>
  [
    ...[`${said.origin}/unchanged`, said.command, said.agreement, String(said.version)],
    ...[said.decidedAt, ''],
  ].join('\n');

/** Whether an answer says what its receipts prove. Of receipts that are not signed it cannot say anything else. */
function fits(
  answer: GivenAnswer,
  receipts: readonly GivenReceipt[],
  held: readonly (Held | null)[],
): boolean {
  if (held.includes(null)) return true;
  const all = held.flatMap((one) => one?.read ?? []);
  const { given } = answer;
  const isAccepted = given.status === 'ACCEPTED';
  const isSame = receipts.every(
    ({ command, agreement, accepted }) =>
      command === given.command &&
      (agreement === null || agreement === given.agreement) &&
      (accepted === null || accepted === isAccepted),
  );
  if (!isSame) return false;
  const unchanged = held[0]?.unchanged ?? null;
  if (unchanged !== null) {
    const { version, decidedAt } = unchanged;
    return equal([given.events, given.version, given.decidedAt], [[], version, decidedAt]);
  }
  const last = all.at(-1);
  if (isAccepted) {
    const made = all.map(({ event, leaf }) => ({ index: event.index, type: leaf.type }));
    const times = all.every(({ leaf }) => leaf.occurredAt === given.decidedAt);
    return times && equal([given.events, given.version], [made, last?.leaf.version ?? null]);
  }
  if (last === undefined || all.length > 1 || last.event.index !== given.recorded) return false;
  const { fields } = last.event;
  return (
    last.leaf.type === 'CommandRefused' &&
    ['code', 'clause', 'version'].every((field) => {
      const shown = Object.hasOwn(fields, field) ? fields[field] : undefined;
      return shown === undefined || equal(shown.value, given[field]);
    })
  );
}

const equal = (one: unknown, other: unknown): boolean =>
  canonicalJson(plain(one)) === canonicalJson(plain(other));
const plain = (value: unknown): Json => JSON.parse(JSON.stringify(value ?? null)) as Json;
