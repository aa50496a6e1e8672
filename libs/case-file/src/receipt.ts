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
  /**
   * Those that the reader is shown. Of an accepted command that changed nothing: the agreement's last event that the decision
   * saw, without its values.
   */
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

/** Null when the reader is shown nothing of what the receipt would rest on. */
export async function receiptOfCommand(
  { db, log, signer, reader = db }: CaseSources,
  { command, agreement, accepted, made, version, decidedAt }: Receipted,
  shownOf: ShownOf = (_, payload) => payload,
): Promise<CommandReceipt | null> {
  const checkpoint = await checkpointNow(db, signer);
  const { size, origin } = claimedCheckpoint(checkpoint);
  const stream = accepted ? agreementStream(agreement) : refusalStream(agreement);
  const at = { nodes: rememberedNodes(db), size, keys: log.keys };
  const changedNothing = accepted && made === 0;
  const all = changedNothing
    ? await provenStream(reader, stream, { ...at, withhold: () => true }, version)
    : await provenCommand(reader, { stream, command }, at);
  const events = all.flatMap((event) => asShown(event, shownOf));
  if (all.length > 0 && events.length === 0) return null;
  const receipt = { command, agreement, accepted, events, checkpoint };
  if (!changedNothing) return receipt;
  const text = unchangedText({ origin, command, agreement, version, decidedAt });
  return { ...receipt, unchanged: signNote(text, signer) };
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
