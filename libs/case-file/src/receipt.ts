import { agreementStream, refusalStream } from '@twinning/engine';
import {
  checkpointNow,
  claimedCheckpoint,
  isCommitted,
  openCheckpoint,
  provenCommand,
  rememberedNodes,
  standsIn,
  type Checkpoint,
  type JsonObject,
  type ProvenEvent,
  type Verifier,
} from '@twinning/event-log';
import type { CaseSources } from './build.js';
import { leafOf } from './content.js';

/** What a reader is shown of an event's payload; null when even its leaf, which names who acted, is not theirs. */
export type ShownOf = (
  event: { readonly stream: string; readonly type: string },
  payload: JsonObject,
) => JsonObject | null;

/** Proof of what became of a command: its events, or the leaf of its refusal. Checked offline, for ever. */
export interface CommandReceipt {
  readonly command: string;
  readonly agreement: string;
  readonly accepted: boolean;
  /** Those that the reader is shown. Empty only for an accepted command that changed nothing. */
  readonly events: readonly ProvenEvent[];
  readonly checkpoint: string;
}

/** Null when the command did something and the reader is shown none of it. */
export async function receiptOfCommand(
  { db, log, signer, reader = db }: CaseSources,
  { command, agreement, accepted }: Pick<CommandReceipt, 'command' | 'agreement' | 'accepted'>,
  shownOf: ShownOf = (_, payload) => payload,
): Promise<CommandReceipt | null> {
  const checkpoint = await checkpointNow(db, signer);
  const { size } = claimedCheckpoint(checkpoint);
  const stream = accepted ? agreementStream(agreement) : refusalStream(agreement);
  const at = { nodes: rememberedNodes(db), size, keys: log.keys };
  const all = await provenCommand(reader, { stream, command }, at);
  const events = all.flatMap((event) => asShown(event, shownOf));
  if (all.length > 0 && events.length === 0) return null;
  return { command, agreement, accepted, events, checkpoint };
}

function asShown(event: ProvenEvent, shownOf: ShownOf): readonly ProvenEvent[] {
  const fields = Object.entries(event.fields);
  const payload = Object.fromEntries(fields.map(([field, { value }]) => [field, value]));
  const shown = shownOf(leafOf(event), payload);
  if (shown === null) return [];
  return [
    { ...event, fields: Object.fromEntries(fields.filter(([f]) => Object.hasOwn(shown, f))) },
  ];
}

/** Throws saying which claim of the receipt fails; returns the checkpoint it rests on. */
export function verifyCommandReceipt(
  { command, agreement, accepted, events, checkpoint }: CommandReceipt,
  verifiers: readonly Verifier[],
): Checkpoint {
  const opened = openCheckpoint(checkpoint, verifiers);
  const stream = accepted ? agreementStream(agreement) : refusalStream(agreement);
  if (events.length === 0)
    throw new Error('The receipt proves nothing: the command changed nothing.');
  for (const event of events) {
    const at = `Leaf ${String(event.index)}`;
    if (!standsIn(event, opened)) throw new Error(`${at} is not in the tree of the checkpoint.`);
    const leaf = leafOf(event);
    if (leaf.commandId !== command || leaf.stream !== stream) {
      throw new Error(`${at} belongs to another command or agreement.`);
    }
    for (const [field, disclosed] of Object.entries(event.fields)) {
      if (!isCommitted(disclosed, leaf.fields[field])) {
        throw new Error(`${at}: field ${field} is not what was recorded.`);
      }
    }
  }
  return opened;
}
