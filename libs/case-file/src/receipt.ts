import { agreementStream, refusalStream } from '@twinning/engine';
import {
  checkpointNow,
  claimedCheckpoint,
  isCommitted,
  openCheckpoint,
  openNote,
  provenCommand,
  provenStream,
  rememberedNodes,
  signNote,
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
  /** Of an accepted command that changed nothing: the agreement's last event that the decision saw, without its values. */
  readonly events: readonly ProvenEvent[];
  readonly checkpoint: string;
  /** Only of an accepted command that changed nothing, of which no leaf can speak: the record's signed word that it is so. */
  readonly unchanged?: string | undefined;
}

/** Of which command a receipt is asked for, and what became of it. */
export interface Receipted extends Pick<CommandReceipt, 'command' | 'agreement' | 'accepted'> {
  /** Events that the command made or was refused with. */
  readonly made: number;
  /** Version of the agreement after the decision. */
  readonly version: number;
  /** RFC 3339. */
  readonly decidedAt: string;
}

/** What the record signs of a command that changed nothing: a note that no checkpoint can be taken for. */
interface Unchanged {
  readonly origin: string;
  readonly command: string;
  readonly agreement: string;
  readonly version: number;
  readonly decidedAt: string;
}
const unchangedText = ({ origin, command, agreement, version, decidedAt }: Unchanged): string =>
  [`${origin}/unchanged`, command, agreement, String(version), decidedAt, ''].join('\n');

export async function receiptOfCommand(
  { db, log, signer, reader = db }: CaseSources,
  { command, agreement, accepted, made, version, decidedAt }: Receipted,
): Promise<CommandReceipt> {
  const checkpoint = await checkpointNow(db, signer);
  const { size, origin } = claimedCheckpoint(checkpoint);
  const stream = accepted ? agreementStream(agreement) : refusalStream(agreement);
  const at = { nodes: rememberedNodes(db), size, keys: log.keys };
  if (accepted && made === 0) {
    const found = await provenStream(reader, stream, { ...at, withhold: () => true }, version);
    const text = unchangedText({ origin, command, agreement, version, decidedAt });
    const unchanged = signNote(text, signer);
    return { command, agreement, accepted, events: found, checkpoint, unchanged };
  }
  const events = await provenCommand(reader, { stream, command }, at);
  return { command, agreement, accepted, events, checkpoint };
}

/** What a receipt that holds says. */
export interface HeldReceipt {
  /** What it rests on. */
  readonly checkpoint: Checkpoint;
  /** The version at which the command changed nothing; null when it made events or was refused. */
  readonly unchangedAt: number | null;
}

/** Throws saying which claim of the receipt fails. */
export function verifyCommandReceipt(
  receipt: CommandReceipt,
  verifiers: readonly Verifier[],
): HeldReceipt {
  const { command, agreement, accepted, events } = receipt;
  const checkpoint = openCheckpoint(receipt.checkpoint, verifiers);
  const stream = accepted ? agreementStream(agreement) : refusalStream(agreement);
  const unchangedAt =
    receipt.unchanged === undefined ? null : versionIn(receipt, checkpoint.origin, verifiers);
  if (events.length === 0 && unchangedAt === null)
    throw new Error('The receipt proves nothing: it brings no event.');
  for (const event of events) {
    const at = `Leaf ${String(event.index)}`;
    if (!standsIn(event, checkpoint))
      throw new Error(`${at} is not in the tree of the checkpoint.`);
    const leaf = leafOf(event);
    const isOwn = unchangedAt === null ? leaf.commandId === command : leaf.version === unchangedAt;
    if (!isOwn || leaf.stream !== stream) {
      throw new Error(`${at} belongs to another command or agreement.`);
    }
    for (const [field, disclosed] of Object.entries(event.fields)) {
      if (!isCommitted(disclosed, leaf.fields[field])) {
        throw new Error(`${at}: field ${field} is not what was recorded.`);
      }
    }
  }
  return { checkpoint, unchangedAt };
}

/** The version that the record's signed word names. */
function versionIn(
  { command, agreement, accepted, unchanged = '' }: CommandReceipt,
  origin: string,
  verifiers: readonly Verifier[],
): number {
  const text = openNote(unchanged, verifiers);
  const [, , , version = '', decidedAt = ''] = text.split('\n');
  const said = { origin, command, agreement, version: Number(version), decidedAt };
  if (!accepted || text !== unchangedText(said)) {
    throw new Error('What the record signed is not that this command changed nothing.');
  }
  return said.version;
}
