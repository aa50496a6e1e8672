import { agreementStream, refusalStream } from '@twinning/engine';
import {
  checkpointNow,
  claimedCheckpoint,
  provenCommand,
  provenStream,
  rememberedNodes,
  signNote,
  type Checkpoint,
  type JsonObject,
  type ProvenEvent,
  type Verifier,
} from '@twinning/event-log';
import type { CaseSources } from './build.js';
import { leafOf } from './content.js';
import { receiptClaimWords } from './verify/receipt-claims.js';
import { unchangedText, verifyReceiptFile } from './verify/receipt.js';

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

/** The tree that a receipt rests on; the checkpoint of this size may still be in the making. */
export interface RestsOn {
  readonly size: number;
  readonly checkpoint: string | Promise<string>;
}

const present = async ({ db, signer }: CaseSources): Promise<RestsOn> => {
  const checkpoint = await checkpointNow(db, signer);
  return { size: claimedCheckpoint(checkpoint).size, checkpoint };
};

/** Null when the reader is shown nothing of what the receipt would rest on. */
export async function receiptOfCommand(
  sources: CaseSources,
  { command, agreement, accepted, made, version, decidedAt }: Receipted,
  shownOf: ShownOf = (_, payload) => payload,
  restsOn?: RestsOn,
): Promise<CommandReceipt | null> {
  const { db, log, signer, reader = db } = sources;
  const { size, checkpoint: signing } = restsOn ?? (await present(sources));
  const stream = accepted ? agreementStream(agreement) : refusalStream(agreement);
  const at = { nodes: rememberedNodes(db), size, keys: log.keys };
  const changedNothing = accepted && made === 0;
  const proving = changedNothing
    ? provenStream(reader, stream, { ...at, withhold: () => true }, version)
    : provenCommand(reader, { stream, command }, at);
  const [all, checkpoint] = await Promise.all([proving, signing]);
  const events = all.flatMap((event) => asShown(event, shownOf));
  if (all.length > 0 && events.length === 0) return null;
  const receipt = { command, agreement, accepted, events, checkpoint };
  if (!changedNothing) return receipt;
  const text = unchangedText({ origin: signer.name, command, agreement, version, decidedAt });
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
  const { faults, unchangedAt } = verifyReceiptFile(receipt, verifiers);
  const [first] = faults;
  if (first !== undefined)
    throw new Error(`${receiptClaimWords[first.claim].en} ${first.place}: ${first.code}`);
  return { checkpoint: claimedCheckpoint(receipt.checkpoint), unchangedAt };
}
