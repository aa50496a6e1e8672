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
  type ProvenEvent,
  type Verifier,
} from '@twinning/event-log';
import type { CaseSources } from './build.js';
import { leafOf } from './content.js';

/** Proof of what became of a command: its events, or the leaf of its refusal. Checked offline, for ever. */
export interface CommandReceipt {
  readonly command: string;
  readonly agreement: string;
  readonly accepted: boolean;
  /** Empty only for an accepted command that changed nothing. */
  readonly events: readonly ProvenEvent[];
  readonly checkpoint: string;
}

export async function receiptOfCommand(
  { db, log, signer, reader = db }: CaseSources,
  { command, agreement, accepted }: Pick<CommandReceipt, 'command' | 'agreement' | 'accepted'>,
): Promise<CommandReceipt> {
  const checkpoint = await checkpointNow(db, signer);
  const { size } = claimedCheckpoint(checkpoint);
  const stream = accepted ? agreementStream(agreement) : refusalStream(agreement);
  const at = { nodes: rememberedNodes(db), size, keys: log.keys };
  const events = await provenCommand(reader, { stream, command }, at);
  return { command, agreement, accepted, events, checkpoint };
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
